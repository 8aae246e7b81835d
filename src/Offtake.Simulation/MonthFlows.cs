using Offtake.Model.Quantities;

namespace Offtake.Simulation;

/// <summary>What moved within one month, as columns. It is overwritten by the next month: copy what you want to keep.</summary>
public sealed class MonthFlows
{
    internal MonthFlows(ChainLayout layout)
    {
        int markets = layout.Markets.Length;
        int facilities = layout.Facilities.Length;
        int uses = layout.Uses.Length;
        int routes = layout.Routes.Length;
        int buyers = layout.Buyers.Length;
        int sectors = layout.Sectors.Length;
        Demand = new Amount[buyers];
        Orders = new Amount[buyers];
        Delivered = new Amount[buyers];
        OrdersOfMarket = new Amount[markets];
        Produced = new Amount[markets];
        Arrived = new Amount[markets];
        Released = new Amount[markets];
        Disposed = new Amount[markets];
        Reserved = new Amount[markets];
        WantedOfMarket = new Amount[markets];
        SectorCapacity = new Amount[sectors];
        FeedCost = new UsdPerUnit[markets];
        Array.Fill(FeedCost, new UsdPerUnit(double.NaN));
        CostRise = new double[sectors];
        Wanted = new Amount[facilities];
        Wished = new Amount[facilities];
        Usable = new Amount[facilities];
        Activity = new Amount[facilities];
        SectorActivity = new Amount[sectors];
        SectorWanted = new Amount[sectors];
        InputTaken = new Amount[buyers];
        Requested = new Amount[routes];
        Shipped = new Amount[routes];
        HeldUp = new Amount[routes];
        Wanting = new Amount[uses];
        Used = new Amount[uses];
        Retired = new Amount[uses];
        Collected = new Amount[uses];
        RefusedPurchase = new Usd[layout.Cities.Length];
        RunningCost = new Usd[layout.Cities.Length];
        ProducedFrom = [.. layout.Recipes.Select(r => new Amount[r.OutputMarkets.Length])];
        Entering = new Tonnes[sectors * layout.ElementCount];
        Leaving = [.. layout.Recipes.Select(r => new Tonnes[r.OutputMarkets.Length * layout.ElementCount])];
        PriceLimited = new bool[markets];
        PriceRise = new double[markets];
        QuotaBound = new bool[facilities];
        Smuggled = new Amount[routes];
        Crowding = new double[markets];
        _working = new double[WorkingColumns][];
        int longest = Math.Max(Math.Max(markets, routes), Math.Max(Math.Max(buyers, uses), sectors));
        for (int i = 0; i < WorkingColumns; i++) _working[i] = new double[longest];
        BasketPrice = new UsdPerUnit[facilities];
        TopUp = new UsdPerUnit[facilities];
        FloorPaid = new Usd[facilities];
        PriceSlope = new double[markets];
        ShareOfOrigin = new double[routes];
        NoRent = new UsdPerUnit[routes];
        IsInUse = new bool[routes];
        AllowedShare = new double[routes];
    }

    private const int WorkingColumns = 8;

    private readonly double[][] _working;

    /// <summary>A column for logarithms and exponentials to be taken all at once. What it holds means nothing outside the function that fills it.</summary>
    internal Span<double> Working(int column, int length) => _working[column].AsSpan(0, length);

    /// <summary>Use or feed wanted this month, by buyer.</summary>
    public Amount[] Demand { get; }

    /// <summary>Orders placed by buyer.</summary>
    public Amount[] Orders { get; }

    /// <summary>Delivered by buyer.</summary>
    public Amount[] Delivered { get; }

    /// <summary>Built capacity by sector before anything is added this month.</summary>
    public Amount[] SectorCapacity { get; }

    /// <summary>Average cost of what mines and routes brought into a market without a posted price; NaN where nothing came.</summary>
    public UsdPerUnit[] FeedCost { get; }

    /// <summary>Log of cost over cost at the opening by sector, per revenue for joint products; NaN where it anchors no price.</summary>
    public double[] CostRise { get; }

    /// <summary>Orders placed by the buyers of a market.</summary>
    public Amount[] OrdersOfMarket { get; }

    /// <summary>Added to sellers' stock by makers in the region.</summary>
    public Amount[] Produced { get; }

    /// <summary>Added to sellers' stock by arrivals.</summary>
    public Amount[] Arrived { get; }

    /// <summary>Released from a formula market's pool.</summary>
    public Amount[] Released { get; }

    /// <summary>Disposed of by sellers.</summary>
    public Amount[] Disposed { get; }

    /// <summary>Bought into a state's reserve.</summary>
    public Amount[] Reserved { get; }

    /// <summary>What makers to order together want to make for a market.</summary>
    public Amount[] WantedOfMarket { get; }

    /// <summary>Wanted activity by facility.</summary>
    public Amount[] Wanted { get; }

    /// <summary>Activity that orders or feed would call for if capacity did not limit it, by facility; not kept for mines.</summary>
    public Amount[] Wished { get; }

    /// <summary>Usable capacity by facility.</summary>
    public Amount[] Usable { get; }

    /// <summary>Activity by facility.</summary>
    public Amount[] Activity { get; }

    /// <summary>Activity by sector.</summary>
    public Amount[] SectorActivity { get; }

    /// <summary>Wanted activity by sector.</summary>
    public Amount[] SectorWanted { get; }

    /// <summary>Taken from a buyer's stock for making or use.</summary>
    public Amount[] InputTaken { get; }

    /// <summary>Exports asked for by route.</summary>
    public Amount[] Requested { get; }

    /// <summary>Exports shipped by route; what is smuggled is not among them.</summary>
    public Amount[] Shipped { get; }

    /// <summary>Exports asked for but held up by closures, licences or quotas, by route.</summary>
    public Amount[] HeldUp { get; }

    /// <summary>Final demand by use, before stocks limit it.</summary>
    public Amount[] Wanting { get; }

    /// <summary>Used by use.</summary>
    public Amount[] Used { get; }

    /// <summary>Retired from use.</summary>
    public Amount[] Retired { get; }

    /// <summary>Collected of what was retired.</summary>
    public Amount[] Collected { get; }

    /// <summary>Purchases a city's budget refused.</summary>
    public Usd[] RefusedPurchase { get; }

    /// <summary>Made by sector and output.</summary>
    public Amount[][] ProducedFrom { get; }

    /// <summary>Whether the monthly limit bound the price.</summary>
    public bool[] PriceLimited { get; }

    /// <summary>Log of last month's price over its trend, by market (DEM-6).</summary>
    public double[] PriceRise { get; }

    /// <summary>Whether a quota bound the facility.</summary>
    public bool[] QuotaBound { get; }

    /// <summary>Content that entered each sector, by sector and element.</summary>
    public Tonnes[] Entering { get; }

    /// <summary>Running cost of a city's fleets.</summary>
    public Usd[] RunningCost { get; }

    /// <summary>Content that left each sector in its products, by sector, output and element.</summary>
    public Tonnes[][] Leaving { get; }

    /// <summary>How much of the price gaps on its routes a market's own price closes, by market (LOG-2).</summary>
    public double[] Crowding { get; }

    /// <summary>Left past quota and duty, by route; not part of <see cref="Shipped"/> (LOG-6).</summary>
    public Amount[] Smuggled { get; }

    /// <summary>Formula price of a mine's own basket as margins are taken down, by facility.</summary>
    internal UsdPerUnit[] BasketPrice { get; }

    /// <summary>What the state tops up on a tonne of concentrate then, by facility.</summary>
    internal UsdPerUnit[] TopUp { get; }

    /// <summary>What a treasury paid this month to bring a mine up to its price floor, by facility.</summary>
    internal Usd[] FloorPaid { get; }

    /// <summary>By how much, as a log, the price answers to a unit of stock, β / T, by market; NaN where no stock is aimed at (LOG-2).</summary>
    internal double[] PriceSlope { get; }

    /// <summary>Part of a price gap that the price at the origin closes, by route (LOG-2).</summary>
    internal double[] ShareOfOrigin { get; }

    /// <summary>A rent of nothing, by route.</summary>
    internal UsdPerUnit[] NoRent { get; }

    /// <summary>Share of a request that content rules let through, by route; kept only while a rule stands (LOG-8).</summary>
    internal double[] AllowedShare { get; }

    /// <summary>Whether trade on a route matters to one of its ends, by route.</summary>
    internal bool[] IsInUse { get; }
}
