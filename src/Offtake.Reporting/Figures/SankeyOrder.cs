namespace Offtake.Reporting.Figures;

/// <summary>Orders the slots within layers so that few flows cross.</summary>
internal static class SankeyOrder
{
    private const int Sweeps = 24;

    /// <summary>Sweeps forth and back, each time ordering a layer by the mean rank of its neighbours, and keeps the order with the fewest crossings.</summary>
    public static void Settle(SankeySlots slots)
    {
        foreach (List<SankeySlot> layer in slots.Layers) Sort(layer, s => 0);
        SankeySlot[][] best = Snapshot(slots);
        double fewest = Crossings(slots);
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            bool forth = sweep % 2 == 0;
            foreach (List<SankeySlot> layer in forth ? slots.Layers : slots.Layers.Reverse())
            {
                foreach (SankeySlot slot in layer) slot.Wish = MeanRank(forth ? slot.Before : slot.After, slot.Rank);
                Sort(layer, s => s.Wish);
            }

            double crossings = Crossings(slots);
            if (crossings >= fewest) continue;
            fewest = crossings;
            best = Snapshot(slots);
        }

        for (int i = 0; i < best.Length; i++) Replace(slots.Layers[i], best[i]);
    }

    /// <summary>Takes over the order of slots that hold at least the same boxes and flows.</summary>
    public static void Follow(SankeySlots slots, SankeySlots model)
    {
        Dictionary<(int, int, int), double> ranks = model.Layers.SelectMany(l => l).ToDictionary(s => s.Key, s => s.Rank);
        foreach (List<SankeySlot> layer in slots.Layers) Replace(layer, [.. layer.OrderBy(s => ranks.GetValueOrDefault(s.Key, 1))]);
    }

    /// <summary>Crossing pairs of flows, each weighted by the smaller one.</summary>
    public static double Crossings(SankeySlots slots)
    {
        double sum = 0;
        foreach (List<SankeySlot> layer in slots.Layers)
        {
            var links = layer.SelectMany(s => s.After.Select(a => (From: s.Rank, To: a.Slot.Rank, a.Flow))).ToArray();
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

    private static void Sort(List<SankeySlot> layer, Func<SankeySlot, double> wish) =>
        Replace(layer, [.. layer.OrderBy(s => s.IsEdge).ThenBy(wish).ThenBy(s => s.Key)]);

    private static void Replace(List<SankeySlot> layer, SankeySlot[] order)
    {
        layer.Clear();
        layer.AddRange(order);
        for (int i = 0; i < layer.Count; i++) layer[i].Rank = (i + 0.5) / layer.Count;
    }

    private static SankeySlot[][] Snapshot(SankeySlots slots) => [.. slots.Layers.Select(l => l.ToArray())];

    private static double MeanRank(List<(SankeySlot Slot, double Flow)> neighbours, double otherwise)
    {
        double sum = neighbours.Sum(n => n.Flow);
        return sum > 0 ? neighbours.Sum(n => n.Flow * n.Slot.Rank) / sum : otherwise;
    }
}
