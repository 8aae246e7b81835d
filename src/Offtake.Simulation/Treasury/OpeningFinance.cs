using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Ledger;

namespace Offtake.Simulation.Treasury;

/// <summary>Puts the money of owners at rest: what they lose at the opening is made good as it must have been so far, and their cash is what they would hold for ever.</summary>
/// <remarks>
/// Eq. FIN-7: support per unit of activity = max(0, −result of the opening) / activity, paid by shareholders as long as the sector runs;
/// cash at the opening = profit after tax · (1 − dividend share) / dividend share. No owner has a loan at the opening.
/// </remarks>
internal static class OpeningFinance
{
    public static void Fill(ChainState state, ChainNumbers numbers, FinanceNumbers n)
    {
        ChainLayout layout = state.Layout;
        FinanceState finance = state.Finance!;
        Usd[] balance = [.. state.Money.Balance];
        state.Money.Clear();
        for (int b = 0; b < layout.Buyers.Length; b++)
        {
            BuyerLink buyer = layout.Buyers[b];
            state.Months.Delivered[b] = buyer.Sector < 0 ? Amount.Zero : state.Months.SectorActivity[buyer.Sector] * state.InputRate[buyer.Sector][buyer.Input];
        }

        Settlement.InvoiceOwners(state, numbers);
        state.Money.SettleInvoices();
        Array.Clear(state.Months.Delivered);
        balance.CopyTo(state.Money.Balance, 0);
        for (int s = 0; s < layout.Sectors.Length; s++) SetOwners(state, n, finance, s);
        if (n.HasCapital) Profitability.Expect(state, numbers, n);
        else UnitEarnings.Measure(state, numbers);
        for (int f = 0; f < layout.Facilities.Length; f++) SetMargins(state, numbers, n, finance, f);
        state.Money.Clear();
    }

    private static void SetOwners(ChainState state, FinanceNumbers n, FinanceState finance, int s)
    {
        MoneyBook money = state.Money;
        int owners = state.Accounts.Owners(s);
        Amount activity = Amount.Zero;
        foreach (int f in state.Layout.FacilitiesOfSector[s]) activity += state.Months.Activity[f];
        Usd result = money.Received[owners] - money.Paid[owners];
        finance.YearlyTurnover[s] = Usd.Max(money.Received[owners], money.Paid[owners]) * 12.0;
        if (activity.Value > 0.0) finance.SupportPerActivity[s] = new UsdPerUnit(Math.Max(0.0, -result.Value) / activity.Value);
        Usd profit = Usd.Max(Usd.Zero, result) * (1.0 - n.ProfitTaxShare);
        Usd cash = profit * ((1.0 - n.DividendSharePerMonth) / n.DividendSharePerMonth);
        money.Pay(state.Accounts.Shareholders(state.Layout.Sectors[s].Region), owners, cash);
    }

    private static void SetMargins(ChainState state, ChainNumbers numbers, FinanceNumbers n, FinanceState finance, int f)
    {
        bool mines = state.Layout.DriveOf(state.Layout.SectorOf[f]) == Drive.Margin;
        if (!mines)
        {
            state.Margin[f] = finance.MarginNow[f];
            state.OpeningMargin[f] = state.Months.Activity[f].Value > 0.0 && !double.IsNaN(state.Margin[f]) ? state.Margin[f] : 1.0;
        }

        double opening = finance.Return[f];
        finance.HurdleReturn[f] = mines ? Math.Max(n.CapitalHurdle, opening * numbers.Behaviour.MineReopenRatio)
            : double.IsNaN(opening) ? n.CapitalHurdle
            : Math.Min(n.CapitalHurdle, opening);
    }
}
