using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>Which scenario absorbs most where programmes add more or less and are realised more or less.</summary>
internal static class AdditionalityFigure
{
    private const string Across = "share of purchases that is additional, %";
    private const string Upward = "share of what is announced that is realised, %";

    /// <summary>Writes the figure, or why there is none.</summary>
    public static Markup Write(ComparisonPage page)
    {
        if (page.Findings.Map is not { } map || page.Findings.IndexOf(OutcomeRole.Absorbed) is not { } absorbed)
            return Report.Paragraph("Winner by additionality and realisation: not drawn, since no scenario here has institutions with such terms. Whoever adds one gets the map.");
        if (map.Cells.All(c => c.Winner is null))
            return Report.Paragraph($"Winner by additionality and realisation: not drawn, since no part of the plane holds {map.FewestFutures} futures; four parts need some {4 * map.FewestFutures} and more.");
        Measure measure = page.Study.MeasureOfDifference(absorbed);
        var table = new HtmlTable("Cells of the map", Across, Upward, "#Futures", "Most", "Too close to", $"#Ahead of the next by, {measure.Unit}");
        foreach (WinnerCell c in map.Cells)
            table.Row(Edge(map.AcrossEdges, c.Column), Edge(map.UpwardEdges, c.Row), Numeral.Count(c.Futures), c.Winner is { } w ? page.Scenario(w) : "too few futures", string.Join(", ", c.Rivals.Select(page.Short)), c.Winner is null ? "–" : Numeral.Exact(measure.Of(c.Lead)));
        int[] winners = [.. map.Cells.Where(c => c.Winner is not null).Select(c => c.Winner!.Value).Distinct().Order()];
        return page.Show(new FigureBlock
        {
            Caption = $"Who absorbs most, by additionality and realisation: {Prose.Inside(page.Study.Outcome(absorbed))}.",
            Note = $"Futures binned by the terms drawn for them, as means over all institutions compared. Pale cells with a question mark are too close to call; blank cells hold fewer than {map.FewestFutures} futures.",
            Legend = winners.Length == 0 ? Markup.None : Legend.OfFills(winners.Select(w => (page.Scenario(w), Style.Of(w)))),
            Pictures = [WinnerGrid.Draw(page.Study, map, page.Study.Outcome(absorbed), (Across, 100.0), (Upward, 100.0))],
            Trace = page.Trace(OutcomeRole.Absorbed),
            Source = page.Source,
            Behind = table,
        });
    }

    private static string Edge(IReadOnlyList<double> edges, int cell) => $"{Numeral.Rough(100 * edges[cell])} to {Numeral.Rough(100 * edges[cell + 1])}";
}
