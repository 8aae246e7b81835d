using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;

namespace Offtake.Tests.Simulation.Chains;

/// <summary>A chain that a test writes down: entities by name, each number vouched for by one made-up witness.</summary>
internal sealed class ChainDraft
{
    private static readonly Source Witness = new("test", "Test", "2026", SourceKind.Measured, "Made up for a test", "", "");

    private readonly List<Parameter> _parameters = [];
    private readonly List<Element> _elements = [];
    private readonly List<Region> _regions = [];
    private readonly List<City> _cities = [];
    private readonly List<Commodity> _commodities = [];
    private readonly List<Ore> _ores = [];
    private readonly List<Process> _processes = [];
    private readonly List<Facility> _facilities = [];
    private readonly List<Market> _markets = [];
    private readonly List<Route> _routes = [];
    private readonly List<Use> _uses = [];
    private readonly List<Driver> _drivers = [];
    private readonly List<Season> _seasons = [];
    private readonly Dictionary<string, double> _behaviour = BehaviourRows.Central();

    /// <summary>The month whose end is the opening; the walk starts in the next.</summary>
    public Month Opening { get; init; } = Month.Of(2024, 12);

    /// <summary>Spread of capacities, costs, prices and elasticities in drawn futures, as a share of the value.</summary>
    public double Scatter { get; init; }

    /// <summary>Enters a number with the test's witness.</summary>
    public Parameter Number(string id, double value, double scatter = 0.0)
    {
        Spread spread = scatter > 0.0 && value > 0.0 ? Spread.Triangular(value * (1.0 - scatter), value * (1.0 + scatter)) : Spread.None(value);
        Parameter parameter = Parameter.Sourced(id, value, "test", spread, [Witness], "test");
        _parameters.Add(parameter);
        return parameter;
    }

    public ChainDraft Behave(string row, double value)
    {
        Assert.True(_behaviour.ContainsKey(row), $"No such row of behaviour: {row}");
        _behaviour[row] = value;
        return this;
    }

    public ChainDraft Elements(params string[] ids)
    {
        _elements.AddRange(ids.Select(id => new Element(id, id)));
        return this;
    }

    public ChainDraft Region(string id, double vat = 0.0)
    {
        _regions.Add(new Region(id, id, Number($"regions/{id}/vat", vat)));
        return this;
    }

    public ChainDraft City(string id, string region, double revenue, double deploymentShare, double debt = 0.0, double ceilingShare = 1.0)
    {
        _cities.Add(new City(
            id, id, RegionOf(region), Number($"cities/{id}/population", 1e6), Number($"cities/{id}/revenue", revenue),
            Number($"cities/{id}/deployment", deploymentShare), Number($"cities/{id}/debt", debt), Number($"cities/{id}/ceiling", ceilingShare)));
        return this;
    }

    public ChainDraft Commodity(
        string id, Basis basis, IEnumerable<string> elements, Pricing pricing = Pricing.Posted, bool refunded = false, double? disposalCover = null, string stage = "any")
    {
        int[] indices = [.. elements.Select(e => _elements.FindIndex(x => x.Id == e)).Order()];
        _commodities.Add(new Commodity(
            id, id, basis, basis == Basis.Units ? "unit" : "t", stage, indices, pricing, refunded, Optional($"commodities/{id}/disposal", disposalCover)));
        return this;
    }

    public ChainDraft Ore(string id, params double[] shares)
    {
        _ores.Add(new Ore(id, [.. shares.Select((s, e) => Number($"ores/{id}/{_elements[e].Id}", s))], shares.Sum()));
        return this;
    }

    public ChainDraft Process(Recipe recipe)
    {
        string at = $"recipes/{recipe.Id}";
        _processes.Add(new Process(
            recipe.Id, recipe.Id, recipe.Stage, recipe.Drive, recipe.AnchorsPrice, CommodityOf(recipe.Output), Optional($"{at}/recovery", recipe.Recovery),
            [.. recipe.Inputs.Select(i => new ProcessInput(
                CommodityOf(i.Commodity), Number($"{at}/in/{i.Commodity}", i.Rate), i.Closes,
                Optional($"{at}/elasticity/{i.Commodity}", i.Elasticity), Optional($"{at}/thrift/{i.Commodity}", i.Thrift),
                i.Displaces is { } d ? new Displacement(CommodityOf(d.Commodity), Number($"{at}/displaces/{i.Commodity}", d.Amount)) : null))],
            [.. recipe.Shares.Select(s => new ContentShare(
                CommodityOf(s.Commodity), s.Element is { } e ? _elements.FindIndex(x => x.Id == e) : null,
                Number($"{at}/share/{s.Commodity}/{s.Element}", s.Value)))],
            [.. recipe.Yields.Select(y => new ProcessYield(CommodityOf(y.Commodity), Number($"{at}/yield/{y.Commodity}", y.Amount)))],
            Optional($"{at}/lead", recipe.LeadMonths)));
        return this;
    }

    public ChainDraft Facility(Site site)
    {
        string at = $"facilities/{site.Id}";
        _facilities.Add(new Facility(
            site.Id, site.Id, "Test", _processes.FindIndex(p => p.Id == site.Process), site.Ore is { } ore ? _ores.FindIndex(o => o.Id == ore) : null,
            RegionOf(site.Region), null, false, Number($"{at}/capacity", site.Capacity, Scatter), Number($"{at}/opening", site.Opening),
            Number($"{at}/cost", site.Cost, Scatter), Number($"{at}/pressure", site.TargetPressure), site.Starts, site.Ends, site.IsExpandable,
            site.Driver is { } d ? _drivers.FindIndex(x => x.Id == d) : null,
            site.Season is { } season ? _seasons.FindIndex(x => x.Id == season) : null));
        return this;
    }

    public ChainDraft PostedMarket(string commodity, string region, double? price, double cover = 3.0, double beta = 0.7, double? floor = null)
    {
        string at = $"markets/{commodity}/{region}";
        _markets.Add(new Market(
            CommodityOf(commodity), RegionOf(region), Optional($"{at}/price", price, Scatter), Number($"{at}/cover", cover, Scatter),
            Number($"{at}/beta", beta, Scatter), Optional($"{at}/floor", floor), null, null));
        return this;
    }

    public ChainDraft FormulaMarket(string commodity, string region, double payable, string valuesAt)
    {
        _markets.Add(new Market(
            CommodityOf(commodity), RegionOf(region), null, null, null, null, Number($"markets/{commodity}/{region}/payable", payable, Scatter), RegionOf(valuesAt)));
        return this;
    }

    public ChainDraft Route(string commodity, string from, string to, double freight, int transit = 1, double weight = 1.0)
    {
        string at = $"routes/{commodity}/{from}/{to}";
        _routes.Add(new Route(
            CommodityOf(commodity), RegionOf(from), RegionOf(to), Number($"{at}/freight", freight, Scatter), Number($"{at}/transit", transit), Number($"{at}/weight", weight)));
        return this;
    }

    public ChainDraft Use(Wish wish)
    {
        string at = $"uses/{wish.Id}";
        ServiceLife? life = wish.Life is { } l
            ? new ServiceLife(Number($"{at}/life", l.Mean), Number($"{at}/sd", l.Sd), Number($"{at}/collected", l.Collected), CommodityOf(l.Scrap))
            : null;
        PublicFleet? service = wish.Service is { } s ? new PublicFleet(Number($"{at}/running", s.RunningCost), Number($"{at}/target", s.Target)) : null;
        _uses.Add(new Use(
            wish.Id, wish.Id, CommodityOf(wish.Commodity), RegionOf(wish.Region), wish.City is { } c ? _cities.FindIndex(x => x.Id == c) : null,
            Optional($"{at}/amount", wish.Amount), wish.Closes is { } closes ? CommodityOf(closes) : null, Optional($"{at}/closing", wish.ClosingShare),
            Number($"{at}/elasticity", wish.Elasticity, Scatter), _drivers.FindIndex(d => d.Id == wish.Driver), Number($"{at}/cover", wish.Cover), life, service,
            wish.Season is { } season ? _seasons.FindIndex(x => x.Id == season) : null));
        return this;
    }

    public ChainDraft Driver(string id, double growthError, double sigma, double persistence, params (int Year, double Value)[] values)
    {
        string at = $"drivers/{id}";
        _drivers.Add(new Driver(
            id, [.. values.Select(v => DriverValue.OfYear(v.Year, Number($"{at}/{v.Year}", v.Value)))],
            Number($"{at}/growth-error", growthError), Number($"{at}/sigma", sigma), Number($"{at}/rho", persistence)));
        return this;
    }

    /// <summary>A season by its twelve factors, January first.</summary>
    public ChainDraft Season(string id, params double[] factors)
    {
        _seasons.Add(new Season(id, [.. factors.Select((f, i) => Number($"seasons/{id}/{i + 1}", f, Scatter))]));
        return this;
    }

    /// <summary>A driver given by months.</summary>
    public ChainDraft MonthlyDriver(string id, params (Month Month, double Value)[] values)
    {
        string at = $"drivers/{id}";
        _drivers.Add(new Driver(
            id, [.. values.Select(v => DriverValue.OfMonth(v.Month, Number($"{at}/{v.Month}", v.Value)))],
            Number($"{at}/growth-error", 0.02), Number($"{at}/sigma", 0.0), Number($"{at}/rho", 0.0)));
        return this;
    }

    public ValueChain Build()
    {
        Behaviour behaviour = BehaviourRows.Build(_behaviour, Number);
        return new ValueChain(
            "test", "Test", Opening, Opening + 1, Opening + 600, _elements, _regions, _cities, _commodities, _ores, _processes, _facilities, _markets,
            _routes, _uses, _drivers, behaviour, [], new EvidenceLedger([Witness], [], [], [.. _parameters])) { Seasons = _seasons };
    }

    private int CommodityOf(string id) => Found(_commodities.FindIndex(c => c.Id == id), id);

    private int RegionOf(string id) => Found(_regions.FindIndex(r => r.Id == id), id);

    private Parameter? Optional(string id, double? value, double scatter = 0.0) => value is { } v ? Number(id, v, scatter) : null;

    private static int Found(int index, string id) => index >= 0 ? index : throw new ArgumentException($"The draft has no '{id}' yet.", nameof(id));
}
