using Offtake.Model.Quantities;
using Offtake.Simulation.Investment;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>INV-1 and INV-2: capacity that is started, built and added.</summary>
public sealed class PipelineTests
{
    private readonly Bench _bench = new();
    private readonly int _f;

    public PipelineTests()
    {
        _f = _bench.Facility("motors-home");
        _bench.State.Capacity[_f] = new Amount(90);
        _bench.State.OpeningRate[_f] = 0.8;
        _bench.Months.Wished[_f] = Amount.Zero;
    }

    private Span<Amount> Stages => _bench.State.Pipeline.AsSpan(_f * 3, 3);

    private double Added => _bench.State.Capacity[_f].Value - 90.0;

    private void Advance(int months = 1)
    {
        for (int i = 0; i < months; i++) Pipeline.Advance(_bench.State, _bench.Numbers, _f, _bench.Sector("motors-home"));
    }

    // Lead time 36 months: a twelfth leaves each stage a month. 144 started: 132 + 12, then 121 + 22 + 1, then 1/12 is added.
    [Fact]
    public void Capacity_passes_three_stages()
    {
        Stages[0] = new Amount(144);
        Advance();
        Near(132, Stages[0].Value);
        Near(12, Stages[1].Value);
        Advance();
        Near(121, Stages[0].Value);
        Near(22, Stages[1].Value);
        Near(1, Stages[2].Value);
        Near(0, Added);
        Advance();
        Near(1.0 / 12.0, Added);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.5)]
    [InlineData(3.0)]
    [InlineData(36.0)]
    [InlineData(144.0)]
    public void A_stage_never_gives_more_than_it_holds_and_everything_arrives_in_the_end(double leadMonths)
    {
        _bench.Numbers.LeadMonths[_bench.Sector("motors-home")] = leadMonths;
        Stages[0] = new Amount(30);
        for (int month = 0; month < 4_000; month++)
        {
            Advance();
            double waiting = 0.0;
            foreach (Amount stage in Stages)
            {
                Assert.True(stage.Value >= 0.0);
                waiting += stage.Value;
            }

            Near(30, waiting + Added);
        }

        Near(30, Added);
    }

    // Three stages of a mean of 12 months each.
    [Fact]
    public void Capacity_takes_its_lead_time_on_average()
    {
        Stages[0] = new Amount(1);
        double mean = 0.0;
        double before = 0.0;
        for (int month = 1; month < 2_000; month++)
        {
            Advance();
            mean += month * (Added - before);
            before = Added;
        }

        Assert.Equal(36.0, mean, 1e-6);
    }

    [Fact]
    public void The_shortest_lead_time_is_a_month_a_stage()
    {
        _bench.Numbers.LeadMonths[_bench.Sector("motors-home")] = 1;
        Stages[0] = new Amount(30);
        Advance(2);
        Near(0, Added);
        Advance();
        Near(30, Added);
    }

    // 85 wished at a target rate of 0.85 needs 100; 90 stand and 4 are under way: a twelfth of 6 a month.
    [Fact]
    public void Makers_start_what_the_wished_rate_lacks()
    {
        Stages[1] = new Amount(4);
        _bench.Months.Wished[_f] = new Amount(85);
        Advance();
        Near(0.5, Stages[0].Value);
    }

    // Who ran at 0.95 at the opening without adding capacity needs 89.5 for 85, and has them.
    [Fact]
    public void Nobody_expands_at_the_utilisation_of_the_opening()
    {
        _bench.State.OpeningRate[_f] = 0.95;
        _bench.Months.Wished[_f] = new Amount(85);
        Advance();
        Assert.Equal(0.0, Stages[0].Value);
    }

    // Margin e times the hurdle: 0.3 / 12 of the 1,500 a month that both mines could make.
    [Theory]
    [InlineData(Math.E, 37.5)]
    [InlineData(1.0, 0.0)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.0, 0.0)]
    public void Mines_start_capacity_by_the_log_of_what_they_earn_above_the_hurdle(double overHurdle, double started)
    {
        int pit = _bench.Facility("pit");
        Future future = TinyChain.Open(_bench.Chain with { Facilities = [.. _bench.Chain.Facilities.Select((f, i) => i == pit ? f with { IsExpandable = true } : f)] });
        future.State.Margin[pit] = overHurdle * future.State.HurdleMargin[pit];
        Pipeline.Measure(future.State);
        Pipeline.Advance(future.State, future.Numbers, pit, _bench.Sector("pit"));
        Near(started, future.State.Pipeline[pit * 3].Value);
    }
}
