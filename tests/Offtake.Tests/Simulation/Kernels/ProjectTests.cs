using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Innovations;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>RND-1 to RND-3: projects are born, wait, take their time, and fail or are deployed.</summary>
public sealed class ProjectTests
{
    private static ProgressTables Tables() => new ProgressTables(TinyChain.Draft()).Research(0, 0, 3).Research(1, 0, 1);

    private static IEnumerable<ChainState> Months(ProgressTables tables, int months, Chance? chance = null)
    {
        Scenario scenario = TinyChain.Scenario(tables.Build(), months);
        return MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, chance).Select(e => e.State);
    }

    private static ProjectStage StageOf(ProjectBook book) => book.Projects[0].Stage;

    // 12 months of laboratory, 6 of pilot, 4 of scale; a month passes between the end of the laboratory and the first month on the platform's clock.
    [Theory]
    [InlineData(11, ProjectStage.Lab)]
    [InlineData(12, ProjectStage.Pilot)]
    [InlineData(17, ProjectStage.Pilot)]
    [InlineData(18, ProjectStage.Scale)]
    [InlineData(22, ProjectStage.Deployed)]
    public void In_the_central_future_every_stage_takes_its_median_time(int months, ProjectStage stage)
    {
        ChainState state = Months(Tables().Project("p", InnovationEffect.Cost, 0.1, stage: ProjectStage.Lab), months).Last();
        Assert.Equal(stage, StageOf(state.Projects!));
    }

    // 0.8 · 0.7 is above one half, 0.8 · 0.7 · 0.8 is not.
    [Theory]
    [InlineData(0.8, 0.7, 1.0, true)]
    [InlineData(0.8, 0.7, 0.8, false)]
    [InlineData(0.49, 1.0, 1.0, false)]
    public void In_the_central_future_a_project_goes_on_while_it_is_more_likely_than_not_to_be_there(double lab, double pilot, double scale, bool arrives)
    {
        ProgressTables tables = Tables().Rule("survival.lab", lab).Rule("survival.pilot", pilot).Rule("survival.scale", scale)
            .Project("p", InnovationEffect.Cost, 0.1, stage: ProjectStage.Lab);
        ProjectBook book = Months(tables, 60).Last().Projects!;
        Assert.Equal(arrives, book.Projects[0].IsDeployed);
        Assert.Equal(arrives ? 0 : 1, book.CountFailed(0));
    }

    [Fact]
    public void A_project_that_fails_changes_nothing()
    {
        Scenario with = TinyChain.Scenario(
            Tables().Rule("survival.pilot", 0.1).Project("p", InnovationEffect.Cost, 0.5, stage: ProjectStage.Pilot)
                .Project("q", InnovationEffect.Recovery, 0.9, stage: ProjectStage.Pilot).Build(), 60);
        Scenario without = TinyChain.Scenario(TinyChain.Draft().Build(), 60);
        double[][] Prices(Scenario s) => [.. MonthlyWalk.Run(new ChainLayout(s.Chain), s, null).Select(e => e.State.Price.Select(p => p.Value).ToArray())];
        Assert.Equal(Prices(without), Prices(with));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void No_more_projects_are_on_pilot_platforms_than_there_are_places(int places)
    {
        ProgressTables tables = new ProgressTables(TinyChain.Draft()).Research(0, 6e6, places).Rule("stage.lab-months", 3);
        for (int i = 0; i < 8; i++) tables.Project($"p{i}", InnovationEffect.Cost, 0.01, stage: ProjectStage.Pilot);
        tables.Project("stream", InnovationEffect.Cost, 0.01, stage: ProjectStage.Unborn);
        int waited = 0;
        foreach (ChainState state in Months(tables, 120, new Chance(3, 0)))
        {
            Assert.True(state.Projects!.OnPlatform[0] <= places);
            int without = 0;
            foreach (ref readonly Project p in state.Projects.Projects) without += p.Waits ? 1 : 0;
            Assert.Equal(without, state.Projects.Waiting[0]);
            Assert.True(without == 0 || state.Projects.OnPlatform[0] == places, "A place is free while somebody waits.");
            waited += without;
        }

        Assert.True(waited > 0, "Nobody ever waited.");
    }

    [Fact]
    public void Who_has_waited_longest_is_next()
    {
        ProgressTables tables = new ProgressTables(TinyChain.Draft()).Research(0, 0, 1);
        for (int i = 0; i < 3; i++) tables.Project($"p{i}", InnovationEffect.Cost, 0.01, stage: ProjectStage.Pilot);
        int[] deployed = [-1, -1, -1];
        int month = 0;
        foreach (ChainState state in Months(tables, 40))
        {
            for (int i = 0; i < 3; i++)
                if (deployed[i] < 0 && state.Projects!.Projects[i].IsDeployed) deployed[i] = month;
            month++;
        }

        Assert.Equal([deployed[0] + 6, deployed[0] + 12], deployed[1..]);
    }

    // 6 million a year at one project a million, shared by two kinds: three a year of each.
    [Fact]
    public void Projects_are_born_in_proportion_to_outlay()
    {
        ProgressTables tables = new ProgressTables(TinyChain.Draft()).Research(0, 6e6, 3)
            .Project("a", InnovationEffect.Cost, 0.01, stage: ProjectStage.Unborn).Project("b", InnovationEffect.Cost, 0.01, stage: ProjectStage.Unborn);
        Assert.Equal([30, 30], Months(tables, 120).Last().Projects!.Born);
        double mean = Enumerable.Range(0, 40).Average(f => Months(tables, 120, new Chance(1, f)).Last().Projects!.Born[0]);
        Assert.InRange(mean, 27, 33);
    }

    [Fact]
    public void The_treasury_pays_for_research()
    {
        ProgressTables tables = new ProgressTables(TinyChain.Draft()).Research(0, 12e6, 3).Project("a", InnovationEffect.Cost, 0, stage: ProjectStage.Unborn);
        ChainState with = Months(tables, 10).Last();
        Scenario plain = TinyChain.Scenario(TinyChain.Draft().Build(), 10);
        ChainState without = MonthlyWalk.Run(new ChainLayout(plain.Chain), plain, null).Last().State;
        Assert.Equal(-10e6, with.Money.Balance[with.Accounts.Treasury(0)].Value - without.Money.Balance[without.Accounts.Treasury(0)].Value, 1e-3);
        Assert.Equal(10e6, with.Money.Balance[with.Accounts.Suppliers(0)].Value - without.Money.Balance[without.Accounts.Suppliers(0)].Value, 1e-3);
    }

    [Fact]
    public void Survival_in_drawn_futures_is_what_the_world_says()
    {
        ProgressTables tables = Tables().Rule("survival.scale", 0.3).Project("p", InnovationEffect.Cost, 0.1, stage: ProjectStage.Scale);
        Scenario scenario = TinyChain.Scenario(tables.Build(), 60);
        ChainLayout layout = new(scenario.Chain);
        int deployed = Enumerable.Range(0, 400).Count(f => Deploys(scenario, layout, f));
        Assert.InRange(deployed, 92, 148);
    }

    [Fact]
    public void Support_shortens_stages_and_lifts_survival()
    {
        ProgressTables tables = Tables().Rule("survival.lab", 0.4).Project("p", InnovationEffect.Cost, 0.1, stage: ProjectStage.Lab);
        Future future = TinyChain.Open(tables.Build());
        future.State.Policies.Support.StageTimeFactor[0] = 0.5;
        future.State.Policies.Support.SurvivalFactor[0] = 1.5;
        ProjectPipeline pipeline = new(future.State.Projects!, future.Numbers.OptionalTables.Research!, null);
        for (int month = 0; month < 6; month++) pipeline.Advance(future.State);
        Assert.Equal(ProjectStage.Pilot, StageOf(future.State.Projects!));
        Assert.Equal(0.6, future.State.Projects!.Projects[0].Chance, 1e-12);
    }

    private static bool Deploys(Scenario scenario, ChainLayout layout, int number)
    {
        Future future = new(layout, scenario, new Chance(5, number));
        ProjectPipeline pipeline = new(future.State.Projects!, future.Numbers.OptionalTables.Research!, new Chance(5, number));
        for (int month = 0; month < 60; month++) pipeline.Advance(future.State);
        return future.State.Projects!.Projects[0].IsDeployed;
    }
}
