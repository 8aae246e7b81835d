using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Tests.World;

public class ScenarioReaderTests
{
    private const string Ban = """
        scenario: ban
        title: A ban
        extends: baseline
        measures:
          - id: ban-2026
            title: Ban on oxide
            instrument: embargo
            on: ["route:alpha-oxide/home/abroad"]
            strength: 0.8
            unit: share
            enacted: 2026-01
            start: 2026-03
            end: 2027-02
            source: paper

        """;

    [Fact]
    public void The_baseline_holds_what_was_enacted_by_November_2026()
    {
        using TinyWorld world = new();

        Scenario scenario = world.Scenario("baseline");

        Assert.Equal(["quota-2024", "quota-2026", "floor"], scenario.Calendar.Select(m => m.Id));
        Assert.Equal((Month.Of(2025, 1), Month.Of(2030, 12), 72), (scenario.From, scenario.To, scenario.MonthCount));
        Assert.Equal("# Baseline\nA story.", scenario.Story);
        Assert.Equal(Exogenous.Moving, scenario.Exogenous);
    }

    [Fact]
    public void A_measure_knows_its_targets_its_strength_and_its_months()
    {
        using TinyWorld world = new();

        Measure floor = world.Scenario("baseline").Calendar[2];

        Assert.Equal([new Target(TargetKind.Facility, 0), new Target(TargetKind.Commodity, 1)], floor.Targets);
        Assert.Equal((InstrumentKind.PriceFloor, 60000.0, "USD/t"), (floor.Instrument, floor.Strength.Value, floor.Strength.Unit));
        Assert.Equal((Month.Of(2025, 7), Month.Of(2025, 10), Month.Of(2029, 12)), (floor.Enacted, floor.Start, floor.End));
    }

    [Fact]
    public void Without_a_calendar_what_is_in_force_at_the_opening_stays_for_good()
    {
        using TinyWorld world = new();
        world.WriteScenario("hands-off", "scenario: hands-off\ntitle: Nothing\nextends: baseline\ncalendar: none\n");

        Scenario scenario = world.Scenario("hands-off");

        Measure quota = Assert.Single(scenario.Calendar);
        Assert.Equal(("quota-2024", (Month?)null), (quota.Id, quota.End));
    }

    [Fact]
    public void An_extending_scenario_states_only_what_differs()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban);

        Scenario scenario = world.Scenario("ban");

        Assert.Equal(["quota-2024", "quota-2026", "floor", "ban-2026"], scenario.Calendar.Select(m => m.Id));
        Assert.Equal(("ban", "A ban", "# Baseline\nA story."), (scenario.Id, scenario.Title, scenario.Story));
        Measure ban = scenario.Calendar[^1];
        Assert.Equal(new Target(TargetKind.Route, 0), Assert.Single(ban.Targets));
        Assert.Equal((0.8, "measures/ban-2026/strength", "scenarios/ban/scenario.yaml:9"), (ban.Strength.Value, ban.Strength.Id, ban.Strength.Address));
    }

    [Theory]
    [InlineData("route:*/*/abroad", 1)]
    [InlineData("route:*/abroad/*", 2)]
    [InlineData("route:*/*/*", 3)]
    public void A_star_stands_for_any_commodity_or_region(string target, int routes)
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban.Replace("route:alpha-oxide/home/abroad", target, StringComparison.Ordinal));

        Assert.Equal(routes, world.Scenario("ban").Calendar[^1].Targets.Count);
    }

    [Fact]
    public void A_star_that_fits_nothing_is_an_unknown_name()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban.Replace("route:alpha-oxide/home/abroad", "route:alpha-oxid/home/*", StringComparison.Ordinal));

        Assert.Contains(world.ReadScenario("ban").Problems, p => p is { What: "unknown route", Value: "alpha-oxid/home/*" });
    }

    [Fact]
    public void The_ledger_holds_the_strengths_in_force_and_no_others()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban);
        string[] shared = [.. world.Chain().Evidence.Parameters.Select(p => p.Id).Where(id => !id.StartsWith("calendar/", StringComparison.Ordinal))];

        string[] ids = [.. world.Scenario("ban").Chain.Evidence.Parameters.Select(p => p.Id)];

        Assert.Equal(shared, ids[..shared.Length]);
        Assert.Equal(["calendar/quota-2024/strength", "calendar/quota-2026/strength", "calendar/floor/strength", "measures/ban-2026/strength"], ids[shared.Length..]);
    }

    [Fact]
    public void A_scenario_may_do_without_measures_and_replace_them()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban).WriteScenario("softer", Ban.Replace("scenario: ban", "scenario: softer", StringComparison.Ordinal)
            .Replace("extends: baseline", "extends: ban\nwithout: [ban-2026, floor]", StringComparison.Ordinal).Replace("0.8", "0.3", StringComparison.Ordinal));

        Scenario scenario = world.Scenario("softer");

        Assert.Equal(["quota-2024", "quota-2026", "ban-2026"], scenario.Calendar.Select(m => m.Id));
        Assert.Equal(0.3, scenario.Calendar[^1].Strength.Value);
    }

    [Fact]
    public void A_strength_may_rest_on_an_assumption()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban.Replace("source: paper", "assumption: closure", StringComparison.Ordinal).Replace("    strength: 0.8\n", "", StringComparison.Ordinal));

        Parameter strength = world.Scenario("ban").Calendar[^1].Strength;

        Assert.Equal((0.4, SourceKind.Assumption, Spread.Uniform(0.0, 1.0)), (strength.Value, strength.Kind, strength.Spread));
    }

    [Fact]
    public void A_strength_chosen_inside_an_assumption_is_not_drawn()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban.Replace("source: paper", "assumption: closure", StringComparison.Ordinal));

        Parameter strength = world.Scenario("ban").Calendar[^1].Strength;

        Assert.Equal((0.8, Spread.None(0.8)), (strength.Value, strength.Spread));
        Assert.Equal(["@closure"], strength.Witnesses);
    }

    [Fact]
    public void Months_come_from_the_caller_then_the_scenario_then_the_world()
    {
        using TinyWorld world = new();
        world.WriteScenario("short", "scenario: short\ntitle: Short\nextends: baseline\nfrom: 2025-03\nuntil: 2026-12\n");

        Scenario asWritten = world.Scenario("short");
        Reading<Scenario> asAsked = ScenarioReader.Read(world.Scenarios, "short", world.Worlds, to: Month.Of(2027, 6), exogenous: Exogenous.Frozen);

        Assert.Equal((Month.Of(2025, 3), Month.Of(2026, 12)), (asWritten.From, asWritten.To));
        Assert.Equal((Month.Of(2025, 3), Month.Of(2027, 6), Exogenous.Frozen), (asAsked.Value!.From, asAsked.Value.To, asAsked.Value.Exogenous));
    }

    [Fact]
    public void Months_outside_the_world_are_refused()
    {
        using TinyWorld world = new();

        Reading<Scenario> reading = ScenarioReader.Read(world.Scenarios, "baseline", world.Worlds, from: Month.Of(2024, 1), to: Month.Of(2050, 1));

        Expect.Error(reading, "baseline/scenario.yaml", 1, "'from' lies outside the months of the world: '2024-01' (allowed: 2025-01 to 2030-12)");
        Expect.Error(reading, "baseline/scenario.yaml", 1, "'until' lies outside the months of the world: '2050-01'");
    }

    [Fact]
    public void The_problems_of_the_world_come_with_those_of_the_scenario()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "mining,vein", "minning,vein").WriteScenario("ban", Ban.Replace("embargo", "embarg", StringComparison.Ordinal));

        Reading<Scenario> reading = world.ReadScenario("ban");

        Expect.Error(reading, "facilities.csv", 2, "did you mean 'mining'?");
        Expect.Error(reading, "ban/scenario.yaml", 7, "did you mean 'embargo'?");
    }

    [Fact]
    public void All_scenarios_of_a_folder_are_listed()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban);
        Directory.CreateDirectory(Path.Combine(world.Scenarios, "empty"));

        Assert.Equal(["ban", "baseline"], ScenarioReader.Ids(world.Scenarios));
        Assert.Empty(ScenarioReader.Ids(Path.Combine(world.Scenarios, "nowhere")));
    }

    [Fact]
    public void An_unknown_scenario_is_reported_with_the_nearest_name()
    {
        using TinyWorld world = new();

        Expect.OnlyError(world.ReadScenario("base-line"), "scenarios", 0, "unknown scenario 'base-line'; did you mean 'baseline'?");
    }

    [Fact]
    public void An_unknown_scenario_to_extend_is_reported_where_it_is_named()
    {
        using TinyWorld world = new();
        world.WriteScenario("ban", Ban.Replace("extends: baseline", "extends: baselin", StringComparison.Ordinal));

        Problem problem = Expect.Error(world.ReadScenario("ban"), "ban/scenario.yaml", 3, "did you mean 'baseline'?");

        Assert.Equal("scenarios/ban/scenario.yaml:3:10", problem.Address);
    }

    [Fact]
    public void Scenarios_cannot_extend_each_other_in_a_circle()
    {
        using TinyWorld world = new();
        world.WriteScenario("a", "scenario: a\ntitle: A\nextends: b\n").WriteScenario("b", "scenario: b\ntitle: B\nextends: a\n");

        Expect.Error(world.ReadScenario("a"), "b/scenario.yaml", 3, "extend each other in a circle: 'a -> b -> a'");
    }
}
