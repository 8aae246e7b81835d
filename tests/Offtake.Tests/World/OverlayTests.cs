namespace Offtake.Tests.World;

/// <summary>Scenarios laid over each other.</summary>
public class OverlayTests
{
    private const string Tariff = "measures:\n  - {id: M, title: M, instrument: tariff, on: [route:motor/abroad/home], strength: 0.25, unit: share, enacted: 2026-01, start: 2026-03, source: paper}\n";

    [Fact]
    public void Layers_add_up_and_share_what_they_extend()
    {
        using TinyWorld world = Two("", "");

        Assert.Equal([.. world.Scenario("baseline").Calendar.Select(m => m.Id), "m-a", "m-b"], world.Scenario("a+b").Calendar.Select(m => m.Id));
        Assert.Equal(world.Scenario("a+b").Calendar.Select(m => m.Id), world.Scenario("b+a").Calendar.Select(m => m.Id));
        Assert.Equal("A + B", world.Scenario("a+b").Title);
    }

    [Fact]
    public void The_fingerprint_covers_every_layer_and_no_order()
    {
        using TinyWorld world = Two("", "");
        string both = world.Scenario("a+b").Fingerprint.ScenarioSha256;

        Assert.Equal(both, world.Scenario("b+a").Fingerprint.ScenarioSha256);
        Assert.NotEqual(both, world.Scenario("a").Fingerprint.ScenarioSha256);
        world.WriteScenario("b", File.ReadAllText(Path.Combine(world.Scenarios, "b", "scenario.yaml")) + "# changed\n");
        Assert.NotEqual(both, world.Scenario("a+b").Fingerprint.ScenarioSha256);
    }

    [Theory]
    [InlineData("calendar: none\n", "calendar: as-enacted\n", "two overlays state 'calendar' differently; 'a' (scenarios/a/scenario.yaml:4) says none: 'as-enacted'")]
    [InlineData("until: 2027-12\n", "until: 2028-12\n", "two overlays state 'until' differently")]
    [InlineData("from: 2027-03\n", "from: 2027-02\n", "two overlays state 'from' differently")]
    [InlineData("price-rule: cover\n", "price-rule: ratio\n", "two overlays state 'price-rule' differently")]
    public void Layers_that_contradict_each_other_are_refused_with_both_addresses(string one, string other, string sentence)
    {
        using TinyWorld world = Two(one, other);

        Expect.Error(world.ReadScenario("a+b"), "b/scenario.yaml", 4, sentence);
    }

    [Fact]
    public void What_both_layers_state_alike_is_no_contradiction()
    {
        using TinyWorld world = Two("calendar: none\n", "calendar: none\n");

        Assert.True(world.ReadScenario("a+b").Succeeded);
    }

    [Fact]
    public void What_a_layer_states_over_its_own_line_is_meant()
    {
        using TinyWorld world = Two("calendar: none\n", "");

        Assert.Contains(world.Scenario("b").Calendar, m => m.Id == "quota-2026");
        Assert.DoesNotContain(world.Scenario("b+a").Calendar, m => m.Id == "quota-2026");
    }

    [Fact]
    public void A_measure_of_one_id_in_two_layers_is_refused()
    {
        using TinyWorld world = Two("", "");
        world.WriteScenario("b", "scenario: b\ntitle: B\nextends: baseline\n" + Tariff.Replace("id: M", "id: m-a", StringComparison.Ordinal));

        Expect.Error(world.ReadScenario("a+b"), "b/scenario.yaml", 5, "repeated measure 'm-a'");
    }

    [Fact]
    public void Two_owners_of_one_route_are_refused_across_layers()
    {
        using TinyWorld world = Two("", "");
        world.WriteScenario("b", "scenario: b\ntitle: B\nextends: baseline\n" + Tariff.Replace("id: M", "id: m-b", StringComparison.Ordinal));

        Expect.Error(world.ReadScenario("a+b"), "b/scenario.yaml", 5, "covers a target that 'm-a' covers too");
    }

    [Theory]
    [InlineData("a+a", "the same overlay twice")]
    [InlineData("a+", "a layer without a name")]
    [InlineData("a+c", "unknown scenario 'c'")]
    public void Layers_that_are_none_are_refused(string id, string sentence)
    {
        using TinyWorld world = Two("", "");

        Expect.Error(world.ReadScenario(id), "scenarios", 0, sentence);
    }

    private static TinyWorld Two(string one, string other)
    {
        TinyWorld world = new();
        world.WriteScenario("a", $"scenario: a\ntitle: A\nextends: baseline\n{one}" + Tariff.Replace("id: M", "id: m-a", StringComparison.Ordinal));
        world.WriteScenario("b", $"scenario: b\ntitle: B\nextends: baseline\n{other}" + Tariff.Replace("id: M", "id: m-b", StringComparison.Ordinal).Replace("tariff", "export-duty", StringComparison.Ordinal));
        return world;
    }
}
