namespace Offtake.Reporting.Figures;

/// <summary>The rectangle of a chart in which values are drawn, with a time axis below and a value axis at its left.</summary>
internal sealed record Plot(double Left, double Top, double Right, double Bottom, Axis Time, Axis Values)
{
    /// <summary>Horizontal place of a year.</summary>
    public double X(double year) => Left + (Time.Place(year) * (Right - Left));

    /// <summary>Vertical place of a value.</summary>
    public double Y(double value) => Bottom - (Values.Place(value) * (Bottom - Top));

    /// <summary>Draws grid, ticks and labels.</summary>
    public void DrawFrame(Drawing drawing)
    {
        foreach (Tick tick in Values.Ticks)
        {
            double y = Y(tick.Value);
            drawing.Line(Left, y, Right, y, tick.Value == 0 && !Values.IsLog ? Ink.Line : Ink.Grid);
            drawing.Text(Left - 5, y + 4, tick.Label, Anchor.End, colour: Ink.Muted);
        }

        drawing.Line(Left, Bottom, Right, Bottom, Ink.Line);
        foreach (Tick tick in Time.Ticks)
        {
            double x = X(tick.Value), half = TextWidth.Of(tick.Label, Drawing.Small) / 2;
            drawing.Line(x, Bottom, x, Bottom + 4, Ink.Line);
            drawing.Text(Math.Clamp(x, half, drawing.Width - half), Bottom + 17, tick.Label, Anchor.Middle, colour: Ink.Muted);
        }
    }
}
