using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;

namespace Offtake.Reporting.Figures;

/// <summary>Draws a planned Sankey diagram: across the page for wide screens and paper, down the page for phones.</summary>
/// <param name="title">What the figure shows.</param>
/// <param name="unit">Unit of the flows.</param>
/// <param name="factor">From the graph's values to <paramref name="unit"/>.</param>
internal sealed class SankeyDrawing(string title, string unit, double factor)
{
    private const double NodeThickness = 10;
    private const double LinkOpacity = 0.38;
    private const int Neutral = -2;

    /// <summary>Room along a layer in the wide picture.</summary>
    public const double WideLength = 380;

    /// <summary>Gap between boxes of the wide picture: a line of text must fit between two thin boxes.</summary>
    public const double WideGap = 16;

    /// <summary>Room along a layer in the tall picture.</summary>
    public const double TallLength = 352;

    /// <summary>Gap between boxes of the tall picture.</summary>
    public const double TallGap = 7;

    /// <summary>Draws layers from left to right.</summary>
    public Markup DrawWide(SankeyPlan plan, double length)
    {
        const double left = 140, right = 156, top = 50, width = 960;
        var drawing = new Drawing(width, top + length + 14, $"{title}, {unit}", Describe(plan));
        double pitch = (width - left - right - NodeThickness) / Math.Max(1, plan.Graph.LayerCount - 1);
        double X(int layer) => left + (layer * pitch);
        drawing.Text(0, 14, title, size: 14, bold: true);
        for (int layer = 0; layer < plan.Graph.LayerNames.Count; layer++)
        {
            bool first = layer == 0;
            drawing.Text(first ? X(layer) + NodeThickness : X(layer), 36, plan.Graph.LayerNames[layer], first ? Anchor.End : Anchor.Start, 12, Ink.Muted, bold: true);
        }

        for (int l = 0; l < plan.Links.Count; l++)
        {
            PlacedLink link = plan.Links[l];
            Markup path = Ribbon(link, (layer, entering) => X(layer) + (entering ? 0 : NodeThickness), at => top + at, across: true);
            drawing.Add(Markup.Of($"<path d=\"{path}\" fill=\"none\" stroke=\"{ColourOf(plan.Graph, l)}\" stroke-opacity=\"{Opacity}\" stroke-width=\"{Math.Max(0.6, link.Width)}\"/>"));
        }

        foreach (int n in plan.Graph.Shown)
            drawing.Box(X(plan.Graph.Nodes[n].Layer), top + plan.Nodes[n].Start, NodeThickness, plan.Nodes[n].Size, ColourOf(plan.Graph.Nodes[n]));
        foreach (int n in plan.Graph.Shown)
        {
            SankeyNode node = plan.Graph.Nodes[n];
            bool first = node.Layer == 0;
            double room = (first ? left : node.Layer == plan.Graph.LayerCount - 1 ? right : pitch - NodeThickness) - 9, x = first ? X(0) - 7 : X(node.Layer) + NodeThickness + 6;
            drawing.Label(x, top + plan.Nodes[n].Centre + 4, node.Name, ValueOf(plan, n), room, first ? Anchor.End : Anchor.Start, 12, plan.Nodes[n].Size + WideGap >= 30 ? 2 : 1);
        }

        return drawing.Finish("sankey wide");
    }

    /// <summary>Draws layers from top to bottom.</summary>
    public Markup DrawTall(SankeyPlan plan)
    {
        const double width = 360, left = 4;
        List<double> tops = [];
        double at = 44;
        var rows = new List<IReadOnlyList<TallLabel>>();
        for (int layer = 0; layer < plan.Graph.LayerCount; layer++)
        {
            IReadOnlyList<TallLabel> labels = TallLabels(plan, layer, width, left);
            rows.Add(labels);
            tops.Add(at + 18);
            at += 18 + NodeThickness + (14 * labels.Select(l => l.Row + 1).DefaultIfEmpty(0).Max()) + (layer == plan.Graph.LayerCount - 1 ? 6 : 44);
        }

        var drawing = new Drawing(width, at, $"{title}, {unit}", Describe(plan));
        drawing.Text(0, 14, title, size: 13, bold: true);
        drawing.Text(0, 30, unit, colour: Ink.Muted);
        for (int l = 0; l < plan.Links.Count; l++)
        {
            PlacedLink link = plan.Links[l];
            Markup path = Ribbon(link, (layer, entering) => tops[layer] + (entering ? 0 : NodeThickness), x => left + x, across: false);
            drawing.Add(Markup.Of($"<path d=\"{path}\" fill=\"none\" stroke=\"{ColourOf(plan.Graph, l)}\" stroke-opacity=\"{Opacity}\" stroke-width=\"{Math.Max(0.6, link.Width)}\"/>"));
        }

        for (int layer = 0; layer < rows.Count; layer++)
        {
            drawing.Text(0, tops[layer] - 5, plan.Graph.LayerNames.ElementAtOrDefault(layer) ?? "", size: 11.5, colour: Ink.Muted, bold: true, halo: true);
            foreach (TallLabel label in rows[layer])
            {
                SankeyNode node = plan.Graph.Nodes[label.Node];
                drawing.Box(left + plan.Nodes[label.Node].Start, tops[layer], plan.Nodes[label.Node].Size, NodeThickness, ColourOf(node));
                double y = tops[layer] + NodeThickness + 12 + (14 * label.Row);
                if (label.Row > 0) drawing.Line(left + plan.Nodes[label.Node].Centre, tops[layer] + NodeThickness, left + plan.Nodes[label.Node].Centre, y - 9, Ink.Line, 0.8);
                drawing.Label(label.X, y, label.Name, label.Value, label.Wide + 20, Anchor.Start, Drawing.Small);
            }
        }

        return drawing.Finish("sankey tall");
    }

    private static string Opacity => LinkOpacity.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string ColourOf(SankeyNode node) => node.Style == Neutral ? Ink.Muted : node.IsLoss || node.Style < 0 ? Style.Grey.Colour : Style.Of(node.Style).Colour;

    /// <summary>A ribbon has the colour of where it comes from; what is lost is grey.</summary>
    private static string ColourOf(SankeyGraph graph, int link) =>
        graph.Nodes[graph.Links[link].To].IsLoss ? Style.Grey.Colour : ColourOf(graph.Nodes[graph.Links[link].From]);

    private static Markup Ribbon(PlacedLink link, Func<int, bool, double> along, Func<double, double> beside, bool across)
    {
        string Point(double a, double b) => across ? $"{MarkupText.Coordinate(a)} {MarkupText.Coordinate(b)}" : $"{MarkupText.Coordinate(b)} {MarkupText.Coordinate(a)}";
        var path = new System.Text.StringBuilder("M" + Point(along(link.FirstLayer, false), beside(link.Centres[0])));
        for (int i = 1; i < link.Centres.Count; i++)
        {
            double from = along(link.FirstLayer + i - 1, false), to = along(link.FirstLayer + i, true), half = (from + to) / 2;
            double before = beside(link.Centres[i - 1]), here = beside(link.Centres[i]);
            path.Append('C').Append(Point(half, before)).Append(' ').Append(Point(half, here)).Append(' ').Append(Point(to, here));
            if (i < link.Centres.Count - 1) path.Append('L').Append(Point(along(link.FirstLayer + i, false), here));
        }

        return new Markup(path.ToString());
    }

    private IReadOnlyList<TallLabel> TallLabels(SankeyPlan plan, int layer, double width, double left)
    {
        List<TallLabel> done = [];
        foreach (int n in plan.Graph.Shown.Where(n => plan.Graph.Nodes[n].Layer == layer).OrderBy(n => plan.Nodes[n].Start))
        {
            string value = ValueOf(plan, n), name = TextWidth.Fit(plan.Graph.Nodes[n].Name, Drawing.Small, width * 0.5);
            double wide = TextWidth.Of($"{name} {value}", Drawing.Small) + 3;
            double x = Math.Clamp(left + plan.Nodes[n].Start, 0, width - wide);
            int row = 0;
            while (done.Any(d => d.Row == row && d.X + d.Wide + 8 > x && x + wide + 8 > d.X)) row++;
            done.Add(new TallLabel(n, x, row, wide, name, value));
        }

        return done;
    }

    private string ValueOf(SankeyPlan plan, int node) => Numeral.Rough(plan.Graph.Through(node) * factor);

    private string Describe(SankeyPlan plan) => $"Flows in {unit}. " + string.Join("; ", plan.Graph.Links
        .OrderByDescending(l => l.Value).Take(12)
        .Select(l => $"{plan.Graph.Nodes[l.From].Name} to {plan.Graph.Nodes[l.To].Name} {Numeral.Rough(l.Value * factor)}")) + ".";

    private sealed record TallLabel(int Node, double X, int Row, double Wide, string Name, string Value);
}
