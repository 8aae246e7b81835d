using Offtake.Model.Quantities;

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
        BehaviourNumbers behaviour = numbers.Behaviour;
        foreach (int m in layout.Lists.PostedMarkets)
        {
            Amount available = state.Holdings.Amounts[ChainLayout.Seller(m)] * behaviour.DeliverableShare;
            Amount exports = Amount.Zero;
            foreach (int q in layout.RoutesOut[m]) exports += month.Requested[q] + month.Smuggled[q];
            Amount exportLimit = available * behaviour.ExportLimitShare;
            double exportShare = exports > exportLimit ? exportLimit / exports : 1.0;
            Amount claims = month.OrdersOfMarket[m] + (exports * exportShare) + state.Policies.ReservePurchase[m];
            double share = claims > available ? available / claims : 1.0;

            foreach (int b in layout.BuyersOfMarket[m])
            {
                month.Delivered[b] = month.Orders[b] * share;
                state.Holdings.Move(ChainLayout.Seller(m), layout.Buyer(b), month.Delivered[b]);
            }

            foreach (int q in layout.RoutesOut[m])
            {
                month.Shipped[q] = month.Requested[q] * (exportShare * share);
                month.Smuggled[q] *= exportShare * share;
            }

            month.Reserved[m] = state.Policies.ReservePurchase[m] * share;
            if (month.Reserved[m].Value != 0.0) state.Holdings.MoveToSink(ChainLayout.Seller(m), month.Reserved[m], Sink.Reserve, layout.Markets[m].Region);
        }
    }
}
