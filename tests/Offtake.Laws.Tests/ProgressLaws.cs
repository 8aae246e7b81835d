using Offtake.Experiments;
using Offtake.Laws.Tests.Chains;
using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Chains.ProgressTables;

namespace Offtake.Laws.Tests;

/// <summary>Projects, skilled labour, learning and residues: without strength they change no bit, at rest nothing moves, and chance is the same for everybody.</summary>
public class ProgressLaws
{
    private const int Months = 120;

    private static ChainDraft Draft() => TinyChain.Draft(scatter: 0.05);

    private static ProgressTables Everything(double strength) => new ProgressTables(Draft())
        .Research(0, strength * 8e6, 2).Research(1, strength * 2e6, 1).Rule("survival.lab", 0.6).Rule("survival.pilot", 0.7)
        .Project("cheaper", InnovationEffect.Cost, 0.3 * strength, MotorMaking, stage: ProjectStage.Pilot)
        .Project("cleaner", InnovationEffect.Recovery, 0.5 * strength, stage: ProjectStage.Scale, region: 1)
        .Project("leaner", InnovationEffect.InputRate, 0.2 * strength, MotorMaking, 1, ProjectStage.Unborn)
        .Learns(MotorMaking, 0.15 * strength, 50_000).Learns(Separation, 0.1 * strength, 90_000)
        .Needs(Separation, 0.01 * strength).Needs(MotorMaking, 0.05 * strength).Pool(0, 0.05, 0.04).Pool(1, 0.05, 0.04)
        .Leaves(Mining, 12).Leaves(Separation, 8);

    private static double[][] Balances(Scenario scenario, Chance? chance) =>
    [
        .. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, chance).Select(e =>
            e.State.Price.Select(p => p.Value).Concat(e.State.Holdings.Contents.ToArray().Select(c => c.Value)).Concat(e.State.Money.Balance.Select(m => m.Value)).ToArray()),
    ];

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Tables_without_strength_change_no_bit(int? number)
    {
        Chance? chance = number is { } n ? new Chance(7, n) : null;
        Assert.Equal(
            Balances(TinyChain.Scenario(Draft().Build(), Months), chance),
            Balances(TinyChain.Scenario(Everything(0.0).Build(), Months), chance));
    }

    [Fact]
    public void Tables_with_strength_change_something() => Assert.NotEqual(
        Balances(TinyChain.Scenario(Draft().Build(), Months), null)[^1],
        Balances(TinyChain.Scenario(Everything(1.0).Build(), Months), null)[^1]);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    public void A_frozen_start_with_all_tables_stays_still(int? number)
    {
        Scenario scenario = TinyChain.Scenario(Everything(1.0).Build(), 240, Exogenous.Frozen);
        var future = new Future(new ChainLayout(scenario.Chain), scenario, number is { } n ? new Chance(1, n) : null);
        var drift = new Drift(future.State);
        double[] pool = [.. future.State.Skills!.Pool];
        foreach (MonthEnd end in MonthlyWalk.Run(future, scenario)) drift.Watch(end);

        Assert.True(drift.Worst < 1e-9, $"{drift.Where} has moved by {drift.Worst:G3}.");
        for (int r = 0; r < pool.Length; r++) Assert.Equal(pool[r], future.State.Skills.Pool[r], 1e-9 * pool[r]);
    }

    [Fact]
    public void The_number_of_workers_does_not_change_a_bit_of_projects_skills_and_residues()
    {
        Scenario scenario = TinyChain.Scenario(Everything(1.0).Build(), Months);
        var one = new Ensemble(scenario, new RunPlan(3, 6, 1)).Run();
        var two = new Ensemble(scenario, new RunPlan(3, 6, 2)).Run();

        Assert.Equal(one.Manifest.Digests, two.Manifest.Digests);
        Assert.Equal(one.Events, two.Events);
        Assert.Contains(one.Events, e => e.Kind == "project-deployed");
        Assert.Contains(one.Events, e => e.Kind == "project-given-up");
    }

    [Fact]
    public void Mass_and_money_are_conserved_while_recoveries_rise()
    {
        Scenario scenario = TinyChain.Scenario(Everything(1.0).Build(), Months);
        for (int f = 0; f < 4; f++)
        {
            MonthEnd last = MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, new Chance(3, f)).Last();
            Assert.True(last.RelativeMassGap < 1e-9);
            Assert.True(last.RelativeMoneyGap < 1e-9);
        }
    }

    [Fact]
    public void A_project_meets_the_same_luck_whatever_else_is_in_the_world()
    {
        ChainDraft larger = Draft();
        larger.Facility(new Site("another", "separation", TinyChain.Home, 900, 0, 900) { Starts = Month.Of(2027, 1) });
        int[] Fates(ChainDraft draft)
        {
            ProgressTables tables = new ProgressTables(draft).Research(0, 0, 20).Rule("survival.lab", 0.5);
            for (int i = 0; i < 20; i++) tables.Project($"p{i}", InnovationEffect.Residue, 0.0, on: 0, stage: ProjectStage.Lab);
            Scenario scenario = TinyChain.Scenario(tables.Leaves(Separation, 1).Build(), 90);
            ChainState state = MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, new Chance(11, 2)).Last().State;
            return [.. Enumerable.Range(0, 20).Select(state.Projects!.CountFailed)];
        }

        int[] fates = Fates(Draft());
        Assert.Equal(fates, Fates(larger));
        Assert.InRange(fates.Sum(), 3, 17);
    }
}
