namespace Offtake.Reporting.Figures;

/// <summary>A box, or the passage of a flow through a layer it skips.</summary>
internal sealed class SankeySlot
{
    /// <summary>Origin and destination of the flow, the same twice for a box, and the layer.</summary>
    public required (int From, int To, int Layer) Key { get; init; }

    /// <summary>What passes through.</summary>
    public required double Flow { get; init; }

    /// <summary>Whether it keeps to the edge, as losses do.</summary>
    public required bool IsEdge { get; init; }

    /// <summary>Whether it is a passage and not a box.</summary>
    public bool IsPassage { get; init; }

    /// <summary>Neighbours in the layer before, with flows.</summary>
    public List<(SankeySlot Slot, double Flow)> Before { get; } = [];

    /// <summary>Neighbours in the layer behind, with flows.</summary>
    public List<(SankeySlot Slot, double Flow)> After { get; } = [];

    /// <summary>Place within its layer, 0 to 1.</summary>
    public double Rank { get; set; }

    /// <summary>Place it would like, in the unit of the step at hand.</summary>
    public double Wish { get; set; }

    /// <summary>Length along its layer.</summary>
    public double Size { get; set; }

    /// <summary>Its middle along its layer.</summary>
    public double Centre { get; set; }
}

/// <summary>The boxes of a graph, and a passage for every layer that a flow skips, so that flows run between boxes and not behind them.</summary>
internal sealed class SankeySlots
{
    /// <summary>Builds the slots of a graph. Boxes that nothing passes through get no room.</summary>
    public SankeySlots(SankeyGraph graph)
    {
        Layers = [.. Enumerable.Range(0, graph.LayerCount).Select(_ => new List<SankeySlot>())];
        Boxes = [.. graph.Nodes.Select((node, n) => new SankeySlot { Key = (n, n, node.Layer), Flow = graph.Through(n), IsEdge = node.IsLoss })];
        foreach (SankeySlot box in Boxes.Where(b => b.Flow > 0)) Layers[box.Key.Layer].Add(box);
        Chains = [.. graph.Links.Select(link => ChainOf(graph, link))];
    }

    /// <summary>Slots by layer, in order.</summary>
    public IReadOnlyList<List<SankeySlot>> Layers { get; }

    /// <summary>The slot of each box.</summary>
    public IReadOnlyList<SankeySlot> Boxes { get; }

    /// <summary>The slots that each flow runs through, both ends included.</summary>
    public IReadOnlyList<IReadOnlyList<SankeySlot>> Chains { get; }

    private SankeySlot[] ChainOf(SankeyGraph graph, SankeyLink link)
    {
        List<SankeySlot> chain = [Boxes[link.From]];
        for (int layer = graph.Nodes[link.From].Layer + 1; layer < graph.Nodes[link.To].Layer; layer++)
        {
            var passage = new SankeySlot { Key = (link.From, link.To, layer), Flow = link.Value, IsEdge = graph.Nodes[link.To].IsLoss, IsPassage = true };
            chain.Add(passage);
            Layers[layer].Add(passage);
        }

        chain.Add(Boxes[link.To]);
        for (int i = 1; i < chain.Count; i++)
        {
            chain[i - 1].After.Add((chain[i], link.Value));
            chain[i].Before.Add((chain[i - 1], link.Value));
        }

        return [.. chain];
    }
}
