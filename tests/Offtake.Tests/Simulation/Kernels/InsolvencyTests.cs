using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Treasury;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>FIN-2, FIN-5 and FIN-6: loans, taxes, dividends, and what happens to those who owe too much.</summary>
public sealed class InsolvencyTests
{
    private readonly Future _future = Open();
    private readonly int _s;

    public InsolvencyTests() => _s = State.Layout.SectorOf[TinyChain.Facility(State.Layout.Chain, "motors-home").Index];

    private ChainState State => _future.State;

    private FinanceState Finance => State.Finance!;

    private int Owners => State.Accounts.Owners(_s);

    private int Loan => State.Accounts.LoanOfOwners(_s);

    private int Home => State.Layout.Sectors[_s].Region;

    private static Future Open(double pressure = 0.0)
    {
        ValueChain chain = TinyChain.Draft().Build();
        Parameterised soft = new(pressure);
        return TinyChain.Open(MoneyRules.In(soft.In(chain), 5.0));
    }

    private double Moved(int account) => State.Money.Received[account].Value - State.Money.Paid[account].Value;

    /// <summary>Settles a month in which the owners have lost an amount to their suppliers and nobody else has traded.</summary>
    private void Settle(double lost, double owed = 0.0)
    {
        State.Money.Pay(Loan, State.Accounts.Bank, new Usd(owed));
        State.Money.Clear();
        Array.Clear(State.Months.SectorActivity);
        State.Money.Pay(Owners, State.Accounts.Suppliers(Home), new Usd(lost));
        Borrowing.Settle(State, _future.Numbers, Finance);
    }

    // Cash at the opening is what profit after tax would leave for ever; a loss beyond it is borrowed.
    [Fact]
    public void What_owners_lack_is_borrowed_and_nobody_holds_less_than_nothing()
    {
        double cash = State.Money.Balance[Owners].Value;
        Settle(cash + 1_000);
        Near(0, State.Money.Balance[Owners].Value);
        Near(1_000, Debts.OfOwners(State, _s).Value);
    }

    // 120,000 at 5 + 3 % a year is 800 a month; a 120th, 1,000, is repaid.
    [Fact]
    public void A_loan_costs_interest_and_is_repaid_over_its_months()
    {
        Settle(-50_000, owed: 120_000);
        Near(800, Finance.Interest[_s].Value);
        Near(119_000, Debts.OfOwners(State, _s).Value);
    }

    // Of 10,000 earned a quarter is taxed; of a loss nothing, and it is set off against the profit of the next month.
    [Fact]
    public void Profit_is_taxed_after_earlier_losses_are_set_off()
    {
        Settle(-10_000);
        Near(2_500, Finance.ProfitTax[_s].Value);
        Settle(4_000);
        Assert.Equal(0.0, Finance.ProfitTax[_s].Value);
        Settle(-10_000);
        Near(1_500, Finance.ProfitTax[_s].Value);
    }

    [Fact]
    public void The_bank_loses_what_private_owners_do_not_pay_back_and_half_their_capacity_goes()
    {
        double bound = 2.0 * Finance.YearlyTurnover[_s].Value;
        Amount capacity = State.Capacity[TinyChain.Facility(State.Layout.Chain, "motors-home").Index];
        Settle(0, owed: 3 * bound);
        double lost = Finance.WrittenOff[_s].Value;
        Assert.True(Finance.InDefault[_s] && lost > 2.9 * bound);
        Near(0, Debts.OfOwners(State, _s).Value);
        Near(0, Moved(State.Accounts.Bank) - Finance.Interest[_s].Value + lost);
        Near(capacity.Value / 2.0, State.Capacity[TinyChain.Facility(State.Layout.Chain, "motors-home").Index].Value);
    }

    // A state firm: nine tenths are paid by the treasury, a tenth stays owed, and nothing closes.
    [Fact]
    public void A_state_firm_is_bailed_out_by_its_treasury_and_stays_open()
    {
        Future soft = Open(0.5);
        ChainState state = soft.State;
        int loan = state.Accounts.LoanOfOwners(_s);
        Amount[] capacity = [.. state.Capacity];
        state.Money.Pay(loan, state.Accounts.Bank, new Usd(1e12));
        state.Money.Clear();
        Insolvency.Resolve(state, soft.Numbers, state.Finance!);
        Near(-0.9e12, state.Money.Received[state.Accounts.Treasury(Home)].Value - state.Money.Paid[state.Accounts.Treasury(Home)].Value);
        Near(0.1e12, Debts.OfOwners(state, _s).Value);
        Assert.Equal(0.0, state.Finance!.WrittenOff[_s].Value);
        Assert.Equal(capacity, state.Capacity);
    }

    // Revenue 12 million a year, bound two years of it: half of 30 million is paid for it, by somebody, and the other half stays.
    [Fact]
    public void A_city_that_is_bailed_out_is_not_freed_of_its_debt_silently()
    {
        State.Money.Pay(State.Accounts.LoanOfCity(0), State.Accounts.Bank, new Usd(30e6));
        State.Money.Clear();
        Insolvency.Resolve(State, _future.Numbers, Finance);
        Assert.True(Finance.CityInDefault[0]);
        Near(15e6, Debts.OfCity(State, 0).Value);
        Near(-15e6, Moved(State.Accounts.Treasury(State.Layout.Cities[0].Region)));
        Near(15e6, Finance.CityBailedOut[0].Value);
    }

    [Fact]
    public void Money_sums_to_nothing_through_defaults_and_bailouts()
    {
        Settle(1e9, owed: 1e10);
        Assert.True(Finance.InDefault[_s]);
        Assert.True(Math.Abs(State.Money.Balance.Sum(b => b.Value)) < 1e-3);
        Assert.True(Math.Abs(Enumerable.Range(0, State.Accounts.Count).Sum(Moved)) < 1e-3);
    }

    /// <summary>Makes all makers of motors firms with a target.</summary>
    private sealed record Parameterised(double Pressure)
    {
        public ValueChain In(ValueChain chain)
        {
            Model.Evidence.Parameter pressure = Model.Evidence.Parameter.Sourced("soft", Pressure, "share", Model.Evidence.Spread.None(Pressure), chain.Evidence.Sources, "test");
            Model.Evidence.EvidenceLedger l = chain.Evidence;
            return chain with
            {
                Facilities = [.. chain.Facilities.Select(f => f with { TargetPressure = pressure })],
                Evidence = new Model.Evidence.EvidenceLedger(l.Sources, l.Assumptions, l.Claims, [.. l.Parameters, pressure]),
            };
        }
    }
}
