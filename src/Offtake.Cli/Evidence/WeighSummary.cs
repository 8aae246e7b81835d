using System.Globalization;
using Offtake.Reporting.WeighingSections;
using Offtake.Results.Weighing;
using Spectre.Console;

namespace Offtake.Cli.Evidence;

/// <summary>What a person reads on standard output after a weighing.</summary>
internal static class WeighSummary
{
    private const int MostChanges = 12;
    private const int LongestName = 32;

    /// <summary>Writes it.</summary>
    public static void Write(EvidenceWeighing weighing, string folder, Surroundings around)
    {
        TextWriter to = around.Out;
        to.WriteLine(Printable.Line($"{weighing.Scenario}{(weighing.Against.Length > 0 ? $" against {weighing.Against}" : "")} · {ProblemText.Of(weighing.Pairs, "pair")} of futures, {weighing.LeftOut} left out · seed {weighing.Seed}"));
        to.WriteLine(Printable.Line("Numbers by their strongest witness: " + string.Join(", ", weighing.Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Key} {n.Value:#,0}")))));
        to.WriteLine(Printable.Line("Numbers by group, in brackets unknowns that vary: " + string.Join(", ", weighing.Groups.Where(g => g.Group != EvidenceGroup.Chance).Select(g => $"{WeighingWords.Of(g.Group).ToLowerInvariant()} {Count(g.Numbers)} ({Count(g.Unknowns)})"))));
        to.WriteLine("Shares stand with 95 % intervals.");
        foreach (WeighedOutcome outcome in weighing.Outcomes) Write(weighing, outcome, around);
        string near = Path.GetRelativePath(around.Folder, folder);
        string shown = Printable.Line(near.StartsWith("..", StringComparison.Ordinal) ? folder : near);
        to.WriteLine();
        to.WriteLine($"Results are in {shown}: open {Path.Combine(shown, "weigh.html")}; programs read {Path.Combine(WeighingShelf.FolderName, WeighingFile.NameOf(weighing.Scenario, weighing.Against))}.");
    }

    private static void Write(EvidenceWeighing weighing, WeighedOutcome outcome, Surroundings around)
    {
        TextWriter to = around.Out;
        to.WriteLine();
        Interval spread = new(outcome.Mean, outcome.Mean - outcome.Deviation, outcome.Mean + outcome.Deviation);
        to.WriteLine(Printable.Line($"{outcome.Id}: {outcome.Title}; mean {(weighing.Against.Length > 0 ? "difference" : "level")} and one deviation: {WeighingWords.Amount(spread, outcome.Unit)}".Replace('\u00A0', ' ')));
        if (outcome.WhyNot.Length > 0)
        {
            to.WriteLine(Printable.Line(WeighingWords.Shares(weighing, outcome)));
        }
        else
        {
            Shares(weighing, outcome, around);
        }

        if (weighing.Against.Length == 0) return;
        to.WriteLine(Printable.Line(WeighingWords.Turning(weighing, outcome).Replace('\u00A0', ' ')));
        foreach (WeighedChange change in outcome.Changes.Where(c => c.Fate is Fate.Turns or Fate.Vanishes or Fate.Settles || (c.Fate == Fate.Unsettled && !outcome.AsIs.HoldsZero)).Take(MostChanges))
            to.WriteLine(Printable.Line($"  {WeighingWords.Of(change.Fate)} {(change.Kind == "number" ? "with" : "without")} {WeighingWords.Subject(change)}: {WeighingWords.Amount(change.Mean, outcome.Unit)}".Replace('\u00A0', ' ')));
    }

    private static void Shares(EvidenceWeighing weighing, WeighedOutcome outcome, Surroundings around)
    {
        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("% of the spread").NoWrap());
        foreach (string heading in new[] { "Shapley", "alone", "alone or with others" }) table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        for (int g = 0; g < weighing.Groups.Count; g++)
            Row(table, WeighingWords.Of(weighing.Groups[g].Group), WeighingWords.Percent(outcome.Shapley[g]), WeighingWords.Percent(outcome.First[g]), WeighingWords.Percent(outcome.Total[g]));
        Row(table, "Sum", "100", WeighingWords.Percent(outcome.FirstSum), WeighingWords.Percent(outcome.TotalSum));
        for (int p = 0; p < weighing.Publishers.Count; p++) Row(table, $"of these {Short(weighing.Publishers[p].Publisher)}", "", "", WeighingWords.Percent(outcome.Publishers[p]));
        FigureTable.Write(table, around.Out, around.Width);
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(c => new Text(Printable.Line(c))));

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
