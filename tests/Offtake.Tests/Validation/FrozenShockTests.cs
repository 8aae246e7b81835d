using Offtake.Model.Scenarios;
using Offtake.Validation.FrozenShock;
using Offtake.World;

namespace Offtake.Tests.Validation;

/// <summary>Left alone after a shock, the inventory market comes to rest where the spatial equilibrium of the same data is.</summary>
public class FrozenShockTests
{
    public static TheoryData<string> Shocks => [.. ShippedAnswers.Scenarios.Where(s => s != "rest")];

    [Theory]
    [MemberData(nameof(Shocks))]
    public void The_market_settles_within_one_percent_of_the_equilibrium_after_a_shock_that_moves_it(string scenario)
    {
        RestingPoint rest = RestingPoint.Of(Read(scenario));

        Assert.True(rest.LargestMoveOfPrices > 0.03, $"The shock moves no price by more than {rest.LargestMoveOfPrices:P1}.");
        Assert.InRange(rest.LargestGapOfPrices, 0.0, 5e-4);
        Assert.InRange(rest.LargestGapOfTrade, 0.0, 5e-4);
        Assert.InRange(rest.LargestGapOfUse, 0.0, 5e-4);
        Assert.InRange(rest.LargestGapOfMines, 0.0, 5e-4);
        Assert.InRange(rest.MonthsToSettle, 1, 480);
    }

    [Theory]
    [MemberData(nameof(Shocks))]
    public void Prices_formed_from_flows_come_to_rest_near_the_equilibrium_but_not_at_it(string scenario)
    {
        // No stock enters PRI-4, so the pull to the cost anchor is held by a lasting imbalance (docs/model/equilibrium.md).
        RestingPoint rest = RestingPoint.Of(Read(scenario) with { PriceRule = PriceRule.Ratio });

        Assert.InRange(rest.LargestGapOfPrices, 1e-5, 0.02);
        Assert.InRange(rest.LargestGapOfTrade, 1e-5, 0.02);
    }

    [Fact]
    public void Without_a_shock_the_opening_is_the_equilibrium()
    {
        RestingPoint rest = RestingPoint.Of(Read("rest"));

        Assert.InRange(rest.LargestMoveOfPrices, 0.0, 1e-9);
        Assert.InRange(rest.LargestGapOfPrices, 0.0, 1e-9);
        Assert.Equal(0, rest.MonthsToSettle);
    }

    [Fact]
    public void A_tariff_opens_a_way_that_carried_nothing_before()
    {
        RestingPoint rest = RestingPoint.Of(Read("detour"));
        int direct = RouteOf(rest, "west", "south"), around = RouteOf(rest, "east", "south");

        Assert.Equal(0.0, rest.Equilibrium.Flow[direct]);
        Assert.True(rest.Equilibrium.Flow[around] > 10.0);
        Assert.Equal(rest.Equilibrium.Flow[around], rest.Rest.Months.Shipped[around].Value, 0.01);
    }

    [Fact]
    public void The_comparison_would_see_a_resting_place_elsewhere()
    {
        // The equilibrium of one shock beside the rest of another.
        RestingPoint tariff = RestingPoint.Of(Read("tariff")), duty = RestingPoint.Of(Read("duty"));

        Assert.True((tariff with { Equilibrium = duty.Equilibrium, Curves = duty.Curves }).LargestGapOfPrices > 0.01);
        Assert.True((tariff with { Equilibrium = duty.Equilibrium, Curves = duty.Curves }).LargestGapOfTrade > 0.01);
    }

    private static int RouteOf(RestingPoint rest, string from, string to) => Array.FindIndex(rest.Rest.Layout.Routes, q =>
        rest.Rest.Layout.Chain.Regions[q.From].Id == from && rest.Rest.Layout.Chain.Regions[q.To].Id == to && rest.Rest.Layout.Chain.Commodities[q.Commodity].Id == "a-oxide");

    private static Scenario Read(string scenario)
    {
        Reading<Scenario> reading = ScenarioReader.Read(Path.Combine(ShippedAnswers.Folder, "scenarios"), scenario, Path.Combine(ShippedAnswers.Folder, "worlds"));
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value;
    }
}
