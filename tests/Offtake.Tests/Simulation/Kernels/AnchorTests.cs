using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Markets;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>PRI-1 and PRI-2: where expected prices are drawn to.</summary>
public sealed class AnchorTests
{
    [Fact]
    public void Anchors_leave_a_balanced_price_alone()
    {
        var bench = new Bench();
        for (int month = 0; month < 120; month++) Anchors.Follow(bench.State, bench.Numbers);
        for (int m = 0; m < bench.Layout.Markets.Length; m++)
        {
            if (bench.Layout.IsPosted[m]) Near(bench.State.OpeningPrice[m].Value, bench.State.ExpectedPrice[m].Value);
        }
    }

    // A motor costs 200 + 0.1 x 20,000 = 2,200; with oxide at 42,000 it costs 4,400. A twelfth of ln 2 is taken over in a month.
    [Fact]
    public void The_expected_price_of_a_product_follows_what_it_costs_to_make()
    {
        var bench = new Bench();
        int m = bench.Market("motor");
        bench.State.PerceivedPrice[bench.BuyerOfMaker("motors-home")] = new UsdPerUnit(42_000);
        Anchors.Follow(bench.State, bench.Numbers);
        Near(1.0, bench.State.OwnSupplyShare[m]);
        Near(5_000 * Math.Pow(2.0, 1.0 / 12.0), bench.State.ExpectedPrice[m].Value);
    }

    // Oxide lands at 20,000 + freight; the anchor takes over a quarter of the log gap a month.
    [Fact]
    public void The_expected_price_of_an_import_follows_what_it_costs_where_it_arrives()
    {
        var bench = new Bench();
        int m = bench.Market("b-oxide", Abroad);
        Near(2_050, bench.State.Price[m].Value);
        bench.Numbers.Freight[bench.Route("b-oxide")] = new UsdPerUnit((2_050 * 16) - 2_000);
        Anchors.Follow(bench.State, bench.Numbers);
        Near(0.0, bench.State.OwnSupplyShare[m]);
        Near(2_050 * 2, bench.State.ExpectedPrice[m].Value);
    }

    // ln 2 over ten months.
    [Fact]
    public void The_expected_price_follows_the_posted_price()
    {
        var bench = new Bench();
        int m = bench.Market("b-oxide", Abroad);
        bench.State.HabitualFlow[bench.Route("b-oxide")] = Amount.Zero;
        bench.State.Price[m] *= 2.0;
        Anchors.Follow(bench.State, bench.Numbers);
        Near(2_050 * Math.Pow(2.0, 0.1), bench.State.ExpectedPrice[m].Value);
        Near(2_050 * Math.Pow(2.0, 1.0 / 24.0), bench.State.SlowPrice[m].Value);
    }

    // Both products twice as dear: cost over revenue halves while slow prices double, so the anchor stands still and only time passes.
    [Fact]
    public void Joint_cost_is_shared_by_revenue()
    {
        var bench = new Bench();
        bench.State.SlowPrice[bench.Market("a-oxide")] *= 2.0;
        bench.State.SlowPrice[bench.Market("b-oxide")] *= 2.0;
        Anchors.Follow(bench.State, bench.Numbers);
        Near(20_000, bench.State.ExpectedPrice[bench.Market("a-oxide")].Value);
        Near(2_000, bench.State.ExpectedPrice[bench.Market("b-oxide")].Value);
    }

    // The same month with the rows of markets.csv in another order.
    [Fact]
    public void The_order_of_markets_does_not_move_expected_prices()
    {
        ValueChain chain = TinyChain.Draft().Build();
        double[] Disturbed(ValueChain of)
        {
            Future future = TinyChain.Open(of);
            future.State.Price[TinyChain.MarketOf(of, "a-oxide", Home)] *= 1.4;
            for (int month = 0; month < 12; month++) Anchors.Follow(future.State, future.Numbers);
            return [.. new[] { "a-oxide", "b-oxide", "motor" }.Select(c => future.State.ExpectedPrice[TinyChain.MarketOf(of, c, Home)].Value)];
        }

        double[] inOrder = Disturbed(chain);
        double[] reversed = Disturbed(chain with { Markets = [.. chain.Markets.Reverse()] });
        for (int i = 0; i < inOrder.Length; i++) Near(inOrder[i], reversed[i]);
    }

    // Feed cost 2,100 + processing 1,000; a cost basis higher by 3,100 doubles it, and a fiftieth of ln 2 is taken over a month.
    [Fact]
    public void The_expected_price_of_an_oxide_follows_the_cost_of_its_feed()
    {
        var bench = new Bench();
        int m = bench.Market("b-oxide");
        double basis = 2_100 + 3_100;
        // The cost basis itself returns to 2,100 by one part in 24 before it is read.
        bench.State.CostBasis[bench.Market("concentrate")] = new UsdPerUnit(2_100 + (3_100 * 24.0 / 23.0));
        Anchors.Follow(bench.State, bench.Numbers);
        Near(basis, bench.State.CostBasis[bench.Market("concentrate")].Value);
        Near(2_000 * Math.Pow(2.0, 1.0 / 50.0), bench.State.ExpectedPrice[m].Value);
    }
}
