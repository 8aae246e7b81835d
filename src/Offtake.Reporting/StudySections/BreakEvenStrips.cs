using Offtake.Reporting.Figures;
using Offtake.Reporting.Page;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>One line an uncertainty: where along it a policy is ahead, where that is not known, and where it turns.</summary>
internal static class BreakEvenStrips
{
    private const double Width = 360;
    private const double RowHeight = 40;
    private const double Head = 58;
    private const int MostRows = 8;

    /// <summary>Draws a comparison.</summary>
    public static Markup Draw(StudyPage page, int outcome, Comparison c)
    {
        BreakEvens[] rows = [.. c.BreakEvens.Where(b => double.IsFinite(b.From)).OrderByDescending(b => b.Places.Count > 0).Take(MostRows)];
        var drawing = new Drawing(Width, Head + (rows.Length * RowHeight) + 4, $"{page.Outcome(outcome)}: {page.Policy(c.Policy)} beside {page.Policy(c.Against)}",
            string.Join(" ", rows.Select(b => $"{page.Input(b.Uncertainty)}: {BeliefSection.InWords(page, b)}.")));
        drawing.Text(0, 14, TextWidth.Fit(page.Outcome(outcome), 13.5, Width), size: 13, bold: true);
        drawing.Text(0, 30, TextWidth.Fit($"Filled: {page.Policy(c.Policy)} is ahead", Drawing.Small, Width), colour: Ink.Muted);
        drawing.Text(0, 45, TextWidth.Fit($"Empty: {page.Policy(c.Against)} is ahead", Drawing.Small, Width), colour: Ink.Muted);
        for (int i = 0; i < rows.Length; i++) Row(drawing, page, rows[i], Head + (i * RowHeight));
        return drawing.Finish();
    }

    private static void Row(Drawing drawing, StudyPage page, BreakEvens b, double top)
    {
        double X(double value) => b.To > b.From ? Math.Clamp((value - b.From) / (b.To - b.From), 0, 1) * Width : Width / 2;
        drawing.Text(0, top + 11, TextWidth.Fit(page.Input(b.Uncertainty), Drawing.Small, Width), halo: true);
        double y = top + 16;
        string colour = Style.Of(0).Colour;
        drawing.Box(0, y, Width, 10, Ink.Grid, 0.55);
        (double From, double To, bool IsAhead)[] stretches = [.. Stretches(b)];
        foreach ((double from, double to, bool isAhead) in stretches)
        {
            drawing.Box(X(from), y, X(to) - X(from), 10, isAhead ? colour : "#ffffff", isAhead ? 0.75 : 1);
            if (isAhead) continue;
            drawing.Line(X(from), y, X(to), y, Ink.Line, 0.8);
            drawing.Line(X(from), y + 10, X(to), y + 10, Ink.Line, 0.8);
        }

        foreach (BreakEven place in b.Places)
        {
            drawing.Line(X(place.Value), y - 3, X(place.Value), y + 13, Ink.Text, 1.6);
            string text = Label(page, b.Uncertainty, place.Value);
            double half = (TextWidth.Of(text, Drawing.Small, bold: true) / 2) + 6;
            drawing.Text(Math.Clamp(X(place.Value), half + TextWidth.Of(Label(page, b.Uncertainty, b.From), 10.5), Width - half - TextWidth.Of(Label(page, b.Uncertainty, b.To), 10.5)), y + 22, text, Anchor.Middle, bold: true, halo: true);
        }

        drawing.Text(0, y + 21, Label(page, b.Uncertainty, b.From), size: 10.5, colour: Ink.Muted);
        drawing.Text(Width, y + 21, Label(page, b.Uncertainty, b.To), Anchor.End, size: 10.5, colour: Ink.Muted);
    }

    // Without the unit, which the table beside it gives: there is little room.
    private static string Label(StudyPage page, int uncertainty, double value)
    {
        (double factor, string unit) = page.InputUnit(uncertainty);
        return Numbers.Numeral.Rough(value * factor) + (unit == "%" ? "\u00A0%" : "");
    }

    // Between break-evens the leader is known; within their intervals nobody is.
    private static IEnumerable<(double From, double To, bool IsAhead)> Stretches(BreakEvens b)
    {
        if (b.Verdict is BreakEvenVerdict.AheadThroughout or BreakEvenVerdict.BehindThroughout) yield return (b.From, b.To, b.Verdict == BreakEvenVerdict.AheadThroughout);
        if (b.Places.Count == 0) yield break;
        double from = b.From;
        foreach (BreakEven place in b.Places)
        {
            if (double.IsFinite(place.Low) && place.Low > from) yield return (from, place.Low, !place.IsAheadAbove);
            from = place.High;
        }

        if (double.IsFinite(from) && b.To > from) yield return (from, b.To, b.Places[^1].IsAheadAbove);
    }
}
