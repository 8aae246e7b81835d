using System.Globalization;
using Offtake.Results;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>What a person reads on standard output after a run: how far to trust it, the main figures, where the rest is.</summary>
internal static class RunSummary
{
    /// <summary>Writes it.</summary>
    /// <param name="results">The run.</param>
    /// <param name="whole">Number of whole futures.</param>
    /// <param name="remarks">Warnings of the files read.</param>
    /// <param name="folder">Where the results are.</param>
    /// <param name="around">Where to write.</param>
    public static void Write(RunResults results, int whole, IReadOnlyList<Problem> remarks, string folder, Surroundings around)
    {
        TextWriter to = around.Out;
        Manifest m = results.Manifest;
        to.WriteLine($"{Printable.Line(m.ScenarioTitle)} · {Printable.Line(m.WorldTitle)}");
        string futures = m.Stopped ? $"stopped at {whole} of {ProblemText.Of(m.FuturesAsked, "future")}" : ProblemText.Of(whole, "future");
        to.WriteLine($"{m.From} to {m.To} · {futures} · seed {m.Seed}");
        to.WriteLine();
        foreach (string line in Verdict(results)) to.WriteLine(line);
        if (results.Figures.Count > 0)
        {
            to.WriteLine();
            FigureTable.Write(results.Figures, to, around.Width);
        }

        to.WriteLine();
        foreach (string warning in remarks.Select(r => r.ToString()).Union(results.Warnings)) to.WriteLine($"warning: {Printable.Line(warning)}");
        string near = Path.GetRelativePath(around.Folder, folder);
        string shown = Printable.Line(near.StartsWith("..") ? folder : near);
        to.WriteLine($"Results are in {shown}: open {Path.Combine(shown, "report.html")}; programs read results.sqlite, iamc.csv and summary.json.");
    }

    private static IEnumerable<string> Verdict(RunResults results)
    {
        (Figure Figure, Band Band)[] tested = [.. results.Figures.Where(f => f is { Standing: Standing.Predicted, Observed: not null and not 0 }).Select(f => (f, Band.Of(f.Modelled))).Where(f => f.Item2.Futures > 0)];
        if (tested.Length == 0)
        {
            yield return "Skill: no predicted figure can be compared with an observed one in these months.";
        }
        else
        {
            int inside = tested.Count(f => Covers(f.Band, f.Figure));
            double typical = Band.Of([.. tested.Select(f => Math.Abs((f.Band.Median / f.Figure.Observed!.Value) - 1))]).Median;
            yield return $"Skill: {inside} of {tested.Length} predicted figures have the observed value inside their range; half of them are off by more than {Percent(typical)}.";
        }

        yield return $"Ledger: largest gap of any element {Gap(results.Conservation.MaxRelativeMassGap)} of its flow, of money {Gap(results.Conservation.MaxRelativeMoneyGap)}; a run stops at 1e-9.";
        int all = results.Evidence.CountByKind.Values.Sum();
        int assumed = results.Evidence.CountByKind.GetValueOrDefault("assumption");
        if (all > 0) yield return $"Evidence: {Percent((double)assumed / all)} of {all:#,0} numbers are assumptions; the others rest on {ProblemText.Of(results.Evidence.Publishers, "publisher")}.";
    }

    private static bool Covers(Band band, Figure figure) =>
        band.Low <= (figure.ObservedHigh ?? figure.Observed!.Value) && band.High >= (figure.ObservedLow ?? figure.Observed!.Value);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private static string Gap(double gap) => gap.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
