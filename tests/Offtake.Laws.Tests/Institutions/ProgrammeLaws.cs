using Offtake.Experiments;
using Offtake.Experiments.Exploring;
using Offtake.Laws.Tests.Metamorphic;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Institutions;

/// <summary>What programmes of demand order, who pays for it, and when they may not.</summary>
public class ProgrammeLaws
{
    private static readonly Scenario Tiny = Programmes.Tiny(24);
    private static readonly Target Town = TinyChain.Use(Tiny.Chain, "motors-town");

    [Fact]
    public void Two_cities_order_twice_as_much_with_a_gain_of_one_and_nothing_more_with_a_gain_of_half()
    {
        Assert.Equal(2.0 * Ordered(1.0, 1.0), Ordered(2.0, 1.0), 1e-9);
        Assert.Equal(Ordered(1.0, 1.0), Ordered(2.0, 0.5), 1e-9);
    }

    // Without value-added tax nothing else passes through the treasury.
    [Fact]
    public void Every_dollar_posted_left_the_city_or_for_those_that_do_the_same_its_treasury()
    {
        Scenario untaxed = TinyChain.Scenario(TinyChain.Draft(homeVat: 0.0).Build(), 24);
        Scenario pulled = untaxed.WithLever(InstrumentKind.OfftakeContract, 0.002, [Town], Programmes.Terms(cities: 4.0));
        List<(double Outlay, double PaidByTreasury, double Paid)> months = Programmes.Walk(pulled, s => (
            s.Programmes!.Outlay[0].Value, s.Money.Paid[s.Accounts.Treasury(0)].Value, s.Money.Paid[s.Accounts.City(0)].Value));

        Assert.True(months.Sum(m => m.Outlay) > 0.0);
        Assert.All(months, m => Assert.Equal(0.75 * m.Outlay, m.PaidByTreasury, 1e-6));
        Assert.All(months, m => Assert.True(m.Paid >= m.Outlay));
    }

    [Fact]
    public void Every_dollar_of_a_subsidy_posted_left_the_treasury_and_two_of_them_share_it()
    {
        Scenario untaxed = TinyChain.Scenario(TinyChain.Draft(homeVat: 0.0).Build(), 24);
        Scenario pulled = untaxed.WithLever(InstrumentKind.DemandSubsidy, 0.2, [Town], id: "a").WithLever(InstrumentKind.DemandSubsidy, 0.1, [Town], id: "b");
        List<(double A, double B, double Paid)> months = Programmes.Walk(pulled, s => (
            s.Programmes!.Outlay[0].Value, s.Programmes.Outlay[1].Value, s.Money.Paid[s.Accounts.Treasury(0)].Value));

        Assert.True(months.Sum(m => m.A) > 0.0);
        Assert.All(months, m => Assert.Equal(m.Paid, m.A + m.B, 1e-6));
        Assert.All(months, m => Assert.Equal(m.A, 2.0 * m.B, 1e-6));
    }

    [Fact]
    public void A_programme_spends_what_its_lots_were_bought_for_and_no_more_than_its_budget_orders()
    {
        Scenario pulled = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.02, [Town], Programmes.Terms(budget: 100_000.0));
        List<(double Outlay, double Lots, double Year, double Refused)> months = Programmes.Walk(pulled, s => (
            s.Programmes!.Outlay[0].Value, s.Programmes.Demand.Outlay.Sum(o => o.Value), s.Programmes.OutlayThisYear[0].Value, s.Programmes.RefusedByBudget[0]));

        Assert.True(months.Sum(m => m.Outlay) > 0.0);
        Assert.All(months, m => Assert.Equal(m.Outlay, m.Lots));
        Assert.Contains(months, m => m.Refused > 0.0);

        // A month's orders may exceed its wants while the user's stock is being filled.
        Assert.All(months, m => Assert.InRange(m.Year, 0.0, 150_000.0));
    }

    [Fact]
    public void A_city_above_its_debt_ceiling_buys_nothing_and_says_so()
    {
        Scenario pulled = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.02, [Town]);
        var layout = new ChainLayout(pulled.Chain);
        var future = new Future(layout, pulled, null);
        future.Numbers.CityDebtCeiling[0] = new(-1.0);
        foreach (MonthEnd end in MonthlyWalk.Run(future, pulled).Skip(2))
        {
            Assert.Equal(0.0, end.State.Programmes!.Demand.Ordered[0].Value);
            Assert.Equal(0.0, end.State.Months.Wanting[Town.Index].Value);
            Assert.True(end.State.Months.RefusedPurchase[0].Value > 0.02 * 1e6 * 0.99);
        }
    }

    [Fact]
    public void A_deployment_orders_a_share_of_the_gap_and_nothing_when_there_is_none()
    {
        double strength = 0.3;
        Scenario pulled = Tiny.WithLever(InstrumentKind.UrbanDeployment, strength, [Town]);
        double fleet = double.NaN;
        int k = Town.Index;
        int orders = 0;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(pulled.Chain), pulled, null))
        {
            ChainState s = end.State;
            double gap = 4_000.0 - fleet;
            if (end.Month >= pulled.From + 2)
            {
                Assert.Equal(strength / 12.0 * Math.Max(0.0, gap), s.Programmes!.Demand.Ordered[0].Value, 1e-9);
                orders += gap > 0.0 ? 1 : 0;
            }

            fleet = s.Holdings.Amounts[s.Layout.InUse(k)].Value;
        }

        Assert.True(orders > 0);
    }

    [Fact]
    public void Two_regions_that_exchange_their_names_exchange_what_programmes_do()
    {
        Scenario pulled = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.02, [Town], Programmes.Terms(0.3, 0.4, 6.0, 3.0));
        RunResults before = new Ensemble(pulled, new RunPlan(1, 1, 1)).Run(), after = new Ensemble(pulled.WithNamesSwapped(0, 1), new RunPlan(1, 1, 1)).Run();

        foreach (string name in (string[])["market", "use", "account", "programme"])
        {
            (Panel old, Panel now) = (before.Panels[name], after.Panels[name]);
            for (int e = 0; e < old.Entities.Count; e++)
            {
                for (int month = 0; month < old.PeriodCount; month++) Assert.Equal(old.Row(0, month, e), now.Row(0, month, e));
            }
        }

        Assert.Contains(Enumerable.Range(0, 24), month => before.Panels["programme"].Row(0, month, 0)[7] > 0.0);
        Assert.DoesNotContain("programme", new Ensemble(Tiny, new RunPlan(1, 1, 1)).Run().Panels.Keys);
    }

    [Fact]
    public void Gauges_of_programmes_count_what_the_book_says_and_nothing_where_nobody_decides()
    {
        int region = Tiny.Chain.Uses[Town.Index].Region;
        string[] at = [Tiny.Chain.Cities[0].Id], elsewhere = [Tiny.Chain.Regions[1 - region].Id];
        Scenario pulled = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.02, [Town], Programmes.Terms(0.3, 0.4, 6.0));
        var layout = new ChainLayout(pulled.Chain);
        Gauge all = Of([], []), city = Of(["board"], at), others = Of([], elsewhere), nobody = Of(["somebody-else"], []);
        double spent = 0.0;
        foreach (MonthEnd end in MonthlyWalk.Run(layout, pulled, null))
        {
            Assert.Equal(end.State.Programmes!.Outlay[0].Value, all(end.State));
            Assert.Equal(all(end.State), city(end.State));
            Assert.Equal(0.0, others(end.State));
            Assert.Equal(0.0, nobody(end.State));
            spent += all(end.State);
        }

        Assert.True(spent > 0.0);
        foreach (MonthEnd end in MonthlyWalk.Run(layout, Tiny, null)) Assert.Equal(0.0, all(end.State));

        Gauge Of(string[] of, string[] @in) => Gauges.Of(
            layout, new Measurement(ChainVariable.ProgrammeOutlay, of, @in, [], new Period(pulled.From, pulled.To), Statistic.Sum, double.NaN, null), new EmbodiedThisMonth(layout));
    }

    [Theory]
    [InlineData(InstrumentKind.OfftakeContract)]
    [InlineData(InstrumentKind.UrbanDeployment)]
    [InlineData(InstrumentKind.DemandSubsidy)]
    [InlineData(InstrumentKind.ContentRule)]
    [InlineData(InstrumentKind.InputTaxCredit)]
    public void A_month_with_a_programme_allocates_nothing_once_it_is_warm(InstrumentKind kind)
    {
        Scenario pulled = Programmes.Tiny(60).WithLever(kind, 0.1, [TargetOf(kind)], Programmes.Terms(0.2, 0.3, 6.0));
        using IEnumerator<MonthEnd> months = MonthlyWalk.Run(new ChainLayout(pulled.Chain), pulled, new Chance(1, 3)).GetEnumerator();
        for (int month = 0; month < 24; month++) Assert.True(months.MoveNext());

        long before = GC.GetAllocatedBytesForCurrentThread();
        while (months.MoveNext())
        {
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Programmes_of_the_shipped_world_allocate_nothing_in_a_month_once_it_is_warm()
    {
        Scenario scenario = ShippedWorld.First(60);
        int k = scenario.Chain.Uses.ToList().FindIndex(u => u.City is not null && u.Service is not null);
        int posted = scenario.Chain.Routes.ToList().FindIndex(q => scenario.Chain.Commodities[q.Commodity].Pricing == Model.Chain.Pricing.Posted);
        Scenario pulled = scenario
            .WithLever(InstrumentKind.OfftakeContract, 0.001, [new(TargetKind.Use, k)], Programmes.Terms(0.2, 0.3, 6.0), id: "a")
            .WithLever(InstrumentKind.DemandSubsidy, 0.1, [new(TargetKind.Use, k)], Programmes.Terms(0.2, 0.3, 6.0), id: "b")
            .WithLever(InstrumentKind.ContentRule, 0.9, [new(TargetKind.Route, posted)], id: "c")
            .WithLever(InstrumentKind.InputTaxCredit, 0.1, [new(TargetKind.Market, 0)], id: "d");
        long allocated = 0;
        for (int walk = 0; walk < 2; walk++)
        {
            using IEnumerator<MonthEnd> months = MonthlyWalk.Run(new ChainLayout(pulled.Chain), pulled, new Chance(1, 3)).GetEnumerator();
            for (int month = 0; month < 24; month++) Assert.True(months.MoveNext());

            long before = GC.GetAllocatedBytesForCurrentThread();
            while (months.MoveNext())
            {
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Of the second walk: in the first, code is loaded.
        Assert.Equal(0, allocated);
    }

    private static Target TargetOf(InstrumentKind kind) => kind switch
    {
        InstrumentKind.ContentRule => TinyChain.Route(Tiny.Chain, "motor", TinyChain.Home, TinyChain.Abroad),
        InstrumentKind.InputTaxCredit => TinyChain.Market(Tiny.Chain, "a-oxide", TinyChain.Home),
        _ => Town,
    };

    private static double Ordered(double cities, double gain)
    {
        Scenario pulled = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.002, [Town], Programmes.Terms(cities: cities, gain: gain)) with { To = Tiny.From + 2 };
        return Programmes.Walk(pulled, s => s.Programmes!.Demand.Ordered[0].Value)[^1];
    }
}
