using Offtake.Model.Quantities;
using Offtake.Simulation.Investment;

namespace Offtake.Simulation.Treasury;

/// <summary>Owners and cities that owe more than they can carry: the treasury pays for state firms and cities, the bank writes off what others owe, and their capacity goes.</summary>
/// <remarks>
/// Eq. FIN-5: owners are in default when debt &gt; bound · max(turnover of a year, book value of new capacity), a city when debt &gt; bound · revenue of a year.
/// Paid by the treasury: state share · bailout share · debt; written off: (1 − state share) · debt; the rest stays owed. Private facilities of owners in default lose the exit share of their capacity.
/// </remarks>
internal static class Insolvency
{
    public static void Resolve(ChainState state, ChainNumbers numbers, FinanceState finance)
    {
        FinanceNumbers n = numbers.Finance!;
        for (int s = 0; s < state.Layout.Sectors.Length; s++)
        {
            Usd debt = Debts.OfOwners(state, s);
            Usd bound = Usd.Max(finance.YearlyTurnover[s], finance.BookValue[s]) * n.DefaultDebtOverTurnover;
            finance.InDefault[s] = debt > bound;
            if (finance.InDefault[s]) Default(state, numbers, finance, s, debt);
        }

        for (int c = 0; c < state.Layout.Cities.Length; c++)
        {
            Usd debt = Debts.OfCity(state, c);
            finance.CityInDefault[c] = debt > state.CityRevenue[c] * (12.0 * n.CityDefaultDebtShare);
            if (!finance.CityInDefault[c]) continue;
            finance.CityBailedOut[c] = debt * n.CityBailoutShare;
            state.Money.Pay(state.Accounts.Treasury(state.Layout.Cities[c].Region), state.Accounts.LoanOfCity(c), finance.CityBailedOut[c]);
        }
    }

    /// <summary>Part of a debt that goes with closed capacity: written off by the bank.</summary>
    public static void WriteOff(ChainState state, FinanceState finance, int sector, Usd amount)
    {
        state.Money.Pay(state.Accounts.Bank, state.Accounts.LoanOfOwners(sector), amount);
        finance.WrittenOff[sector] += amount;
    }

    private static void Default(ChainState state, ChainNumbers numbers, FinanceState finance, int s, Usd debt)
    {
        FinanceNumbers n = numbers.Finance!;
        double soft = SoftShare(state, numbers, s);
        Usd paid = debt * (soft * n.StateBailoutShare);
        state.Money.Pay(state.Accounts.Treasury(state.Layout.Sectors[s].Region), state.Accounts.LoanOfOwners(s), paid);
        finance.BailedOut[s] += paid;
        WriteOff(state, finance, s, debt * (1.0 - soft));
        foreach (int f in state.Layout.FacilitiesOfSector[s])
        {
            if (numbers.TargetPressure[f] <= 0.0) Exit.Abandon(state, f, n.DefaultExitShare);
        }
    }

    /// <summary>Share of a sector's capacity whose owners have a soft budget: those who run to a target whatever the margin. Of a sector without capacity, share of its facilities.</summary>
    private static double SoftShare(ChainState state, ChainNumbers numbers, int sector)
    {
        int[] facilities = state.Layout.FacilitiesOfSector[sector];
        double soft = 0.0, all = 0.0, softCount = 0.0;
        foreach (int f in facilities)
        {
            bool isSoft = numbers.TargetPressure[f] > 0.0;
            all += state.Capacity[f].Value;
            soft += isSoft ? state.Capacity[f].Value : 0.0;
            softCount += isSoft ? 1.0 : 0.0;
        }

        return all > 0.0 ? soft / all : softCount / facilities.Length;
    }
}
