using Offtake.Model.Quantities;

namespace Offtake.Simulation.Logistics;

/// <summary>Contract shipments of formula-priced material: a share of what the pool releases takes each route.</summary>
/// <remarks>Eq. LOG-1: shipped = weight · open share · release. What a closed route does not take stays with the separators of the region.</remarks>
internal static class FormulaRoutes
{
    /// <summary>What leaves on a contract route this month.</summary>
    public static Amount Shipment(ChainState state, int route) =>
        state.Months.Released[state.Layout.RouteFrom[route]] * (state.ContractWeight[route] * state.Policies.OpenShare(route));

    /// <summary>Sends the contract shipments of all pools on their way.</summary>
    public static void Send(ChainState state)
    {
        ChainLayout layout = state.Layout;
        foreach (int q in layout.Lists.FormulaRoutes)
        {
            int from = layout.RouteFrom[q];
            state.Months.Shipped[q] = Shipment(state, q);
            state.Holdings.Move(ChainLayout.Seller(from), layout.UnderWay(q), state.Months.Shipped[q]);
        }
    }
}
