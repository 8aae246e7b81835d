using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Operations;

/// <summary>Phase 4: facilities run, on what was in stock at the end of last month. What they make is for sale this month.</summary>
/// <remarks>
/// Pools are released first, to separators and contract routes alike, so that both take last month's composition; mines add to pools afterwards.
/// </remarks>
internal static class Production
{
    public static void Run(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        MonthFlows month = state.Months;
        Array.Clear(month.Produced);
        Array.Clear(month.Activity);
        Array.Clear(month.SectorActivity);
        Array.Clear(month.InputTaken);
        Array.Clear(month.QuotaBound);
        ReleasePools(state, numbers);
        Span<Tonnes> entering = stackalloc Tonnes[layout.ElementCount];
        foreach (int s in layout.Lists.FeedSectors)
        {
            entering.Clear();
            FeedSectors.Run(state, s, entering);
            Conversion.Leave(state, numbers, s, entering);
        }

        Logistics.FormulaRoutes.Send(state);
        for (int s = 0; s < layout.Sectors.Length; s++)
        {
            if (layout.DriveOf(s) == Drive.Margin) Mines.Run(state, numbers, s);
            if (layout.DriveOf(s) != Drive.Orders) continue;
            entering.Clear();
            Makers.Run(state, numbers, s, entering);
            Conversion.Leave(state, numbers, s, entering);
        }

        Disposal.Dispose(state, numbers);
        state.Residues?.Post(state.Months.Activity, state.Policies.StandardResidueFactor);
    }

    private static void ReleasePools(ChainState state, ChainNumbers numbers)
    {
        foreach (int m in state.Layout.Lists.FormulaMarkets)
            state.Months.Released[m] = state.Holdings.Amounts[ChainLayout.Seller(m)] * numbers.Behaviour.PoolReleaseShare;
    }
}
