using Offtake.Laws.Tests.Metamorphic;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Institutions;

/// <summary>Money for new capacity: who pays it, how much of it is raised, and what becomes of it.</summary>
public class FundLaws
{
    // A city that buys far more than before, so that makers have to build; it pays for itself, without its treasury.
    private static readonly Scenario World = Bought(TinyChain.Scenario(Growing(MoneyRules.In(TinyChain.Draft(homeVat: 0.0).Build(), 0.5)), 60));
    private static readonly Target Makers = TinyChain.Facility(World.Chain, "motors-home");

    private static Scenario Bought(Scenario scenario) =>
        scenario.WithLever(InstrumentKind.OfftakeContract, 1.0, [TinyChain.Use(scenario.Chain, "motors-town")], id: "buyer");

    private static ValueChain Growing(ValueChain chain) => chain with { Facilities = [.. chain.Facilities.Select(f => f with { IsExpandable = f.Id == "motors-home" })] };

    [Theory]
    [InlineData(InstrumentKind.GuidanceFund, 1e6)]
    [InlineData(InstrumentKind.CapacityGrant, 0.4)]
    public void Without_strength_nothing_changes_and_with_it_something_does(InstrumentKind kind, double strength)
    {
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(World, 1), Portrait.Walk(World.WithLever(kind, 0.0, [Makers]), 1)));
        Assert.NotNull(Likeness.Difference(Portrait.Walk(World, 1), Portrait.Walk(World.WithLever(kind, strength, [Makers]), 1)));
    }

    [Fact]
    public void A_fund_holds_what_it_raised_and_did_not_pay_and_private_money_joins_by_its_leverage()
    {
        var terms = new InstrumentTerms { Realised = Programmes.Number("realised", 0.5), Leverage = Programmes.Number("leverage", 2.0) };
        double raised = 0.0, paid = 0.0, held = 0.0;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(World.Chain), World.WithLever(InstrumentKind.GuidanceFund, 1.2e6, [Makers], terms, months: 24), null))
        {
            ChainState s = end.State;
            raised += s.Programmes!.Outlay[1].Value;
            paid += s.Programmes.Funds.Paid[0].Value;
            held = s.Programmes.Funds.Balance(0).Value;
            Assert.Equal(s.Programmes.Outlay[1].Value, s.Money.Paid[s.Accounts.Treasury(0)].Value, 1e-6);
            Assert.Equal(3.0 * raised, paid + held, 1e-3);
            Assert.True(end.RelativeMoneyGap < 1e-12);
        }

        Assert.Equal(24 * 50_000.0, raised, 1e-6);
        Assert.True(paid > 0.0);
    }

    [Fact]
    public void A_fund_that_finds_nothing_to_fund_keeps_its_money()
    {
        Target idle = TinyChain.Facility(World.Chain, "recycler-abroad");
        Scenario calm = World with { To = World.From + 11, Exogenous = Exogenous.Moving };
        List<(double Balance, double Paid)> months = Programmes.Walk(
            calm.WithLever(InstrumentKind.GuidanceFund, 1.2e6, [idle]), s => (s.Programmes!.Funds.Balance(0).Value, s.Programmes.Funds.Paid[0].Value));
        Assert.Equal(0.0, months.Sum(m => m.Paid));
        Assert.Equal(10 * 100_000.0, months[^1].Balance, 1e-6);
    }

    [Fact]
    public void Every_dollar_of_a_grant_left_the_treasury_and_owners_have_the_less_to_raise()
    {
        Scenario pulled = World.WithLever(InstrumentKind.CapacityGrant, 0.4, [Makers]);
        int makers = new ChainLayout(World.Chain).SectorOf[Makers.Index];
        List<(double Outlay, double Paid, double Cost)> months = Programmes.Walk(pulled, s => (
            s.Programmes!.Outlay[1].Value, s.Money.Paid[s.Accounts.Treasury(0)].Value, s.Finance!.CapitalSpent[makers].Value));

        Assert.True(months.Sum(m => m.Outlay) > 0.0);
        Assert.All(months, m => Assert.Equal(m.Paid, m.Outlay, 1e-6));
        Assert.All(months.Skip(2), m => Assert.Equal(0.4 * m.Cost, m.Outlay, 1e-6));
    }

    [Fact]
    public void A_world_without_capital_refuses_a_fund_with_a_remedy()
    {
        Scenario bare = Programmes.Tiny(12).WithLever(InstrumentKind.GuidanceFund, 1e6, [Makers]);
        Assert.Contains("capital.csv", Assert.Throws<InvalidOperationException>(() => Programmes.Walk(bare, s => 0)).Message, StringComparison.Ordinal);
    }

    // Imposed, not predicted: the share is the number that was put in. What is checked is that nothing between the announcement and the account loses any of it.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Imposed_funds_raise_of_their_announcement_what_the_record_says(int future)
    {
        Parameter realised = Parameter.Assumed("test/realised", new Assumption("test-realised", 0.47, Spread.Uniform(0.43, 0.51), "share", "Range of the record of guidance funds."), "test");
        Scenario pulled = World.WithLever(InstrumentKind.GuidanceFund, 1.2e6, [Makers], new InstrumentTerms { Realised = realised });
        double announced = 0.0, raised = 0.0;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(pulled.Chain), pulled, new Chance(1, future)))
        {
            announced += end.State.Programmes!.Ordered[1] / 12.0;
            raised += end.State.Programmes.Outlay[1].Value;
        }

        Assert.InRange(raised / announced, 0.43, 0.51);
    }
}
