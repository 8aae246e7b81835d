using Offtake.World;

namespace Offtake.Tests.World;

public class ScenarioTextTests
{
    private const string Measure = """
        scenario: x
        title: X
        extends: baseline
        measures:
          - id: m
            title: M
            instrument: tariff
            on: [route:motor/abroad/home]
            strength: 0.25
            unit: share
            enacted: 2026-01
            start: 2026-03
            end: 2027-02
            source: paper

        """;

    [Theory]
    [InlineData("title: X", "titel: X", 2, 1, "unknown key 'titel'; did you mean 'title'?")]
    [InlineData("instrument: tariff", "instrumnt: tariff", 7, 5, "did you mean 'instrument'?")]
    [InlineData("instrument: tariff", "instrument: tarif", 7, 17, "unknown instrument 'tarif'; did you mean 'tariff'?")]
    [InlineData("route:motor/abroad/home", "route:motor/abroad/hom", 8, 10, "unknown route 'motor/abroad/hom'; did you mean 'motor/abroad/home'?")]
    [InlineData("route:motor/abroad/home", "rout:motor/abroad/home", 8, 10, "did you mean 'route'?")]
    [InlineData("route:motor/abroad/home", "motor", 8, 10, "write the kind, a colon and the id")]
    [InlineData("route:motor/abroad/home", "facility:pit", 8, 10, "tariff cannot act on 'facility:pit' (allowed: route:)")]
    [InlineData("route:motor/abroad/home", "route:motor/abroad/home, route:motor/abroad/home", 8, 35, "repeated target")]
    [InlineData("[route:motor/abroad/home]", "[]", 8, 9, "tariff lacks a target")]
    [InlineData("strength: 0.25", "strength: a lot", 9, 15, "'strength' is not a number: 'a lot'")]
    [InlineData("strength: 0.25", "strength: 25", 9, 15, "'strength' is out of range: '25' (allowed: 0 to 10)")]
    [InlineData("strength: 0.25", "strength: -0.1", 9, 15, "cannot be negative")]
    [InlineData("    strength: 0.25\n", "", 5, 5, "missing key 'strength'")]
    [InlineData("start: 2026-03", "start: March", 12, 12, "'start' is not a month: 'March'")]
    [InlineData("    enacted: 2026-01\n", "", 5, 5, "missing key 'enacted'")]
    [InlineData("source: paper", "source: papr", 14, 13, "did you mean 'paper'?")]
    [InlineData("    source: paper\n", "", 5, 5, "a strength has no witness")]
    [InlineData("source: paper", "source: paper\n    assumption: closure", 5, 5, "a source and an assumption")]
    [InlineData("source: paper", "assumption: closur", 14, 17, "unknown assumption 'closur'; did you mean 'closure'?")]
    [InlineData("source: paper", "source: observed/output-2025", 14, 13, "an outcome cannot be an input")]
    [InlineData("- id: m", "- id: M m", 5, 9, "'id' is not a plain id")]
    [InlineData("- id: m", "- id: floor", 5, 9, "repeated measure 'floor'")]
    [InlineData("scenario: x", "scenario: y", 1, 11, "not named after its folder: 'y'")]
    [InlineData("extends: baseline", "extends: baseline\ncalendar: enacted", 4, 11, "unknown calendar 'enacted'")]
    [InlineData("extends: baseline", "extends: baseline\nwithout: [flor]", 4, 11, "unknown measure 'flor'; did you mean 'floor'?")]
    [InlineData("extends: baseline", "extends: [baseline]", 3, 10, "'extends' must be one value")]
    [InlineData("extends: baseline", "extends: baseline\nfrom: 2031-01", 4, 7, "'from' lies outside")]
    [InlineData("extends: baseline", "extends: baseline\nworld: tinny", 4, 8, "in world 'tinny' (allowed: tiny)")]
    public void A_fault_in_a_scenario_is_reported_with_line_and_column(string old, string by, int line, int column, string sentence)
    {
        using TinyWorld world = new();
        Assert.Contains(old, Measure, StringComparison.Ordinal);
        world.WriteScenario("x", Measure.Replace(old, by, StringComparison.Ordinal));

        Problem problem = Expect.Error(world.ReadScenario("x"), "x/scenario.yaml", line, sentence);

        Assert.Equal(column, problem.Column);
    }

    [Fact]
    public void A_measure_cannot_end_before_it_starts()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", Measure.Replace("end: 2027-02", "end: 2026-02", StringComparison.Ordinal));

        Expect.OnlyError(world.ReadScenario("x"), "x/scenario.yaml", 12, "ends before it starts (2026-03): '2026-02'");
    }

    [Fact]
    public void A_measure_that_starts_before_it_is_enacted_is_a_warning()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", Measure.Replace("enacted: 2026-01", "enacted: 2026-09", StringComparison.Ordinal));

        Expect.Warning(world.ReadScenario("x"), "x/scenario.yaml", 12, "before it is enacted: '2026-09'");
    }

    [Fact]
    public void A_strength_outside_the_range_of_its_assumption_is_refused()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", Measure.Replace("source: paper", "assumption: closure", StringComparison.Ordinal).Replace("0.25", "1.5", StringComparison.Ordinal));

        Expect.OnlyError(world.ReadScenario("x"), "x/scenario.yaml", 9, "outside the range of the assumption 'closure': '1.5' (allowed: 0 to 1)");
    }

    [Theory]
    [InlineData("production-quota", "facility:pit", "-1")]
    [InlineData("export-quota", "route:alpha-oxide/home/abroad", "-1")]
    [InlineData("production-quota", "facility:pit", "0")]
    [InlineData("export-quota", "route:alpha-oxide/home/abroad", "0")]
    [InlineData("quota-response", "facility:pit, market:alpha-oxide/home", "0")]
    [InlineData("export-licence", "route:alpha-oxide/home/abroad", "1.1")]
    [InlineData("export-duty", "route:alpha-oxide/home/abroad", "11")]
    [InlineData("embargo", "route:alpha-oxide/home/abroad", "1.1")]
    [InlineData("price-floor", "facility:pit, commodity:alpha-oxide", "-5")]
    [InlineData("production-credit", "facility:works", "1.1")]
    [InlineData("stockpile", "market:alpha-oxide/abroad", "-1")]
    [InlineData("demand-subsidy", "use:motors-home", "1.1")]
    public void Every_instrument_has_a_range_of_strength(string instrument, string targets, string strength)
    {
        using TinyWorld world = new();
        string text = Measure.Replace("tariff", instrument, StringComparison.Ordinal).Replace("route:motor/abroad/home", targets, StringComparison.Ordinal);

        // The pit already has quotas and a floor in the calendar; only the strength is of interest here.
        text = text.Replace("extends: baseline", "extends: baseline\nwithout: [quota-2024, quota-2026, floor]", StringComparison.Ordinal);

        Assert.Empty(world.WriteScenario("x", text).ReadScenario("x").Errors);

        world.WriteScenario("x", text.Replace("0.25", strength, StringComparison.Ordinal));
        Problem problem = Assert.Single(world.ReadScenario("x").Errors);
        Assert.Contains($"'strength' is out of range: '{strength}'", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_floor_needs_a_facility_and_a_commodity()
    {
        using TinyWorld world = new();
        string text = Measure.Replace("extends: baseline", "extends: baseline\nwithout: [floor]", StringComparison.Ordinal);
        world.WriteScenario("x", text.Replace("tariff", "price-floor", StringComparison.Ordinal).Replace("route:motor/abroad/home", "facility:pit", StringComparison.Ordinal));

        Expect.OnlyError(world.ReadScenario("x"), "x/scenario.yaml", 9, "price-floor lacks a target (allowed: facility:, commodity:)");
    }

    [Theory]
    [InlineData("tariff", "route:motor/abroad/home")]
    [InlineData("production-quota", "facility:pit")]
    [InlineData("export-quota", "route:alpha-oxide/home/abroad")]
    public void Two_measures_cannot_own_one_quota_or_tariff_in_the_same_month(string instrument, string target)
    {
        using TinyWorld world = new();
        string first = Measure.Replace("extends: baseline", "extends: baseline\nwithout: [quota-2024, quota-2026]", StringComparison.Ordinal)
            .Replace("tariff", instrument, StringComparison.Ordinal).Replace("route:motor/abroad/home", target, StringComparison.Ordinal);
        string second = first[first.IndexOf("  - id: m", StringComparison.Ordinal)..].Replace("- id: m", "- id: n", StringComparison.Ordinal);

        world.WriteScenario("x", first + second.Replace("2026-03", "2027-02", StringComparison.Ordinal).Replace("end: 2027-02", "end: 2028-02", StringComparison.Ordinal));
        Expect.OnlyError(world.ReadScenario("x"), "x/scenario.yaml", 16, $"'n' covers a target that 'm' covers too (scenarios/x/scenario.yaml:6), from 2027-02 on: '{target}'");

        world.WriteScenario("x", first + second.Replace("2026-03", "2027-03", StringComparison.Ordinal).Replace("end: 2027-02", "end: 2028-02", StringComparison.Ordinal));
        Assert.Empty(world.ReadScenario("x").Errors);
    }

    [Fact]
    public void Two_export_quotas_that_share_one_of_their_routes_are_refused_with_both_places()
    {
        using TinyWorld world = new();
        string first = Measure.Replace("tariff", "export-quota", StringComparison.Ordinal)
            .Replace("route:motor/abroad/home", "route:alpha-oxide/home/abroad, route:motor/abroad/home", StringComparison.Ordinal);
        string second = first[first.IndexOf("  - id: m", StringComparison.Ordinal)..].Replace("- id: m", "- id: n", StringComparison.Ordinal)
            .Replace("route:alpha-oxide/home/abroad, ", "", StringComparison.Ordinal);
        world.WriteScenario("x", first + second);

        Expect.OnlyError(
            world.ReadScenario("x"), "x/scenario.yaml", 15,
            "the export-quota 'n' covers a target that 'm' covers too (scenarios/x/scenario.yaml:5), from 2026-03 on: 'route:motor/abroad/home'");
    }

    [Fact]
    public void Two_embargoes_may_cover_one_route()
    {
        using TinyWorld world = new();
        string first = Measure.Replace("tariff", "embargo", StringComparison.Ordinal);
        world.WriteScenario("x", first + first[first.IndexOf("  - id: m", StringComparison.Ordinal)..].Replace("- id: m", "- id: n", StringComparison.Ordinal));

        Assert.Empty(world.ReadScenario("x").Errors);
    }

    [Fact]
    public void Two_quotas_of_the_calendar_of_a_world_cannot_overlap_either()
    {
        using TinyWorld world = new();
        world.Replace("calendar.csv", "2024-01,2025-12,bureau", "2024-01,2026-01,bureau");

        Expect.OnlyError(world.Read(), "calendar.csv", 3, "from 2026-01 on: 'facility:pit'");
    }

    [Fact]
    public void Doing_without_what_is_not_in_force_is_a_warning()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", "scenario: x\ntitle: X\nextends: baseline\nwithout: [stop]\n");

        Expect.Warning(world.ReadScenario("x"), "x/scenario.yaml", 4, "not in force anyway: 'stop'");
    }

    [Theory]
    [InlineData("scenario: x\ntitle: &t X\nextends: baseline\n", 2, "anchors and aliases are not accepted")]
    [InlineData("scenario: x\ntitle: X\nextends: *b\n", 3, "anchors and aliases are not accepted")]
    [InlineData("scenario: x\ntitle: !!binary X\nextends: baseline\n", 2, "tags are not accepted")]
    [InlineData("scenario: x\ntitle: X\n  extends: baseline\n", 3, "this is not YAML")]
    [InlineData("scenario: x\ntitle: X\ntitle: Y\nextends: baseline\n", 3, "uplicate key")]
    [InlineData("- scenario\n", 1, "not one list of 'key: value' lines")]
    [InlineData("", 0, "the file is empty")]
    [InlineData("scenario: x\n---\nscenario: x\n", 1, "not one list of 'key: value' lines")]
    [InlineData("scenario: x\ntitle:\nextends: baseline\n", 2, "'title' must be one value")]
    [InlineData("scenario: x\ntitle: X\nextends: baseline\nmeasures: none\n", 4, "'measures' must be a list")]
    [InlineData("scenario: x\ntitle: X\nextends: baseline\nmeasures: [a]\n", 4, "an entry of 'measures' must have keys")]
    [InlineData("scenario: x\ntitle: X\nextends: baseline\nwithout: {a: b}\n", 4, "'without' must be a list")]
    [InlineData("scenario: x\ntitle: X\nworld: tiny\n", 1, "missing key 'calendar'")]
    [InlineData("scenario: x\ntitle: X\ncalendar: none\n", 1, "missing key 'world'")]
    [InlineData("scenario: x\nworld: tiny\ncalendar: none\n", 1, "missing key 'title'")]
    [InlineData("scenario: x\ntitle: X\nworld: tinny\ncalendar: none\n", 3, "unknown world 'tinny'; did you mean 'tiny'?")]
    public void Text_that_is_no_scenario_is_refused(string text, int line, string sentence)
    {
        using TinyWorld world = new();
        world.WriteScenario("x", text);

        Expect.Error(world.ReadScenario("x"), "x/scenario.yaml", line, sentence);
    }

    [Fact]
    public void Text_nested_a_hundred_thousand_deep_is_refused_and_not_followed()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", "scenario: " + new string('[', 100_000));

        Expect.OnlyError(world.ReadScenario("x"), "x/scenario.yaml", 1, "nested too deeply");
    }
}
