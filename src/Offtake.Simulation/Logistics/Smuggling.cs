using Offtake.Simulation.Markets;

namespace Offtake.Simulation.Logistics;

/// <summary>Goods that leave past quota and duty where either stands in the way of a price gap.</summary>
/// <remarks>
/// Eq. LOG-6: smuggled = s · orders of the destination · min(1, max(0, ln(P_to / L0))), L0 the landed price of goods that pay neither duty nor rent
/// and get no tax back. It leaves within the same limits as exports do (LOG-3). It is not the deviation of statistics from flows that are legal.
/// </remarks>
internal static class Smuggling
{
    /// <summary>Sets what smugglers ask of each route this month; rationing makes of it what they get.</summary>
    public static void Ask(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        Array.Clear(state.Months.Smuggled);
        if (numbers.Behaviour.SmuggledShare <= 0.0) return;
        foreach (int q in layout.Lists.PostedRoutes)
        {
            if (state.Policies.ExportQuotaGroup[q] < 0 && state.Policies.ExportDuty[q] <= 0.0) continue;
            int to = layout.RouteTo[q];
            double gap = Math.Log(state.Price[to] / Landed.Smuggled(state, numbers, q));
            state.Months.Smuggled[q] = state.Months.OrdersOfMarket[to] * (numbers.Behaviour.SmuggledShare * Math.Clamp(gap, 0.0, 1.0));
        }
    }
}
