using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Operations;
using Offtake.Simulation.Opening;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>NAT-3: a quarry of 1,000 t a month at a driver value of one; its border is half open at the opening, closed from March 2025 and wide open from June.</summary>
public sealed class DatedCapacityTests
{
    private static readonly Month Opening = Month.Of(2024, 12);

    private static ChainDraft Draft(double pressure = 0.0, double opening = 6_000) => TinyChain.Draft()
        .MonthlyDriver("border", (Month.Of(2020, 1), 0.9), (Opening, 0.5), (Month.Of(2025, 3), 0.0), (Month.Of(2025, 6), 1.5))
        .Facility(new Site("quarry", "mining", Home, 12_000, opening, 2_000) { Ore = "ore", Driver = "border", TargetPressure = pressure });

    private static double CapacityIn(Bench bench, Month month, Exogenous exogenous = Exogenous.Moving)
    {
        DatedCapacity.Follow(bench.State, new DriverPaths(bench.Chain, bench.Numbers, exogenous, null), month);
        return bench.State.Capacity[bench.Facility("quarry")].Value;
    }

    [Theory]
    [InlineData(2024, 12, 500.0)]
    [InlineData(2025, 2, 500.0)]
    [InlineData(2025, 3, 0.0)]
    [InlineData(2025, 5, 0.0)]
    [InlineData(2025, 6, 1_500.0)]
    [InlineData(2031, 1, 1_500.0)]
    public void Capacity_is_the_value_last_listed(int year, int month, double capacity) => Near(capacity, CapacityIn(new Bench(Draft()), Month.Of(year, month)));

    [Fact]
    public void Frozen_capacity_stays_at_the_opening() => Near(500, CapacityIn(new Bench(Draft()), Month.Of(2025, 6), Exogenous.Frozen));

    [Fact]
    public void A_yearly_value_stands_from_January_to_December()
    {
        var bench = new Bench(TinyChain.Draft().Driver("years", 0, 0, 0, (2024, 1.0), (2025, 2.0), (2027, 3.0))
            .Facility(new Site("quarry", "mining", Home, 12_000, 6_000, 2_000) { Ore = "ore", Driver = "years" }));
        Near(1_000, CapacityIn(bench, Month.Of(2024, 12)));
        Near(2_000, CapacityIn(bench, Month.Of(2025, 1)));
        Near(2_000, CapacityIn(bench, Month.Of(2026, 12)));
        Near(3_000, CapacityIn(bench, Month.Of(2027, 1)));
    }

    [Fact]
    public void Facilities_without_a_driver_keep_their_capacity()
    {
        var bench = new Bench(Draft());
        Amount[] before = [.. bench.State.Capacity];
        CapacityIn(bench, Month.Of(2025, 3));
        int quarry = bench.Facility("quarry");
        for (int f = 0; f < before.Length; f++) Assert.True(f == quarry || before[f] == bench.State.Capacity[f]);
    }

    // A margin of nothing and one ten times the opening's move it no more than the other.
    [Theory]
    [InlineData(0.0)]
    [InlineData(10.0)]
    public void A_mine_under_full_pressure_makes_what_its_driver_says(double margin)
    {
        var bench = new Bench(Draft(pressure: 1.0));
        Near(1_500, OutputIn(bench, Month.Of(2025, 6), margin));
        Near(0, OutputIn(bench, Month.Of(2025, 3), margin));
    }

    // Without pressure: at the opening it runs at all of what is open; elasticity 0.5, a quarter of the opening margin halves its rate.
    [Fact]
    public void A_mine_without_pressure_answers_to_its_margin_within_what_is_open()
    {
        var bench = new Bench(Draft());
        double due = bench.State.OpeningMargin[bench.Facility("quarry")];
        Near(750, OutputIn(bench, Month.Of(2025, 6), due / 4.0));
        Near(1_500, OutputIn(bench, Month.Of(2025, 6), due * 4.0));
    }

    [Fact]
    public void A_mine_that_opens_at_nothing_may_come_later()
    {
        var bench = new Bench(TinyChain.Draft().MonthlyDriver("border", (Opening, 0.0), (Month.Of(2025, 6), 1.0))
            .Facility(new Site("quarry", "mining", Home, 12_000, 0, 2_000) { Ore = "ore", Driver = "border", TargetPressure = 1 }));
        Assert.Equal(0.0, bench.State.Capacity[bench.Facility("quarry")].Value);
        Near(0, OutputIn(bench, Month.Of(2025, 5), 1.0));
        Near(1_000, OutputIn(bench, Month.Of(2025, 6), 1.0));
    }

    [Fact]
    public void What_runs_behind_a_closed_border_at_the_opening_is_refused()
    {
        ChainDraft draft = TinyChain.Draft().MonthlyDriver("border", (Opening, 0.0))
            .Facility(new Site("quarry", "mining", Home, 12_000, 600, 2_000) { Ore = "ore", Driver = "border" });
        OpeningException refused = Assert.Throws<OpeningException>(() => TinyChain.Open(draft.Build()));
        Assert.Contains("quarry runs at 50 a month, and its driver or a closure leaves it no capacity in 2024-12", refused.Message, StringComparison.Ordinal);
    }

    private static double OutputIn(Bench bench, Month month, double margin)
    {
        CapacityIn(bench, month);
        int f = bench.Facility("quarry");
        bench.State.Margin[f] = margin;
        Mines.Run(bench.State, bench.Numbers, bench.Sector("quarry"));
        return bench.Months.Activity[f].Value;
    }
}
