using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Investment;
using Offtake.Simulation.Treasury;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>INV-1 to INV-3 where capacity has to be paid for.</summary>
public sealed class CapitalTests
{
    private readonly Future _future = Open(5.0);
    private readonly int _f;
    private readonly int _s;

    public CapitalTests()
    {
        _f = TinyChain.Facility(State.Layout.Chain, "motors-home").Index;
        _s = State.Layout.SectorOf[_f];
        State.Months.Wished[_f] = Amount.Zero;
    }

    private ChainState State => _future.State;

    private FinanceNumbers Numbers => _future.Numbers.Finance!;

    private Span<Amount> Stages => State.Pipeline.AsSpan(_f * 3, 3);

    private static Future Open(double capital, bool expandable = true)
    {
        ValueChain chain = TinyChain.Draft().Build();
        return TinyChain.Open(MoneyRules.In(chain with { Facilities = [.. chain.Facilities.Select(f => f with { IsExpandable = expandable })] }, capital));
    }

    private void Advance(int months)
    {
        for (int i = 0; i < months; i++) PaidPipeline.Advance(State, _future.Numbers, Numbers, _f, _s);
    }

    // 7 % over 20 years: 0.07 / (1 - 1.07^-20) = 0.0943929; without interest a twentieth.
    [Theory]
    [InlineData(0.07, 20, 0.0943929)]
    [InlineData(0.0, 20, 0.05)]
    public void A_loan_is_returned_by_its_annuity(double rate, double years, double expected) => Assert.Equal(expected, FinanceNumbers.Annuity(rate, years), 1e-7);

    [Fact]
    public void Nothing_is_built_before_its_permit_and_nothing_is_added_that_was_not_paid_for()
    {
        State.Finance!.Permits[_f] = new Amount(12);
        double before = State.Capacity[_f].Value;
        Advance(1);
        Near(11, State.Finance.Permits[_f].Value);
        Near(1, Stages[0].Value);
        Assert.Equal(0.0, State.Finance.CapitalSpent[_s].Value);
        for (int month = 0; month < 2_000; month++)
        {
            Advance(1);
            double added = State.Capacity[_f].Value - before + State.Finance.Ramping[_f].Value;
            double paidFor = added + (Stages[2].Value * (2.0 / 3.0)) + (Stages[1].Value / 3.0);
            Near(paidFor * Numbers.CapitalCost[_s].Value, State.Finance.CapitalSpent[_s].Value);
        }

        Near(12, State.Capacity[_f].Value - before);
    }

    [Fact]
    public void What_builders_receive_is_what_owners_borrow_and_shareholders_give()
    {
        State.Money.Clear();
        Construction.Pay(State, Numbers, _f, new Amount(10));
        double cost = 10 * Numbers.CapitalCost[_s].Value;
        int region = State.Layout.Sectors[_s].Region;
        Near(cost, State.Money.Received[State.Accounts.Suppliers(region)].Value);
        Near(cost, State.Money.Paid[State.Accounts.Owners(_s)].Value);
        Near(0.6 * cost, Debts.OfOwners(State, _s).Value);
        Near(0.4 * cost, State.Money.Paid[State.Accounts.Shareholders(region)].Value);
    }

    [Fact]
    public void Dearer_capital_never_starts_more()
    {
        double last = double.PositiveInfinity;
        foreach (double capital in new[] { 0.0, 1.0, 10.0, 100.0 })
        {
            Future future = Open(capital);
            future.State.Months.Wished[_f] = future.State.Capacity[_f] * 2.0;
            Array.Fill(future.State.Finance!.HurdleReturn, 1.1);
            Profitability.Expect(future.State, future.Numbers, future.Numbers.Finance!);
            double started = Profitability.Start(future.State, future.Numbers, future.Numbers.Finance!, _f, _s).Value;
            Assert.InRange(started, 0.0, last);
            last = started;
        }

        Assert.Equal(0.0, last);
    }

    // Wished double what stands, and earning what it earned at the opening: all that is lacking is begun within a year; at e^-0.1 of that, half of it.
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(-0.1, 0.5)]
    [InlineData(-0.2, 0.0)]
    [InlineData(0.5, 1.0)]
    public void Makers_start_the_less_the_worse_it_pays(double logReturn, double share)
    {
        double stands = State.Capacity[_f].Value;
        State.Months.Wished[_f] = new Amount(2.0 * stands * Math.Max(_future.Numbers.Behaviour.InvestTargetUtilisation, State.OpeningRate[_f]));
        State.Finance!.Return[_f] = State.Finance.HurdleReturn[_f] * Math.Exp(logReturn);
        Near(share * stands / 12.0, Profitability.Start(State, _future.Numbers, Numbers, _f, _s).Value);
    }

    [Fact]
    public void What_has_stood_closed_for_long_is_given_up_with_its_part_of_the_debt()
    {
        int s = _s;
        State.Money.Pay(State.Accounts.LoanOfOwners(s), State.Accounts.Bank, new Usd(1_000));
        double capacity = State.Capacity[_f].Value;
        double all = State.Layout.FacilitiesOfSector[s].Sum(f => State.Capacity[f].Value);
        State.OpenShare[_f] = 0.25;
        State.MonthsBelow[_f] = 35;
        Exit.Decide(State, _future.Numbers, Numbers, _f);
        Near(capacity, State.Capacity[_f].Value);
        State.MonthsBelow[_f] = 36;
        Exit.Decide(State, _future.Numbers, Numbers, _f);
        Near(capacity / 4.0, State.Capacity[_f].Value);
        Near(1_000 * (1.0 - (0.75 * capacity / all)), Debts.OfOwners(State, s).Value);
        Near(0.75 * capacity, State.Finance!.Abandoned[_f].Value);
        Assert.Equal(1.0, State.OpenShare[_f]);
    }

    // A motor fetches 4,000 net and takes 0.1 t of oxide at 16,000 net besides 200 of processing.
    [Fact]
    public void A_makers_margin_is_what_its_product_fetches_over_what_it_takes()
    {
        UnitEarnings.Measure(State, _future.Numbers);
        Near(4_000 / (1_600 + 200.0), State.Finance!.MarginNow[_f]);
    }

    [Fact]
    public void Makers_close_bit_by_bit_after_months_of_poor_margin_and_state_firms_keep_a_part_open()
    {
        State.Finance!.MarginNow[_f] = 0.5;
        State.Margin[_f] = 0.5;
        for (int month = 0; month < 6; month++) Mothballing.DecideOwners(State, _future.Numbers, Numbers, [_f]);
        Near(1.0 - (1.0 / 6.0), State.OpenShare[_f]);
        _future.Numbers.TargetPressure[_f] = 0.7;
        for (int month = 0; month < 20; month++) Mothballing.DecideOwners(State, _future.Numbers, Numbers, [_f]);
        Near(0.7, State.OpenShare[_f]);
        State.MonthsBelow[_f] = 100;
        Exit.Decide(State, _future.Numbers, Numbers, _f);
        Near(0.7, State.OpenShare[_f]);
    }
}
