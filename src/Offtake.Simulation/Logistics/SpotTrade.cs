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
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        Array.Clear(month.Requested);
        Array.Clear(month.HeldUp);
        MeasureCrowding(state, numbers);
        foreach (int q in layout.Lists.PostedRoutes)
        {
            Amount wish = Wish(state, numbers, q, UsdPerUnit.Zero);
            month.Requested[q] = wish * state.Policies.OpenShare(q);
            month.HeldUp[q] = wish - month.Requested[q];
        }
    }

    /// <summary>Exports asked for on a route at a given quota rent, before closures and licences.</summary>
    public static Amount Wish(ChainState state, ChainNumbers numbers, int route, UsdPerUnit rent)
    {
        ChainLayout layout = state.Layout;
        int from = layout.RouteFrom[route];
        int to = layout.RouteTo[route];
        double targetFrom = numbers.CoverMonths[from] * state.ExpectedOrders[from].Value;
        double targetTo = numbers.CoverMonths[to] * state.ExpectedOrders[to].Value;
        double flow = state.HabitualFlow[route].Value;
        if (targetFrom > 0.0 && targetTo > 0.0)
        {
            double gap = Math.Log(state.Price[to] / Landed.Price(state, numbers, route, rent));
            double slope = (numbers.Beta[to] / targetTo) + (numbers.Beta[from] / targetFrom);
            flow += numbers.Behaviour.ArbitrageShare * gap / (slope * Crowding(state, route, numbers.Beta[from] / (targetFrom * slope)));
        }

        double most = state.Months.OrdersOfMarket[to].Value * numbers.Behaviour.OrderMaximumShare;
        return new Amount(Math.Clamp(flow, 0.0, Math.Max(most, state.HabitualFlow[route].Value)));
    }

    /// <summary>Adds up, by market, what its price does to the gaps of the routes in use: at most one where it has one partner.</summary>
    private static void MeasureCrowding(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        double[] crowding = state.Months.Crowding;
        Array.Clear(crowding);
        foreach (int q in layout.Lists.PostedRoutes)
        {
            int from = layout.RouteFrom[q];
            int to = layout.RouteTo[q];
            double targetFrom = numbers.CoverMonths[from] * state.ExpectedOrders[from].Value;
            double targetTo = numbers.CoverMonths[to] * state.ExpectedOrders[to].Value;
            if (!IsInUse(state, q) || targetFrom <= 0.0 || targetTo <= 0.0) continue;
            double shareOfOrigin = numbers.Beta[from] / targetFrom / ((numbers.Beta[to] / targetTo) + (numbers.Beta[from] / targetFrom));
            double part = PartOfPair(state, q);
            crowding[from] += shareOfOrigin * part;
            crowding[to] += (1.0 - shareOfOrigin) * part;
        }
    }

    /// <summary>By how much the gain of a route is divided, so that all routes of a market together close no more than one alone would.</summary>
    private static double Crowding(ChainState state, int route, double shareOfOrigin)
    {
        bool isCounted = IsInUse(state, route) || (state.Layout.Lists.ReverseRoute[route] is >= 0 and var back && IsInUse(state, back));
        double atOrigin = state.Months.Crowding[state.Layout.RouteFrom[route]] + (isCounted ? 0.0 : shareOfOrigin);
        double atDestination = state.Months.Crowding[state.Layout.RouteTo[route]] + (isCounted ? 0.0 : 1.0 - shareOfOrigin);
        return Math.Max(1.0, Math.Max(atOrigin, atDestination));
    }

    /// <summary>A pair of markets counts once: the part that this route has in the trade between its ends, both ways.</summary>
    private static double PartOfPair(ChainState state, int route)
    {
        int back = state.Layout.Lists.ReverseRoute[route];
        return back < 0 || !IsInUse(state, back) ? 1.0 : state.HabitualFlow[route] / (state.HabitualFlow[route] + state.HabitualFlow[back]);
    }

    /// <summary>Whether trade on a route matters to one of its ends.</summary>
    private static bool IsInUse(ChainState state, int route)
    {
        const double negligibleShare = 0.01;
        double flow = state.HabitualFlow[route].Value;
        return flow > negligibleShare * state.ExpectedOrders[state.Layout.RouteFrom[route]].Value
            || flow > negligibleShare * state.ExpectedOrders[state.Layout.RouteTo[route]].Value;
    }

    /// <summary>Lets habit follow what was asked for this month.</summary>
    public static void FollowHabit(ChainState state, ChainNumbers numbers)
    {
        foreach (int q in state.Layout.Lists.PostedRoutes)
        {
            Amount asked = state.Months.Requested[q] + state.Months.HeldUp[q];
            state.HabitualFlow[q] += (asked - state.HabitualFlow[q]) * (state.Policies.OpenShare(q) / numbers.Behaviour.TradeAdjustMonths);
        }
    }
}
