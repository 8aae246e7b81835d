using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>Puts spatial problems together by name, a line a thing.</summary>
internal sealed class Draft
{
    private readonly List<Good> _goods = [];
    private readonly List<string> _regions = [];
    private readonly List<Curve> _demand = [];
    private readonly List<Curve> _supply = [];
    private readonly List<Route> _routes = [];
    private readonly List<Quota> _quotas = [];
    private readonly List<Activity> _activities = [];
    private readonly List<MarketRule> _rules = [];

    public Draft Demand(string region, string good, CurveForm form, double intercept, double own, params (string Good, double By)[] cross)
    {
        _demand.Add(Curve(region, good, form, intercept, own, cross));
        return this;
    }

    public Draft Supply(string region, string good, CurveForm form, double intercept, double own, params (string Good, double By)[] cross)
    {
        _supply.Add(Curve(region, good, form, intercept, own, cross));
        return this;
    }

    public Draft SupplyCapacity(double capacity)
    {
        _supply[^1] = _supply[^1] with { Capacity = capacity };
        return this;
    }

    public Draft Route(string from, string to, string good, double freight, Func<Route, Route>? with = null)
    {
        Route route = new(Region(from), Region(to), Good(good), freight);
        _routes.Add(with is null ? route : with(route));
        return this;
    }

    /// <summary>A quota on everything from one region to another, or to anywhere; weights by good, or one for all.</summary>
    public Draft Quota(string name, double cap, string from, string? to = null, params (string Good, double Weight)[] weights)
    {
        QuotaTerm[] terms = [.. _routes.Select((r, i) => (r, i))
            .Where(r => r.r.From == Region(from) && (to is null || r.r.To == Region(to)) && (weights.Length == 0 || weights.Any(w => Good(w.Good) == r.r.Good)))
            .Select(r => new QuotaTerm(r.i, weights.Length == 0 ? 1.0 : weights.First(w => Good(w.Good) == r.r.Good).Weight))];
        _quotas.Add(new Quota(name, cap, terms));
        return this;
    }

    public Draft Activity(string name, string region, double cost, double slope, double capacity, params (string Good, double PerLevel)[] flows)
    {
        _activities.Add(new Activity(name, Region(region), [.. flows.Select(f => new ActivityFlow(Good(f.Good), f.PerLevel))], cost, slope, capacity));
        return this;
    }

    public Draft Rule(string region, string good, Func<MarketRule, MarketRule> with)
    {
        _rules.Add(with(new MarketRule(Region(region), Good(good))));
        return this;
    }

    public SpatialProblem Problem() => new()
    {
        Goods = _goods,
        Regions = _regions,
        Demand = _demand,
        Supply = _supply,
        Routes = _routes,
        Quotas = _quotas,
        Activities = _activities,
        Rules = _rules,
    };

    public SpatialEquilibrium Solve() => Solve(Problem());

    public Refusal Refuse()
    {
        SpatialOutcome outcome = SpatialSolver.Solve(Problem());
        Assert.Null(outcome.Equilibrium);
        return outcome.Refusal!;
    }

    /// <summary>The equilibrium of a problem, which the referee has seen.</summary>
    public static SpatialEquilibrium Solve(SpatialProblem problem)
    {
        SpatialOutcome outcome = SpatialSolver.Solve(problem);
        Assert.True(outcome.Equilibrium is not null, outcome.Refusal?.Sentence);
        Referee.Require(outcome.Equilibrium);
        return outcome.Equilibrium;
    }

    private Curve Curve(string region, string good, CurveForm form, double intercept, double own, (string Good, double By)[] cross) =>
        new(Region(region), Good(good), form, intercept, [new CurveTerm(Good(good), own), .. cross.Select(c => new CurveTerm(Good(c.Good), c.By))]);

    private int Region(string name) => IndexOf(_regions, name, name);

    private int Good(string name) => IndexOf(_goods, new Good(name), name);

    private static int IndexOf<T>(List<T> list, T item, string name)
    {
        int index = list.FindIndex(i => (i is Good g ? g.Name : i!.ToString()) == name);
        if (index >= 0) return index;
        list.Add(item);
        return list.Count - 1;
    }
}
