using Offtake.World;
using Offtake.World.Lint;

namespace Offtake.Tests.World;

public class LagStabilityTests
{
    // Known answer KA-4.
    [Theory]
    [InlineData(0, 2.0)]
    [InlineData(1, 1.0)]
    [InlineData(2, 0.618034)]
    [InlineData(3, 0.445042)]
    [InlineData(4, 0.347296)]
    [InlineData(5, 0.284630)]
    [InlineData(6, 0.241073)]
    public void The_bound_of_a_lagged_answer_is_the_known_one(int lag, double bound) => Assert.Equal(bound, LagStability.Bound(lag), 6);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void An_answer_settles_below_the_bound_and_not_above_it(int lag)
    {
        Assert.True(LargestGapAfter(lag, 0.97 * LagStability.Bound(lag)) < 1e-3);
        Assert.True(LargestGapAfter(lag, 1.03 * LagStability.Bound(lag)) > 10.0);
    }

    [Fact]
    public void A_negative_lag_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => LagStability.Bound(-1));

    [Fact]
    public void Trade_that_answers_too_fast_is_a_warning_at_its_parameter()
    {
        using TinyWorld world = new();
        world.Replace("parameters.csv", "trade.arbitrage-share,0.2", "trade.arbitrage-share,0.6");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Problem warning = Expect.Warning(
            reading, "parameters.csv", world.LineOf("parameters.csv", "trade.adjust-months"), "trade on motor/abroad/home", "lag of 2 months", "'0.6'", "below 0.4", "trade.arbitrage-share");
        Assert.True(reading.Succeeded);
        Assert.Equal([warning], LagStability.Warnings(reading.Value));
    }

    [Fact]
    public void Routes_of_formula_commodities_do_not_arbitrage()
    {
        using TinyWorld world = new();
        world.Replace("routes.csv", "scrap,abroad,home,50,1", "scrap,abroad,home,50,3");

        Assert.Empty(world.Read().Problems);
    }

    [Theory]
    [InlineData("order.adjust-months", "0.4", "users' restocking", "'2.5'", "below 2")]
    [InlineData("make.adjust-months", "0.8", "makers' restocking", "'1.25'", "below 1")]
    public void Restocking_that_answers_too_fast_is_a_warning(string id, string months, params string[] fragments)
    {
        using TinyWorld world = new();
        world.Replace("parameters.csv", $"{id},6", $"{id},{months}");

        Expect.Warning(world.Read(), "parameters.csv", world.LineOf("parameters.csv", id), fragments);
    }

    private static double LargestGapAfter(int lag, double gain)
    {
        List<double> gap = [.. Enumerable.Repeat(1.0, lag + 1)];
        for (int month = 0; month < 4000; month++) gap.Add(gap[^1] - (gain * gap[gap.Count - 1 - lag]));
        return gap.Skip(gap.Count - 50).Max(Math.Abs);
    }
}
