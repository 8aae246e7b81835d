using Offtake.Model.Scenarios;
using Offtake.Simulation;

namespace Offtake.Validation.FrozenShock;

/// <summary>Where the month comes to rest after the shock of a scenario, beside the equilibrium of the same data.</summary>
/// <param name="Rest">The state at the end of the last month.</param>
/// <param name="Equilibrium">The equilibrium.</param>
/// <param name="Curves">The curves it belongs to.</param>
/// <param name="LargestMoveOfPrices">How far the shock moves the prices of the equilibrium from those of the opening: a shock that moves nothing tests nothing.</param>
/// <param name="MonthsToSettle">Months from the shock until every price stays within 1 % of the equilibrium.</param>
internal sealed record RestingPoint(ChainState Rest, TangentEquilibrium Equilibrium, ChainCurves Curves, double LargestMoveOfPrices, int MonthsToSettle)
{
    private const double Near = 0.01;

    /// <summary>Walks the central future of a scenario, without random shocks, to its end and solves the equilibrium under the law that holds there.</summary>
    public static RestingPoint Of(Scenario scenario)
    {
        ChainLayout layout = new(scenario.Chain);
        // Frozen, a scenario keeps the law of its opening month and stands still: what it shows after a month is the opening.
        Scenario still = scenario with { Exogenous = Exogenous.Frozen, From = scenario.Chain.First, To = scenario.Chain.First };
        ChainState opening = MonthlyWalk.Run(layout, still, null).Last().State;
        ChainState rest = opening;
        List<double[]> prices = [];
        foreach (MonthEnd end in MonthlyWalk.Run(layout, scenario, null))
        {
            rest = end.State;
            prices.Add([.. rest.Price.Select((_, m) => ChainCurves.Net(rest, m))]);
        }

        ChainCurves curves = new(opening, rest.Policies);
        TangentEquilibrium equilibrium = TangentEquilibrium.Of(curves, opening);
        return new RestingPoint(
            rest, equilibrium, curves,
            Posted(layout).Max(m => Math.Abs((equilibrium.Price[m] / ChainCurves.Net(opening, m)) - 1.0)),
            1 + prices.FindLastIndex(month => Posted(layout).Any(m => Math.Abs((month[m] / equilibrium.Price[m]) - 1.0) > Near)));
    }

    /// <summary>Largest difference of a price, as a share of it.</summary>
    public double LargestGapOfPrices => Posted(Rest.Layout).Max(m => Math.Abs((ChainCurves.Net(Rest, m) / Equilibrium.Price[m]) - 1.0));

    /// <summary>Largest difference of a flow, as a share of what its good's largest route carries.</summary>
    public double LargestGapOfTrade => Enumerable.Range(0, Equilibrium.Flow.Length).Max(q =>
        Math.Abs(Rest.Months.Shipped[q].Value - Equilibrium.Flow[q]) / Enumerable.Range(0, Equilibrium.Flow.Length).Where(o => SameGood(o, q)).Max(o => Equilibrium.Flow[o]));

    /// <summary>Largest difference of a use, as a share of it.</summary>
    public double LargestGapOfUse => Enumerable.Range(0, Curves.Uses.Count).Max(k => Math.Abs((Rest.Months.Used[k].Value / Equilibrium.Used(k)) - 1.0));

    /// <summary>Largest difference of a mine's output, as a share of it.</summary>
    public double LargestGapOfMines => Enumerable.Range(0, Curves.Mines.Count).Max(i =>
        Math.Abs((Rest.Months.Activity[Curves.Mines[i].Facility].Value / Equilibrium.Output[i]) - 1.0));

    private bool SameGood(int route, int other) => Rest.Layout.Routes[route].Commodity == Rest.Layout.Routes[other].Commodity;

    private static IEnumerable<int> Posted(ChainLayout layout) => Enumerable.Range(0, layout.Markets.Length).Where(m => layout.IsPosted[m]);
}
