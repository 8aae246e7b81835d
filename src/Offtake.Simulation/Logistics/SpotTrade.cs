using System.Runtime.CompilerServices;
using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Numerics;

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
        int[] routes = layout.Lists.PostedRoutes;
        Array.Clear(month.Requested);
        Array.Clear(month.HeldUp);
        Measure(state, numbers);

        // Ratios first and logarithms together, in a column.
        Span<double> gap = month.Working(0, routes.Length);
        int[] routeTo = layout.RouteTo;
        UsdPerUnit[] price = state.Price;
        Landed.Prices(state, numbers, routes, month.NoRent, gap);
        for (int i = 0; i < gap.Length; i++) gap[i] = price[routeTo[routes[i]]].Value / gap[i];
        Logarithm.Of(gap);
        double gain = numbers.Behaviour.ArbitrageShare;
        double orderMaximum = numbers.Behaviour.OrderMaximumShare;
        Amount[] requested = month.Requested;
        Amount[] heldUp = month.HeldUp;
        double[] closed = state.Policies.ClosedShare;
        double[] held = state.Policies.LicenceHeldShare;
        for (int i = 0; i < gap.Length; i++)
        {
            int q = routes[i];
            Amount wish = Wish(state, q, gap[i], gain, orderMaximum);
            Amount asked = wish * ((1.0 - closed[q]) * (1.0 - held[q]));
            requested[q] = asked;
            heldUp[q] = wish - asked;
        }
    }

    /// <summary>Exports asked for on a route at a given quota rent, before closures and licences; after <see cref="Measure"/>.</summary>
    public static Amount Wish(ChainState state, ChainNumbers numbers, int route, UsdPerUnit rent) =>
        Wish(
            state, route, Logarithm.Of(state.Price[state.Layout.RouteTo[route]] / Landed.Price(state, numbers, route, rent)),
            numbers.Behaviour.ArbitrageShare, numbers.Behaviour.OrderMaximumShare);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Amount Wish(ChainState state, int route, double logPriceGap, double gain, double orderMaximum)
    {
        MonthFlows month = state.Months;
        int from = state.Layout.RouteFrom[route];
        int to = state.Layout.RouteTo[route];
        double habit = state.HabitualFlow[route].Value;
        double flow = habit;
        double slope = month.PriceSlope[to] + month.PriceSlope[from];
        if (!double.IsNaN(slope)) flow += gain * logPriceGap / (slope * Crowding(state, route, from, to));
        double most = month.OrdersOfMarket[to].Value * orderMaximum;
        return new Amount(Math.Clamp(flow, 0.0, Math.Max(most, habit)));
    }

    /// <summary>Takes down what does not depend on the rent: how prices answer to a flow, which routes are in use, and how crowded markets are.</summary>
    public static void Measure(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        double[] slope = month.PriceSlope;
        double[] cover = numbers.CoverMonths;
        double[] beta = numbers.Beta;
        Amount[] expected = state.ExpectedOrders;
        foreach (int m in layout.Lists.PostedMarkets)
        {
            double target = cover[m] * expected[m].Value;
            slope[m] = target > 0.0 ? beta[m] / target : double.NaN;
        }

        int[] routeFrom = layout.RouteFrom;
        int[] routeTo = layout.RouteTo;
        bool[] isInUse = month.IsInUse;
        double[] shareOfOrigin = month.ShareOfOrigin;
        Amount[] habitual = state.HabitualFlow;
        foreach (int q in layout.Lists.PostedRoutes)
        {
            int from = routeFrom[q];
            int to = routeTo[q];
            isInUse[q] = IsInUse(habitual[q], expected[from], expected[to]);
            shareOfOrigin[q] = slope[from] / (slope[to] + slope[from]);
        }

        MeasureCrowding(state);
    }

    /// <summary>Adds up, by market, what its price does to the gaps of the routes in use: at most one where it has one partner.</summary>
    private static void MeasureCrowding(ChainState state)
    {
        ChainLayout layout = state.Layout;
        double[] crowding = state.Months.Crowding;
        bool[] isInUse = state.Months.IsInUse;
        double[] shareOfOrigin = state.Months.ShareOfOrigin;
        int[] routeFrom = layout.RouteFrom;
        int[] routeTo = layout.RouteTo;
        Array.Clear(crowding);
        foreach (int q in layout.Lists.PostedRoutes)
        {
            double atOrigin = shareOfOrigin[q];
            if (!isInUse[q] || double.IsNaN(atOrigin)) continue;
            double part = PartOfPair(state, q);
            crowding[routeFrom[q]] += atOrigin * part;
            crowding[routeTo[q]] += (1.0 - atOrigin) * part;
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
    private static bool IsInUse(Amount habitual, Amount expectedAtOrigin, Amount expectedAtDestination)
    {
        const double negligibleShare = 0.01;
        return habitual > expectedAtOrigin * negligibleShare || habitual > expectedAtDestination * negligibleShare;
    }

    /// <summary>Lets habit follow what was asked for this month.</summary>
    public static void FollowHabit(ChainState state, ChainNumbers numbers)
    {
        double step = 1.0 / numbers.Behaviour.TradeAdjustMonths;
        Amount[] requested = state.Months.Requested;
        Amount[] heldUp = state.Months.HeldUp;
        Amount[] habitual = state.HabitualFlow;
        PoliciesInForce policies = state.Policies;
        double[] allowed = state.Months.AllowedShare;
        bool hasRules = policies.ContentRules.Count > 0;
        foreach (int q in state.Layout.Lists.PostedRoutes)
        {
            double learned = policies.OpenShare(q) * step;
            if (hasRules) learned *= allowed[q];
            habitual[q] += (requested[q] + heldUp[q] - habitual[q]) * learned;
        }
    }
}
