using Offtake.Experiments;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.World.Lint;

namespace Offtake.Laws.Tests;

/// <summary>Answers to a gap are slower than their lag allows.</summary>
public class LagLaws
{
    // Known answer KA-4.
    public static TheoryData<int, double> KnownBounds => new()
    {
        { 0, 2.0 }, { 1, 1.0 }, { 2, 0.618034 }, { 3, 0.445042 }, { 4, 0.347296 }, { 5, 0.284630 }, { 6, 0.241073 },
    };

    [Theory]
    [MemberData(nameof(KnownBounds))]
    public void A_lagged_answer_settles_just_inside_its_bound_and_swings_just_outside(int lag, double bound)
    {
        Assert.Equal(bound, LagStability.Bound(lag), 6);
        Assert.True(GrowthOfSwing(lag, 0.998 * bound) < 0.0, "It swings inside the bound.");
        Assert.True(GrowthOfSwing(lag, 1.002 * bound) > 0.0, "It settles outside the bound.");
    }

    [Theory]
    [InlineData(12.0, 1, 0.99)]
    [InlineData(12.0, 2, 0.58)]
    [InlineData(12.0, 3, 0.39)]
    [InlineData(6.0, 1, 0.96)]
    [InlineData(6.0, 2, 0.49)]
    [InlineData(6.0, 3, 0.26)]
    public void Trade_by_habit_settles_just_inside_its_bound_and_swings_just_outside(double habitMonths, int lag, double known)
    {
        double bound = TradeStability.Bound(habitMonths, lag);

        Assert.InRange(bound, known - 0.01, known + 0.01);
        Assert.True(GrowthOfTradeSwing(habitMonths, lag, 0.98 * bound) < 0.0, "It swings inside the bound.");
        Assert.True(GrowthOfTradeSwing(habitMonths, lag, 1.02 * bound) > 0.0, "It settles outside the bound.");
    }

    [Fact]
    public void Every_gain_of_the_shipped_world_lies_inside_its_bound()
    {
        ValueChain chain = ShippedWorld.Baseline.Chain;
        Behaviour b = chain.Behaviour;

        Assert.True(1.0 / b.OrderAdjustMonths.Value < LagStability.Bound(0));
        Assert.True(1.0 / b.MakeAdjustMonths.Value < LagStability.Bound(1));
        foreach (int lag in chain.Routes.Where(q => chain.Commodities[q.Commodity].Pricing == Pricing.Posted).Select(q => (int)Math.Round(q.TransitMonths.Value)).Distinct())
            Assert.InRange(b.ArbitrageShare.Value, 0.0, TradeStability.Bound(b.TradeAdjustMonths.Value, lag));
    }

    [Theory]
    [InlineData(0.25, false)]
    [InlineData(0.95, true)]
    public void A_scenario_whose_trade_answers_too_fast_says_so_in_its_results(double share, bool isWarned)
    {
        Scenario scenario = ShippedWorld.First(2);
        Behaviour behaviour = scenario.Chain.Behaviour with
        {
            ArbitrageShare = Parameter.Sourced("parameters/trade.arbitrage-share/value", share, "1/month", Spread.None(share), [.. scenario.Chain.Evidence.Sources.Take(1)], "test:1"),
        };
        EvidenceLedger ledger = scenario.Chain.Evidence;
        EvidenceLedger known = new(ledger.Sources, ledger.Assumptions, ledger.Claims, [.. ledger.Parameters, behaviour.ArbitrageShare]);

        RunResults results = new Ensemble(scenario with { Chain = scenario.Chain with { Behaviour = behaviour, Evidence = known } }, new RunPlan(1, 1, 1)).Run();

        Assert.Equal(isWarned, results.Warnings.Any(w => w.Contains("trade.arbitrage-share", StringComparison.Ordinal)));
    }

    /// <summary>Growth of the swing of a price gap x that trade closes: x' = x - (h + share x) and h' = h + share x / habit, both late by the months under way.</summary>
    private static double GrowthOfTradeSwing(double habitMonths, int lag, double share)
    {
        const int months = 3000;
        List<double> x = [1.0];
        List<double> flow = [];
        double habit = 0.0;
        for (int month = 0; month < months; month++)
        {
            flow.Add(habit + (share * x[^1]));
            habit += share * x[^1] / habitMonths;
            x.Add(x[^1] - (month >= lag ? flow[month - lag] : 0.0));
        }

        return Math.Log(x.TakeLast(200).Max(Math.Abs) / x.Skip(months / 2).Take(200).Max(Math.Abs));
    }

    /// <summary>Growth per month of the logarithm of the swing of x' = x - k x(t - d), over the last half of a long walk.</summary>
    private static double GrowthOfSwing(int lag, double gain)
    {
        const int months = 6000;
        const int window = 200;
        List<double> x = [.. Enumerable.Repeat(1.0, lag + 1)];
        for (int month = 0; month < months; month++) x.Add(x[^1] - (gain * x[x.Count - 1 - lag]));
        double early = x.Skip(months / 2).Take(window).Max(Math.Abs);
        double late = x.TakeLast(window).Max(Math.Abs);
        return Math.Log(late / early) / (months / 2.0);
    }
}
