using System.Globalization;
using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;
using Spectre.Console;

namespace Offtake.Cli;

/// <summary>What a person reads on standard output after a study: the verdict, outcomes by policy, where the rest is.</summary>
internal static class StudySummary
{
    private const int MostOutcomes = 12;
    private const int MostPolicies = 8;

    /// <summary>Writes it.</summary>
    public static void Write(StudyFindings findings, StudyProse prose, string folder, Surroundings around)
    {
        TextWriter to = around.Out;
        StudyHeader h = findings.Header;
        to.WriteLine(Printable.Line(h.World.Length > 0 ? $"{h.Title} · {h.World}" : h.Title));
        to.WriteLine(Printable.Line($"{ProblemText.Of(findings.Futures, "future")} · {ProblemText.Words(h.Policies.Count, "policy", "policies")} · seed {h.Seed}"));
        to.WriteLine();
        foreach (Statement s in prose.Verdict) to.WriteLine(Printable.Line((s.Topic.Length > 0 ? $"{s.Topic}: " : "") + s.Text.Replace('\u00A0', ' ')));
        if (findings.Refused.Count > 0) to.WriteLine(Printable.Line($"{ProblemText.Of(findings.Refused.Count, "future")} could not be walked: {findings.Refused.Reasons[0].Reason}"));
        to.WriteLine();
        foreach (OutcomeFindings o in findings.Outcomes.Take(MostOutcomes)) Outcome(h, o, to, around.Width);
        if (findings.Outcomes.Count > MostOutcomes) to.WriteLine($"{findings.Outcomes.Count - MostOutcomes} more outcomes are in the report.");
        to.WriteLine();
        string near = Path.GetRelativePath(around.Folder, folder);
        string shown = Printable.Line(near.StartsWith("..") ? folder : near);
        to.WriteLine($"Results are in {shown}: open {Path.Combine(shown, "report.html")}; programs read study.sqlite, outcomes.csv and summary.json.");
    }

    private static void Outcome(StudyHeader h, OutcomeFindings o, TextWriter to, int width)
    {
        OutcomeEntry entry = h.Outcomes[o.Outcome];
        string direction = entry.Better == Better.Unsaid ? "" : entry.Better == Better.Lower ? ", less is better" : ", more is better";
        to.WriteLine(Printable.Line($"{entry.Title} [{entry.Unit}{direction}]"));
        Table table = new Table().Border(TableBorder.Simple).AddColumns(
            new TableColumn("policy"), Right("median"), Right(o.Levels.Any(l => l.Band.Kind == BandKind.Percentiles) ? "5 % to 95 %" : "least to most"), Right("difference"), Right("ahead in"), new TableColumn("verdict").NoWrap());
        foreach (Level l in o.Levels.Take(MostPolicies))
        {
            Comparison? c = o.Comparisons.FirstOrDefault(c => c.Policy == l.Policy);
            table.AddRow(new[]
            {
                h.Policies[l.Policy].Title, FigureTable.Number(l.Band.Median), $"{FigureTable.Number(l.Band.Low)} to {FigureTable.Number(l.Band.High)}",
                c is null ? "" : c.Lead == Lead.Alike ? "about 0" : FigureTable.Number(c.Difference.Median), c is null || double.IsNaN(c.AheadShare) ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * c.AheadShare:0} %"), Verdict(entry, c),
            }.Select(t => new Text(Printable.Line(t))));
        }

        FigureTable.Write(table, to, width);
        if (o.Levels.Count > MostPolicies) to.WriteLine($"  {o.Levels.Count - MostPolicies} more policies are in the report.");
    }

    private static string Verdict(OutcomeEntry entry, Comparison? c) => c switch
    {
        null => "",
        { Pairs: 0 } => "–",
        { TiedShare: 1.0 } => "the same",
        { Lead: Lead.Alike } => "alike",
        { Lead: Lead.TooClose } => "too close",
        { Lead: Lead.Ahead } => entry.Better == Better.Unsaid ? "higher" : "better",
        _ => entry.Better == Better.Unsaid ? "lower" : "worse",
    };

    private static TableColumn Right(string head) => new TableColumn(head).RightAligned().NoWrap();
}
