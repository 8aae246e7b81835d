namespace Offtake.Reporting.Figures;

/// <summary>
/// Gives boxes and ribbons their places. Flows that skip layers get a place of their own in every layer they pass, so that they run between boxes
/// and not behind them. Sweeps forth and back order each layer by the mean place of its neighbours and then pull boxes towards them. Boxes that
/// nothing passes through get no room.
/// </summary>
internal sealed class SankeyLayout
{
    private const int Sweeps = 24;

    private readonly SankeyGraph _graph;
    private readonly double _length;
    private readonly double _gap;
    private readonly double _smallest;
    private readonly List<Slot> _slots = [];
    private readonly List<List<int>> _layers = [];
    private readonly List<int>[] _chains;

    private SankeyLayout(SankeyGraph graph, double length, double gap, double smallest)
    {
        _graph = graph;
        _length = length;
        _gap = gap;
        _smallest = smallest;
        _chains = new List<int>[graph.Links.Count];
        BuildSlots();
    }

    /// <summary>The largest scale at which every layer fits.</summary>
    public static double ScaleThatFits(SankeyGraph graph, double length, double gap, double smallest = 1)
    {
        var layout = new SankeyLayout(graph, length, gap, smallest);
        return layout._layers.Where(l => l.Count > 0)
            .Select(l => (Room: length - ((l.Count - 1) * gap) - (l.Count * smallest), Flow: l.Sum(s => layout._slots[s].Flow)))
            .Where(l => l.Flow > 0).Select(l => Math.Max(l.Room, length * 0.1) / l.Flow).DefaultIfEmpty(1).Min();
    }

    /// <summary>The room along a layer that a graph needs at a scale.</summary>
    public static double LengthNeeded(SankeyGraph graph, double gap, double scale, double smallest = 1)
    {
        var layout = new SankeyLayout(graph, 0, gap, smallest);
        return layout._layers.Where(l => l.Count > 0).Select(l => l.Sum(s => Math.Max(smallest, layout._slots[s].Flow * scale)) + ((l.Count - 1) * gap)).DefaultIfEmpty(0).Max();
    }

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

        var layout = new SankeyLayout(graph, length, gap, smallest);
        if (orderedLike is null) layout.Order();
        else layout.OrderLike(orderedLike);
        layout.Position(scale);
        return layout.Plan(scale);
    }

    private void BuildSlots()
    {
        for (int layer = 0; layer < _graph.LayerCount; layer++) _layers.Add([]);
        for (int n = 0; n < _graph.Nodes.Count; n++)
        {
            SankeyNode node = _graph.Nodes[n];
            double flow = _graph.Through(n);
            if (flow > 0) _layers[node.Layer].Add(_slots.Count);
            _slots.Add(new Slot { Flow = flow, Edge = node.IsLoss, Key = (n, n, node.Layer) });
        }

        for (int l = 0; l < _graph.Links.Count; l++)
        {
            SankeyLink link = _graph.Links[l];
            List<int> chain = [link.From];
            for (int layer = _graph.Nodes[link.From].Layer + 1; layer < _graph.Nodes[link.To].Layer; layer++)
            {
                chain.Add(_slots.Count);
                _layers[layer].Add(_slots.Count);
                _slots.Add(new Slot { Flow = link.Value, IsPassage = true, Edge = _graph.Nodes[link.To].IsLoss, Key = (link.From, link.To, layer) });
            }

            chain.Add(link.To);
            _chains[l] = chain;
            for (int i = 1; i < chain.Count; i++)
            {
                _slots[chain[i - 1]].After.Add((chain[i], link.Value));
                _slots[chain[i]].Before.Add((chain[i - 1], link.Value));
            }
        }
    }

    private void Order()
    {
        foreach (List<int> layer in _layers)
        {
            layer.Sort((a, b) => (_slots[a].Edge, a).CompareTo((_slots[b].Edge, b)));
            Rank(layer);
        }

        List<int>[] best = [.. _layers.Select(l => l.ToList())];
        double fewest = Crossings();
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            bool forth = sweep % 2 == 0;
            for (int i = 0; i < _layers.Count; i++)
            {
                List<int> layer = _layers[forth ? i : _layers.Count - 1 - i];
                foreach (int s in layer) _slots[s].Wish = MeanRank(forth ? _slots[s].Before : _slots[s].After, _slots[s].Rank);
                List<int> sorted = [.. layer.OrderBy(s => _slots[s].Edge).ThenBy(s => _slots[s].Wish).ThenBy(s => s)];
                layer.Clear();
                layer.AddRange(sorted);
                Rank(layer);
            }

            double crossings = Crossings();
            if (crossings >= fewest) continue;
            fewest = crossings;
            best = [.. _layers.Select(l => l.ToList())];
        }

        for (int i = 0; i < _layers.Count; i++)
        {
            _layers[i].Clear();
            _layers[i].AddRange(best[i]);
            Rank(_layers[i]);
        }
    }

    private void OrderLike(SankeyGraph other)
    {
        var model = new SankeyLayout(other, _length, _gap, _smallest);
        model.Order();
        Dictionary<(int, int, int), double> ranks = model._slots.ToDictionary(s => s.Key, s => s.Rank);
        foreach (List<int> layer in _layers)
        {
            List<int> sorted = [.. layer.OrderBy(s => ranks.GetValueOrDefault(_slots[s].Key, 1))];
            layer.Clear();
            layer.AddRange(sorted);
            Rank(layer);
        }
    }

    private void Rank(List<int> layer)
    {
        for (int i = 0; i < layer.Count; i++) _slots[layer[i]].Rank = (i + 0.5) / layer.Count;
    }

    private double MeanRank(List<(int Slot, double Flow)> neighbours, double otherwise)
    {
        double sum = neighbours.Sum(n => n.Flow);
        return sum > 0 ? neighbours.Sum(n => n.Flow * _slots[n.Slot].Rank) / sum : otherwise;
    }

    /// <summary>Crossing pairs, each weighted by the smaller flow.</summary>
    private double Crossings()
    {
        double sum = 0;
        foreach (List<int> layer in _layers)
        {
            var links = layer.SelectMany(s => _slots[s].After.Select(a => (From: _slots[s].Rank, To: _slots[a.Slot].Rank, a.Flow))).ToArray();
            for (int i = 0; i < links.Length; i++)
            {
                for (int j = i + 1; j < links.Length; j++)
                {
                    if ((links[i].From - links[j].From) * (links[i].To - links[j].To) < 0) sum += Math.Min(links[i].Flow, links[j].Flow);
                }
            }
        }

        return sum;
    }

    private void Position(double scale)
    {
        foreach (Slot slot in _slots) slot.Size = slot.IsPassage ? slot.Flow * scale : Math.Max(_smallest, slot.Flow * scale);
        foreach (List<int> layer in _layers) Settle(layer, s => s.Rank * _length);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            double pull = Math.Pow(0.97, sweep);
            bool forth = sweep % 2 == 0;
            for (int i = 0; i < _layers.Count; i++)
            {
                Settle(_layers[forth ? i : _layers.Count - 1 - i], s =>
                {
                    if (s.Edge && !s.IsPassage) return _length;
                    List<(int Slot, double Flow)> near = forth ? s.Before : s.After;
                    double sum = near.Sum(n => n.Flow);
                    return sum > 0 ? s.Centre + (((near.Sum(n => n.Flow * _slots[n.Slot].Centre) / sum) - s.Centre) * pull) : s.Centre;
                });
            }
        }
    }

    private void Settle(List<int> layer, Func<Slot, double> wish)
    {
        double[] centres = LabelLayout.Spread(
            [.. layer.Select(s => wish(_slots[s]))], [.. layer.Select(s => _slots[s].Size + _gap)], -_gap / 2, _length + (_gap / 2), keepOrder: true);
        for (int i = 0; i < layer.Count; i++) _slots[layer[i]].Centre = centres[i];
    }

    private SankeyPlan Plan(double scale)
    {
        PlacedNode[] nodes = [.. _graph.Nodes.Select((_, n) => new PlacedNode(_slots[n].Centre - (_slots[n].Size / 2), _slots[n].Size))];
        double[][] centres = [.. _chains.Select(c => c.Select(s => _slots[s].Centre).ToArray())];
        for (int n = 0; n < nodes.Length; n++)
        {
            PlaceEnds(nodes[n], scale, [.. Enumerable.Range(0, _chains.Length).Where(l => _graph.Links[l].From == n).OrderBy(l => centres[l][1])], (l, at) => centres[l][0] = at);
            PlaceEnds(nodes[n], scale, [.. Enumerable.Range(0, _chains.Length).Where(l => _graph.Links[l].To == n).OrderBy(l => centres[l][^2])], (l, at) => centres[l][^1] = at);
        }

        return new SankeyPlan(_graph, scale, nodes,
            [.. _graph.Links.Select((link, l) => new PlacedLink(_graph.Nodes[link.From].Layer, centres[l], link.Value * scale))]);
    }

    private void PlaceEnds(PlacedNode node, double scale, int[] links, Action<int, double> put)
    {
        double at = node.Start + ((node.Size - (links.Sum(l => _graph.Links[l].Value) * scale)) / 2);
        foreach (int l in links)
        {
            double width = _graph.Links[l].Value * scale;
            put(l, at + (width / 2));
            at += width;
        }
    }

    /// <summary>A box, or the passage of a flow through a layer.</summary>
    private sealed class Slot
    {
        public required double Flow { get; init; }

        /// <summary>Origin and destination of the flow, the same for a box, and the layer.</summary>
        public required (int From, int To, int Layer) Key { get; init; }

        public bool IsPassage { get; init; }

        public bool Edge { get; init; }

        public List<(int Slot, double Flow)> Before { get; } = [];

        public List<(int Slot, double Flow)> After { get; } = [];

        public double Rank { get; set; }

        public double Wish { get; set; }

        public double Size { get; set; }

        public double Centre { get; set; }
    }
}
