namespace Offtake.Equilibrium;

/// <summary>Regions that produce, use and trade goods: everything a spatial price equilibrium depends on, in numbers.</summary>
/// <remarks>
/// Quantities are in the unit of their good and money in <see cref="Money"/>; no unit is converted. Curves, routes and activities name
/// goods and regions by index. A market is one good in one region, numbered region × goods + good.
/// </remarks>
public sealed record SpatialProblem
{
    /// <summary>What the problem is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Unit of money, for tables.</summary>
    public string Money { get; init; } = "money";

    /// <summary>The goods.</summary>
    public required IReadOnlyList<Good> Goods { get; init; }

    /// <summary>Names of the regions. Within a region goods move without cost.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Demand curves, at most one a market.</summary>
    public IReadOnlyList<Curve> Demand { get; init; } = [];

    /// <summary>Supply curves, at most one a market.</summary>
    public IReadOnlyList<Curve> Supply { get; init; } = [];

    /// <summary>Routes, one good each.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];

    /// <summary>Caps on what routes carry.</summary>
    public IReadOnlyList<Quota> Quotas { get; init; } = [];

    /// <summary>Ways to turn goods into goods.</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];

    /// <summary>What happens to goods nobody buys, where that is not free disposal.</summary>
    public IReadOnlyList<MarketRule> Rules { get; init; } = [];

    /// <summary>Number of markets.</summary>
    public int MarketCount => Regions.Count * Goods.Count;

    /// <summary>Number of the market of a good in a region.</summary>
    public int Market(int region, int good) => (region * Goods.Count) + good;

    /// <summary>Number of the market of a good in a region.</summary>
    /// <exception cref="ArgumentException">There is no such region or good.</exception>
    public int Market(string region, string good) => Market(IndexOf(Regions, region), IndexOf([.. Goods.Select(g => g.Name)], good));

    /// <summary>The market a route leaves from.</summary>
    public int Origin(Route route) => Market(route.From, route.Good);

    /// <summary>The market a route leads to.</summary>
    public int Destination(Route route) => Market(route.To, route.Good);

    /// <summary>A market in words.</summary>
    public string NameOfMarket(int market) => $"{Goods[market % Goods.Count].Name} in {Regions[market / Goods.Count]}";

    /// <summary>A route in words.</summary>
    public string NameOfRoute(Route route) =>
        $"{Goods[route.Good].Name} from {Regions[route.From]} to {Regions[route.To]}{(route.Name.Length > 0 ? $" ({route.Name})" : "")}";

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name) return i;
        }

        throw new ArgumentException($"There is no '{name}'; known are {string.Join(", ", names)}.", nameof(name));
    }
}

/// <summary>A good.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">What its quantities are counted in.</param>
public sealed record Good(string Name, string Unit = "");
