using Offtake.Laws.Tests.Chains;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>What a measure can and cannot do: nothing without strength, nothing before its time.</summary>
public class LeverLaws
{
    private const int Months = 30;
    private const int Start = 11;

    private static readonly ChainPlan Plan = new(3, true, 4, 2, 2, 2, true, false, false, true, true, false, 99);

    public static TheoryData<InstrumentKind> Kinds => [.. RandomMeasures.Dated];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_lever_without_strength_is_no_lever(InstrumentKind kind)
    {
        Scenario scenario = ShippedWorld.First(Months);
        Scenario pulled = scenario.With(TinyChain.Measure(scenario.Chain, kind, 0.0, 4, EverythingFor(kind, scenario.Chain)));

        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario, 1), Portrait.Walk(pulled, 1)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_lever_without_strength_is_no_lever_on_a_random_chain(InstrumentKind kind)
    {
        Scenario scenario = RandomChain.Scenario(Plan, Months);
        Scenario pulled = scenario.With(TinyChain.Measure(scenario.Chain, kind, 0.0, 4, RandomMeasures.TargetsOf(kind, scenario.Chain)));

        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario, 1), Portrait.Walk(pulled, 1)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_measure_leaves_every_month_before_its_start_as_it_was_and_changes_one_after(InstrumentKind kind)
    {
        Scenario scenario = RandomChain.Scenario(Plan, Months);
        ValueChain chain = scenario.Chain;
        Scenario pulled = scenario.With(TinyChain.Measure(chain, kind, RandomMeasures.Strength(kind, Plan, chain), Start, RandomMeasures.TargetsOf(kind, chain)));

        List<Dictionary<Trait, double>> without = Portrait.Walk(scenario, 1);
        List<Dictionary<Trait, double>> with = Portrait.Walk(pulled, 1);

        Likeness.MustBeNone(Likeness.Difference(without[..Start], with[..Start]));
        Assert.NotNull(Likeness.Difference(without[Start..], with[Start..]));
    }

    [Fact]
    public void Every_measure_of_the_shipped_calendar_leaves_the_months_before_it_as_they_were()
    {
        Scenario scenario = ShippedWorld.Baseline with { To = ShippedWorld.Baseline.From + 59 };
        List<Dictionary<Trait, double>> with = Portrait.Walk(scenario);
        foreach (Measure measure in scenario.Calendar.Where(m => m.Start > scenario.From && m.Start <= scenario.To))
        {
            int before = measure.Start - scenario.From;
            Scenario without = scenario with { Calendar = [.. scenario.Calendar.Where(m => m != measure)], To = measure.Start + -1 };

            Likeness.MustBeNone(Likeness.Difference(with[..before], Portrait.Walk(without)));
        }
    }

    [Fact]
    public void A_tighter_quota_never_raises_what_a_mine_makes_in_its_first_month()
    {
        ValueChain chain = TinyChain.Draft().Build();
        Target pit = TinyChain.Facility(chain, "pit");
        double before = double.PositiveInfinity;
        for (double quota = 14_000.0; quota > 0.0; quota -= 500.0)
        {
            double made = FirstMonth(chain, TinyChain.Measure(chain, InstrumentKind.ProductionQuota, quota, 0, pit)).Months.Activity[pit.Index].Value;
            Assert.InRange(made, 0.0, Math.Min(before, quota / 12.0));
            before = made;
        }
    }

    [Fact]
    public void A_tighter_embargo_never_raises_what_a_route_carries_in_its_first_month()
    {
        ValueChain chain = TinyChain.Draft().Build();
        Target route = TinyChain.Route(chain, "motor", TinyChain.Home, TinyChain.Abroad);
        double open = FirstMonth(chain).Months.Shipped[route.Index].Value;
        double before = open;
        Assert.True(open > 0.0);
        for (int tenths = 1; tenths <= 10; tenths++)
        {
            double carried = FirstMonth(chain, TinyChain.Measure(chain, InstrumentKind.Embargo, tenths / 10.0, 0, route)).Months.Shipped[route.Index].Value;
            Assert.InRange(carried, 0.0, before);
            before = carried;
        }

        Assert.Equal(0.0, before);
    }

    [Fact]
    public void A_tighter_export_quota_never_raises_what_its_routes_carry_together()
    {
        ValueChain chain = TinyChain.Draft().Build();
        Target a = TinyChain.Route(chain, "a-oxide", TinyChain.Home, TinyChain.Abroad);
        Target b = TinyChain.Route(chain, "b-oxide", TinyChain.Home, TinyChain.Abroad);
        double before = double.PositiveInfinity;
        for (double quota = 4_000.0; quota > 0.0; quota -= 100.0)
        {
            ChainState state = FirstMonth(chain, TinyChain.Measure(chain, InstrumentKind.ExportQuota, quota, 0, a, b));
            double carried = state.Months.Shipped[a.Index].Value + state.Months.Shipped[b.Index].Value;
            Assert.InRange(carried, 0.0, Math.Min(before, quota / 12.0) * (1.0 + 1e-12));
            before = carried;
        }
    }

    private static ChainState FirstMonth(ValueChain chain, params Measure[] calendar)
    {
        Scenario scenario = TinyChain.Scenario(chain, 1, Exogenous.Moving, calendar);
        return MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Single().State;
    }

    /// <summary>All things of a chain that an instrument can act on.</summary>
    private static Target[] EverythingFor(InstrumentKind kind, ValueChain chain)
    {
        Target[] All(TargetKind of, int count, Func<int, bool> isMeant) => [.. Enumerable.Range(0, count).Where(isMeant).Select(i => new Target(of, i))];
        Target[] mines = All(TargetKind.Facility, chain.Facilities.Count, f => chain.Facilities[f].Ore is not null);
        return kind switch
        {
            InstrumentKind.ProductionQuota or InstrumentKind.ProductionCredit => mines,
            InstrumentKind.PriceFloor => [.. mines, new Target(TargetKind.Commodity, chain.Markets[0].Commodity)],
            InstrumentKind.Stockpile => All(TargetKind.Market, chain.Markets.Count, m => chain.Commodities[chain.Markets[m].Commodity].Pricing == Pricing.Posted),
            InstrumentKind.QuotaResponse =>
                [.. mines, All(TargetKind.Market, chain.Markets.Count, m => chain.Commodities[chain.Markets[m].Commodity].Pricing == Pricing.Posted)[0]],
            InstrumentKind.DemandSubsidy => All(TargetKind.Use, chain.Uses.Count, _ => true),
            _ => All(TargetKind.Route, chain.Routes.Count, q => chain.Commodities[chain.Routes[q].Commodity].Pricing == Pricing.Posted),
        };
    }
}
