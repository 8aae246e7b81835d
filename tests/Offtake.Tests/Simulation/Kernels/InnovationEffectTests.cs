using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>RND-4: what a deployed project changes, where, and how far.</summary>
public sealed class InnovationEffectTests
{
    private const int AOxide = 1;

    private static ChainState After(int months, Func<ProgressTables, ProgressTables> add, Action<ProgressTables>? more = null)
    {
        ProgressTables tables = add(new ProgressTables(TinyChain.Draft()).Research(0, 0, 1).Research(1, 0, 1));
        more?.Invoke(tables);
        Scenario scenario = TinyChain.Scenario(tables.Build(), months);
        return MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Last().State;
    }

    // Ten months of spreading; abroad begins twenty months later.
    [Theory]
    [InlineData(5, 0.95, 1.0)]
    [InlineData(10, 0.9, 1.0)]
    [InlineData(24, 0.9, 0.96)]
    [InlineData(40, 0.9, 0.9)]
    public void Cost_falls_as_the_project_is_adopted_at_home_first(int months, double home, double abroad)
    {
        ChainState state = After(months, t => t.Project("p", InnovationEffect.Cost, 0.1, ProgressTables.MotorMaking));
        Bench.Near(200 * home, state.UnitCost[3].Value);
        Bench.Near(300 * abroad, state.UnitCost[4].Value);
        Assert.Equal(1_000, state.UnitCost[2].Value);
    }

    [Fact]
    public void Two_projects_take_their_shares_one_after_the_other()
    {
        ChainState state = After(40, t => t.Project("p", InnovationEffect.Cost, 0.1).Project("q", InnovationEffect.Cost, 0.5));
        Bench.Near(450, state.UnitCost[2].Value);
    }

    // 0.8 of each element is kept; half of the lost fifth is saved, for all products or for one.
    [Fact]
    public void What_is_no_longer_lost_goes_to_the_products_that_hold_it()
    {
        ChainState state = After(40, t => t.Project("p", InnovationEffect.Recovery, 0.5));
        Bench.Near(0.9, state.Share[1][0][0]);
        Bench.Near(0.9, state.Share[1][1][1]);
        Bench.Near(0.0, state.Share[1][0][1]);
        ChainState one = After(40, t => t.Project("p", InnovationEffect.Recovery, 0.5, on: AOxide));
        Bench.Near(0.9, one.Share[1][0][0]);
        Bench.Near(0.8, one.Share[1][1][1]);
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(0.7, 0.9)]
    [InlineData(1.0, 0.3)]
    public void No_effect_lifts_recovery_above_one_and_mass_is_conserved(double all, double one)
    {
        ChainState state = After(60, t => t.Project("p", InnovationEffect.Recovery, all).Project("q", InnovationEffect.Recovery, one, on: AOxide)
            .Project("r", InnovationEffect.Recovery, 0.8, on: AOxide).Project("m", InnovationEffect.Recovery, all, ProgressTables.Mining));
        foreach (double[][] outputs in state.Share.Where(s => s.Length > 0))
            for (int e = 0; e < state.Layout.ElementCount; e++) Assert.True(outputs.Sum(o => o[e]) <= 1.0 + 1e-12);
        Assert.All(state.ExtractionRecovery.Where(r => !double.IsNaN(r)), r => Assert.InRange(r, 0.5, 1.0));
    }

    [Fact]
    public void A_better_recovery_leaves_less_in_the_tailings()
    {
        ChainState state = After(40, t => t.Project("p", InnovationEffect.Recovery, 0.5, ProgressTables.Mining));
        Bench.Near(0.75, state.ExtractionRecovery[0]);
    }

    [Fact]
    public void A_maker_takes_less_of_the_input_it_was_aimed_at()
    {
        ChainState state = After(40, t => t.Project("p", InnovationEffect.InputRate, 0.3, ProgressTables.MotorMaking, AOxide));
        ChainState plain = After(40, t => t.Project("p", InnovationEffect.InputRate, 0.0, ProgressTables.MotorMaking, AOxide));
        int sector = state.Layout.SectorOf[3];
        Bench.Near(0.7 * plain.InputRate[sector][0], state.InputRate[sector][0]);
    }

    [Fact]
    public void Less_of_a_residue_is_left_behind()
    {
        ChainState state = After(40, t => t.Project("p", InnovationEffect.Residue, 0.4, on: 0), t => t.Leaves(ProgressTables.Separation, 2).Leaves(ProgressTables.Separation, 2, residue: 1));
        Bench.Near(0.6 * state.Residues!.Flow[1].Value, state.Residues.Flow[0].Value);
    }

    [Theory]
    [InlineData(ProjectStage.Scale, 3, 0.0)]
    [InlineData(ProjectStage.Scale, 9, 0.5)]
    [InlineData(ProjectStage.Scale, 40, 1.0)]
    [InlineData(ProjectStage.Unborn, 40, 0.0)]
    public void A_facility_that_waits_for_a_project_comes_with_it_and_not_before(ProjectStage stage, int months, double share)
    {
        ChainDraft draft = TinyChain.Draft();
        draft.Facility(new Site("by-product", "separation", TinyChain.Home, 1_200, 0, 900) { Starts = Month.Of(2025, 2) });
        ValueChain chain = new ProgressTables(draft).Research(0, 0, 1)
            .Project("p", InnovationEffect.Capacity, 1.0, on: 7, stage: stage).Build();
        Scenario scenario = TinyChain.Scenario(chain, months);
        ChainState state = MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Last().State;
        Bench.Near(100 * share, state.Capacity[7].Value);
    }
}
