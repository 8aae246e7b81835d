using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;

namespace Offtake.Simulation.Logistics;

/// <summary>What importers ask of each route of a posted commodity.</summary>
/// <remarks>
/// Eq. LOG-2: F = max(0, H + φ · ln(P / L) / (β_to / T_to + β_from / T_from)), H' = H + o (F − H) / τ, with H the habitual flow, o the open share of the route, L the landed
/// price and T = C* E the target stocks. Where a market trades on several routes, φ is divided by its crowding: the sum over the routes in use of the part of
/// each gap that this market's own price closes. Dividing by the slope of both prices makes the gain φ whatever cover and β are; the reader warns when φ and τ
/// together do not settle at a route's time under way.
/// Habit is learned by trading: on a closed route it neither grows nor fades. A request is at most a multiple of the destination's orders, so that a closed route does not build up a flood.
/// </remarks>
internal static class SpotTrade
{
    public static void Request(ChainState state, ChainNumbers numbers)
    {
        MonthFlows month = state.Months;
        int[] routes = state.Layout.Lists.PostedRoutes;
        Array.Clear(month.Requested);
        Array.Clear(month.HeldUp);
        Measure(state, numbers);

        // Ratios first and logarithms together, in a column.
        Span<double> gap = month.LogPriceGap;
        foreach (int q in routes) gap[q] = state.Price[state.Layout.RouteTo[q]] / Landed.Price(state, numbers, q, UsdPerUnit.Zero);
        foreach (int q in routes) gap[q] = Math.Log(gap[q]);
        foreach (int q in routes)
        {
            Amount wish = Wish(state, numbers, q, gap[q]);
            month.Requested[q] = wish * state.Policies.OpenShare(q);
            month.HeldUp[q] = wish - month.Requested[q];
        }
    }

    /// <summary>Exports asked for on a route at a given quota rent, before closures and licences; after <see cref="Measure"/>.</summary>
    public static Amount Wish(ChainState state, ChainNumbers numbers, int route, UsdPerUnit rent) =>
        Wish(state, numbers, route, Math.Log(state.Price[state.Layout.RouteTo[route]] / Landed.Price(state, numbers, route, rent)));

    private static Amount Wish(ChainState state, ChainNumbers numbers, int route, double logPriceGap)
    {
        MonthFlows month = state.Months;
        int from = state.Layout.RouteFrom[route];
        int to = state.Layout.RouteTo[route];
        double habit = state.HabitualFlow[route].Value;
        double flow = habit;
        double slope = month.PriceSlope[to] + month.PriceSlope[from];
        if (!double.IsNaN(slope)) flow += numbers.Behaviour.ArbitrageShare * logPriceGap / (slope * Crowding(state, route, from, to));
        double most = month.OrdersOfMarket[to].Value * numbers.Behaviour.OrderMaximumShare;
        return new Amount(Math.Clamp(flow, 0.0, Math.Max(most, habit)));
    }

    /// <summary>Takes down what does not depend on the rent: how prices answer to a flow, which routes are in use, and how crowded markets are.</summary>
    public static void Measure(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        foreach (int m in layout.Lists.PostedMarkets)
        {
            double target = numbers.CoverMonths[m] * state.ExpectedOrders[m].Value;
            month.PriceSlope[m] = target > 0.0 ? numbers.Beta[m] / target : double.NaN;
        }

        foreach (int q in layout.Lists.PostedRoutes)
        {
            int from = layout.RouteFrom[q];
            int to = layout.RouteTo[q];
            month.IsInUse[q] = IsInUse(state, q, from, to);
            month.ShareOfOrigin[q] = month.PriceSlope[from] / (month.PriceSlope[to] + month.PriceSlope[from]);
        }

        MeasureCrowding(state);
    }

    /// <summary>Adds up, by market, what its price does to the gaps of the routes in use: at most one where it has one partner.</summary>
    private static void MeasureCrowding(ChainState state)
    {
        ChainLayout layout = state.Layout;
        double[] crowding = state.Months.Crowding;
        Array.Clear(crowding);
        foreach (int q in layout.Lists.PostedRoutes)
        {
            double shareOfOrigin = state.Months.ShareOfOrigin[q];
            if (!state.Months.IsInUse[q] || double.IsNaN(shareOfOrigin)) continue;
            double part = PartOfPair(state, q);
            crowding[layout.RouteFrom[q]] += shareOfOrigin * part;
            crowding[layout.RouteTo[q]] += (1.0 - shareOfOrigin) * part;
        }
    }

    /// <summary>By how much the gain of a route is divided, so that all routes of a market together close no more than one alone would.</summary>
    private static double Crowding(ChainState state, int route, int from, int to)
    {
        MonthFlows month = state.Months;
        bool isCounted = month.IsInUse[route] || (state.Layout.Lists.ReverseRoute[route] is >= 0 and var back && month.IsInUse[back]);
        double shareOfOrigin = month.ShareOfOrigin[route];
        double atOrigin = month.Crowding[from] + (isCounted ? 0.0 : shareOfOrigin);
        double atDestination = month.Crowding[to] + (isCounted ? 0.0 : 1.0 - shareOfOrigin);
        return Math.Max(1.0, Math.Max(atOrigin, atDestination));
    }

    /// <summary>A pair of markets counts once: the part that this route has in the trade between its ends, both ways.</summary>
    private static double PartOfPair(ChainState state, int route)
    {
        int back = state.Layout.Lists.ReverseRoute[route];
        return back < 0 || !state.Months.IsInUse[back] ? 1.0 : state.HabitualFlow[route] / (state.HabitualFlow[route] + state.HabitualFlow[back]);
    }

    /// <summary>Whether trade on a route matters to one of its ends.</summary>
    private static bool IsInUse(ChainState state, int route, int from, int to)
    {
        const double negligibleShare = 0.01;
        double flow = state.HabitualFlow[route].Value;
        return flow > negligibleShare * state.ExpectedOrders[from].Value || flow > negligibleShare * state.ExpectedOrders[to].Value;
    }

    /// <summary>Lets habit follow what was asked for this month.</summary>
    public static void FollowHabit(ChainState state, ChainNumbers numbers)
    {
        double step = 1.0 / numbers.Behaviour.TradeAdjustMonths;
        foreach (int q in state.Layout.Lists.PostedRoutes)
        {
            Amount asked = state.Months.Requested[q] + state.Months.HeldUp[q];
            state.HabitualFlow[q] += (asked - state.HabitualFlow[q]) * (state.Policies.OpenShare(q) * step);
        }
    }
}
