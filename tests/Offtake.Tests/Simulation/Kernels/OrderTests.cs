using Offtake.Model.Quantities;
using Offtake.Simulation.Demand;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>DEM-1, DEM-2 and DEM-5: what final users want and what buyers order.</summary>
public sealed class OrderTests
{
    // Uses 100 a month, holds two months of it when content, closes a gap in four months.
    [Theory]
    [InlineData(200.0, 0.0, 100.0)]
    [InlineData(0.0, 0.0, 150.0)]
    [InlineData(200.0, 1.0, 150.0)]
    [InlineData(360.0, 0.0, 60.0)]
    [InlineData(520.0, 0.0, 20.0)]
    [InlineData(10_000.0, 0.0, 20.0)]
    [InlineData(0.0, 3.0, 300.0)]
    [InlineData(0.0, 9.0, 300.0)]
    public void An_order_closes_the_gap_to_target_cover_within_a_share_and_a_multiple_of_use(double held, double precaution, double order)
    {
        var bench = new Bench();
        int b = bench.BuyerOfUse("a-home");
        bench.Numbers.BuyerCoverMonths[b] = 2.0;
        bench.Months.Demand[b] = new Amount(100);
        bench.State.Precaution[bench.Market("a-oxide")] = precaution;
        bench.Stock(bench.Layout.Buyer(b), held);
        Ordering.Order(bench.State, bench.Numbers);
        Near(order, bench.Months.Orders[b].Value);
    }

    [Fact]
    public void The_orders_of_a_market_are_the_sum_of_its_buyers()
    {
        var bench = new Bench();
        Ordering.Order(bench.State, bench.Numbers);
        Ordering.Order(bench.State, bench.Numbers);
        double sum = bench.Layout.BuyersOfMarket[bench.Market("a-oxide")].Sum(b => bench.Months.Orders[b].Value);
        Near(sum, bench.Months.OrdersOfMarket[bench.Market("a-oxide")].Value);
    }

    [Fact]
    public void Who_uses_nothing_orders_nothing()
    {
        var bench = new Bench();
        int b = bench.BuyerOfUse("a-home");
        bench.Months.Demand[b] = Amount.Zero;
        bench.Stock(bench.Layout.Buyer(b), 50);
        Ordering.Order(bench.State, bench.Numbers);
        Assert.Equal(0.0, bench.Months.Orders[b].Value);
    }

    // Reference 100, index one in the opening month, a shock of ln 2, elasticity 0.6 at a price of 2: 200 / 2^0.6.
    [Fact]
    public void A_final_use_follows_its_reference_its_shock_and_its_price()
    {
        var bench = new Bench();
        int k = bench.Use("motors-home-use");
        int b = bench.BuyerOfUse("motors-home-use");
        bench.State.ReferenceUse[k] = new Amount(100);
        bench.State.DemandShock[k] = Math.Log(2.0);
        bench.State.PerceivedPrice[b] *= 2.0;
        FinalDemand.Want(bench.State, bench.Numbers, bench.Future.Paths, bench.Chain.Opening);
        Near(200 * Math.Pow(2.0, -0.6), bench.Months.Wanting[k].Value);
        Assert.Equal(bench.Months.Wanting[k], bench.Months.Demand[b]);
    }

    // Half the price is paid by the state: users answer to half of it.
    [Fact]
    public void A_subsidised_user_sees_a_lower_price()
    {
        var bench = new Bench();
        int k = bench.Use("motors-home-use");
        bench.State.ReferenceUse[k] = new Amount(100);
        bench.Policies.Subsidy[k] = 0.5;
        FinalDemand.Want(bench.State, bench.Numbers, bench.Future.Paths, bench.Chain.Opening);
        Near(100 * Math.Pow(2.0, 0.6), bench.Months.Wanting[k].Value);
    }
}
