using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Operations;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>NAT-4 and DEM-10: a field reaped in October and November, motors made in the first half of the year, and a fair in January.</summary>
public sealed class SeasonTests
{
    private static readonly double[] Harvest = [0, 0, 0, 0, 0, 0, 0, 0, 1, 5, 5, 1];
    private static readonly double[] FirstHalf = [2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0];
    private static readonly double[] Fair = [3.2, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8];

    private static ChainDraft Draft(double scatter = 0.0) => TinyChain.Draft(scatter: scatter)
        .Season("harvest", Harvest).Season("first-half", FirstHalf).Season("fair", Fair)
        .Facility(new Site("field", "mining", Home, 12_000, 6_000, 2_000) { Ore = "ore", Season = "harvest" })
        .Facility(new Site("winter-shop", "motor-making", Home, 2_400, 1_200, 200) { Season = "first-half" })
        .Use(new Wish("fair-motors", "motor", Home, "steady") { Amount = 600, Season = "fair" });

    private static Bench In(int month, Exogenous exogenous = Exogenous.Moving)
    {
        var bench = new Bench(Draft());
        Seasons.Follow(bench.State, new DriverPaths(bench.Chain, bench.Numbers, exogenous, null), Month.Of(2025, month));
        return bench;
    }

    [Fact]
    public void A_year_of_months_brings_what_twelve_mean_months_bring()
    {
        double sum = Enumerable.Range(1, 12).Sum(m => UsableIn(m, "field"));
        Near(12 * Capacity.InMeanMonth(In(1).State, In(1).Facility("field")).Value, sum);
        Near(0, UsableIn(3, "field"));
        Near(5.0 / 12.0, UsableIn(10, "field") / sum);
    }

    [Fact]
    public void Frozen_every_month_is_the_mean_month()
    {
        for (int month = 1; month <= 12; month++)
        {
            Bench bench = In(month, Exogenous.Frozen);
            Assert.All(bench.State.SeasonOfFacility, s => Assert.Equal(1.0, s));
            Assert.All(bench.State.SeasonOfUse, s => Assert.Equal(1.0, s));
        }
    }

    [Fact]
    public void What_has_no_season_does_not_notice()
    {
        Bench bench = In(10);
        Assert.Equal(1.0, bench.State.SeasonOfFacility[bench.Facility("pit")]);
        Assert.Equal(1.0, bench.State.SeasonOfUse[bench.Use("a-home")]);
    }

    [Theory]
    [InlineData(9, 0.0)]
    [InlineData(8, 0.0)]
    [InlineData(11, 8.0)]
    [InlineData(12, 8.0)]
    [InlineData(4, 4.0)]
    public void The_store_is_empty_in_the_leanest_month_and_full_after_the_harvest(int month, double months) =>
        Near(months, Seasons.Store(Harvest, month));

    [Fact]
    public void After_a_harvest_the_opening_holds_it_and_frozen_it_does_not()
    {
        Scenario moving = TinyChain.Scenario(Draft().Build()), frozen = TinyChain.Scenario(Draft().Build(), exogenous: Exogenous.Frozen);
        int concentrate = TinyChain.MarketOf(moving.Chain, "concentrate", Home);
        double Held(Scenario s) => new Future(new ChainLayout(s.Chain), s, null).State.Holdings.Amounts[ChainLayout.Seller(concentrate)].Value;
        Near(8.0 * 500.0, Held(moving) - Held(frozen));
    }

    [Fact]
    public void A_quota_is_spread_over_the_year_as_the_season_is_and_no_quota_stays_none()
    {
        Bench october = In(10), march = In(3);
        foreach (Bench bench in new[] { october, march }) bench.Enact(InstrumentKind.ProductionQuota, 3_600, bench.OnFacility("field"));
        Near(5 * 300, Seasons.Quota(october.State, october.Facility("field")).Value);
        Near(0, Seasons.Quota(march.State, march.Facility("field")).Value);
        Assert.True(double.IsPositiveInfinity(Seasons.Quota(march.State, march.Facility("pit")).Value));
    }

    [Fact]
    public void Demand_follows_its_season()
    {
        double WantedIn(int month)
        {
            Bench bench = In(month);
            FinalDemand.Want(bench.State, bench.Numbers, bench.Future.Paths, Month.Of(2025, month));
            return bench.Months.Wanting[bench.Use("fair-motors")].Value;
        }

        Near(4.0, WantedIn(1) / WantedIn(2));
        Near(600, Enumerable.Range(1, 12).Sum(WantedIn));
    }

    [Fact]
    public void A_maker_that_rests_half_the_year_makes_nothing_then_and_others_do_not_idle_with_it()
    {
        Bench rest = In(9), work = In(3);
        foreach (Bench bench in new[] { rest, work }) MakersWants.Want(bench.State, bench.Numbers);
        Assert.Equal(0.0, rest.Months.Wanted[rest.Facility("winter-shop")].Value);
        Assert.True(work.Months.Wanted[work.Facility("winter-shop")].Value > 0.0);
        Assert.True(rest.Months.Wanted[rest.Facility("motors-home")].Value > 0.0);
    }

    [Fact]
    public void Drawn_factors_have_a_mean_of_one_again()
    {
        Scenario scenario = TinyChain.Scenario(Draft(scatter: 0.4).Build());
        for (int future = 1; future <= 5; future++)
        {
            var numbers = new Future(new ChainLayout(scenario.Chain), scenario, new Chance(7, future)).Numbers;
            foreach (double[] factors in numbers.SeasonFactor) Near(1.0, factors.Average());
        }
    }

    [Fact]
    public void Seasons_go_round_without_a_leak_for_ten_years()
    {
        Scenario scenario = TinyChain.Scenario(Draft().Build(), months: 120);
        int field = TinyChain.Facility(scenario.Chain, "field").Index;
        double[] made = [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Select(end => end.State.Months.Activity[field].Value)];
        for (int m = 0; m < made.Length; m++) Assert.True(Harvest[m % 12] > 0.0 || made[m] == 0.0, $"month {m}: {made[m]}");
        Assert.True(made[8..12].Sum() > 0.0);
    }

    private static double UsableIn(int month, string facility)
    {
        Bench bench = In(month);
        return Capacity.Usable(bench.State, bench.Facility(facility)).Value;
    }
}
