using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>Scores in words and numbers.</summary>
internal static class ScoreText
{
    /// <summary>A value in the score's unit.</summary>
    public static string Value(ScoreResult s, double? value)
    {
        if (value is not { } v || !double.IsFinite(v)) return Numeral.NotRecorded;
        Measure measure = MeasureOf(s);
        string number = s.Score.Kind is ScoreKind.PeakMonth or ScoreKind.Direction ? Numeral.Signed(v, Numeral.Exact) : Numeral.Fine(measure.Of(v));
        return (s.Score.Kind == ScoreKind.Direction ? number.TrimStart('+') : number) + (measure.Unit.Length > 0 ? "\u00A0" + measure.Unit : "");
    }

    /// <summary>What was observed; a dash for scores that are errors.</summary>
    public static string Observed(ScoreResult s) => s.Observed is not { } observed
        ? "–"
        : s.Score.Kind switch
        {
            ScoreKind.PeakMonth => new Month((int)observed).ToString(),
            ScoreKind.Direction => $"of {Numeral.Count((long)observed)}",
            _ => Value(s, observed),
        };

    /// <summary>The modelled value; for a peak its month too.</summary>
    public static string Modelled(ScoreResult s) => s.Score.Kind == ScoreKind.PeakMonth && s.Observed is { } observed && double.IsFinite(s.Value)
        ? $"{new Month((int)Math.Round(observed + s.Value))} ({Value(s, s.Value)})"
        : Value(s, s.Value);

    /// <summary>The smallest and the largest value over fits.</summary>
    public static string RangeOverFits(ScoreResult s)
    {
        double[] values = [.. s.ByFit.Select(f => f.Value).Where(double.IsFinite)];
        if (values.Length < 2) return "–";
        return Value(s, values.Min()) == Value(s, values.Max()) ? Value(s, values.Min()) : Between(s, values.Min(), values.Max());
    }

    /// <summary>A band in words.</summary>
    public static string Band(ScoreResult s, double? low, double? high) => (low, high) switch
    {
        (null, null) => "–",
        (null, _) => $"≤ {Value(s, high)}",
        (_, null) => $"≥ {Value(s, low)}",
        _ => Between(s, low.Value, high.Value),
    };

    /// <summary>Both ends with the unit once.</summary>
    private static string Between(ScoreResult s, double low, double high)
    {
        string unit = MeasureOf(s).Unit, first = Value(s, low);
        return $"{(unit.Length > 0 ? first.Replace("\u00A0" + unit, "", StringComparison.Ordinal) : first)} to {Value(s, high)}";
    }

    /// <summary>Met, missed, or not judged.</summary>
    public static Markup Verdict(ScoreResult s) => !s.IsJudged
        ? Markup.Text("no band")
        : s.IsAmbitionMet == true
            ? Markup.Of($"<span class=\"tag met\">met, as aimed at</span>")
            : s.IsMet ? Markup.Of($"<span class=\"tag met\">met</span>") : Markup.Of($"<span class=\"tag missed\">missed</span>");

    /// <summary>What a window's fits were allowed to see.</summary>
    public static string Window(string window) => window switch
    {
        Backtest.FullWindow => "fits that saw every figure",
        BacktestResults.Unfitted => "the world’s own numbers, nothing fitted",
        _ => $"fits that saw nothing after {window.Replace("to-", "", StringComparison.Ordinal)}",
    };

    private static Measure MeasureOf(ScoreResult s) => s.Unit switch
    {
        "share" => Measure.Percent,
        "months" => Measure.Months,
        "log" or "ratio" or "changes" => new Measure(1, ""),
        "t" or "t REO" => Measure.OfTonnes(s.Value),
        _ => Measure.OfRecorded(s.Unit, s.Value),
    };
}
