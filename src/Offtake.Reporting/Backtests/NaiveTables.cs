using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>The scores of naive forecasts, and what others had said.</summary>
internal static class NaiveTables
{
    /// <summary>Writes both tables; nothing when there is neither.</summary>
    public static Markup Write(BacktestResults r)
    {
        ScoreResult[] scores = [.. r.Windows.SelectMany(r.Pooled).Where(s => s.Benchmarks.Any(b => double.IsFinite(b.Value)))];
        Markup naive = Markup.None;
        if (scores.Length > 0)
        {
            var table = new HtmlTable("Naive forecasts", "Score", "Fits", "#Model", "#No change", "#Mean of seen years", "#Random walk", "#Figures");
            foreach (ScoreResult s in scores)
                table.Row([s.Score.Title, s.Window, ScoreText.Value(s, s.Value), .. new[] { "no-change", "mean", "random-walk" }.Select(n => Of(s, n)), Numeral.Count(s.Cases)]);
            naive = Report.Paragraph("“No change” repeats the last figure before the validation years, “mean” the mean of the figures before them; both exist only for later figures. “Random walk” repeats the figure of the year before.") + table.Write();
        }

        return naive + Others(r);
    }

    /// <summary>A naive forecast in words.</summary>
    public static string NameOf(string benchmark) => benchmark switch
    {
        "no-change" => "no change",
        "mean" => "the mean of the years seen",
        _ => "a one-year random walk",
    };

    private static string Of(ScoreResult s, string name) => s.Benchmarks.FirstOrDefault(b => b.Name == name) is { } b && double.IsFinite(b.Value) ? ScoreText.Value(s, b.Value) : "–";

    private static Markup Others(BacktestResults r)
    {
        if (r.Forecasts.Count == 0) return Markup.None;
        var table = new HtmlTable("Forecasts of others", "Forecast", "Period", "#Said", "#Observed", "#Modelled here", "Fits", "Unit", "Source");
        foreach (ForecastResult f in r.Forecasts)
            table.Row(
                f.Forecast.Title, f.Forecast.Period.ToString(), f.Forecast.Low == f.Forecast.High ? Numeral.Fine(f.Forecast.Low) : $"{Numeral.Fine(f.Forecast.Low)}–{Numeral.Fine(f.Forecast.High)}",
                f.Observed is { } o ? Numeral.Fine(o) : "not observed", Ranges.InTable(f.Modelled, new Measure(1, f.Forecast.Unit)), f.Window, f.Forecast.Unit, f.Forecast.Source);
        return Markup.Of($"<h3>What others had said</h3>\n") + table.Write();
    }
}
