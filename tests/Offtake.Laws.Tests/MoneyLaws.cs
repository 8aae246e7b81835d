using Offtake.Laws.Tests.Chains;
using Offtake.Laws.Tests.Metamorphic;
using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Treasury;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests;

/// <summary>What must hold where owners and cities borrow, pay taxes on profit, build at a price and can go bankrupt.</summary>
public class MoneyLaws
{
    private const int TwentyYears = 240;

    private static readonly ChainPlan Plan = new(3, true, 3, 2, 2, 2, true, false, false, true, true, true, 17);

    [Theory]
    [InlineData(17, null)]
    [InlineData(18, 0)]
    [InlineData(19, 1)]
    [InlineData(20, null)]
    public void A_balanced_start_stays_still_goods_and_owners_money_alike(int seed, int? number)
    {
        ChainPlan plan = Plan with { Grows = false, Measures = false, Seed = seed };
        ValueChain chain = MoneyRules.In(RandomChain.Of(plan), 4.0);
        MustStayStill(TinyChain.Scenario(chain, TwentyYears, Exogenous.Frozen), number);
    }

    [Fact]
    public void The_shipped_world_stays_still_with_rules_of_money() =>
        MustStayStill(Financed(ShippedWorld.Frozen(TwentyYears)), null);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    public void Nobody_who_can_borrow_holds_less_than_nothing_and_the_ledger_balances(int? number)
    {
        Scenario scenario = Financed(ShippedWorld.First(120));
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, number is { } n ? new Chance(1, n) : null))
        {
            ChainState state = end.State;
            for (int s = 0; s < state.Layout.Sectors.Length; s++) Holds(state, state.Accounts.Owners(s));
            for (int c = 0; c < state.Layout.Cities.Length; c++) Holds(state, state.Accounts.City(c));
            Assert.True(end.RelativeMoneyGap < 1e-12);
        }

        static void Holds(ChainState state, int account) =>
            Assert.True(state.Money.Balance[account].Value > -1.0, $"{state.Accounts.Name(account)} holds {state.Money.Balance[account]}");
    }

    // With free capacity, no closures and no defaults money is watched and moves nothing.
    [Fact]
    public void Money_that_closes_nothing_moves_no_goods()
    {
        Scenario scenario = RandomChain.Scenario(Plan, 60);
        Scenario financed = scenario with { Chain = MoneyRules.In(scenario.Chain, null, ("owner.close-ratio", 0), ("owner.exit-months", 1_000), ("default.debt-over-turnover", 1e9), ("city.default-debt-share", 1e9)) };
        Likeness.MustBeNone(Likeness.Difference(Goods(scenario), Goods(financed)));
    }

    private static List<Dictionary<Trait, double>> Goods(Scenario scenario) =>
        [.. Portrait.Walk(scenario, 0).Select(month => month.Where(t => t.Key.Of != Dimension.Money).ToDictionary(t => t.Key, t => t.Value))];

    [Fact]
    public void A_citys_revenue_grows_as_it_is_said_to_and_stands_still_when_frozen()
    {
        Scenario scenario = Financed(ShippedWorld.First(36));
        Model.Evidence.Parameter growth = Model.Evidence.Parameter.Sourced("city_finance/growth", 0.1, "1/yr", Model.Evidence.Spread.None(0.1), [scenario.Chain.Evidence.Sources[0]], "test");
        Model.Evidence.EvidenceLedger l = scenario.Chain.Evidence;
        scenario = scenario with
        {
            Chain = scenario.Chain with
            {
                CityFinance = [.. scenario.Chain.Cities.Select((_, c) => c == 0 ? new CityFinance(null, growth) : new CityFinance(scenario.Chain.Uses[0].Driver, null))],
                Evidence = new Model.Evidence.EvidenceLedger(l.Sources, l.Assumptions, l.Claims, [.. l.Parameters, growth]),
            },
        };
        var layout = new ChainLayout(scenario.Chain);
        foreach (Exogenous exogenous in new[] { Exogenous.Moving, Exogenous.Frozen })
        {
            var future = new Future(layout, scenario with { Exogenous = exogenous }, null);
            Usd opening = future.State.CityRevenue[0];
            foreach (MonthEnd end in MonthlyWalk.Run(future, scenario with { Exogenous = exogenous })) _ = end;
            double expected = exogenous == Exogenous.Frozen ? 1.0 : Math.Pow(1.1, 3);
            Assert.Equal(expected, future.State.CityRevenue[0] / opening, 1e-12);
            double driver = future.Paths.Index(scenario.Chain.Uses[0].Driver, scenario.To);
            Assert.Equal(driver, future.State.CityRevenue[1] / future.Numbers.CityRevenue[1], 1e-12);
        }
    }

    private static Scenario Financed(Scenario scenario) => scenario with { Chain = MoneyRules.In(scenario.Chain, 3.0) };

    private static void MustStayStill(Scenario scenario, int? number)
    {
        var future = new Future(new ChainLayout(scenario.Chain), scenario, number is { } n ? new Chance(1, n) : null);
        ChainState state = future.State;
        var drift = new Drift(state);
        double[] cash = [.. Enumerable.Range(0, state.Layout.Sectors.Length).Select(s => state.Money.Balance[state.Accounts.Owners(s)].Value)];
        foreach (MonthEnd end in MonthlyWalk.Run(future, scenario)) drift.Watch(end);

        Assert.True(drift.Worst < 1e-9, $"{drift.Where} has moved by {drift.Worst:G3}.");
        for (int s = 0; s < cash.Length; s++)
        {
            double scale = 1.0 + state.Finance!.YearlyTurnover[s].Value;
            Assert.True(Math.Abs(state.Money.Balance[state.Accounts.Owners(s)].Value - cash[s]) < 1e-8 * scale, $"{state.Layout.SectorName(s)}: cash {cash[s]} -> {state.Money.Balance[state.Accounts.Owners(s)]}");
            Assert.True(Debts.OfOwners(state, s).Value < 1e-8 * scale, $"{state.Layout.SectorName(s)} owes {Debts.OfOwners(state, s)}");
        }
    }
}
