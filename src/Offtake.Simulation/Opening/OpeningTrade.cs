using Offtake.Model.Quantities;

namespace Offtake.Simulation.Opening;

/// <summary>Finds the trade that carries every exporter's surplus to the importers' deficits, as close as possible to given weights.</summary>
internal static class OpeningTrade
{
    // A route without opening trade stays possible, so that a surplus can always leave, yet never attracts a flow that another can take.
    private const double DormantWeight = 1e-12;
    private const double NegligibleShare = 1e-12;
    internal const int MaxSweeps = 200;

    // What is left when surpluses and deficits differ in total, which goes back and forth between the two sides, and what rounding leaves.
    private const double BackAndForth = 2.5;
    private const double RoundingShare = 2e-15;

    /// <summary>Iterative proportional fitting of route flows to deficits.</summary>
    /// <param name="layout">Structure.</param>
    /// <param name="commodity">Whose routes are fitted.</param>
    /// <param name="weight">Opening weight by route; negative where the route is closed.</param>
    /// <param name="deficit">Need less production by market; positive imports, negative exports.</param>
    /// <param name="flow">Fitted flow by route; only routes of the commodity are written.</param>
    /// <param name="turnover">What the commodity's buyers need a month: a deficit is negligible next to it, or not.</param>
    /// <param name="isContinued">Whether flows that were fitted to other deficits before may be taken up again: they keep the ratios of the weights.</param>
    /// <param name="isChecking">Whether a deficit that no route can reach is a fault; otherwise it is left open.</param>
    /// <param name="sweeps">After how many sweeps to leave off, for a round that only prepares the next one.</param>
    /// <returns>Zero when all deficits are met, as far as surpluses match them in total; otherwise the sum of what is missing and too much over the sum of the deficits and surpluses.</returns>
    /// <exception cref="OpeningException">A deficit that no route can reach.</exception>
    public static double Fit(
        ChainLayout layout, int commodity, ReadOnlySpan<double> weight, ReadOnlySpan<double> deficit, Span<Amount> flow, double turnover, bool isChecking,
        bool isContinued = false, int sweeps = MaxSweeps)
    {
        double gap = 0.0;
        int[] markets = layout.MarketsOfCommodity[commodity];
        double scale = 0.0;
        double unmatched = 0.0;
        foreach (int m in markets)
        {
            scale += Math.Abs(deficit[m]);
            unmatched += deficit[m];
        }

        double near = (BackAndForth * Math.Abs(unmatched)) + (RoundingShare * scale);
        int[] routes = layout.Lists.RoutesOfCommodity[commodity];
        if (!isContinued || !AreSameRoutes(layout, routes, weight, deficit, flow)) Begin(layout, routes, weight, deficit, flow, scale);
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            gap = 0.0;
            bool moved = false;
            foreach (int m in markets)
            {
                int[] side = deficit[m] > 0.0 ? layout.RoutesIn[m] : layout.RoutesOut[m];
                double sum = 0.0;
                foreach (int q in side) sum += flow[q].Value;
                double target = Math.Abs(deficit[m]);
                if (sum <= 0.0)
                {
                    if (isChecking && target > NegligibleShare * Math.Max(turnover, scale)) throw OpeningException.NoRoute(layout, m, deficit[m]);
                    continue;
                }

                gap += Math.Abs(sum - target);
                double scaling = target / sum;
                foreach (int q in side)
                {
                    Amount fitted = flow[q] * scaling;
                    moved |= fitted != flow[q];
                    flow[q] = fitted;
                }
            }

            if (gap <= near || !moved) return 0.0;
        }

        return gap / scale;
    }

    private static bool Carries(ChainLayout layout, int route, ReadOnlySpan<double> weight, ReadOnlySpan<double> deficit) =>
        weight[route] >= 0.0 && deficit[layout.RouteFrom[route]] < 0.0 && deficit[layout.RouteTo[route]] > 0.0;

    private static bool AreSameRoutes(ChainLayout layout, int[] routes, ReadOnlySpan<double> weight, ReadOnlySpan<double> deficit, ReadOnlySpan<Amount> flow)
    {
        foreach (int q in routes)
        {
            if (Carries(layout, q, weight, deficit) != flow[q].Value > 0.0) return false;
        }

        return true;
    }

    // In the unit of the deficits: the first sweep adds flows it has fitted to others it has not come to yet.
    private static void Begin(ChainLayout layout, int[] routes, ReadOnlySpan<double> weight, ReadOnlySpan<double> deficit, Span<Amount> flow, double scale)
    {
        foreach (int q in routes) flow[q] = new Amount(Carries(layout, q, weight, deficit) ? Math.Max(weight[q], DormantWeight) * scale : 0.0);
    }
}

/// <summary>The numbers of the opening contradict each other, so that no balanced start exists.</summary>
public sealed class OpeningException(string message) : Exception(message)
{
    internal static OpeningException NoRoute(ChainLayout layout, int market, double deficit)
    {
        string commodity = layout.Commodities[layout.Markets[market].Commodity].Id;
        string region = layout.Chain.Regions[layout.Markets[market].Region].Id;
        return new OpeningException(
            $"opening balance: {commodity} in {region} is {(deficit > 0 ? "short" : "in surplus")} by {Math.Abs(deficit):G4} a month and no route can {(deficit > 0 ? "bring" : "take")} it; "
            + $"add a route for {commodity} {(deficit > 0 ? "to" : "from")} {region} in routes.csv, or change what is made or used there.");
    }

    internal static OpeningException TooDear(ChainLayout layout, int city, double share) => new(
        $"opening balance: {layout.Chain.Cities[city].Id} spends {share:G4} times its revenue on the products it holds (allowed: at most 1); "
        + "lower its amounts or running costs in uses.csv, or raise revenue_usd_per_year in cities.csv.");

    internal static OpeningException Shut(ChainLayout layout, int facility, Model.Quantities.Amount activity) => new(
        $"opening balance: {layout.Facilities[facility].Id} runs at {activity.Value:G4} a month, and its driver or a closure leaves it no capacity in {layout.Chain.Opening}; "
        + "write 0 for opening_per_year in facilities.csv, or a value above 0 for that month in drivers.csv, or a closure below 1.");

    internal static OpeningException Restless(int rounds) => new(
        $"opening balance: flows do not settle within {rounds} rounds; look for a recipe whose recycled products exceed what enters it.");

    internal static OpeningException Open(ChainLayout layout, int commodity, double residual) => new(
        $"opening balance: {layout.Commodities[commodity].Id} is {(residual > 0 ? "made" : "used")} in excess by {Math.Abs(residual):G4} a month and nothing closes the balance; "
        + "let a use close it (column 'closes' in uses.csv) or a recipe rate (column 'closes' in recipes.csv).");

    internal static OpeningException Negative(ChainLayout layout, int commodity, double residual) => new(
        $"opening balance: uses of {layout.Commodities[commodity].Id} exceed what is made by {-residual:G4} a month, so no closing use can balance it; "
        + "lower an amount in uses.csv or a rate in recipes.csv, or raise an opening output in facilities.csv.");
}
