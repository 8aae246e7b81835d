using Offtake.Model.Chain;

namespace Offtake.Simulation.Opening;

/// <summary>What closes the balance of a commodity at the opening, by commodity. Structure only.</summary>
internal sealed class ClosingLists
{
    public ClosingLists(ChainLayout layout)
    {
        int[] commodities = [.. Enumerable.Range(0, layout.Commodities.Length)];
        IsBalanced = [.. commodities.Select(c => layout.Commodities[c].Pricing == Pricing.Posted && !layout.OpeningOrder.Contains(c))];
        Rates = [.. commodities.Select(c => layout.Lists.MakersBuyers.Where(b => IsClosingRate(layout, layout.Buyers[b], c)).ToArray())];
        Uses = [.. commodities.Select(c => Enumerable.Range(0, layout.Uses.Length).Where(k => layout.Uses[k].Closes == c).ToArray())];
        UpstreamFirst = OrderOfMixing(layout);
        FirstMaker = [.. commodities.Select(c => Array.FindIndex(layout.Sectors, s => layout.Processes[s.Process].Drive == Drive.Orders && layout.Processes[s.Process].Output == c))];
    }

    /// <summary>Commodities so that what goes into one stands before it as far as recycling allows: the order in which a round of the opening mixes them.</summary>
    public int[] UpstreamFirst { get; }

    /// <summary>Whether what is made of it must be used up: posted, and not made to order.</summary>
    public bool[] IsBalanced { get; }

    /// <summary>Buyers whose recipe rate closes it.</summary>
    public int[][] Rates { get; }

    /// <summary>Uses that close it.</summary>
    public int[][] Uses { get; }

    /// <summary>The first sector that makes it to order; -1 for none.</summary>
    public int[] FirstMaker { get; }

    // A circle is entered at the first of its commodities. Goods in use that are collected as scrap close the largest circle and count for no link here.
    private static int[] OrderOfMixing(ChainLayout layout)
    {
        List<int> open = [.. Enumerable.Range(0, layout.Commodities.Length)];
        var order = new List<int>();
        while (open.Count > 0)
        {
            int next = Math.Max(0, open.FindIndex(c => !layout.Processes.Any(p => Makes(p, c) && p.Inputs.Any(i => i.Commodity != c && open.Contains(i.Commodity)))));
            order.Add(open[next]);
            open.RemoveAt(next);
        }

        return [.. order];
    }

    private static bool Makes(Process process, int commodity) =>
        process.Output == commodity || process.Shares.Any(s => s.Commodity == commodity) || process.Yields.Any(y => y.Commodity == commodity);

    private static bool IsClosingRate(ChainLayout layout, BuyerLink buyer, int commodity) =>
        layout.Markets[buyer.Market].Commodity == commodity && layout.Processes[layout.Sectors[buyer.Sector].Process].Inputs[buyer.Input].Closes;
}
