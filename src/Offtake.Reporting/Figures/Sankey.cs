namespace Offtake.Reporting.Figures;

/// <summary>A box that flow passes through.</summary>
/// <param name="Name">Name for readers.</param>
/// <param name="Layer">Its place from first to last, from 0.</param>
/// <param name="Style">Which of the eight styles; -1 for grey, -2 for neutral.</param>
/// <param name="IsLoss">Whether what enters is lost; such boxes keep to the edge.</param>
internal sealed record SankeyNode(string Name, int Layer, int Style, bool IsLoss);

/// <summary>A flow from a box to one in a later layer.</summary>
/// <param name="From">Index of the box it leaves.</param>
/// <param name="To">Index of the box it enters.</param>
/// <param name="Value">How much, in the unit of the figure.</param>
internal sealed record SankeyLink(int From, int To, double Value);

/// <summary>Boxes and flows before they have a place.</summary>
internal sealed record SankeyGraph(IReadOnlyList<SankeyNode> Nodes, IReadOnlyList<SankeyLink> Links, IReadOnlyList<string> LayerNames)
{
    /// <summary>Number of layers.</summary>
    public int LayerCount => Nodes.Count == 0 ? 0 : Nodes.Max(n => n.Layer) + 1;

    /// <summary>Boxes that something passes through.</summary>
    public IEnumerable<int> Shown => Enumerable.Range(0, Nodes.Count).Where(n => Through(n) > 0);

    /// <summary>What a box holds: the larger of what enters and what leaves.</summary>
    public double Through(int node) => Math.Max(Links.Where(l => l.To == node).Sum(l => l.Value), Links.Where(l => l.From == node).Sum(l => l.Value));
}

/// <summary>Where a box ended up along its layer.</summary>
internal readonly record struct PlacedNode(double Start, double Size)
{
    /// <summary>Its middle.</summary>
    public double Centre => Start + (Size / 2);
}

/// <summary>Where a flow runs: the middle of its ribbon at each layer it touches, first and last included.</summary>
/// <param name="FirstLayer">Layer of the first entry of <paramref name="Centres"/>.</param>
/// <param name="Centres">Middle of the ribbon, layer by layer.</param>
/// <param name="Width">Width of the ribbon everywhere.</param>
internal sealed record PlacedLink(int FirstLayer, IReadOnlyList<double> Centres, double Width);

/// <summary>A finished layout along one direction; drawing it across or down the page is a separate matter.</summary>
/// <param name="Graph">What was laid out.</param>
/// <param name="Scale">Length per unit of flow.</param>
/// <param name="Nodes">Places of boxes.</param>
/// <param name="Links">Places of flows.</param>
internal sealed record SankeyPlan(SankeyGraph Graph, double Scale, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedLink> Links);
