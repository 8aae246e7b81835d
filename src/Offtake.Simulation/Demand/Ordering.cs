using Offtake.Model.Quantities;

namespace Offtake.Simulation.Demand;

/// <summary>Turns what buyers want to use into what they order.</summary>
/// <remarks>
/// Eq. DEM-5: O = D + (T* D − U) / τ, at least a small share and at most a multiple of D, with T* the target cover under precaution and what a reserve duty adds.
/// The limits act on the wish, never on a stock.
/// </remarks>
internal static class Ordering
{
    public static void Order(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        BehaviourNumbers behaviour = numbers.Behaviour;
        MonthFlows month = state.Months;
        Array.Clear(month.OrdersOfMarket);
        (double least, double most, double adjustMonths, double minimumCover) =
            (behaviour.OrderMinimumShare, behaviour.OrderMaximumShare, behaviour.OrderAdjustMonths, behaviour.PrecautionMinimumCover);
        ReadOnlySpan<int> marketOf = layout.Lists.MarketOfBuyer;
        ReadOnlySpan<Amount> demands = month.Demand.AsSpan(0, marketOf.Length);
        ReadOnlySpan<Amount> held = state.Holdings.Amounts.AsSpan(layout.Buyer(0), marketOf.Length);
        ReadOnlySpan<double> covers = numbers.BuyerCoverMonths.AsSpan(0, marketOf.Length);
        Span<Amount> orders = month.Orders.AsSpan(0, marketOf.Length);
        Amount[] ordersOfMarket = month.OrdersOfMarket;
        double[] precaution = state.Precaution;
        double[] duty = state.Policies.DutyMonths;
        for (int b = 0; b < marketOf.Length; b++)
        {
            int market = marketOf[b];
            Amount demand = demands[b];
            double cover = Precaution.Cover(covers[b], precaution[market], minimumCover) + duty[market];
            Amount wish = demand + (((demand * cover) - held[b]) / adjustMonths);
            Amount order = Amount.Min(Amount.Max(wish, demand * least), demand * most);
            orders[b] = order;
            ordersOfMarket[market] += order;
        }
    }
}
