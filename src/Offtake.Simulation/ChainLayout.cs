using Offtake.Model.Chain;

namespace Offtake.Simulation;

/// <summary>The structure of a value chain as index arrays, compiled once per world and shared by all futures. It holds no numbers.</summary>
/// <remarks>
/// Indices: e element, c commodity, r region, m market, s sector (a process in a region), f facility, b buyer, k use, q route.
/// Accounts of goods are numbered sellers first (account = market), then buyers, then goods under way, then goods in use.
/// Every account has lanes, one for each element its commodity can contain; sinks and nature follow with one lane per element and region.
/// </remarks>
public sealed partial class ChainLayout
{
    private readonly Drive[] _drive;
    private readonly int[] _outputMarket;
    private readonly int[] _feedMarket;

    /// <summary>Compiles the structure of a chain.</summary>
    public ChainLayout(ValueChain chain)
    {
        Chain = chain;
        ElementCount = chain.Elements.Count;
        Commodities = [.. chain.Commodities];
        Processes = [.. chain.Processes];
        Facilities = [.. chain.Facilities];
        Markets = [.. chain.Markets];
        Routes = [.. chain.Routes];
        Uses = [.. chain.Uses];
        Cities = [.. chain.Cities];
        MarketOf = IndexMarkets(chain);
        Sectors = FindSectors(chain);
        SectorOf = [.. chain.Facilities.Select(f => Array.FindIndex(Sectors, s => s.Process == f.Process && s.Region == f.Region))];
        _drive = [.. Sectors.Select(s => chain.Processes[s.Process].Drive)];
        _outputMarket = [.. Sectors.Select(s => MarketOf[chain.Processes[s.Process].Output, s.Region])];
        _feedMarket = [.. Sectors.Select((s, i) => _drive[i] == Drive.Feed ? MarketOf[chain.Processes[s.Process].Inputs[0].Commodity, s.Region] : -1)];
        Buyers = FindBuyers(chain, Sectors, MarketOf);
        BuyerOfUse = [.. Enumerable.Range(0, chain.Uses.Count).Select(k => Array.FindIndex(Buyers, b => b.Use == k))];
        BuyersOfMarket = Group(Buyers.Length, chain.Markets.Count, b => Buyers[b].Market);
        BuyersOfSector = Group(Buyers.Length, Sectors.Length, b => Buyers[b].Sector);
        Substitutions = FindSubstitutions(chain, Sectors, BuyersOfSector);
        FacilitiesOfSector = Group(chain.Facilities.Count, Sectors.Length, f => SectorOf[f]);
        RouteFrom = [.. chain.Routes.Select(q => MarketOf[q.Commodity, q.From])];
        RouteTo = [.. chain.Routes.Select(q => MarketOf[q.Commodity, q.To])];
        RoutesOut = Group(chain.Routes.Count, chain.Markets.Count, q => RouteFrom[q]);
        RoutesIn = Group(chain.Routes.Count, chain.Markets.Count, q => RouteTo[q]);
        IsPosted = [.. chain.Markets.Select(m => chain.Commodities[m.Commodity].Pricing == Pricing.Posted)];
        MakersOfMarket = Group(Sectors.Length, chain.Markets.Count, s => DriveOf(s) == Drive.Orders ? OutputMarket(s) : -1);
        FeedersOfMarket = Group(Sectors.Length, chain.Markets.Count, s => DriveOf(s) == Drive.Feed ? FeedMarket(s) : -1);
        Recipes = [.. Sectors.Select(s => new SectorRecipe(chain, s, MarketOf))];
        MainOutput = [.. Recipes.Select((r, s) => Array.IndexOf(r.OutputMarkets, OutputMarket(s)))];
        MarketsOfCommodity = Group(chain.Markets.Count, chain.Commodities.Count, m => chain.Markets[m].Commodity);
        MinesOfMarket = Group(chain.Facilities.Count, chain.Markets.Count, f => DriveOf(SectorOf[f]) == Drive.Margin ? OutputMarket(SectorOf[f]) : -1);
        AnchorsOfMarket = [.. Enumerable.Range(0, chain.Markets.Count).Select(FindAnchors)];
        OpeningOrder = OrderOfMaking(chain);

        int accounts = chain.Markets.Count + Buyers.Length + chain.Routes.Count + chain.Uses.Count;
        CommodityOf = new int[accounts];
        for (int m = 0; m < chain.Markets.Count; m++) CommodityOf[Seller(m)] = chain.Markets[m].Commodity;
        for (int b = 0; b < Buyers.Length; b++) CommodityOf[Buyer(b)] = chain.Markets[Buyers[b].Market].Commodity;
        for (int q = 0; q < chain.Routes.Count; q++) CommodityOf[UnderWay(q)] = chain.Routes[q].Commodity;
        for (int k = 0; k < chain.Uses.Count; k++) CommodityOf[InUse(k)] = chain.Uses[k].Commodity;
        ElementsOf = [.. chain.Commodities.Select(c => c.Elements.ToArray())];
        LaneStart = new int[accounts + 1];
        for (int a = 0; a < accounts; a++) LaneStart[a + 1] = LaneStart[a] + ElementsOf[CommodityOf[a]].Length;
        LaneCount = LaneStart[accounts] + (SinkKinds * chain.Regions.Count * ElementCount);
        ElementOfLane = ListElementsOfLanes();
        Lists = new LayoutLists(this);
        Closing = new Opening.ClosingLists(this);
        Payments = new Treasury.PaymentLists(this);
    }

    /// <summary>The structure this layout was compiled from.</summary>
    public ValueChain Chain { get; }

    /// <summary>Commodities of the chain, as an array.</summary>
    public Commodity[] Commodities { get; }

    /// <summary>Processes of the chain, as an array.</summary>
    public Process[] Processes { get; }

    /// <summary>Facilities of the chain, as an array.</summary>
    public Facility[] Facilities { get; }

    /// <summary>Markets of the chain, as an array.</summary>
    public Market[] Markets { get; }

    /// <summary>Routes of the chain, as an array.</summary>
    public Route[] Routes { get; }

    /// <summary>Uses of the chain, as an array.</summary>
    public Use[] Uses { get; }

    /// <summary>Cities of the chain, as an array.</summary>
    public City[] Cities { get; }

    /// <summary>Number of ledger elements.</summary>
    public int ElementCount { get; }

    /// <summary>Market by commodity and region; -1 where there is none.</summary>
    public int[,] MarketOf { get; }

    /// <summary>Processes in regions.</summary>
    public Sector[] Sectors { get; }

    /// <summary>Sector of each facility.</summary>
    public int[] SectorOf { get; }

    /// <summary>Who orders on posted markets.</summary>
    public BuyerLink[] Buyers { get; }

    /// <summary>Buyer of each use.</summary>
    public int[] BuyerOfUse { get; }

    /// <summary>Buyers by market.</summary>
    public int[][] BuyersOfMarket { get; }

    /// <summary>Buyers by sector, in the order of the recipe's inputs.</summary>
    public int[][] BuyersOfSector { get; }

    /// <summary>Inputs that can stand in for another input of their sector.</summary>
    public Substitution[] Substitutions { get; }

    /// <summary>Facilities by sector.</summary>
    public int[][] FacilitiesOfSector { get; }

    /// <summary>Market of origin by route.</summary>
    public int[] RouteFrom { get; }

    /// <summary>Market of destination by route.</summary>
    public int[] RouteTo { get; }

    /// <summary>Routes leaving a market.</summary>
    public int[][] RoutesOut { get; }

    /// <summary>Routes entering a market.</summary>
    public int[][] RoutesIn { get; }

    /// <summary>Whether sellers post a price in the market; otherwise a formula sets it.</summary>
    public bool[] IsPosted { get; }

    /// <summary>Place of its main output among a sector's outputs.</summary>
    public int[] MainOutput { get; }

    /// <summary>Markets by commodity.</summary>
    public int[][] MarketsOfCommodity { get; }

    /// <summary>Mines, as facilities, by the market their concentrate goes to.</summary>
    public int[][] MinesOfMarket { get; }

    /// <summary>Sectors whose cost anchors the price of a market, each with the place of the market among its outputs.</summary>
    public (int Sector, int Output)[][] AnchorsOfMarket { get; }

    /// <summary>Sectors that make to order for a market.</summary>
    public int[][] MakersOfMarket { get; }

    /// <summary>Sectors that run on the pool of a market.</summary>
    public int[][] FeedersOfMarket { get; }

    /// <summary>Where the content goes, by sector.</summary>
    public SectorRecipe[] Recipes { get; }

    /// <summary>Commodities made to order, the last to be made first: the order in which needs are traced back at the opening.</summary>
    public int[] OpeningOrder { get; }

    /// <summary>Elements by commodity, ascending.</summary>
    public int[][] ElementsOf { get; }

    /// <summary>Who belongs to whom, as lists that the phases walk.</summary>
    internal LayoutLists Lists { get; }

    /// <summary>Who pays whom.</summary>
    internal Treasury.PaymentLists Payments { get; }

    /// <summary>What closes the balance of commodities at the opening.</summary>
    internal Opening.ClosingLists Closing { get; }

    /// <summary>What decides the rate of a sector.</summary>
    public Drive DriveOf(int sector) => _drive[sector];

    /// <summary>The market a sector makes its main output for.</summary>
    public int OutputMarket(int sector) => _outputMarket[sector];

    /// <summary>The pool a feed-driven sector runs on.</summary>
    public int FeedMarket(int sector) => _feedMarket[sector];

    private (int Sector, int Output)[] FindAnchors(int market) =>
    [
        .. Enumerable.Range(0, Sectors.Length)
            .Where(s => Processes[Sectors[s].Process].AnchorsPrice && DriveOf(s) != Drive.Margin)
            .Select(s => (s, Array.IndexOf(Recipes[s].OutputMarkets, market)))
            .Where(a => a.Item2 >= 0),
    ];

    private static int[,] IndexMarkets(ValueChain chain)
    {
        var index = new int[chain.Commodities.Count, chain.Regions.Count];
        for (int c = 0; c < chain.Commodities.Count; c++)
        {
            for (int r = 0; r < chain.Regions.Count; r++) index[c, r] = -1;
        }

        for (int m = 0; m < chain.Markets.Count; m++) index[chain.Markets[m].Commodity, chain.Markets[m].Region] = m;
        return index;
    }

    private static Sector[] FindSectors(ValueChain chain) =>
        [.. chain.Facilities.Select(f => new Sector(f.Process, f.Region)).Distinct()];

    private static BuyerLink[] FindBuyers(ValueChain chain, Sector[] sectors, int[,] marketOf)
    {
        var buyers = new List<BuyerLink>();
        for (int s = 0; s < sectors.Length; s++)
        {
            Process process = chain.Processes[sectors[s].Process];
            if (process.Drive != Drive.Orders) continue;
            for (int i = 0; i < process.Inputs.Count; i++)
                buyers.Add(new BuyerLink(marketOf[process.Inputs[i].Commodity, sectors[s].Region], s, i, -1));
        }

        for (int k = 0; k < chain.Uses.Count; k++)
            buyers.Add(new BuyerLink(marketOf[chain.Uses[k].Commodity, chain.Uses[k].Region], -1, -1, k));
        return [.. buyers];
    }

    private static Substitution[] FindSubstitutions(ValueChain chain, Sector[] sectors, int[][] buyersOfSector)
    {
        var found = new List<Substitution>();
        for (int s = 0; s < sectors.Length; s++)
        {
            IReadOnlyList<ProcessInput> inputs = chain.Processes[sectors[s].Process].Inputs;
            for (int i = 0; i < buyersOfSector[s].Length; i++)
            {
                if (inputs[i].Displaces is not { } displaced) continue;
                int other = inputs.Select(x => x.Commodity).ToList().IndexOf(displaced.Commodity);
                found.Add(new Substitution(buyersOfSector[s][i], buyersOfSector[s][other], displaced.Amount));
            }
        }

        return [.. found];
    }

    /// <summary>Made-to-order commodities so that every user of a commodity stands before its makers.</summary>
    private static int[] OrderOfMaking(ValueChain chain)
    {
        var order = new List<int>();
        var makers = chain.Processes.Where(p => p.Drive == Drive.Orders).ToList();
        var open = makers.Select(p => p.Output).Distinct().ToList();
        while (open.Count > 0)
        {
            int next = open.FindIndex(c => !makers.Any(p => open.Contains(p.Output) && p.Output != c && p.Inputs.Any(i => i.Commodity == c)));
            if (next < 0) throw new InvalidOperationException($"Recipes made to order form a circle among {string.Join(", ", open.Select(c => chain.Commodities[c].Id))}.");
            order.Add(open[next]);
            open.RemoveAt(next);
        }

        return [.. order];
    }

    private static int[][] Group(int count, int groups, Func<int, int> groupOf)
    {
        var members = new List<int>[groups];
        for (int g = 0; g < groups; g++) members[g] = [];
        for (int i = 0; i < count; i++)
        {
            if (groupOf(i) >= 0) members[groupOf(i)].Add(i);
        }

        return [.. members.Select(m => m.ToArray())];
    }
}

/// <summary>A process in a region: facilities that share a recipe, a feed stock and the markets they sell to.</summary>
public readonly record struct Sector(int Process, int Region);

/// <summary>A buyer whose input can stand in for that of another buyer of its sector, and how much of it one unit displaces.</summary>
public readonly record struct Substitution(int Buyer, int Displaced, Model.Evidence.Parameter Displaces);

/// <summary>Somebody who orders on a posted market: a sector for one of its inputs, or a final use. The other indices are -1.</summary>
public readonly record struct BuyerLink(int Market, int Sector, int Input, int Use);
