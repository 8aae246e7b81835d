using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>INV-6: processing cost falls with all that the world has made.</summary>
public sealed class ExperienceTests
{
    private static ChainState Walk(double rate, double cumulative, Exogenous exogenous = Exogenous.Moving)
    {
        ValueChain chain = new ProgressTables(TinyChain.Draft()).Learns(ProgressTables.MotorMaking, rate, cumulative).Build();
        Scenario scenario = TinyChain.Scenario(chain, 60, exogenous);
        return MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Last().State;
    }

    [Fact]
    public void Each_doubling_of_what_the_world_has_made_lowers_processing_cost_by_the_rate()
    {
        ChainState state = Walk(0.2, 20_000);
        double doublings = Math.Log2(state.Experience!.Cumulative[0] / 20_000);
        Assert.True(doublings > 1.0);
        Bench.Near(200 * Math.Pow(0.8, doublings), state.UnitCost[3].Value);
        Bench.Near(300 * Math.Pow(0.8, doublings), state.UnitCost[4].Value);
    }

    [Fact]
    public void Only_the_process_that_learns_grows_cheaper()
    {
        ChainState state = Walk(0.2, 20_000);
        Assert.Equal(1_000, state.UnitCost[2].Value);
        Assert.Equal(2_000, state.UnitCost[0].Value);
    }

    [Fact]
    public void A_frozen_world_does_not_learn()
    {
        ChainState state = Walk(0.2, 20_000, Exogenous.Frozen);
        Assert.Equal(20_000, state.Experience!.Cumulative[0]);
        Assert.Equal(200, state.UnitCost[3].Value);
    }

    [Fact]
    public void Prices_follow_what_is_learned()
    {
        Assert.True(Walk(0.2, 20_000).Price[5].Value < Walk(0.0, 20_000).Price[5].Value);
    }
}
