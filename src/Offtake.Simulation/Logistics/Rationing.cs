using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;

namespace Offtake.Simulation.Logistics;

/// <summary>When sellers cannot serve everybody, everybody is served the same share.</summary>
/// <remarks>
/// Eq. LOG-3: available = share · S; exports are first held to their limit; then domestic orders, state purchases and exports each get
/// min(1, available / claims) of what they asked for. Limits act on wishes, so no stock can go negative.
/// </remarks>
internal static class Rationing
{
    public static void Deliver(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        Holdings holdings = state.Holdings;
        double deliverable = numbers.Behaviour.DeliverableShare;
        double exportLimitShare = numbers.Behaviour.ExportLimitShare;
        int firstBuyer = layout.Buyer(0);
        Amount[] held = holdings.Amounts;
        Amount[] orders = month.Orders;
        Amount[] delivered = month.Delivered;
        Amount[] requested = month.Requested;
        Amount[] smuggled = month.Smuggled;
        Amount[] shipped = month.Shipped;
        Amount[] ordersOf = month.OrdersOfMarket;
        Amount[] purchase = state.Policies.ReservePurchase;
        int[][] routesOut = layout.RoutesOut;
        int[][] buyersOf = layout.BuyersOfMarket;
        foreach (int m in layout.Lists.PostedMarkets)
        {
            Amount available = held[ChainLayout.Seller(m)] * deliverable;
            Amount exports = Amount.Zero;
            foreach (int q in routesOut[m]) exports += requested[q] + smuggled[q];
            Amount exportLimit = available * exportLimitShare;
            double exportShare = exports > exportLimit ? exportLimit / exports : 1.0;
            Amount claims = ordersOf[m] + (exports * exportShare) + purchase[m];
            double share = claims > available ? available / claims : 1.0;

            foreach (int b in buyersOf[m])
            {
                Amount amount = orders[b] * share;
                delivered[b] = amount;
                holdings.Move(ChainLayout.Seller(m), firstBuyer + b, amount);
            }

            foreach (int q in routesOut[m])
            {
                shipped[q] = requested[q] * (exportShare * share);
                smuggled[q] *= exportShare * share;
            }

            month.Reserved[m] = purchase[m] * share;
            state.Reserves.Store(holdings, m, month.Reserved[m]);
        }
    }
}
