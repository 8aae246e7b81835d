using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Markets;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>Average costs of making, feed included.</summary>
public sealed class CostTests
{
    // (2,000 x 800 + 2,500 x 200) / 1,000
    [Fact]
    public void Processing_cost_is_averaged_by_activity()
    {
        var bench = new Bench();
        Near(2_100, AverageCost.Processing(bench.State, bench.Numbers, bench.Sector("pit")).Value);
    }

    // (2,000 x 1,000 + 2,500 x 500) / 1,500
    [Fact]
    public void Processing_cost_is_averaged_by_capacity_when_all_stand_still()
    {
        var bench = new Bench();
        Array.Clear(bench.Months.Activity);
        Near(3_250_000.0 / 1_500.0, AverageCost.Processing(bench.State, bench.Numbers, bench.Sector("pit")).Value);
    }

    [Fact]
    public void A_sector_without_activity_or_capacity_costs_nothing()
    {
        var bench = new Bench();
        Array.Clear(bench.Months.Activity);
        Array.Clear(bench.State.Capacity);
        Near(0, AverageCost.Processing(bench.State, bench.Numbers, bench.Sector("pit")).Value);
    }

    [Fact]
    public void Full_cost_of_separation_counts_feed_at_cost()
    {
        var bench = new Bench();
        Near(1_000 + 2_100, AverageCost.Full(bench.State, bench.Numbers, bench.Sector("separator")).Value);
    }

    [Fact]
    public void Full_cost_of_a_maker_counts_inputs_at_perceived_prices_and_intensity()
    {
        var bench = new Bench();
        int b = bench.BuyerOfMaker("motors-home");
        bench.State.PerceivedPrice[b] = new UsdPerUnit(30_000);
        bench.State.Intensity[b] = 0.5;
        Near(200 + (30_000 * 0.1 * 0.5), AverageCost.Full(bench.State, bench.Numbers, bench.Sector("motors-home")).Value);
    }

    // Slow revenue of a tonne: 0.5 x 0.8 of 20,000 and as much of 2,000.
    [Fact]
    public void Revenue_counts_every_product_of_a_tonne()
    {
        var bench = new Bench();
        Near(8_800, AverageCost.SlowRevenue(bench.State, bench.Sector("separator")).Value);
    }

    // Only the hill runs: the basis moves 400 / 24 from 2,100.
    [Fact]
    public void Feed_cost_follows_what_mines_bring_in()
    {
        var bench = new Bench();
        bench.Months.Activity[bench.Facility("pit")] = Amount.Zero;
        AverageCost.FollowFeedCost(bench.State, bench.Numbers);
        Near(2_100 + (400.0 / 24.0), bench.State.CostBasis[bench.Market("concentrate")].Value);
    }

    // Concentrate brought in costs what it cost at its origin last month, whichever market stands first in the file.
    [Fact]
    public void The_order_of_markets_does_not_move_feed_cost()
    {
        ChainDraft draft = TinyChain.Draft();
        draft.Facility(new Site("far-pit", "mining", Abroad, 1_200, 600, 1_500) { Ore = "ore" });
        draft.FormulaMarket("concentrate", Abroad, 0.5, Home).Route("concentrate", Abroad, Home, 40);
        ValueChain chain = draft.Build();
        static double Followed(ValueChain of)
        {
            Future future = TinyChain.Open(of);
            future.State.CostBasis[TinyChain.MarketOf(of, "concentrate", Abroad)] *= 2.0;
            AverageCost.FollowFeedCost(future.State, future.Numbers);
            return future.State.CostBasis[TinyChain.MarketOf(of, "concentrate", Home)].Value;
        }

        Near(Followed(chain), Followed(chain with { Markets = [.. chain.Markets.Reverse()] }));
    }

    [Fact]
    public void Feed_cost_is_remembered_when_nothing_comes_in()
    {
        var bench = new Bench();
        Array.Clear(bench.Months.Activity);
        AverageCost.FollowFeedCost(bench.State, bench.Numbers);
        Near(2_100, bench.State.CostBasis[bench.Market("concentrate")].Value);
    }
}
