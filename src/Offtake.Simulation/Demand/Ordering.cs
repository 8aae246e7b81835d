using Offtake.Model.Quantities;

namespace Offtake.Simulation.Demand;

/// <summary>Turns what buyers want to use into what they order.</summary>
/// <remarks>
/// Eq. DEM-5: O = D + (T* D − U) / τ, at least a small share and at most a multiple of D, with T* the target cover under precaution.
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
        int[] marketOf = layout.Lists.MarketOfBuyer;
        for (int b = 0; b < marketOf.Length; b++)
        {
            int market = marketOf[b];
            Amount demand = month.Demand[b];
            double cover = Precaution.Cover(numbers.BuyerCoverMonths[b], state.Precaution[market], behaviour.PrecautionMinimumCover);
            Amount wish = demand + (((demand * cover) - state.Holdings.Amounts[layout.Buyer(b)]) / behaviour.OrderAdjustMonths);
            month.Orders[b] = Amount.Min(Amount.Max(wish, demand * behaviour.OrderMinimumShare), demand * behaviour.OrderMaximumShare);
            month.OrdersOfMarket[market] += month.Orders[b];
        }
    }
}
