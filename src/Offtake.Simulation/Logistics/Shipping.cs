using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Markets;

namespace Offtake.Simulation.Logistics;

/// <summary>Phase 5: goods arrive, exports are asked for and rationed with domestic orders, orders are delivered.</summary>
internal static class Shipping
{
    public static void Ship(ChainState state, ChainNumbers numbers, Month month)
    {
        Arrive(state);
        state.Reserves.Sell(state.Holdings, state.Policies.ReserveSaleShare);
        SpotTrade.Request(state, numbers);
        ExportQuota.Apply(state, numbers, month);
        ContentRules.Apply(state);
        SpotTrade.FollowHabit(state, numbers);
        Smuggling.Ask(state, numbers);
        Rationing.Deliver(state, numbers);
        Send(state, numbers);
        Learn(state, numbers.Behaviour);
    }

    private static void Arrive(ChainState state)
    {
        ChainLayout layout = state.Layout;
        Amount[] arrived = state.Months.Arrived;
        Array.Clear(arrived);
        Holdings holdings = state.Holdings;
        Amount[] byAge = state.UnderWayByAge;
        int[] routeTo = layout.RouteTo;
        int firstUnderWay = layout.UnderWay(0);
        ReadOnlySpan<Amount> held = holdings.Amounts.AsSpan(firstUnderWay, routeTo.Length);
        for (int q = 0; q < routeTo.Length; q++)
        {
            Span<Amount> underWay = byAge.AsSpan(q * ChainState.MaxTransit, ChainState.MaxTransit);
            Amount due = Amount.Min(underWay[0], held[q]);
            (underWay[0], underWay[1], underWay[2]) = (underWay[1], underWay[2], Amount.Zero);
            if (due.Value == 0.0) continue;
            int to = routeTo[q];
            holdings.Move(firstUnderWay + q, ChainLayout.Seller(to), due);
            arrived[to] += due;
        }
    }

    private static void Send(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        Holdings holdings = state.Holdings;
        Amount[] byAge = state.UnderWayByAge;
        int[] transit = numbers.TransitMonths;
        int[] groups = state.Policies.ExportQuotaGroup;
        int[] routeFrom = layout.RouteFrom;
        bool[] isPosted = layout.IsPosted;
        ReadOnlySpan<Amount> shipped = month.Shipped.AsSpan(0, routeFrom.Length);
        ReadOnlySpan<Amount> smuggled = month.Smuggled.AsSpan(0, routeFrom.Length);
        int firstUnderWay = layout.UnderWay(0);
        for (int q = 0; q < routeFrom.Length; q++)
        {
            Amount sent = shipped[q] + smuggled[q];
            if (sent.Value == 0.0) continue;
            int from = routeFrom[q];
            if (isPosted[from]) holdings.Move(ChainLayout.Seller(from), firstUnderWay + q, sent);
            byAge[(q * ChainState.MaxTransit) + transit[q] - 1] += sent;
            int group = groups[q];
            if (group >= 0) state.ExportQuotaLeft[group] -= shipped[q];
        }
    }

    private static void Learn(ChainState state, BehaviourNumbers b)
    {
        ChainLayout layout = state.Layout;
        double step = 1.0 / b.OrderExpectationMonths;
        double memory = 1.0 / b.RevenueMemoryMonths;
        int[][] routesOut = layout.RoutesOut;
        Amount[] ordersOf = state.Months.OrdersOfMarket;
        Amount[] requested = state.Months.Requested;
        Amount[] smuggled = state.Months.Smuggled;
        Amount[] produced = state.Months.Produced;
        Amount[] arrived = state.Months.Arrived;
        Amount[] purchase = state.Policies.ReservePurchase;
        Amount[] sold = state.Reserves.Sold;
        Amount[] expected = state.ExpectedOrders;
        double[] ownShare = state.OwnSupplyShare;
        foreach (int m in layout.Lists.PostedMarkets)
        {
            Amount asked = ordersOf[m];
            foreach (int q in routesOut[m]) asked += requested[q] + smuggled[q];
            Amount supply = produced[m] + arrived[m] + sold[m];
            RatioRule.Observe(state, m, asked + purchase[m]);
            expected[m] += (asked - expected[m]) * step;
            if (supply.Value > 0.0) ownShare[m] += ((produced[m] / supply) - ownShare[m]) * memory;
        }
    }
}
