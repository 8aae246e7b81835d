using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>Which policy does best where.</summary>
internal static class MapSection
{
    /// <summary>Writes the section; nothing without maps or with a single policy.</summary>
    public static Markup Write(StudyPage page) => page.Findings.Maps.Count == 0 || page.Header.Policies.Count < 2 ? Markup.None : Markup.Join(page.Findings.Maps.Select(m => One(page, m)));

    private static Markup One(StudyPage page, WinnerMapFindings map)
    {
        Model.Studies.WinnerMap asked = page.Header.Maps[map.Map];
        int[] winners = [.. map.Cells.Where(c => c.Winner is not null).Select(c => c.Winner!.Value).Distinct().Order()];
        return page.Show(new FigureBlock
        {
            Caption = $"Winner by {Sections.Prose.Inside(page.Input(asked.Across))} and {Sections.Prose.Inside(page.Input(asked.Upward))}: {Sections.Prose.Inside(page.Outcome(asked.Outcome))} ({(page.Header.Outcomes[asked.Outcome].Better == Model.Studies.Better.Lower ? "less" : "more")} is better).",
            Note = $"Best mean among the futures of each cell. Pale cells with a question mark are too close to call; blank cells hold fewer than {map.FewestFutures} futures. Edges are quantiles: every column and every row holds equally many futures.",
            Legend = winners.Length == 0 ? Markup.None : Legend.OfFills(winners.Select(w => (page.Policy(w), Style.Of(w)))),
            Pictures = [WinnerGrid.Draw(page, map)],
            Trace = page.Trace(asked.Outcome),
            Source = page.Source,
            Behind = Behind(page, map, asked.Outcome),
        });
    }

    private static HtmlTable Behind(StudyPage page, WinnerMapFindings map, int outcome)
    {
        Model.Studies.WinnerMap asked = page.Header.Maps[map.Map];
        Measure measure = page.MeasureOfDifference(outcome);
        var table = new HtmlTable("Cells of the map", page.Input(asked.Across), page.Input(asked.Upward), "#Futures", "Best mean", "Too close to", $"#Ahead of the next by, {measure.Unit}");
        foreach (WinnerCell c in map.Cells)
            table.Row(Edge(page, asked.Across, map.AcrossEdges, c.Column), Edge(page, asked.Upward, map.UpwardEdges, c.Row), Numeral.Count(c.Futures),
                c.Winner is { } w ? page.Policy(w) : "too few futures", string.Join(", ", c.Rivals.Select(page.Policy)), c.Winner is null ? "–" : Numeral.Exact(measure.Of(c.Lead)));
        return table;
    }

    private static string Edge(StudyPage page, int uncertainty, IReadOnlyList<double> edges, int cell) => $"{page.Value(uncertainty, edges[cell], 3)} to {page.Value(uncertainty, edges[cell + 1], 3)}";
}
