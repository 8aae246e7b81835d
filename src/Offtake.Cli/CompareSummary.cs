using Offtake.Results.Comparisons;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Cli;

/// <summary>What a person reads on standard output after a comparison: the verdict, and where the rest is.</summary>
internal static class CompareSummary
{
    /// <summary>Writes it.</summary>
    public static void Write(ComparisonFindings findings, IReadOnlyList<Statement> verdict, string folder, Surroundings around)
    {
        TextWriter to = around.Out;
        StudyHeader h = findings.Study.Header;
        to.WriteLine(Printable.Line($"{h.Title} · {h.World}"));
        to.WriteLine(Printable.Line($"{ProblemText.Of(findings.Study.Futures, "future")}{(findings.Stopped ? " (stopped)" : "")} · {string.Join(", ", h.Policies.Select(p => p.Id))} · seed {h.Seed}"));
        to.WriteLine();
        foreach (Statement s in verdict) to.WriteLine(Printable.Line((s.Topic.Length > 0 ? $"{s.Topic}: " : "") + s.Text.Replace('\u00A0', ' ')));
        if (findings.Study.Refused.Count > 0) to.WriteLine(Printable.Line($"{ProblemText.Of(findings.Study.Refused.Count, "future")} could not be walked: {findings.Study.Refused.Reasons[0].Reason}"));
        to.WriteLine();
        string near = Path.GetRelativePath(around.Folder, folder);
        string shown = Printable.Line(near.StartsWith("..", StringComparison.Ordinal) ? folder : near);
        to.WriteLine($"Results are in {shown}: open {Path.Combine(shown, "report.html")}; programs read {ComparisonSummaryWriter.FileName}, {DifferenceTable.FileName} and study.sqlite.");
    }
}
