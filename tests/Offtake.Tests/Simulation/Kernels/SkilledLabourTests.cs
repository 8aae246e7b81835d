using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Labour;
using Offtake.Simulation.Operations;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>INV-5: skilled workers limit what capacity can run.</summary>
public sealed class SkilledLabourTests
{
    private const int MotorsHome = 3;

    private static Future Open(double slack = 0.1, double growth = 0.06, double entry = 0.0, double leaving = 0.12, Month? from = null)
    {
        ValueChain chain = new ProgressTables(TinyChain.Draft()).Needs(ProgressTables.MotorMaking, 0.5)
            .Pool(0, slack, growth, entry, leaving).Pool(1, slack, growth, entry, leaving).Build();
        return TinyChain.Open(from is null ? chain : chain with { Facilities = [.. chain.Facilities.Select((f, i) => i == 4 ? f with { Starts = from } : f)] });
    }

    // 12,000 motors a year at half a worker each, and a tenth more.
    [Fact]
    public void The_opening_has_the_workers_its_capacity_takes_and_the_slack_aimed_at()
    {
        ChainState state = Open().State;
        Bench.Near(6_600, state.Skills!.Pool[0]);
        Training.Train(state, Open().Numbers.OptionalTables);
        Assert.Equal(6_600, state.Skills.Pool[0], 1e-9);
        Assert.Equal(1.0, state.Skills.StaffedShare[0]);
        Bench.Near(66, state.Skills.Trained[0]);
    }

    [Fact]
    public void Capacity_that_grows_faster_than_training_stands_idle_for_want_of_workers()
    {
        Future future = Open();
        ChainState state = future.State;
        double built = state.Capacity[MotorsHome].Value * 2.0;
        state.Capacity[MotorsHome] = new Amount(built);
        Training.Train(state, future.Numbers.OptionalTables);

        // 6,600 grow by half a per cent a month; 12,000 are needed.
        double staffed = 6_633.0 / 12_000.0;
        Bench.Near(staffed, state.Skills!.StaffedShare[0]);
        Bench.Near(built * staffed, Capacity.Usable(state, MotorsHome).Value);
        Bench.Near(state.Capacity[0].Value, Capacity.Usable(state, 0).Value);
    }

    [Fact]
    public void Training_catches_up_with_capacity_in_the_end_and_never_overshoots_its_target()
    {
        Future future = Open();
        ChainState state = future.State;
        state.Capacity[MotorsHome] *= 2.0;
        double before = 0.0;
        for (int month = 0; month < 240; month++)
        {
            Training.Train(state, future.Numbers.OptionalTables);
            Assert.True(state.Skills!.StaffedShare[0] >= before);
            Assert.True(state.Skills.Pool[0] <= (1.1 * 12_000) + 1e-9);
            before = state.Skills.StaffedShare[0];
        }

        Assert.Equal(1.0, before);
    }

    [Fact]
    public void Workers_are_never_negative_however_fast_they_leave()
    {
        Future future = Open(leaving: 1.0);
        ChainState state = future.State;
        Array.Clear(state.Capacity);
        for (int month = 0; month < 600; month++)
        {
            Training.Train(state, future.Numbers.OptionalTables);
            Assert.All(state.Skills!.Pool, n => Assert.True(n >= 0.0));
            Assert.All(state.Skills.Trained, n => Assert.True(n >= 0.0));
        }

        Assert.True(state.Skills!.Pool[0] < 1.0);
    }

    // Nobody is there to train anybody: only entry places bring the first.
    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1_200.0, 100.0)]
    public void A_region_without_workers_starts_with_its_entry_places(double entry, double afterAMonth)
    {
        Future future = Open(entry: entry, from: Month.Of(2026, 1));
        ChainState state = future.State;
        Assert.Equal(0.0, state.Skills!.Pool[1]);
        state.Capacity[4] = new Amount(500);
        Training.Train(state, future.Numbers.OptionalTables);
        Bench.Near(afterAMonth, state.Skills.Pool[1]);
        Bench.Near(afterAMonth / 3_000.0, state.Skills.StaffedShare[1]);
        Bench.Near(500 * afterAMonth / 3_000.0, Capacity.Usable(state, 4).Value);
    }

    [Fact]
    public void Support_for_training_lets_the_pool_grow_faster()
    {
        Future future = Open();
        future.State.Capacity[MotorsHome] *= 2.0;
        future.State.Policies.Support.TrainingFactor[0] = 3.0;
        Training.Train(future.State, future.Numbers.OptionalTables);
        Bench.Near(6_699, future.State.Skills!.Pool[0]);
    }
}
