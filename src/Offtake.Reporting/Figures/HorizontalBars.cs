using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;

namespace Offtake.Reporting.Figures;

/// <summary>A bar with the range of its value over futures.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">In the unit of the axis.</param>
/// <param name="Style">Which of the eight styles.</param>
/// <param name="Text">What is written at its end; empty for the value with two figures.</param>
internal sealed record Bar(string Name, Band Value, int Style, string Text = "");

/// <summary>
/// Bars below each other with an interval each, names above the bars so that they stay readable on a phone. With <see cref="Limit"/> the values are
/// dots on a logarithmic axis, since such a comparison spans orders of magnitude and a bar on a logarithmic axis has no foot.
/// </summary>
internal sealed class HorizontalBars
{
    private const double RowHeight = 36;
    private const double Head = 46;

    /// <summary>What the chart shows.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of the axis.</summary>
    public required string Unit { get; init; }

    /// <summary>The bars, from top to bottom.</summary>
    public required IReadOnlyList<Bar> Bars { get; init; }

    /// <summary>Highest value a linear axis needs to reach in any case.</summary>
    public double? AtLeast { get; init; }

    /// <summary>Lowest value a linear axis needs to reach in any case.</summary>
    public double? AtMost { get; init; }

    /// <summary>A level to compare with on a logarithmic axis, and what it is called.</summary>
    public (double Value, string Name)? Limit { get; init; }

    /// <summary>Draws the chart.</summary>
    public Markup Draw(double width = 360)
    {
        double bottom = Head + (Bars.Count * RowHeight) + (Limit is null ? 0 : 16);
        var drawing = new Drawing(width, bottom + 22, $"{Title}, {Unit}",
            $"Bars, {Unit}. " + string.Join(" ", Bars.Select(b => $"{b.Name}: {(b.Value.IsMissing ? Numeral.NotRecorded : Numeral.Rough(b.Value.Median))}.")));
        drawing.Text(0, 14, TextWidth.Fit(Title, 13.5, width), size: 13, bold: true);
        drawing.Text(0, 30, Unit + (Limit is null ? "" : ", log scale"), colour: Ink.Muted);

        Axis axis = AxisOf();
        double right = Limit is null ? width - 62 : width - 14;
        double X(double value) => 4 + (axis.Place(value) * (right - 4));
        foreach (Tick tick in axis.Ticks)
        {
            drawing.Line(X(tick.Value), Head, X(tick.Value), bottom, tick.Value == 0 ? Ink.Line : Ink.Grid);
            double half = TextWidth.Of(tick.Label, Drawing.Small) / 2;
            drawing.Text(Math.Clamp(X(tick.Value), half, width - half), bottom + 15, tick.Label, Anchor.Middle, colour: Ink.Muted);
        }

        if (Limit is { } limit)
        {
            drawing.Line(X(limit.Value), Head - 4, X(limit.Value), bottom, Ink.Text, 1.2, "4 3");
            drawing.Text(X(limit.Value) - 5, bottom - 4, limit.Name, Anchor.End, halo: true);
        }

        for (int i = 0; i < Bars.Count; i++)
        {
            double top = Head + (i * RowHeight);
            drawing.Text(4, top + 13, TextWidth.Fit(Bars[i].Name, Drawing.Small, right - 4), halo: true);
            if (Bars[i].Value.IsMissing) drawing.Text(8, top + 28, Numeral.NotRecorded, colour: Ink.Muted);
            else DrawBar(drawing, Bars[i], top + 18, X, axis.IsLog, width, Grain);
        }

        return drawing.Finish();
    }

    // A value that no eye can tell from the axis is not told to its last digit either.
    private double Grain => Bars.SelectMany(b => new[] { b.Value.Low, b.Value.Median, b.Value.High }).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() * 1e-4;

    private Axis AxisOf()
    {
        IEnumerable<double> values = Bars.SelectMany(b => new[] { b.Value.Low, b.Value.Median, b.Value.High });
        if (Limit is not { } limit) return Axis.Fitting(values.Append(AtLeast ?? double.NaN).Append(AtMost ?? double.NaN), mayBeLog: false, fromZero: true);
        double[] positive = [.. values.Append(limit.Value * 2).Where(v => v > 0 && double.IsFinite(v))];
        return Axis.Log(positive.Min() / 1.5, positive.Max(), 5);
    }

    private static void DrawBar(Drawing drawing, Bar bar, double y, Func<double, double> x, bool asDot, double width, double grain)
    {
        double middle = y + 6, at = x(bar.Value.Median), end = Math.Max(at, x(bar.Value.High));
        Style style = Style.Of(bar.Style);
        if (!asDot)
        {
            double from = Math.Min(x(0), at), to = Math.Max(x(0), at);
            drawing.Box(from, y, Math.Max(1, to - from), 12, style.Colour, 0.75);
            end = Math.Max(end, to);
        }

        if (bar.Value.Futures > 1 && x(bar.Value.High) - x(bar.Value.Low) > 1)
        {
            drawing.Line(x(bar.Value.Low), middle, x(bar.Value.High), middle, Ink.Text, 1.4);
            if (!asDot || bar.Value.Low > 0) drawing.Line(x(bar.Value.Low), middle - 4, x(bar.Value.Low), middle + 4, Ink.Text, 1.4);
            drawing.Line(x(bar.Value.High), middle - 4, x(bar.Value.High), middle + 4, Ink.Text, 1.4);
        }

        if (asDot) drawing.Mark(at, middle, style.Marker, style.Colour, 5);
        string text = (bar.Text.Length > 0 ? bar.Text : asDot ? Numeral.Rough(bar.Value.Median) : Numeral.Beyond(grain, bar.Value.Median)) + (asDot && !(bar.Value.Low > 0) ? " (0 in some)" : "");
        bool fits = end + 8 + TextWidth.Of(text, Drawing.Small) <= width;
        drawing.Text(fits ? end + (asDot ? 9 : 6) : Math.Min(at, x(bar.Value.Low)) - 8, y + 10, text, fits ? Anchor.Start : Anchor.End, halo: true);
    }
}
