using Offtake.Model.Scenarios;

namespace Offtake.Tests.World;

/// <summary>The price rule a scenario chooses.</summary>
public class PriceRuleTests
{
    private const string Flows = "scenario: flows\ntitle: Flows\nextends: baseline\nprice-rule: ratio\n";

    [Fact]
    public void Prices_follow_cover_unless_a_scenario_says_otherwise()
    {
        using TinyWorld world = new();
        world.WriteScenario("flows", Flows);

        Assert.Equal((PriceRule.Cover, PriceRule.Ratio), (world.Scenario("baseline").PriceRule, world.Scenario("flows").PriceRule));
    }

    [Fact]
    public void A_price_rule_is_inherited_until_another_is_stated()
    {
        using TinyWorld world = new();
        world.WriteScenario("flows", Flows)
            .WriteScenario("heir", "scenario: heir\ntitle: Heir\nextends: flows\n")
            .WriteScenario("back", "scenario: back\ntitle: Back\nextends: heir\nprice-rule: cover\n");

        Assert.Equal((PriceRule.Ratio, PriceRule.Cover), (world.Scenario("heir").PriceRule, world.Scenario("back").PriceRule));
    }

    [Fact]
    public void An_unknown_price_rule_is_refused_with_the_nearest_name()
    {
        using TinyWorld world = new();
        world.WriteScenario("flows", Flows.Replace("ratio", "ration", StringComparison.Ordinal));

        Expect.OnlyError(world.ReadScenario("flows"), "flows/scenario.yaml", 4, "unknown price rule 'ration'; did you mean 'ratio'?");
    }
}
