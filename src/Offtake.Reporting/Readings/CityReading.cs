namespace Offtake.Reporting.Readings;

/// <summary>What cities take out of the chain, and how much that is.</summary>
internal sealed class CityReading(RunReading run)
{
    /// <summary>Below this share of world demand a purchase has no material effect on a market.</summary>
    public const double MaterialShare = 0.005;

    private const string WeighedColumn = "weighed_t";

    private readonly Dictionary<int, FlowLink[]> _links = [];

    /// <summary>Rows of the use panel that belong to cities.</summary>
    public IReadOnlyList<int> Uses => [.. run.Use.Entities.Where(u => run.Use.Key(u, "city").Length > 0)];

    /// <summary>Content of all elements in what one use took in a year, in tonnes.</summary>
    public double Content(int future, int year, int use) => FlowReading.SumOrMissing(LinksTo(use), l => run.Flows.Content(future, year, l));

    /// <summary>Content of one element in what one use took in a year, in tonnes.</summary>
    public double Content(int future, int year, int use, string element) => FlowReading.SumOrMissing(LinksTo(use), l => run.Flows.Content(future, year, l, element));

    /// <summary>A use's content as a share of what all final users in the world took of the same elements.</summary>
    public double ShareOfWorld(int future, int year, int use)
    {
        string[] carried = [.. run.Flows.Elements.Where(e => Content(future, year, use, e) > 0)];
        return carried.Length == 0 ? Content(future, year, use) : Content(future, year, use) / carried.Sum(e => run.Flows.WorldUse(future, year, e));
    }

    /// <summary>What went into a use of the goods that this world weighs, in tonnes; NaN where it weighs none.</summary>
    public double Weighed(int future, int year, int use) => run.Use.Sum(future, run.Horizon.Of(year), use, WeighedColumn);

    /// <summary>The same as a share of what went into all final uses of the world.</summary>
    public double ShareOfWeighed(int future, int year, int use) => Weighed(future, year, use) / WorldWeighed(future, year);

    /// <summary>What the goods that are weighed are called; null where none are.</summary>
    public string? WeighedName => run.Use.Heading(WeighedColumn);

    /// <summary>What went into all final uses of the world, in tonnes.</summary>
    public double WorldWeighed(int future, int year) => run.Use.Entities.Sum(u => Weighed(future, year, u));

    /// <summary>A use's amount as a share of what the world used of the same commodity.</summary>
    public double ShareOfProduct(int future, int year, int use)
    {
        Window window = run.Horizon.Of(year);
        double all = run.Use.Where("commodity", run.Use.Key(use, "commodity")).Sum(u => run.Use.Sum(future, window, u, "used_amount"));
        return all > 0 ? run.Use.Sum(future, window, use, "used_amount") / all : double.NaN;
    }

    /// <summary>A use's amount as a share of the capacity that its makers in the same region left idle in a year.</summary>
    public double ShareOfIdle(int future, int year, int use)
    {
        Window window = run.Horizon.Of(year);
        string market = $"{run.Use.Key(use, "commodity")}@{run.Use.Key(use, "region")}";
        string[] makers = [.. run.Flows.Links.Where(l => l.To == market && l.FromKind == FlowReading.Sector).Select(l => FlowLink.What(l.From)).Distinct()];
        if (makers.Length != 1) return double.NaN;
        double idle = run.Sector.Where("process", makers[0]).Where(s => run.Sector.Key(s, "region") == run.Use.Key(use, "region"))
            .Sum(s => run.Sector.Sum(future, window, s, "capacity_amount") - run.Sector.Sum(future, window, s, "activity_amount"));
        return idle > 0 ? run.Use.Sum(future, window, use, "used_amount") / idle : double.NaN;
    }

    /// <summary>Whether cities bought what they wanted in every future and no budget refused anything, so that their purchases only repeat an input.</summary>
    public bool IsDemandMet(int year)
    {
        Window window = run.Horizon.Of(year);
        bool isServed = Uses.All(u => run.Futures.All(f =>
            !(Math.Abs(run.Use.Sum(f, window, u, "used_amount") - run.Use.Sum(f, window, u, "demand_amount")) > 0.02 * run.Use.Sum(f, window, u, "demand_amount"))));
        bool isRefused = run.City.Entities.Any(c => run.Futures.Any(f => run.City.Sum(f, window, c, "refused_amount_usd") > 0));
        return isServed && !isRefused;
    }

    private FlowLink[] LinksTo(int use)
    {
        if (_links.TryGetValue(use, out FlowLink[]? links)) return links;
        return _links[use] = [.. run.Flows.Links.Where(l => l.ToKind == FlowReading.Use && l.To == run.Use.Key(use, "use"))];
    }
}
