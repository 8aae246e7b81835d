using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>Scores of years that fits had not seen, beside what needs no model.</summary>
internal static class UnseenTable
{
    /// <summary>Writes the section; nothing when no fit was kept from seeing something.</summary>
    public static Markup Write(BacktestResults r)
    {
        ScoreResult[] unseen = [.. r.Windows.Where(w => w is not (Model.History.Backtest.FullWindow or BacktestResults.Unfitted)).SelectMany(r.Pooled).Where(s => s.Standing == Standing.Predicted)];
        if (unseen.Length == 0) return Markup.None;
        var table = new HtmlTable("Scores of unseen years", "Score", "#Model", "#No change", "#Mean of seen years", "#Random walk", "#Must", "Verdict");
        foreach (ScoreResult s in unseen)
            table.Row(
                Markup.Text(s.Score.Title), Markup.Of($"<strong>{ScoreText.Modelled(s)}</strong>"), Of(s, "no-change"), Of(s, "mean"), Of(s, "random-walk"),
                Markup.Text(ScoreText.Band(s, s.Score.Low, s.Score.High)), ScoreText.Verdict(s));
        return Report.Paragraph("These fits saw no figure after the end of their window. Drivers, policies and dated projects of the later years are known to the walk, so this is a test of the chain given its surroundings, not of a forecast made at the time. "
                + "Searches begin at the world’s own numbers and are held to them weakly; where those numbers were once chosen in view of later years, they carry some of that knowledge. "
                + "The random walk knows last year’s figure, which a free walk does not; a naive value in bold is closer than the model.")
            + table.Write();
    }

    private static Markup Of(ScoreResult s, string name) => s.Benchmarks.FirstOrDefault(b => b.Name == name) is { } naive && double.IsFinite(naive.Value)
        ? naive.Value < s.Value ? Markup.Of($"<strong>{ScoreText.Value(s, naive.Value)}</strong>") : Markup.Text(ScoreText.Value(s, naive.Value))
        : Markup.Text("–");
}
