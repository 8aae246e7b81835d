using Offtake.Model.Quantities;

namespace Offtake.Simulation.Investment;

/// <summary>New capacity is paid for while it is built, to the suppliers of its region.</summary>
/// <remarks>Eq. INV-2 (payment): capital · capacity built; of what grants and funds leave to pay (FIN-4) a share is lent by the bank, the rest comes from shareholders.</remarks>
internal static class Construction
{
    public static void Pay(ChainState state, FinanceNumbers n, int facility, Amount built) => Pay(state, n, facility, state.Layout.SectorOf[facility], built);

    /// <summary>The same for a facility whose sector is known.</summary>
    public static void Pay(ChainState state, FinanceNumbers n, int facility, int s, Amount built)
    {
        if (built.Value <= 0.0) return;
        int region = state.Layout.Sectors[s].Region;
        int owners = state.Accounts.Owners(s);
        Usd cost = n.CapitalCost[s] * built;
        Usd own = cost - CapitalSupport.Pay(state, facility, owners, cost);
        Usd lent = own * n.InvestmentLoanShare;
        state.Money.Pay(state.Accounts.LoanOfOwners(s), owners, lent);
        state.Money.Pay(state.Accounts.Shareholders(region), owners, own - lent);
        state.Money.Pay(owners, state.Accounts.Suppliers(region), cost);
        state.Finance!.CapitalSpent[s] += cost;
        state.Finance.BookValue[s] += own;
    }
}
