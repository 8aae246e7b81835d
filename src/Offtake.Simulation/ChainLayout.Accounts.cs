namespace Offtake.Simulation;

/// <summary>Where content can end when it leaves the accounts of goods, or where it comes from.</summary>
public enum Sink
{
    /// <summary>Ore in the ground; its account goes negative as ore is mined.</summary>
    Nature,

    /// <summary>Mined content that did not reach the concentrate.</summary>
    Tailings,

    /// <summary>Content a process did not share out.</summary>
    ProcessLoss,

    /// <summary>Content used up in use, such as a catalyst.</summary>
    Dissipated,

    /// <summary>Content of retired goods that were not collected.</summary>
    Landfill,

    /// <summary>Content of unsold stock that sellers disposed of.</summary>
    Disposed,

    /// <summary>Content bought into a state's reserve.</summary>
    Reserve,
}

/// <content>Numbering of accounts and lanes.</content>
public sealed partial class ChainLayout
{
    private const int SinkKinds = (int)Sink.Reserve + 1;

    /// <summary>Commodity of each account of goods.</summary>
    public int[] CommodityOf { get; }

    /// <summary>First lane of each account of goods, and one past the last.</summary>
    public int[] LaneStart { get; }

    /// <summary>Number of lanes of goods, sinks and nature together.</summary>
    public int LaneCount { get; }

    /// <summary>Element of each lane.</summary>
    public int[] ElementOfLane { get; }

    /// <summary>Number of accounts of goods.</summary>
    public int AccountCount => CommodityOf.Length;

    /// <summary>The account of a market's sellers.</summary>
    public static int Seller(int market) => market;

    /// <summary>The account of a buyer's stock.</summary>
    public int Buyer(int buyer) => Markets.Length + buyer;

    /// <summary>The account of goods under way on a route.</summary>
    public int UnderWay(int route) => Markets.Length + Buyers.Length + route;

    /// <summary>The account of goods in use.</summary>
    public int InUse(int use) => Markets.Length + Buyers.Length + Routes.Length + use;

    /// <summary>The lane of a sink in a region for an element.</summary>
    public int SinkLane(Sink sink, int region, int element) =>
        LaneStart[^1] + (((((int)sink) * Chain.Regions.Count) + region) * ElementCount) + element;

    /// <summary>The name of the account that a lane belongs to, for messages.</summary>
    public string AccountName(int lane)
    {
        if (lane >= LaneStart[^1])
        {
            int place = (lane - LaneStart[^1]) / ElementCount;
            return $"{(Sink)(place / Chain.Regions.Count)} of {Chain.Regions[place % Chain.Regions.Count].Id}";
        }

        int account = Array.FindLastIndex(LaneStart, start => start <= lane);
        while (LaneStart[account] == LaneStart[account + 1]) account--;
        return AccountOfGoodsName(account);
    }

    /// <summary>The name of an account of goods, for messages.</summary>
    public string AccountOfGoodsName(int account)
    {
        string commodity = Commodities[CommodityOf[account]].Id;
        if (account < Markets.Length) return $"sellers' stock of {commodity} in {Chain.Regions[Markets[account].Region].Id}";
        if (account < UnderWay(0))
        {
            BuyerLink buyer = Buyers[account - Markets.Length];
            string who = buyer.Use >= 0 ? Uses[buyer.Use].Id : SectorName(buyer.Sector);
            return $"stock of {commodity} held by {who}";
        }

        if (account < InUse(0))
        {
            Model.Chain.Route route = Routes[account - UnderWay(0)];
            return $"{commodity} under way from {Chain.Regions[route.From].Id} to {Chain.Regions[route.To].Id}";
        }

        return $"{commodity} in use for {Uses[account - InUse(0)].Id}";
    }

    /// <summary>The name of a sector, such as <c>separation@region</c>.</summary>
    public string SectorName(int sector) => $"{Processes[Sectors[sector].Process].Id}@{Chain.Regions[Sectors[sector].Region].Id}";

    private int[] ListElementsOfLanes()
    {
        var elements = new int[LaneCount];
        for (int a = 0; a < AccountCount; a++)
        {
            int[] of = ElementsOf[CommodityOf[a]];
            for (int j = 0; j < of.Length; j++) elements[LaneStart[a] + j] = of[j];
        }

        for (int lane = LaneStart[^1]; lane < LaneCount; lane++) elements[lane] = (lane - LaneStart[^1]) % ElementCount;
        return elements;
    }
}
