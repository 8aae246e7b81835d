using System.Globalization;
using Offtake.Model.History;
using Offtake.Results.Backtests;

namespace Offtake.Cli;

/// <summary>A backtest for a terminal: how many scores are met, and each of them.</summary>
internal static class BacktestText
{
    /// <summary>Writes it.</summary>
    public static void Write(BacktestResults results, TextWriter to)
    {
        to.WriteLine(Printable.Line($"{results.Title} · {results.WorldTitle} · {results.First} to {results.Last}"));
        foreach (string window in results.Windows)
        {
            ScoreResult[] scores = [.. results.Pooled(window)];
            ScoreResult[] judged = [.. scores.Where(s => s.IsJudged)];
            to.WriteLine();
            to.WriteLine($"Fits '{window}' ({ProblemText.Of(results.Fits.Count(f => f.Window == window), "fit")}): {judged.Count(s => s.IsMet)} of {ProblemText.Of(judged.Length, "score")} met, {judged.Count(s => s.IsAmbitionMet == true)} as well as aimed at.");
            int width = Math.Min(52, scores.Length == 0 ? 0 : scores.Max(s => s.Score.Title.Length));
            foreach (ScoreResult s in scores)
                to.WriteLine(Printable.Line($"  {Verdict(s),-6} {Cut(s.Score.Title, width).PadRight(width)} {Number(s, s.Value),12} {Observed(s),-20} {Band(s),-16} {s.Standing.ToString().ToLowerInvariant(),-10} {Naive(s)}"));
        }

        foreach (string warning in results.Warnings) to.WriteLine($"warning: {Printable.Line(warning)}");
    }

    private static string Verdict(ScoreResult s) => !s.IsJudged ? "-" : s.IsAmbitionMet == true ? "good" : s.IsMet ? "met" : "MISSED";

    private static string Number(ScoreResult s, double value) => s.Unit == "share" ? Invariant($"{100 * value:0.#} %") : Invariant($"{value:G4} {(s.Unit is "ratio" or "log" or "months" ? s.Unit : "")}").TrimEnd();

    private static string Observed(ScoreResult s) => s.Observed is { } o && s.Score.Kind != ScoreKind.PeakMonth
        ? $"({(s.Score.Kind == ScoreKind.Direction ? "of" : "observed")} {Number(s, o)})"
        : "";

    private static string Band(ScoreResult s) => (s.Score.Low, s.Score.High) switch
    {
        (null, null) => "",
        (null, { } high) => Invariant($"at most {high:G4}"),
        ({ } low, null) => Invariant($"at least {low:G4}"),
        var (low, high) => Invariant($"{low:G4} to {high:G4}"),
    };

    private static string Naive(ScoreResult s)
    {
        string[] known = [.. s.Benchmarks.Where(b => double.IsFinite(b.Value)).Select(b => $"{b.Name} {Number(s, b.Value)}")];
        return known.Length == 0 ? "" : "naive: " + string.Join(", ", known);
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
