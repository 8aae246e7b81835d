using Offtake.Laws.Tests.Chains;
using Offtake.Laws.Tests.Metamorphic;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.Laws.Tests;

/// <summary>What the balanced opening must give, whatever the chain.</summary>
public class OpeningLaws
{
    private const int Cases = 60;

    // Flows settle to a part in 10^13; sums of them to a little less.
    private const double Balance = 1e-11;

    [Fact]
    public void Every_balanceable_chain_opens_whatever_it_is_counted_in() => Plans.Hold(Cases, plan =>
    {
        foreach (double unit in (double[])[1e-6, 1.0, 1e3, 1e9])
        {
            try
            {
                RandomChain.Open(RandomChain.Scenario(plan, 1).InUnits(unit, 1.0));
            }
            catch (OpeningException refused)
            {
                return $"in units of 1/{unit}: {refused.Message}";
            }
        }

        return null;
    });

    [Fact]
    public void Everything_made_or_brought_to_a_posted_market_is_used_or_sent_away() => Plans.Hold(Cases, plan =>
    {
        ChainState state = RandomChain.Open(RandomChain.Scenario(plan with { Measures = false }, 1), 2).State;
        ChainLayout layout = state.Layout;
        for (int m = 0; m < layout.Chain.Markets.Count; m++)
        {
            if (!layout.IsPosted[m]) continue;
            double used = layout.BuyersOfMarket[m].Sum(b => UseOf(state, layout.Buyers[b]));
            double sent = layout.RoutesOut[m].Sum(q => state.HabitualFlow[q].Value);
            double supply = state.ExpectedOrders[m].Value;
            if (Math.Abs(used + sent - supply) > Balance * supply) return $"{layout.AccountOfGoodsName(m)}: supply {supply:R}, use {used:R}, exports {sent:R}";
        }

        return null;
    });

    [Fact]
    public void At_the_opening_a_region_brings_in_a_good_or_sends_it_out_but_not_both() => Plans.Hold(Cases, plan =>
    {
        ChainState state = RandomChain.Open(RandomChain.Scenario(plan, 1)).State;
        ChainLayout layout = state.Layout;
        for (int m = 0; m < layout.Chain.Markets.Count; m++)
        {
            if (!layout.IsPosted[m]) continue;
            double sent = layout.RoutesOut[m].Sum(q => state.HabitualFlow[q].Value);
            double brought = layout.RoutesIn[m].Sum(q => state.HabitualFlow[q].Value);
            if (sent > 0.0 && brought > 0.0) return $"{layout.AccountOfGoodsName(m)}: {brought:R} in, {sent:R} out";
        }

        return null;
    });

    [Fact]
    public void Every_opening_price_is_a_number_above_nothing() => Plans.Hold(Cases, plan =>
    {
        ChainState state = RandomChain.Open(RandomChain.Scenario(plan, 1), 5).State;
        int wrong = Array.FindIndex(state.Price, p => !(p.Value > 0.0 && double.IsFinite(p.Value)));
        return wrong < 0 ? null : $"{state.Layout.AccountOfGoodsName(wrong)}: {state.Price[wrong]}";
    });

    [Fact]
    public void All_futures_of_the_shipped_world_open()
    {
        Scenario scenario = ShippedWorld.First(1);
        for (int future = 0; future < 60; future++)
        {
            ChainState state = new Future(ShippedWorld.Layout, scenario, new Chance(7, future)).State;
            Assert.DoesNotContain(state.Price, p => !double.IsFinite(p.Value));
        }
    }

    private static double UseOf(ChainState state, BuyerLink buyer) => buyer.Use >= 0
        ? state.ReferenceUse[buyer.Use].Value
        : state.InputRate[buyer.Sector][buyer.Input] * state.Months.SectorActivity[buyer.Sector].Value;
}
