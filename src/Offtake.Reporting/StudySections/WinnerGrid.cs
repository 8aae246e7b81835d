using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>A plane of two uncertainties cut into cells, each in the colour of the policy that does best there.</summary>
internal static class WinnerGrid
{
    private const double Width = 400;
    private const double Side = 300;
    private const double Left = 78;
    private const double Top = 34;
    private const double LabelHeight = 13;

    /// <summary>Draws one map of a study.</summary>
    public static Markup Draw(StudyPage page, WinnerMapFindings map)
    {
        Model.Studies.WinnerMap asked = page.Header.Maps[map.Map];
        (double factorX, string unitX) = page.InputUnit(asked.Across);
        (double factorY, string unitY) = page.InputUnit(asked.Upward);
        return Draw(page, map, page.Outcome(asked.Outcome), (page.Input(asked.Across) + Of(unitX), factorX), (page.Input(asked.Upward) + Of(unitY), factorY));
    }

    /// <summary>Draws a map over any two numbers.</summary>
    /// <param name="page">The page, for the names of policies.</param>
    /// <param name="map">The map.</param>
    /// <param name="outcome">What is won.</param>
    /// <param name="across">Name from left to right, and the factor to what is shown.</param>
    /// <param name="upward">The same from bottom to top.</param>
    public static Markup Draw(StudyPage page, WinnerMapFindings map, string outcome, (string Name, double Factor) across, (string Name, double Factor) upward)
    {
        int columns = map.AcrossEdges.Count - 1, rows = map.UpwardEdges.Count - 1;
        var drawing = new Drawing(Width, Top + Side + 44, $"Winner map of {outcome}", Describe(page, map));
        drawing.Text(0, 14, TextWidth.Fit($"↑ {upward.Name}", 12, Width), size: Drawing.Small);
        drawing.Text(Left + Side, Top + Side + 38, TextWidth.Fit($"{across.Name} →", 12, Width), Anchor.End, size: Drawing.Small);
        if (columns < 1 || rows < 1)
        {
            drawing.NothingRecorded(Left + (Side / 2), Top + (Side / 2));
            return drawing.Finish();
        }

        double X(int edge) => Left + (Side * edge / columns);
        double Y(int edge) => Top + Side - (Side * edge / rows);
        foreach (WinnerCell c in map.Cells)
        {
            if (c.Winner is not { } winner) continue;
            Style style = Style.Of(winner);
            drawing.Box(X(c.Column) + 1, Y(c.Row + 1) + 1, X(1) - X(0) - 2, Y(0) - Y(1) - 2, style.Colour, c.IsTooClose ? 0.22 : 0.85);
            double x = (X(c.Column) + X(c.Column + 1)) / 2, y = (Y(c.Row) + Y(c.Row + 1)) / 2;
            if (c.IsTooClose) drawing.Text(x, y + 4, "?", Anchor.Middle, size: 12);
            else drawing.Mark(x, y, style.Marker, style.Colour, 4, hollow: true);
        }

        drawing.Line(Left, Top + Side, Left + Side, Top + Side, Ink.Line);
        drawing.Line(Left, Top, Left, Top + Side, Ink.Line);
        int everyX = Math.Max(1, (int)Math.Ceiling((columns + 1) / 5.0)), everyY = Math.Max(1, (int)Math.Ceiling((rows + 1) * LabelHeight / Side));
        for (int e = 0; e <= columns; e += everyX) drawing.Text(X(e), Top + Side + 17, Numeral.Rough(map.AcrossEdges[e] * across.Factor), Anchor.Middle, colour: Ink.Muted);
        for (int e = 0; e <= rows; e += everyY) drawing.Text(Left - 5, Y(e) + 4, Numeral.Rough(map.UpwardEdges[e] * upward.Factor), Anchor.End, colour: Ink.Muted);
        return drawing.Finish();
    }

    private static string Of(string unit) => unit.Length == 0 ? "" : $", {unit}";

    private static string Describe(StudyPage page, WinnerMapFindings map) => string.Join(" ", map.Cells.Where(c => c.Winner is not null).GroupBy(c => (c.Winner, c.IsTooClose))
        .Select(g => $"{page.Policy(g.Key.Winner!.Value)} {(g.Key.IsTooClose ? "leads too closely to call" : "does best")} in {g.Count()} of {map.Cells.Count} cells."));
}
