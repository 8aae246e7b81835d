using Offtake.Model.History;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>The first screen of a backtest: how many scores are met, which are missed, what naive forecasts do, how still the fits are.</summary>
internal static class BacktestVerdict
{
    /// <summary>Writes title, verdict and cautions.</summary>
    public static Markup Write(BacktestResults r)
    {
        Finding[] findings = [.. r.Windows.Select(w => Window(r, w)), .. Naive(r), .. Lonely(r), Stillness(r), Imposed(r)];
        string clauses = string.Join("; ", r.Windows.Select(w => $"{Counts(r, w)} by {ScoreText.Window(w)}"));
        return Markup.Of($"<header class=\"top\"><p class=\"eyebrow\">{r.WorldTitle}</p><h1>{r.Title}</h1><p class=\"facts\">{r.First.ToString()} to {r.Last.ToString()} · {Numeral.Count(r.Fits.Count)} fits · {Numeral.Count(r.Variants.Count)} variants · {r.Program.Split('+')[0]}</p></header>\n")
            + Markup.Of($"<p class=\"headline\">Scores met: {clauses}.</p>\n")
            + Markup.Of($"<dl class=\"verdict\">\n{findings.Select(f => Markup.Of($"<div><dt>{f.Topic}</dt><dd>{f.Text}</dd></div>\n"))}</dl>\n")
            + (r.Warnings.Count == 0 ? Markup.None : Markup.Of($"<div class=\"notice\"><p><b>Read with care.</b></p><ul>{r.Warnings.Select(w => Markup.Of($"<li>{w}</li>"))}</ul></div>\n"));
    }

    private static string Counts(BacktestResults r, string window)
    {
        ScoreResult[] judged = [.. r.Pooled(window).Where(s => s.IsJudged)];
        return $"{judged.Count(s => s.IsMet)} of {judged.Length}";
    }

    private static Finding Window(BacktestResults r, string window)
    {
        ScoreResult[] judged = [.. r.Pooled(window).Where(s => s.IsJudged)];
        ScoreResult[] predicted = [.. judged.Where(s => s.Standing == Standing.Predicted)];
        string[] missed = [.. judged.Where(s => !s.IsMet).Select(s => s.Score.Title)];
        string skill = predicted.Length == 0 ? "None of them is a prediction. " : $"Of {predicted.Length} that these fits had not seen, {predicted.Count(s => s.IsMet)} are met. ";
        return new Finding(
            Capital(window == Backtest.FullWindow ? "All figures seen" : window == BacktestResults.Unfitted ? "Nothing fitted" : $"Seen {window.Replace('-', ' ')}"),
            Markup.Of($"<strong>{Counts(r, window)}</strong> scores met, {judged.Count(s => s.IsAmbitionMet == true)} as aimed at. {skill}{(missed.Length == 0 ? "None is missed." : $"Missed: {string.Join("; ", missed)}.")}"));
    }

    private static IEnumerable<Finding> Naive(BacktestResults r)
    {
        foreach (string window in r.Windows)
        {
            ScoreResult[] unseen = [.. r.Pooled(window).Where(s => s.Standing == Standing.Predicted && s.Benchmarks.Any(b => double.IsFinite(b.Value)))];
            if (unseen.Length == 0) continue;
            string[] words = [.. unseen.SelectMany(s => s.Benchmarks).Select(b => b.Name).Distinct().Select(name =>
            {
                (ScoreResult Score, double Naive)[] pairs = [.. unseen.Select(s => (s, s.Benchmarks.First(b => b.Name == name).Value)).Where(p => double.IsFinite(p.Value))];
                return pairs.Length == 0 ? "" : $"{NaiveTables.NameOf(name)} in {pairs.Count(p => p.Score.Value < p.Naive)} of {pairs.Length}";
            }).Where(w => w.Length > 0)];
            yield return new Finding("Naive forecasts", Markup.Of($"In scores of single figures that {ScoreText.Window(window)} predict, the model is closer than {Prose.List(words)}."));
        }
    }

    private static IEnumerable<Finding> Lonely(BacktestResults r)
    {
        string[] lonely = [.. r.Windows.SelectMany(r.Pooled).Where(s => s.IsJudged && s.IsMet && s.ByFit.Count > 1 && s.FitsMeeting * 2 <= s.ByFit.Count).Select(s => s.Score.Title).Distinct()];
        if (lonely.Length > 0)
            yield return new Finding("Not robust", Markup.Of($"The median meets the band, yet half of the fits or more miss it: {string.Join("; ", lonely)}."));
    }

    private static Finding Stillness(BacktestResults r)
    {
        FitLine[] known = [.. r.Fits.Where(f => double.IsFinite(f.FreezeDrift))];
        return new Finding("Stability", known.Length == 0
            ? Markup.Text("Whether the fits stay still when nothing moves from outside is " + Numeral.NotRecorded + ".")
            : Markup.Of($"With nothing moving from outside no price drifts by more than {known.Max(f => f.FreezeDrift).ToString("0.0e+0", System.Globalization.CultureInfo.InvariantCulture)}; of a cut of sellers’ stocks by 5 % at most {Numeral.Rough(100 * known.Max(f => f.KickLeft))} % of the largest price move is left at the end of the test."));
    }

    private static Finding Imposed(BacktestResults r) => new(
        "From outside",
        Markup.Of($"{string.Join(", ", r.Imposed.CountBy(i => i.Kind).Select(k => $"{Numeral.Count(k.Value)} {(k.Value == 1 ? k.Key : k.Key + "s")}"))}; each is listed below. Observed prices and volumes are not among them."));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
