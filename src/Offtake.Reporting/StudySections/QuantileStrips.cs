using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>One strip a policy: range, middle half and median of an outcome over futures.</summary>
internal static class QuantileStrips
{
    private const double Width = 360;
    private const double RowHeight = 32;
    private const double Head = 42;
    private const int MostRows = 14;

    /// <summary>Draws an outcome.</summary>
    public static Markup Draw(StudyPage page, OutcomeFindings o)
    {
        Level[] rows = [.. o.Levels.Take(MostRows)];
        Measure measure = page.Measure(o.Outcome);
        string title = page.Outcome(o.Outcome), left = o.Levels.Count > rows.Length ? $"; the first {rows.Length} of {o.Levels.Count} policies" : "";
        double bottom = Head + (rows.Length * RowHeight);
        var drawing = new Drawing(Width, bottom + 22, $"{title}, {measure.Unit}",
            string.Join(" ", rows.Select(r => $"{page.Policy(r.Policy)}: {(r.Band.IsMissing ? Numeral.NotRecorded : measure.Rough(r.Band.Median))}.")));
        drawing.Text(0, 14, TextWidth.Fit(title, 13.5, Width), size: 13, bold: true);
        drawing.Text(0, 30, TextWidth.Fit((measure.Unit.Length > 0 ? measure.Unit : page.Header.Outcomes[o.Outcome].Unit) + left, Drawing.Small, Width), colour: Ink.Muted);
        Axis axis = Axis.Fitting(rows.SelectMany(r => new[] { measure.Of(r.Band.Low), measure.Of(r.Band.High) }), mayBeLog: true, fromZero: false);
        double X(double value) => 6 + (axis.Place(measure.Of(value)) * (Width - 12));
        foreach (Tick tick in axis.Ticks)
        {
            double x = 6 + (axis.Place(tick.Value) * (Width - 12)), half = TextWidth.Of(tick.Label, Drawing.Small) / 2;
            drawing.Line(x, Head, x, bottom, Ink.Grid);
            drawing.Text(Math.Clamp(x, half, Width - half), bottom + 15, tick.Label, Anchor.Middle, colour: Ink.Muted);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double top = Head + (i * RowHeight), y = top + 22;
            Style style = Style.Of(rows[i].Policy);
            string missing = rows[i].MissingShare > 0 ? $" (no value in {StudyPage.Percent(rows[i].MissingShare)})" : "";
            drawing.Text(4, top + 12, TextWidth.Fit(page.Policy(rows[i].Policy) + missing, Drawing.Small, Width - 4), halo: true);
            if (rows[i].Band.IsMissing)
            {
                drawing.Text(8, y + 4, Numeral.NotRecorded, colour: Ink.Muted);
                continue;
            }

            drawing.Line(X(rows[i].Band.Low), y, X(rows[i].Band.High), y, style.Colour, 1.6);
            if (double.IsFinite(rows[i].Quartiles.Low)) drawing.Box(X(rows[i].Quartiles.Low), y - 5, Math.Max(1, X(rows[i].Quartiles.High) - X(rows[i].Quartiles.Low)), 10, style.Colour, 0.45);
            drawing.Mark(X(rows[i].Band.Median), y, style.Marker, style.Colour, 4.5);
        }

        return drawing.Finish();
    }
}
