using Offtake.Reporting.Figures;

namespace Offtake.Reporting.Page;

/// <summary>Keys that name the styles of a figure.</summary>
internal static class Legend
{
    /// <summary>One key per line, drawn as it is drawn in the chart.</summary>
    public static Markup OfLines(IEnumerable<(string Name, int Style)> lines, bool bands, bool observed)
    {
        List<Markup> keys = [.. lines.Select(l => Key(LineSample(Style.Of(l.Style)), l.Name))];
        if (bands) keys.Add(Key(Sample(s => s.Box(1, 2, 24, 10, Ink.Muted, 0.25)), "range over futures, line at the median"));
        if (observed) keys.Add(Key(Sample(s => s.Mark(13, 7, Marker.Diamond, Ink.Text, 4, hollow: true)), "observed"));
        return Wrap(keys);
    }

    /// <summary>One key per filled part.</summary>
    public static Markup OfFills(IEnumerable<(string Name, Style Style)> fills) =>
        Wrap(fills.Select(f => Key(Sample(s => s.Box(3, 1, 20, 12, f.Style.Colour, 0.8)), f.Name)));

    private static Markup LineSample(Style style) => Sample(s =>
    {
        s.Line(1, 7, 25, 7, style.Colour, 1.8, style.Dash);
        s.Mark(13, 7, style.Marker, style.Colour);
    });

    private static Markup Sample(Action<Drawing> draw)
    {
        var drawing = new Drawing(26, 14, "", "");
        draw(drawing);
        return drawing.FinishAsSample();
    }

    private static Markup Key(Markup sample, string name) => Markup.Of($"<span class=\"key\">{sample}{name}</span>");

    private static Markup Wrap(IEnumerable<Markup> keys) => Markup.Of($"<p class=\"legend\">{keys}</p>\n");
}
