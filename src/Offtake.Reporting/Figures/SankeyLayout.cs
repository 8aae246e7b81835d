namespace Offtake.Reporting.Figures;

/// <summary>Gives boxes and ribbons their places along the layers: in the order found by <see cref="SankeyOrder"/>, pulled towards their neighbours.</summary>
internal static class SankeyLayout
{
    private const int Sweeps = 24;

    /// <summary>The largest scale at which every layer fits.</summary>
    public static double ScaleThatFits(SankeyGraph graph, double length, double gap, double smallest = 1) => new SankeySlots(graph).Layers
        .Where(l => l.Count > 0)
        .Select(l => (Room: length - ((l.Count - 1) * gap) - (l.Count * smallest), Flow: l.Sum(s => s.Flow)))
        .Where(l => l.Flow > 0).Select(l => Math.Max(l.Room, length * 0.1) / l.Flow).DefaultIfEmpty(1).Min();

    /// <summary>The room along a layer that a graph needs at a scale.</summary>
    public static double LengthNeeded(SankeyGraph graph, double gap, double scale, double smallest = 1) => new SankeySlots(graph).Layers
        .Where(l => l.Count > 0).Select(l => l.Sum(s => Math.Max(smallest, s.Flow * scale)) + ((l.Count - 1) * gap)).DefaultIfEmpty(0).Max();

    /// <summary>Lays out a graph.</summary>
    /// <param name="graph">Boxes and flows; every flow leads to a later layer.</param>
    /// <param name="length">Room along a layer.</param>
    /// <param name="gap">Smallest gap between neighbours.</param>
    /// <param name="scale">Length per unit of flow, at most <see cref="ScaleThatFits"/>; pictures to be compared share it.</param>
    /// <param name="smallest">Smallest size of a box.</param>
    /// <param name="orderedLike">A graph with the same boxes and at least the same flows, whose order within layers is kept; for pictures to be compared.</param>
    /// <exception cref="ArgumentException">A flow does not lead to a later layer.</exception>
    public static SankeyPlan Place(SankeyGraph graph, double length, double gap, double scale, double smallest = 1, SankeyGraph? orderedLike = null)
    {
        if (graph.Links.FirstOrDefault(l => graph.Nodes[l.From].Layer >= graph.Nodes[l.To].Layer) is { } wrong)
            throw new ArgumentException($"The flow from '{graph.Nodes[wrong.From].Name}' to '{graph.Nodes[wrong.To].Name}' does not lead to a later layer.", nameof(graph));

        var slots = new SankeySlots(graph);
        if (orderedLike is null)
        {
            SankeyOrder.Settle(slots);
        }
        else
        {
            var model = new SankeySlots(orderedLike);
            SankeyOrder.Settle(model);
            SankeyOrder.Follow(slots, model);
        }

        Position(slots, length, gap, scale, smallest);
        return Plan(graph, slots, scale);
    }

    private static void Position(SankeySlots slots, double length, double gap, double scale, double smallest)
    {
        foreach (SankeySlot slot in slots.Layers.SelectMany(l => l)) slot.Size = slot.IsPassage ? slot.Flow * scale : Math.Max(smallest, slot.Flow * scale);
        foreach (List<SankeySlot> layer in slots.Layers) Settle(layer, s => s.Rank * length, length, gap);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            double pull = Math.Pow(0.97, sweep);
            bool forth = sweep % 2 == 0;
            foreach (List<SankeySlot> layer in forth ? slots.Layers : slots.Layers.Reverse())
                Settle(layer, s => s.IsEdge && !s.IsPassage ? length : Pulled(s, forth ? s.Before : s.After, pull), length, gap);
        }
    }

    private static double Pulled(SankeySlot slot, List<(SankeySlot Slot, double Flow)> near, double pull)
    {
        double sum = near.Sum(n => n.Flow);
        return sum > 0 ? slot.Centre + (((near.Sum(n => n.Flow * n.Slot.Centre) / sum) - slot.Centre) * pull) : slot.Centre;
    }

    private static void Settle(List<SankeySlot> layer, Func<SankeySlot, double> wish, double length, double gap)
    {
        double[] centres = LabelLayout.Spread([.. layer.Select(wish)], [.. layer.Select(s => s.Size + gap)], -gap / 2, length + (gap / 2), keepOrder: true);
        for (int i = 0; i < layer.Count; i++) layer[i].Centre = centres[i];
    }

    private static SankeyPlan Plan(SankeyGraph graph, SankeySlots slots, double scale)
    {
        PlacedNode[] nodes = [.. slots.Boxes.Select(b => new PlacedNode(b.Centre - (b.Size / 2), b.Size))];
        double[][] centres = [.. slots.Chains.Select(c => c.Select(s => s.Centre).ToArray())];
        int[] links = [.. Enumerable.Range(0, graph.Links.Count)];
        for (int n = 0; n < nodes.Length; n++)
        {
            PlaceEnds(graph, nodes[n], scale, [.. links.Where(l => graph.Links[l].From == n).OrderBy(l => centres[l][1])], (l, at) => centres[l][0] = at);
            PlaceEnds(graph, nodes[n], scale, [.. links.Where(l => graph.Links[l].To == n).OrderBy(l => centres[l][^2])], (l, at) => centres[l][^1] = at);
        }

        return new SankeyPlan(graph, scale, nodes, [.. graph.Links.Select((link, l) => new PlacedLink(graph.Nodes[link.From].Layer, centres[l], link.Value * scale))]);
    }

    /// <summary>Ribbons touch a box side by side, in the order of where they come from or go to.</summary>
    private static void PlaceEnds(SankeyGraph graph, PlacedNode node, double scale, int[] links, Action<int, double> put)
    {
        double at = node.Start + ((node.Size - (links.Sum(l => graph.Links[l].Value) * scale)) / 2);
        foreach (int l in links)
        {
            double width = graph.Links[l].Value * scale;
            put(l, at + (width / 2));
            at += width;
        }
    }
}
