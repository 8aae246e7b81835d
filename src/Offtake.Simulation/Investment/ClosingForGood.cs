using Offtake.Model.Quantities;
using Offtake.Simulation.Treasury;

namespace Offtake.Simulation.Investment;

/// <summary>Phase 8: capacity that a restructuring takes is closed for good, its owners are compensated, and the debt that goes with it is repaid or written off.</summary>
/// <remarks>
/// Eq. INV-7: closed = capacity · (1 − Π over orders of (1 − strength / 12)), built and under way alike; paid = compensated share · capital cost · closed, by the
/// treasury of the region; of the debt of the sector the part that belongs to what is closed is repaid out of that as far as it reaches, and the bank writes off the
/// rest of it. Where capital has no cost nothing can be paid, and where there are no rules of money only capacity closes.
/// </remarks>
internal static class ClosingForGood
{
    public static void Close(ChainState state, ChainNumbers numbers)
    {
        double[] share = state.Policies.ClosedForGood;
        for (int f = 0; f < share.Length; f++)
        {
            if (share[f] == 0.0 || state.Capacity[f].Value == 0.0) continue;
            if (state.Finance is { } finance) Compensate(state, numbers.Finance!, finance, f, share[f]);
            Exit.Abandon(state, f, share[f]);
        }
    }

    private static void Compensate(ChainState state, FinanceNumbers n, FinanceState finance, int facility, double share)
    {
        int s = state.Layout.SectorOf[facility];
        Amount all = Amount.Zero;
        foreach (int f in state.Layout.FacilitiesOfSector[s]) all += state.Capacity[f];
        Amount closed = state.Capacity[facility] * share;
        Usd debt = Debts.OfOwners(state, s) * (closed / all);
        Usd paid = n.HasCapital
            ? n.CapitalCost[s] * closed * (state.Policies.CompensationOrdered[facility] / state.Policies.ClosingOrdered[facility]) : Usd.Zero;
        Usd repaid = Usd.Min(debt, paid);
        int treasury = state.Accounts.Treasury(state.Layout.Sectors[s].Region);
        state.Money.Pay(treasury, state.Accounts.LoanOfOwners(s), repaid);
        state.Money.Pay(treasury, state.Accounts.Owners(s), paid - repaid);
        Insolvency.WriteOff(state, finance, s, debt - repaid);
        finance.Compensation[facility] += paid;
    }
}
