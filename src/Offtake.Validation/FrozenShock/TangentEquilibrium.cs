using Offtake.Equilibrium;
using Offtake.Model.Chain;
using Offtake.Simulation;

namespace Offtake.Validation.FrozenShock;

/// <summary>The spatial price equilibrium of curved demand and cost: straight curves that touch the curved ones at the last answer, until the answer stays.</summary>
/// <remarks>Eq. EQU-15: Josephy (1979), Newton's method for generalized equations, MRC report 1965, University of Wisconsin: each step is a linear complementarity problem (EQU-8).</remarks>
internal sealed class TangentEquilibrium
{
    private const int MostSteps = 100;
    private const double Settled = 1e-11;

    private readonly ChainCurves _curves;
    private readonly ValueChain _chain;
    private readonly int[] _goods;

    private TangentEquilibrium(ChainCurves curves, ChainState opening)
    {
        _curves = curves;
        _chain = curves.Layout.Chain;
        _goods = [.. Enumerable.Range(0, _chain.Commodities.Count).Where(c => _chain.Commodities[c].Pricing == Pricing.Posted)];
        Price = [.. Enumerable.Range(0, _chain.Markets.Count).Select(m => ChainCurves.Net(opening, m))];
        Output = [.. curves.Mines.Select(m => m.OpeningOutput)];
        Flow = new double[_chain.Routes.Count];
    }

    /// <summary>Prices net of value-added tax, by market of the chain; those of formula markets mean nothing.</summary>
    public double[] Price { get; private set; }

    /// <summary>Concentrate a month, by mine.</summary>
    public double[] Output { get; private set; }

    /// <summary>Amount a month, by route.</summary>
    public double[] Flow { get; private set; }

    /// <summary>Steps until nothing moved any more.</summary>
    public int Steps { get; private set; }

    /// <summary>Solves.</summary>
    /// <exception cref="AnswerException">There is no equilibrium, or the steps do not settle on one.</exception>
    public static TangentEquilibrium Of(ChainCurves curves, ChainState opening)
    {
        TangentEquilibrium equilibrium = new(curves, opening);
        while (equilibrium.Step() > Settled)
        {
            if (++equilibrium.Steps >= MostSteps) throw new AnswerException("the equilibrium of the world's curves does not settle within", $"{MostSteps} steps", "look for prices near zero");
        }

        for (int i = 0; i < equilibrium.Output.Length; i++)
        {
            if (equilibrium.Output[i] <= curves.Mines[i].LeastOutput)
                throw new AnswerException("in equilibrium a mine would run below the least it runs at:", curves.Layout.Chain.Facilities[curves.Mines[i].Facility].Id, "choose a smaller shock");
        }

        return equilibrium;
    }

    /// <summary>Use a month at the prices found.</summary>
    public double Used(int use) => _curves.Uses[use].At(Price[_curves.Uses[use].Market]);

    private double Step()
    {
        SpatialOutcome outcome = SpatialSolver.Solve(Tangents());
        if (outcome.Equilibrium is not { } found) throw new AnswerException("a step has no equilibrium:", outcome.Refusal!.Sentence, "choose a smaller shock");
        double[] price = [.. Price.Select((p, m) => IsGood(m) ? Math.Max(found.Markets[MarketOf(m)].Price, p / 4.0) : p)];
        double[] output = [.. Output.Select((x, i) => Math.Max(found.Activities[i].Level, x / 4.0))];
        Flow = [.. found.Routes.Select(r => r.Flow)];
        double moved = price.Zip(Price).Concat(output.Zip(Output)).Max(pair => Math.Abs((pair.First / pair.Second) - 1.0));
        (Price, Output) = (price, output);
        return moved;
    }

    private SpatialProblem Tangents() => new()
    {
        Goods = [.. _goods.Select(c => new Good(_chain.Commodities[c].Id))],
        Regions = [.. _chain.Regions.Select(r => r.Id)],
        Demand = [.. _curves.Uses.GroupBy(u => u.Market).Select(Demand)],
        Activities = [.. _curves.Mines.Select(Cost)],
        Routes = [.. _curves.Routes.Select((q, i) => new Equilibrium.Route(RegionOf(q.From), RegionOf(q.To), GoodOf(q.From), q.Freight)
        {
            Name = $"{i}", ExportTaxShare = q.ExportTaxShare, TariffShare = q.TariffShare,
        })],
        Quotas = [.. _curves.Quotas.Select(g => new Quota(
            $"{g.Group}", g.Cap, [.. Enumerable.Range(0, _curves.Routes.Count).Where(i => _curves.Routes[i].QuotaGroup == g.Group).Select(i => new QuotaTerm(i))]))],
    };

    private Curve Demand(IGrouping<int, UseCurve> uses)
    {
        double price = Price[uses.Key];
        double quantity = uses.Sum(u => u.At(price)), slope = uses.Sum(u => u.Elasticity * u.At(price)) / price;
        return new Curve(RegionOf(uses.Key), GoodOf(uses.Key), CurveForm.Quantity, quantity + (slope * price), [new CurveTerm(GoodOf(uses.Key), -slope)]);
    }

    private Activity Cost(MineCurve mine, int i)
    {
        double slope = mine.Slope(Output[i]);
        return new Activity(
            $"{i}", _chain.Facilities[mine.Facility].Region, [.. mine.Outputs.Select(o => new ActivityFlow(GoodOf(o.Market), o.PerTonne))],
            mine.MarginalCost(Output[i]) - (slope * Output[i]), slope, mine.Capacity);
    }

    private bool IsGood(int market) => _goods.Contains(_chain.Markets[market].Commodity);

    private int RegionOf(int market) => _chain.Markets[market].Region;

    private int GoodOf(int market) => Array.IndexOf(_goods, _chain.Markets[market].Commodity);

    private int MarketOf(int market) => (RegionOf(market) * _goods.Length) + GoodOf(market);
}
