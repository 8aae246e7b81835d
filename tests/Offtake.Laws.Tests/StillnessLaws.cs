using Offtake.Laws.Tests.Chains;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests;

/// <summary>The shipped world at rest: it stays where it is, and comes back when it is pushed.</summary>
public class StillnessLaws
{
    private const int TwentyYears = 240;

    [Fact]
    public void The_shipped_world_stays_still_for_twenty_years_when_nothing_moves_from_outside()
    {
        Scenario scenario = ShippedWorld.Frozen(TwentyYears);
        var future = new Future(ShippedWorld.Layout, scenario, null);
        var drift = new Drift(future.State);
        foreach (MonthEnd end in MonthlyWalk.Run(future, scenario)) drift.Watch(end);

        Assert.True(drift.Worst < 1e-9, $"{drift.Where} has moved by {drift.Worst:G3}.");
    }

    [Theory]
    [InlineData("rice-wine")]
    [InlineData("two-chains")]
    public void Harvests_and_festivals_stand_still_with_everything_else(string id)
    {
        Scenario shipped = ShippedWorld.Read(id);
        Scenario frozen = shipped with { To = shipped.From + (TwentyYears - 1), Exogenous = Exogenous.Frozen };
        var future = new Future(new ChainLayout(frozen.Chain), frozen, null);
        var drift = new Drift(future.State);
        foreach (MonthEnd end in MonthlyWalk.Run(future, frozen)) drift.Watch(end);

        Assert.True(drift.Worst < 1e-9, $"{drift.Where} has moved by {drift.Worst:G3}.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_drawn_future_stays_still_as_well(int number)
    {
        MustStayStill(ShippedWorld.Frozen(TwentyYears), new Chance(1, number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    public void A_start_stays_still_as_well_when_prices_follow_flows(int? number) =>
        MustStayStill(ShippedWorld.Frozen(TwentyYears) with { PriceRule = PriceRule.Ratio }, number is { } n ? new Chance(1, n) : null);

    private static void MustStayStill(Scenario scenario, Chance? chance)
    {
        var future = new Future(ShippedWorld.Layout, scenario, chance);
        var drift = new Drift(future.State);
        foreach (MonthEnd end in MonthlyWalk.Run(future, scenario)) drift.Watch(end);

        Assert.True(drift.Worst < 1e-9, $"{drift.Where} has moved by {drift.Worst:G3}.");
    }

    // Embargoes, licences, export quotas and stockpiles are left out: buyers grow cautious, rents build up and reserves fill after the opening (docs/model/opening.md).
    public static TheoryData<InstrumentKind> Kinds => [.. RandomMeasures.Dated.Except(
        [InstrumentKind.Embargo, InstrumentKind.ExportLicence, InstrumentKind.ExportQuota, InstrumentKind.Stockpile])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_start_under_a_standing_measure_stays_still(InstrumentKind kind)
    {
        ChainPlan plan = new(3, true, 3, 2, 2, 2, true, false, false, true, false, false, 17);
        ValueChain chain = RandomChain.Of(plan);
        Measure standing = TinyChain.Measure(chain, kind, RandomMeasures.Strength(kind, plan, chain), -24, RandomMeasures.TargetsOf(kind, chain));
        Scenario scenario = TinyChain.Scenario(chain, TwentyYears, Exogenous.Frozen, standing);
        Future future = RandomChain.Open(scenario);
        var drift = new Drift(future.State);
        foreach (MonthEnd end in MonthlyWalk.Run(future, scenario)) drift.Watch(end);

        Assert.True(drift.Worst < 1e-9, $"{drift.Where} has moved by {drift.Worst:G3}.");
    }

    [Theory]
    [InlineData(-0.05)]
    [InlineData(+0.05)]
    public void A_kick_to_all_sellers_stocks_dies_out(double kick)
    {
        (double peak, double last, string where) = AfterKick(ShippedWorld.Frozen(TwentyYears), kick);
        Assert.True(peak > 0.01, $"The kick was not felt: the largest move of a price was {peak:P2}.");
        Assert.True(last < 0.01, $"{where}: {last:P2} off after twenty years.");
        Assert.True(last < peak / 10.0, $"{where}: {last:P2} off after twenty years, after a peak of {peak:P2}.");
    }

    // Stocks do not enter this rule; the kick is felt through makers, who make less for a full shelf, and what they then do not order. Five makers in a
    // row (metal, blank, magnet, motor, product) pass it on to each other, so that it is felt six times over before it dies out.
    [Theory]
    [InlineData(-0.05)]
    [InlineData(+0.05)]
    public void A_kick_to_all_sellers_stocks_does_not_grow_when_prices_follow_flows(double kick)
    {
        (double peak, double last, string where) = AfterKick(ShippedWorld.Frozen(TwentyYears) with { PriceRule = PriceRule.Ratio }, kick);
        Assert.True(peak is > 0.001 and < 0.5, $"The largest move of a price was {peak:P2}.");
        Assert.True(last < peak / 10.0, $"{where}: {last:P2} off after twenty years, after a peak of {peak:P2}.");
    }

    /// <summary>Largest deviation of a posted price from rest over all months, and in the last one.</summary>
    private static (double Peak, double Last, string Where) AfterKick(Scenario scenario, double kick)
    {
        var future = new Future(ShippedWorld.Layout, scenario, null);
        double[] rest = [.. future.State.Price.Select(p => p.Value)];
        StockKick.Apply(future, scenario.From, kick);

        double peak = 0.0;
        double last = 0.0;
        string where = "";
        foreach (MonthEnd end in MonthlyWalk.Run(future, scenario))
        {
            last = 0.0;
            for (int m = 0; m < rest.Length; m++)
            {
                if (!ShippedWorld.Layout.IsPosted[m]) continue;
                double deviation = Math.Abs((end.State.Price[m].Value / rest[m]) - 1.0);
                if (deviation <= last) continue;
                last = deviation;
                where = ShippedWorld.Layout.AccountOfGoodsName(m);
            }

            peak = Math.Max(peak, last);
        }

        return (peak, last, where);
    }
}
