using Offtake.Model.Quantities;
using Offtake.Simulation.Ledger;

namespace Offtake.Simulation.Treasury;

/// <summary>The month's end for owners and cities: interest, tax, repayment and dividends are paid, and what is lacking is borrowed.</summary>
/// <remarks>
/// Eq. FIN-2: interest = debt · (i + premium) / 12; repaid = min(cash, debt / loan months); what cash is below zero is borrowed, so nobody holds less than nothing.
/// Eq. FIN-6: tax = share · max(0, profit + losses carried); dividend = share · cash that is left.
/// </remarks>
internal static class Borrowing
{
    public static void Settle(ChainState state, ChainNumbers numbers, FinanceState finance)
    {
        finance.BeginMonth();
        FinanceNumbers n = numbers.Finance!;
        for (int s = 0; s < state.Layout.Sectors.Length; s++) SettleOwners(state, n, finance, s);
        for (int c = 0; c < state.Layout.Cities.Length; c++) SettleCity(state, numbers, c);
        Insolvency.Resolve(state, numbers, finance);
    }

    private static void SettleOwners(ChainState state, FinanceNumbers n, FinanceState finance, int s)
    {
        MoneyBook money = state.Money;
        int owners = state.Accounts.Owners(s);
        int loan = state.Accounts.LoanOfOwners(s);
        int region = state.Layout.Sectors[s].Region;
        int shareholders = state.Accounts.Shareholders(region);
        Usd result = money.Received[owners] - money.Paid[owners];
        Usd turnover = Usd.Max(money.Received[owners], money.Paid[owners]);
        Usd debt = Debts.OfOwners(state, s);
        finance.Support[s] = finance.SupportPerActivity[s] * state.Months.SectorActivity[s];
        finance.Interest[s] = debt * (n.LoanRatePerYear / 12.0);
        money.Pay(shareholders, owners, finance.Support[s]);
        money.Pay(owners, state.Accounts.Bank, finance.Interest[s]);

        Usd taxable = result + finance.Support[s] - finance.Interest[s] + finance.TaxLoss[s];
        finance.TaxLoss[s] = Usd.Min(Usd.Zero, taxable);
        finance.ProfitTax[s] = Usd.Max(Usd.Zero, taxable) * n.ProfitTaxShare;
        money.Pay(owners, state.Accounts.Treasury(region), finance.ProfitTax[s]);

        if (debt.Value > 0.0) money.Pay(owners, loan, Usd.Max(Usd.Zero, Usd.Min(money.Balance[owners], debt / n.LoanMonths)));
        finance.Dividend[s] = Usd.Max(Usd.Zero, money.Balance[owners]) * n.DividendSharePerMonth;
        money.Pay(owners, shareholders, finance.Dividend[s]);
        Borrow(money, owners, loan);

        finance.YearlyTurnover[s] += turnover - (finance.YearlyTurnover[s] * (1.0 / 12.0));
        if (n.HasCapital && finance.BookValue[s].Value != 0.0) finance.BookValue[s] -= finance.BookValue[s] * Math.Min(1.0, 1.0 / (12.0 * n.LifeYears[s]));
    }

    /// <summary>A city repays with all that its deployment budget leaves; what is left then lapses to its other services.</summary>
    private static void SettleCity(ChainState state, ChainNumbers numbers, int c)
    {
        MoneyBook money = state.Money;
        int city = state.Accounts.City(c);
        int loan = state.Accounts.LoanOfCity(c);
        Usd owed = Usd.Max(Usd.Zero, Debts.OfCity(state, c) - money.Balance[city]);
        money.Pay(city, state.Accounts.Bank, owed * (numbers.Behaviour.InterestRatePerYear / 12.0));
        money.Pay(city, loan, Usd.Max(Usd.Zero, Usd.Min(money.Balance[city], Debts.OfCity(state, c))));
        money.Pay(city, state.Accounts.Suppliers(state.Layout.Cities[c].Region), Usd.Max(Usd.Zero, money.Balance[city]));
        Borrow(money, city, loan);
    }

    private static void Borrow(MoneyBook money, int debtor, int loan)
    {
        if (money.Balance[debtor].Value < 0.0) money.Pay(loan, debtor, -money.Balance[debtor]);
    }
}
