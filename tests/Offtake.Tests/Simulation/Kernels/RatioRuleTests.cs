using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Logistics;
using Offtake.Simulation.Markets;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>PRI-4: prices that follow flows.</summary>
public sealed class RatioRuleTests
{
    private readonly Bench _bench = new();
    private readonly int _market;

    // Expected price 20,000, target cover three months, β one.
    public RatioRuleTests()
    {
        _market = _bench.Market("a-oxide");
        _bench.Numbers.Beta[_market] = 1.0;
        _bench.State.ExpectedOrders[_market] = new Amount(100);
        _bench.Stock(_market, 300);
    }

    private double Posted(double supplyRatio, double stock = 300)
    {
        _bench.State.SupplyRatio[_market] = supplyRatio;
        _bench.Stock(_market, stock);
        PriceFormation.Post(_bench.State, _bench.Numbers, PriceRule.Ratio);
        return _bench.State.Price[_market].Value;
    }

    [Fact]
    public void A_price_stays_when_as_much_comes_as_is_asked_for() => Near(20_000, Posted(1.0));

    [Theory]
    [InlineData(1.25)]
    [InlineData(0.8)]
    public void A_price_moves_against_the_ratio_of_supply_to_what_is_asked_for(double ratio) =>
        Near(20_000 * Math.Pow(ratio, -1.0 / 3.0), Posted(ratio));

    [Theory]
    [InlineData(3)]
    [InlineData(3_000)]
    public void Stocks_do_not_enter(double stock) => Near(20_000, Posted(1.0, stock));

    // A month in which a thousandth more comes than is asked for leaves a thousandth of a month's orders in stock.
    [Fact]
    public void A_small_imbalance_moves_the_price_as_cover_would_at_target_stock()
    {
        double flows = Posted(1.001);
        var other = new Bench();
        other.Numbers.Beta[_market] = 1.0;
        other.State.ExpectedOrders[_market] = new Amount(100);
        other.Stock(_market, 300.1);
        PriceFormation.Post(other.State, other.Numbers);
        Assert.Equal(Math.Log(other.State.Price[_market].Value / 20_000), Math.Log(flows / 20_000), 3e-7);
        Assert.True(flows < 20_000);
    }

    // The guards are 0.02 and 12; the limits of a month 0.72 and 1.5 bind before them here, at 0.02^(-1/3) = 3.7 and 12^(-1/3) = 0.44.
    [Theory]
    [InlineData(0.0, 30_000)]
    [InlineData(double.PositiveInfinity, 14_400)]
    public void A_month_without_supply_or_without_orders_moves_the_price_by_no_more_than_the_limit(double ratio, double price) => Near(price, Posted(ratio));

    // The pull to the anchors then starts from the price: nothing is left of what was expected before.
    [Fact]
    public void What_sellers_take_for_normal_is_the_price_itself()
    {
        _bench.State.OwnSupplyShare[_market] = 0.0;
        foreach (int q in _bench.Layout.RoutesIn[_market]) _bench.State.HabitualFlow[q] = Amount.Zero;
        double price = Posted(1.25);
        Near(price, _bench.State.ExpectedPrice[_market].Value);
    }

    [Fact]
    public void Supply_is_what_was_made_and_what_arrived()
    {
        _bench.Months.Produced[_market] = new Amount(30);
        _bench.Months.Arrived[_market] = new Amount(10);
        RatioRule.Observe(_bench.State, _market, new Amount(160));
        Near(0.25, _bench.State.SupplyRatio[_market]);
    }

    [Fact]
    public void A_market_where_nothing_came_and_nothing_was_asked_for_says_nothing()
    {
        _bench.Months.Produced[_market] = Amount.Zero;
        _bench.Months.Arrived[_market] = Amount.Zero;
        RatioRule.Observe(_bench.State, _market, Amount.Zero);
        Near(1.0, _bench.State.SupplyRatio[_market]);
    }

    [Fact]
    public void State_purchases_count_as_asked_for()
    {
        double without = AfterShipping(0.0);
        double with = AfterShipping(50.0);
        Assert.True(with < without, $"{with:R} against {without:R}");
    }

    private double AfterShipping(double purchase)
    {
        var bench = new Bench();
        bench.Months.Produced[_market] = new Amount(100);
        bench.Months.OrdersOfMarket[_market] = new Amount(100);
        bench.Policies.ReservePurchase[_market] = new Amount(purchase);
        Shipping.Ship(bench.State, bench.Numbers, Month.Of(2025, 1));
        return bench.State.SupplyRatio[_market];
    }
}
