using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>Every score with its band, window by window.</summary>
internal static class ScoreTables
{
    /// <summary>Writes a table for each window, and the variants behind it.</summary>
    public static Markup Write(BacktestResults r) => Markup.Join(r.Windows.Select(w =>
        Markup.Of($"<h3>{char.ToUpperInvariant(ScoreText.Window(w)[0]) + ScoreText.Window(w)[1..]}</h3>\n")
        + All(r, w)
        + (r.Variants.Count > 1 ? Markup.Of($"<details><summary>Variant by variant</summary>{ByVariant(r, w)}</details>\n") : Markup.None)));

    private static Markup All(BacktestResults r, string window)
    {
        var table = new HtmlTable($"Scores, {ScoreText.Window(window)}", "Score", "#Modelled", "#Range over fits", "#Observed", "#Must", "#Aim", "Verdict", "#Fits", "Standing");
        foreach (ScoreResult s in r.Pooled(window))
            table.Row(
                Markup.Text(s.Score.Title), Markup.Text(ScoreText.Modelled(s)), Markup.Text(ScoreText.RangeOverFits(s)), Markup.Text(ScoreText.Observed(s)),
                Markup.Text(ScoreText.Band(s, s.Score.Low, s.Score.High)), Markup.Text(ScoreText.Band(s, s.Score.AmbitiousLow, s.Score.AmbitiousHigh)), ScoreText.Verdict(s),
                Markup.Text(s.ByFit.Count == 0 || !s.IsJudged ? "–" : $"{s.FitsMeeting} of {s.ByFit.Count}"), Prose.Tag(s.Standing));
        return table.Write("scores");
    }

    private static Markup ByVariant(BacktestResults r, string window)
    {
        string[] variants = [.. r.Scores.Where(s => s.Window == window).Select(s => s.Variant).OfType<string>().Distinct()];
        var table = new HtmlTable("Scores by variant", ["Score", .. variants.Select(v => "#" + (r.Variants.FirstOrDefault(x => x.Id == v)?.Title ?? v)), "#Must"]);
        foreach (ScoreResult pooled in r.Pooled(window))
        {
            IEnumerable<Markup> cells = variants.Select(v => r.Scores.FirstOrDefault(s => s.Window == window && s.Variant == v && s.Score.Id == pooled.Score.Id) is { } one
                ? Markup.Of($"{ScoreText.Modelled(one)} {(one.IsJudged && !one.IsMet ? ScoreText.Verdict(one) : Markup.None)}")
                : Markup.Text(Numeral.NotRecorded));
            table.Row([Markup.Text(pooled.Score.Title), .. cells, Markup.Text(ScoreText.Band(pooled, pooled.Score.Low, pooled.Score.High))]);
        }

        return table.Write();
    }
}
