using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;

namespace Offtake.Simulation.Logistics;

/// <summary>Phase 5: goods arrive, exports are asked for and rationed with domestic orders, orders are delivered.</summary>
internal static class Shipping
{
    public static void Ship(ChainState state, ChainNumbers numbers, Month month)
    {
        Arrive(state);
        SpotTrade.Request(state, numbers);
        ExportQuota.Apply(state, numbers, month);
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
        int firstUnderWay = layout.UnderWay(0);
        for (int q = 0; q < layout.RouteTo.Length; q++)
        {
            Span<Amount> underWay = state.UnderWayByAge.AsSpan(q * ChainState.MaxTransit, ChainState.MaxTransit);
            Amount due = Amount.Min(underWay[0], state.Holdings.Amounts[firstUnderWay + q]);
            (underWay[0], underWay[1], underWay[2]) = (underWay[1], underWay[2], Amount.Zero);
            if (due.Value == 0.0) continue;
            int to = layout.RouteTo[q];
            state.Holdings.Move(firstUnderWay + q, ChainLayout.Seller(to), due);
            arrived[to] += due;
        }
    }

    private static void Send(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        int firstUnderWay = layout.UnderWay(0);
        for (int q = 0; q < layout.RouteFrom.Length; q++)
        {
            Amount sent = month.Shipped[q] + month.Smuggled[q];
            if (sent.Value == 0.0) continue;
            int from = layout.RouteFrom[q];
            if (layout.IsPosted[from]) state.Holdings.Move(ChainLayout.Seller(from), firstUnderWay + q, sent);
            state.UnderWayByAge[(q * ChainState.MaxTransit) + numbers.TransitMonths[q] - 1] += sent;
            int group = state.Policies.ExportQuotaGroup[q];
            if (group >= 0) state.ExportQuotaLeft[group] -= month.Shipped[q];
        }
    }

    private static void Learn(ChainState state, BehaviourNumbers b)
    {
        ChainLayout layout = state.Layout;
        double step = 1.0 / b.OrderExpectationMonths;
        double memory = 1.0 / b.RevenueMemoryMonths;
        foreach (int m in layout.Lists.PostedMarkets)
        {
            Amount asked = state.Months.OrdersOfMarket[m];
            foreach (int q in layout.RoutesOut[m]) asked += state.Months.Requested[q] + state.Months.Smuggled[q];
            RatioRule.Observe(state, m, asked + state.Policies.ReservePurchase[m]);
            state.ExpectedOrders[m] += (asked - state.ExpectedOrders[m]) * step;
            double supply = state.Months.Produced[m].Value + state.Months.Arrived[m].Value;
            if (supply > 0.0)
                state.OwnSupplyShare[m] += ((state.Months.Produced[m].Value / supply) - state.OwnSupplyShare[m]) * memory;
        }
    }
}
