using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Demand;

/// <summary>What institutions add to the month's wants, and what is missing elsewhere or later for it.</summary>
/// <remarks>
/// Eq. DEM-13 (lift): what a subsidy adds is what is wanted with it less what would be wanted without, of a use with several shared by their strengths.
/// Nothing here is written where nothing was ordered and nothing is owed, so that wants stay what they were to the last bit.
/// </remarks>
internal static class ProgrammeDemand
{
    /// <summary>Joins all programmes to wants that budgets have limited.</summary>
    public static void Join(ChainState state, ChainNumbers numbers, ProgrammeBook programmes)
    {
        DemandBook book = programmes.Demand;
        if (book.Directives.Length == 0) return;
        book.Begin();
        Lift(state, book);
        PurchaseOrders.Place(state, numbers, programmes);
        PullForward.Repay(state, book);
        Crowding.Displace(state, book);
        PurchaseOrders.Add(state, book);
        PullForward.Owe(book);
    }

    private static void Lift(ChainState state, DemandBook book)
    {
        if (state.Policies.Subsidies.Count == 0) return;
        Span<double> strengths = state.Months.Working(0, book.WantsWithout.Length);
        strengths.Clear();
        foreach (Directive subsidy in state.Policies.Subsidies)
        {
            for (int i = 0; i < subsidy.Targets.Count; i++) strengths[subsidy.Targets[i].Index] += subsidy.Strength;
        }

        foreach (Directive subsidy in state.Policies.Subsidies)
        {
            int lot = book.FirstLot(subsidy);
            for (int i = 0; i < subsidy.Targets.Count; i++)
            {
                int k = subsidy.Targets[i].Index;
                Amount lift = Amount.Max(Amount.Zero, state.Months.Wanting[k] - book.WantsWithout[k]);
                book.Ordered[lot + i] = lift * (subsidy.Strength / strengths[k]);
            }
        }
    }
}
