using Offtake.Reporting.Figures;

namespace Offtake.Reporting.Readings;

/// <summary>Gives the boxes of a flow picture their layers: makers by how many makers come before them, users last, ends right behind where they begin.</summary>
internal sealed class FlowLayers
{
    private readonly FlowNaming _naming;
    private readonly string[] _nodes;
    private readonly Dictionary<string, string> _box;
    private readonly SankeyNode[] _boxes;
    private readonly string[] _names;

    /// <summary>Takes every flow that may occur in any picture.</summary>
    public FlowLayers(FlowNaming naming, Dictionary<(string From, string To), double> links)
    {
        _naming = naming;
        Links = [.. links.OrderByDescending(l => l.Value).ThenBy(l => l.Key.From, StringComparer.Ordinal).ThenBy(l => l.Key.To, StringComparer.Ordinal)];
        string[] nodes = [.. Links.SelectMany(l => new[] { l.Key.From, l.Key.To }).Distinct()];
        Dictionary<string, int> layers = LayersOf(nodes);
        _names = NamesOf(nodes, layers);

        // Ends of one name in one layer are one box.
        _box = nodes.ToDictionary(n => n, n => FlowNaming.IsEnd(n)
            ? nodes.First(o => layers[o] == layers[n] && FlowNaming.IsEnd(o) && naming.LongName(o) == naming.LongName(n)) : n);
        _nodes = [.. nodes.Where(n => _box[n] == n)];
        _boxes = [.. _nodes.Select(n => new SankeyNode(naming.ShortName(n, _names[layers[n]]), layers[n], naming.Style(n), FlowNaming.IsEnd(n)))];
    }

    /// <summary>Every flow, the largest first.</summary>
    public IReadOnlyList<KeyValuePair<(string From, string To), double>> Links { get; }

    /// <summary>A graph of some of the flows with all boxes.</summary>
    public SankeyGraph Graph(IEnumerable<(string From, string To, double Value)> links) => new(
        _boxes,
        [.. links.GroupBy(l => (l.From, To: _box[l.To])).Select(g => new SankeyLink(_nodes.IndexOf(g.Key.From), _nodes.IndexOf(g.Key.To), g.Sum(l => l.Value)))],
        _names);

    private Dictionary<string, int> LayersOf(string[] nodes)
    {
        var layers = new Dictionary<string, int>();
        IEnumerable<string> From(string to) => Links.Where(l => l.Key.To == to).Select(l => l.Key.From);
        IEnumerable<string> To(string from) => Links.Where(l => l.Key.From == from).Select(l => l.Key.To);
        foreach (string node in nodes.Where(n => !FlowNaming.IsTerminal(n)).OrderBy(_naming.Order))
            layers[node] = From(node).Where(layers.ContainsKey).Select(f => layers[f] + 1).DefaultIfEmpty(0).Max();
        foreach (string source in nodes.Where(n => !FlowNaming.IsTerminal(n) && !FlowNaming.IsMine(n) && !From(n).Any()))
            layers[source] = Math.Max(0, To(source).Where(layers.ContainsKey).Select(t => layers[t] - 1).DefaultIfEmpty(0).Min());
        int last = layers.Values.DefaultIfEmpty(0).Max() + 1;
        foreach (string node in nodes.Where(FlowNaming.IsTerminal))
            layers[node] = FlowNaming.IsUse(node) ? last : From(node).Select(f => layers[f] + 1).DefaultIfEmpty(last).Max();
        return layers;
    }

    private string[] NamesOf(string[] nodes, Dictionary<string, int> layers)
    {
        int last = layers.Values.DefaultIfEmpty(0).Max();
        string[] names = new string[last + 1];
        for (int layer = 0; layer <= last; layer++)
        {
            string? biggest = nodes.Where(n => layers[n] == layer && !FlowNaming.IsTerminal(n) && (layer > 0 || FlowNaming.IsMine(n)))
                .OrderByDescending(n => Links.Where(l => l.Key.From == n).Sum(l => l.Value)).FirstOrDefault();
            names[layer] = layer == last ? "Use" : biggest is null ? "" : _naming.StageName(biggest);
        }

        return names;
    }
}
