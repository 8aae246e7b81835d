using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;

namespace Offtake.Reporting.Figures;

/// <summary>A part of every stack.</summary>
/// <param name="Name">Name for legend and label.</param>
/// <param name="Style">Which of the eight styles; -1 for grey.</param>
/// <param name="Values">One value per stack; NaN where it was not recorded.</param>
internal sealed record Layer(string Name, int Style, IReadOnlyList<double> Values)
{
    /// <summary>The style of the layer.</summary>
    public Style Look => Style < 0 ? Figures.Style.Grey : Figures.Style.Of(Style);
}

/// <summary>Horizontal bars of parts that sum to a whole. Parts are told apart by colour, order, texture and, where there is room, by their number.</summary>
internal sealed class StackedBars
{
    private const double Head = 46;

    /// <summary>What the chart shows.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of the parts.</summary>
    public required string Unit { get; init; }

    /// <summary>Names of the bars, from top to bottom.</summary>
    public required IReadOnlyList<string> Stacks { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>Whether each bar is drawn as shares of its own sum.</summary>
    public bool AsShares { get; init; } = true;

    /// <summary>Whether the part's name is written into its bar where there is room.</summary>
    public bool NamesInBars { get; init; }

    /// <summary>Draws the chart.</summary>
    public Markup Draw(double width = 360)
    {
        double rowHeight = 27, height = Head + (Stacks.Count * rowHeight) + 4;
        var drawing = new Drawing(width, height, $"{Title}, {Unit}", Describe());
        drawing.Text(0, 14, TextWidth.Fit(Title, 13.5, width), size: 13, bold: true);
        drawing.Text(0, 30, Unit, colour: Ink.Muted);
        double left = Math.Min(width * 0.35, Stacks.Max(s => TextWidth.Of(s, Drawing.Small)) + 8), room = width - left;
        double[] sums = [.. Stacks.Select((_, i) => Layers.Sum(l => l.Values[i]))];
        double largest = sums.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        for (int i = 0; i < Stacks.Count; i++)
        {
            double y = Head + (i * rowHeight);
            drawing.Text(left - 7, y + 14, TextWidth.Fit(Stacks[i], Drawing.Small, left - 8), Anchor.End, colour: Ink.Muted);
            if (!(sums[i] > 0)) drawing.Text(left + 4, y + 14, Numeral.NotRecorded, colour: Ink.Muted);
            else DrawStack(drawing, i, left, y, room / (AsShares ? sums[i] : largest), AsShares ? 100 / sums[i] : 1);
        }

        return drawing.Finish();
    }

    private void DrawStack(Drawing drawing, int stack, double left, double y, double scale, double shownPerValue)
    {
        double x = left;
        foreach (Layer layer in Layers)
        {
            double long_ = layer.Values[stack] * scale;
            if (!(long_ > 0)) continue;
            drawing.Box(x, y, long_, 20, layer.Look.Colour, 0.82);
            Texture(drawing, layer, x, y, long_);
            string number = Numeral.Rough(layer.Values[stack] * shownPerValue) + (AsShares ? " %" : "");
            string text = NamesInBars && TextWidth.Of($"{layer.Name} {number}", Drawing.Small, bold: true) + 12 < long_ ? $"{layer.Name} {number}" : number;
            if (TextWidth.Of(text, Drawing.Small, bold: true) + 8 < long_)
            {
                drawing.Box(x + 3, y + 3, TextWidth.Of(text, Drawing.Small) + 5, 14, "#fff", 0.86);
                drawing.Text(x + 6, y + 14, text);
            }

            x += long_;
            drawing.Line(x, y, x, y + 20, "#fff", 1.2);
        }
    }

    private static void Texture(Drawing drawing, Layer layer, double x, double y, double wide)
    {
        int kind = layer.Style < 0 ? 3 : layer.Style % 4;
        if (kind == 0 || wide < 2) return;
        double gap = kind == 1 ? 6 : kind == 2 ? 4 : 5;
        for (double at = gap; at < wide; at += gap)
        {
            double slant = kind == 1 ? Math.Min(6, wide - at) : 0;
            if (kind == 3) drawing.Line(x + at, y + 2, x + at, y + 18, "#fff", 0.9, "1.5 3");
            else drawing.Line(x + at, y + (kind == 1 ? 20 : 0), x + at + slant, y + (kind == 1 ? 20 - (slant * 3.33) : 20), "#fff", 0.7);
        }
    }

    private string Describe() => $"Stacked bars, {Unit}. " + string.Join(" ", Stacks.Select((s, i) =>
        $"{s}: {string.Join(", ", Layers.Where(l => l.Values[i] > 0).Select(l => $"{l.Name} {Numeral.Rough(l.Values[i])}"))}."));
}

/// <summary>Layers over time that sum to a whole.</summary>
internal sealed class StackedArea
{
    /// <summary>What the chart shows.</summary>
    public required string Title { get; init; }

    /// <summary>The unit of the layers.</summary>
    public required string Unit { get; init; }

    /// <summary>Years, one per value of a layer.</summary>
    public required IReadOnlyList<double> Years { get; init; }

    /// <summary>The layers, the first at the bottom.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>Draws the chart.</summary>
    public Markup Draw(double width = 360, double height = 240)
    {
        var drawing = new Drawing(width, height, $"{Title}, {Unit}", $"Stacked areas over years, {Unit}, from bottom to top: {string.Join(", ", Layers.Select(l => l.Name))}.");
        drawing.Text(0, 14, TextWidth.Fit(Title, 13.5, width), size: 13, bold: true);
        drawing.Text(0, 30, Unit, colour: Ink.Muted);
        double[] sums = [.. Years.Select((_, i) => Layers.Sum(l => double.IsFinite(l.Values[i]) ? l.Values[i] : 0))];
        Axis values = Axis.Linear(0, sums.DefaultIfEmpty(1).Max(), 5, fromZero: true);
        double left = values.Ticks.Max(t => TextWidth.Of(t.Label, Drawing.Small)) + 8, room = Math.Min(118, Layers.Max(l => TextWidth.Of(l.Name, Drawing.Small)) + 14);
        var plot = new Plot(left, 46, width - room, height - 26, Axis.Years(Math.Floor(Years.DefaultIfEmpty(0).Min()), Math.Ceiling(Years.DefaultIfEmpty(1).Max())), values);
        plot.DrawFrame(drawing);
        if (!(sums.DefaultIfEmpty(0).Max() > 0))
        {
            drawing.NothingRecorded((plot.Left + plot.Right) / 2, (plot.Top + plot.Bottom) / 2);
            return drawing.Finish();
        }

        double[] below = new double[Years.Count];
        var ends = new double[Layers.Count];
        for (int l = 0; l < Layers.Count; l++)
        {
            double[] above = [.. below.Select((b, i) => b + (double.IsFinite(Layers[l].Values[i]) ? Layers[l].Values[i] : 0))];
            List<(double, double)> outline = [.. Years.Select((y, i) => (plot.X(y), plot.Y(above[i])))];
            outline.AddRange(Years.Select((y, i) => (plot.X(y), plot.Y(below[i]))).Reverse());
            drawing.Area(outline, Layers[l].Look.Colour, 0.75);
            drawing.Path(Years.Select((y, i) => ((double, double)?)(plot.X(y), plot.Y(above[i]))), "#fff", 1);
            ends[l] = plot.Y((above[^1] + below[^1]) / 2);
            below = above;
        }

        DrawLabels(drawing, plot, ends, room);
        return drawing.Finish();
    }

    private void DrawLabels(Drawing drawing, Plot plot, double[] ends, double room)
    {
        double[] centres = LabelLayout.Spread(ends, [.. ends.Select(_ => 14.0)], plot.Top - 6, plot.Bottom + 6);
        for (int l = 0; l < Layers.Count; l++)
        {
            drawing.Line(plot.Right + 1, ends[l], plot.Right + 9, centres[l], Layers[l].Look.Colour, 1.4);
            drawing.Text(plot.Right + 11, centres[l] + 4, TextWidth.Fit(Layers[l].Name, Drawing.Small, room - 12));
        }
    }
}
