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
        Array.Clear(state.Months.Arrived);
        for (int q = 0; q < state.Months.Shipped.Length; q++)
        {
            Span<Amount> underWay = state.UnderWayByAge.AsSpan(q * ChainState.MaxTransit, ChainState.MaxTransit);
            Amount due = Amount.Min(underWay[0], state.Holdings.Amounts[layout.UnderWay(q)]);
            state.Holdings.Move(layout.UnderWay(q), ChainLayout.Seller(layout.RouteTo[q]), due);
            state.Months.Arrived[layout.RouteTo[q]] += due;
            underWay[1..].CopyTo(underWay);
            underWay[^1] = Amount.Zero;
        }
    }

    private static void Send(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        Holdings holdings = state.Holdings;
        for (int q = 0; q < state.Months.Shipped.Length; q++)
        {
            int from = layout.RouteFrom[q];
            Amount sent = state.Months.Shipped[q] + state.Months.Smuggled[q];
            if (layout.IsPosted[from]) holdings.Move(ChainLayout.Seller(from), layout.UnderWay(q), sent);
            state.UnderWayByAge[(q * ChainState.MaxTransit) + numbers.TransitMonths[q] - 1] += sent;
            int group = state.Policies.ExportQuotaGroup[q];
            if (group >= 0) state.ExportQuotaLeft[group] -= state.Months.Shipped[q];
        }
    }

    private static void Learn(ChainState state, BehaviourNumbers b)
    {
        ChainLayout layout = state.Layout;
        foreach (int m in layout.Lists.PostedMarkets)
        {
            Amount asked = state.Months.OrdersOfMarket[m];
            foreach (int q in layout.RoutesOut[m]) asked += state.Months.Requested[q] + state.Months.Smuggled[q];
            RatioRule.Observe(state, m, asked + state.Policies.ReservePurchase[m]);
            state.ExpectedOrders[m] += (asked - state.ExpectedOrders[m]) / b.OrderExpectationMonths;
            double supply = state.Months.Produced[m].Value + state.Months.Arrived[m].Value;
            if (supply > 0.0)
                state.OwnSupplyShare[m] += ((state.Months.Produced[m].Value / supply) - state.OwnSupplyShare[m]) / b.RevenueMemoryMonths;
        }
    }
}
