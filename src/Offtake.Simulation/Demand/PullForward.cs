using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;

namespace Offtake.Simulation.Demand;

/// <summary>What a programme's users buy now and would have bought later is missing later.</summary>
/// <remarks>
/// Eq. DEM-11: owed' = owed · (1 − 1/τ) + φ · ordered, wants fall by owed / τ, with φ the units pulled forward per unit ordered and τ the months over which
/// they are missing. Never more than is wanted: what cannot be missing stays owed, and counts as additional in the end.
/// </remarks>
internal static class PullForward
{
    /// <summary>Takes from wants what is due of earlier months.</summary>
    public static void Repay(ChainState state, DemandBook book)
    {
        Amount[] wanting = state.Months.Wanting;
        Span<double> due = state.Months.Working(0, wanting.Length);
        due.Clear();
        for (int lot = 0; lot < book.Owed.Length; lot++) due[book.UseOf[lot]] += Due(book, lot).Value;
        for (int lot = 0; lot < book.Owed.Length; lot++)
        {
            int k = book.UseOf[lot];
            if (due[k] == 0.0) continue;
            book.Repaid[lot] = Due(book, lot) * Math.Min(1.0, wanting[k].Value / due[k]);
            book.Owed[lot] -= book.Repaid[lot];
        }

        for (int k = 0; k < wanting.Length; k++)
        {
            if (due[k] != 0.0) wanting[k] -= Amount.Min(new Amount(due[k]), wanting[k]);
        }
    }

    /// <summary>Takes down what this month's orders will be missing.</summary>
    public static void Owe(DemandBook book)
    {
        for (int lot = 0; lot < book.Owed.Length; lot++)
        {
            book.PulledForward[lot] = book.Ordered[lot] * book.Directives[lot].Terms.PullForward;
            book.Owed[lot] += book.PulledForward[lot];
        }
    }

    private static Amount Due(DemandBook book, int lot) => book.Owed[lot] / book.Directives[lot].Terms.PullForwardMonths;
}
