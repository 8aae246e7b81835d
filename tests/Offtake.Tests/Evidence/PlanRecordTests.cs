using Offtake.Experiments;
using Offtake.Experiments.Tracing;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Plans;
using Offtake.Tests.Cli;
using Offtake.Tests.World;
using Offtake.World;

namespace Offtake.Tests.Evidence;

/// <summary>In how many futures a target is reached (EVI-8), and what the record says beside it.</summary>
public sealed class PlanRecordTests
{
    private static PlanYear Plan(double announced, Better better = Better.Higher, double factor = 1.0, double metAt = 1.0) =>
        new("s", "k", "who", "what", "u", 2024, "2026", announced, null, "d", "src", "", "")
        {
            Better = better,
            Measured = new PlanMeasure(new Measurement(ChainVariable.InUse, [], [], [], new Period(Month.Of(2026, 1), Month.Of(2026, 12)), Statistic.Last, double.NaN, null), factor, metAt),
        };

    // Brown, Cai and DasGupta 2001, Statistical Science 16:101; 7 of 10 is worked out by hand.
    [Fact]
    public void The_interval_of_a_share_is_Wilsons()
    {
        PlanReach reach = PlanRecord.Reach("a", Plan(4.0), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        Assert.Equal(0.7, reach.Share.Value, 12);
        Assert.Equal(0.3968, reach.Share.Low, 4);
        Assert.Equal(0.8922, reach.Share.High, 4);
    }

    [Fact]
    public void Where_none_or_all_reach_it_the_interval_ends_there_and_does_not_vanish()
    {
        PlanReach none = PlanRecord.Reach("a", Plan(9.0), [1, 2, 3]), all = PlanRecord.Reach("a", Plan(1.0), [1, 2, 3]);
        Assert.Equal((0.0, 0.0), (none.Share.Value, none.Share.Low));
        Assert.Equal((1.0, 1.0), (all.Share.Value, all.Share.High));
        Assert.Equal(none.Share.High, 1.0 - all.Share.Low, 12);
        Assert.InRange(none.Share.High, 0.5, 0.6);
    }

    [Fact]
    public void More_announced_is_reached_in_no_more_futures_and_a_ceiling_mirrors_it()
    {
        double[] values = [0.1, 0.4, 0.5, 0.9];
        double[] shares = [.. new[] { 0.05, 0.3, 0.5, 0.95 }.Select(a => PlanRecord.Reach("a", Plan(a), values).Share.Value)];
        Assert.Equal([1.0, 0.75, 0.5, 0.0], shares);
        Assert.Equal([0.0, 0.25, 0.75, 1.0], new[] { 0.05, 0.3, 0.5, 0.95 }.Select(a => PlanRecord.Reach("a", Plan(a, Better.Lower), values).Share.Value));
    }

    [Fact]
    public void Factor_and_tolerance_are_applied_and_futures_without_a_value_do_not_count()
    {
        PlanReach reach = PlanRecord.Reach("a", Plan(120.0, factor: 12.0, metAt: 0.95), [9.4, 9.6, double.NaN, 10.0]);
        Assert.Equal(2.0 / 3.0, reach.Share.Value, 12);
        Assert.Equal(3, reach.Modelled.Futures);
        Assert.Equal(115.2, reach.Modelled.Median, 9);
    }

    [Fact]
    public void Without_an_answer_there_is_a_reason_and_no_number()
    {
        Assert.Equal(PlanStanding.NotInModel, PlanRecord.Reach("a", Plan(1.0) with { Measured = null }, null).Standing);
        Assert.Equal(PlanStanding.OutsideRun, PlanRecord.Reach("a", Plan(1.0), null).Standing);
        PlanReach nothing = PlanRecord.Reach("a", Plan(1.0), [double.NaN]);
        Assert.Equal(PlanStanding.NoValue, nothing.Standing);
        Assert.True(double.IsNaN(nothing.Share.Value));
    }

    private static Scenario Wine(Shell shell) => ScenarioReader.Read(shell["scenarios"], "rice-wine", shell["worlds"], to: Month.Of(2026, 12)).Value!;

    [Fact]
    public void A_run_measures_what_its_tables_hold_and_says_where_its_months_end()
    {
        using Shell shell = WinePlans.In(
            new Shell(), "sales,output,Somebody,wine,kl,2024,2026,1,,,wine,used,bottled-wine,,sum,1,", "price,output,Somebody,price,USD per kl,2024,2026-12,1,,,wine,price,bottled-wine,china,last,1,",
            "late,output,Somebody,wine,kl,2024,2028,1,,,wine,used,bottled-wine,,sum,1,", "none,output,Somebody,wine,kl,2024,2026,1,,,wine,,,,,,");
        RunResults run = new Ensemble(Wine(shell), new RunPlan(1, 3, 2)).Run();
        PlanReach Of(string id) => run.Plans.Plans.Single(p => p.Id == id).Reached.Single();
        Assert.Equal((PlanStanding.OutsideRun, PlanStanding.NotInModel), (Of("late").Standing, Of("none").Standing));

        Panel use = run.Panels["use"], market = run.Panels["market"];
        int sold = use.ColumnOf("used_amount"), at = market.EntityOf("bottled-wine", "china");
        double[] sales = [.. Enumerable.Range(0, 3).Select(f => Enumerable.Range(0, use.Entities.Count).Where(e => use.Entities[e][1] == "bottled-wine").Sum(e => Enumerable.Range(use.PeriodCount - 12, 12).Sum(p => use[f, p, e, sold])))];
        double[] price = [.. Enumerable.Range(0, 3).Select(f => market[f, market.PeriodCount - 1, at, market.ColumnOf("price_usd_per_unit")])];
        Assert.Equal(1.0, Of("sales").Modelled.Median / Band.Of(sales).Median, 9);
        Assert.Equal(1.0, Of("price").Modelled.High / Band.Of(price).High, 9);
    }

    [Fact]
    public void Plans_move_no_number_of_a_run_and_workers_move_none_of_the_plans()
    {
        using Shell bare = WinePlans.In(new Shell()), planned = WinePlans.In(new Shell(), "sales,output,Somebody,wine,kl,2024,2026,1,,,wine,used,bottled-wine,,sum,1,");
        Assert.Equal(new Ensemble(Wine(bare), new RunPlan(1, 3, 2)).Run().Manifest.Digests, new Ensemble(Wine(planned), new RunPlan(1, 3, 2)).Run().Manifest.Digests);
        PlanReach With(int workers) => new Ensemble(Wine(planned), new RunPlan(1, 5, workers)).Run().Plans.Plans.Single().Reached.Single();
        Assert.Equal(With(1), With(4));
    }

    [Fact]
    public void Only_open_plans_of_kinds_with_a_record_have_a_chance_by_it()
    {
        using TinyWorld world = PlanRowTests.With(
            PlanRowTests.Row(",,,,,", "2019", "10", "5"), PlanRowTests.Row(",,,,,", "2020", "10", "7"), PlanRowTests.Row(",,,,,", "2021", "10", "9"), PlanRowTests.Row(",,,,,", "2027"),
            PlanRowTests.Row(",,,,,", "2027", id: "lonely").Replace(",fleet,", ",other,", StringComparison.Ordinal));
        PlanFindings plans = PlanRecord.Of(world.Chain().Evidence);
        Assert.All(plans.Plans, p => Assert.Equal(p.Realised is null && p.Kind == "fleet", p.ByRecord is not null));
        Assert.Equal((3, 0), (plans.Kinds[0].Over, plans.Kinds[0].Met));
        Assert.Null(plans.Kinds[1].ProbabilityMet);
    }
}

/// <summary>The shipped plans: several kinds have a record, several targets are measured, and a change of definition is told.</summary>
public sealed class ShippedPlanTests
{
    private static readonly ValueChain Chain = WorldReader.Read(Path.Combine(FileFinder.Worlds(AppContext.BaseDirectory)!, "rare-earths")).Value!;

    [Fact]
    public void Several_kinds_have_a_record_and_several_targets_are_measured()
    {
        PlanFindings plans = PlanRecord.Of(Chain.Evidence);
        Assert.True(plans.Kinds.Count(k => k.ProbabilityMet is not null) >= 3);
        Assert.True(Chain.Evidence.Plans.Count(p => p.Measured is not null) >= 5);
        Assert.All(plans.Plans, p => Assert.All(p.Sources, s => Assert.NotEqual("", s.Publisher)));
    }

    [Fact]
    public void A_yearly_series_changes_its_definition_and_the_alarm_says_where()
    {
        Assert.True(Chain.Evidence.Plans.GroupBy(p => p.Series).Count(g => g.Count() >= 3) >= 2);
        ChangedDefinition changed = PlanRecord.Of(Chain.Evidence).Changed.Single(c => c.Id == "baotou-product-growth");
        Assert.Equal(("2024", "2025"), (changed.Before, changed.Period));
        Assert.Matches(@"plans\.csv:\d+$", changed.Address);
    }

    [Fact]
    public void The_terminal_says_prior_alarm_and_missing_record_and_its_document_the_same()
    {
        using Shell shell = new();
        Said said = shell.Run("evidence", "plans", "--world", "rare-earths");
        Assert.Contains("ALARM baotou-product-growth", said.Out, StringComparison.Ordinal);
        Assert.Contains("Prior of 'fleet'", said.Out, StringComparison.Ordinal);
        Assert.Contains("No prior of 'fund': 2 ratios known", said.Out, StringComparison.Ordinal);
        System.Text.Json.JsonElement world = shell.Run("evidence", "plans", "--world", "rare-earths", "--json").Json.GetProperty("worlds")[0];
        Assert.Equal("rare-earths", world.GetProperty("world").GetString());
        Assert.Contains(world.GetProperty("changedDefinitions").EnumerateArray(), c => c.GetProperty("plan").GetString() == "baotou-product-growth");
    }
}
