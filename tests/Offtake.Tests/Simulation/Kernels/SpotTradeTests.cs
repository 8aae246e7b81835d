using Offtake.Model.Quantities;
using Offtake.Simulation.Logistics;
using Offtake.Simulation.Markets;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>LOG-2: habitual flow and arbitrage. Target stocks of 100 on both sides and β one give a slope of 0.02; the share closed a month is 0.25.</summary>
public sealed class SpotTradeTests
{
    private readonly Bench _bench = new();
    private readonly int _route;
    private readonly int _to;

    public SpotTradeTests()
    {
        _route = _bench.Route("a-oxide");
        _to = _bench.Market("a-oxide", Abroad);
        foreach (int m in new[] { _bench.Market("a-oxide"), _to })
        {
            _bench.Numbers.Beta[m] = 1.0;
            _bench.Numbers.CoverMonths[m] = 2.0;
            _bench.State.ExpectedOrders[m] = new Amount(50);
        }

        _bench.State.HabitualFlow[_route] = new Amount(10);
        _bench.Months.OrdersOfMarket[_to] = new Amount(20);
    }

    private double Wish(double logGap)
    {
        UsdPerUnit landed = Landed.Price(_bench.State, _bench.Numbers, _route, UsdPerUnit.Zero);
        _bench.State.Price[_to] = landed * Math.Exp(logGap);
        SpotTrade.Measure(_bench.State, _bench.Numbers);
        return SpotTrade.Wish(_bench.State, _bench.Numbers, _route, UsdPerUnit.Zero).Value;
    }

    [Fact]
    public void Without_a_price_gap_trade_is_what_it_is_used_to() => Near(10, Wish(0));

    // 0.25 x 0.08 / 0.02
    [Fact]
    public void A_price_gap_draws_more_than_the_habit() => Near(11, Wish(0.08));

    [Fact]
    public void A_price_gap_the_other_way_draws_less() => Near(9, Wish(-0.08));

    [Fact]
    public void Goods_do_not_flow_back_on_a_route() => Assert.Equal(0.0, Wish(-5));

    // Orders of 20 allow 60.
    [Fact]
    public void A_request_is_at_most_a_multiple_of_what_is_ordered_there() => Near(60, Wish(8));

    [Fact]
    public void A_habit_above_the_multiple_is_not_cut()
    {
        _bench.State.HabitualFlow[_route] = new Amount(70);
        Near(70, Wish(8));
    }

    [Fact]
    public void A_rent_counts_as_part_of_the_landed_price()
    {
        _bench.State.Price[_to] = Landed.Price(_bench.State, _bench.Numbers, _route, new UsdPerUnit(500));
        SpotTrade.Measure(_bench.State, _bench.Numbers);
        Near(10, SpotTrade.Wish(_bench.State, _bench.Numbers, _route, new UsdPerUnit(500)).Value);
    }

    // Half closed, and a fifth of what is open held up: 0.4 of 10.
    [Fact]
    public void Embargo_and_licence_leave_the_product_of_what_each_leaves()
    {
        Wish(0);
        _bench.Policies.ClosedShare[_route] = 0.5;
        _bench.Policies.LicenceHeldShare[_route] = 0.2;
        SpotTrade.Request(_bench.State, _bench.Numbers);
        Near(4, _bench.Months.Requested[_route].Value);
        Near(6, _bench.Months.HeldUp[_route].Value);
    }

    // Habit 10, asked for 12 + 4: a sixth of the gap of 6.
    [Fact]
    public void On_an_open_route_habit_follows_what_is_asked_for()
    {
        _bench.Months.Requested[_route] = new Amount(12);
        _bench.Months.HeldUp[_route] = new Amount(4);
        SpotTrade.FollowHabit(_bench.State, _bench.Numbers);
        Near(11, _bench.State.HabitualFlow[_route].Value);
    }

    // Half open learns half as fast; a closed route learns nothing.
    [Theory]
    [InlineData(0.5, 10.5)]
    [InlineData(1.0, 10.0)]
    public void A_habit_is_learned_by_trading(double closed, double habit)
    {
        _bench.Policies.ClosedShare[_route] = closed;
        _bench.Months.Requested[_route] = new Amount(12);
        _bench.Months.HeldUp[_route] = new Amount(4);
        SpotTrade.FollowHabit(_bench.State, _bench.Numbers);
        Near(habit, _bench.State.HabitualFlow[_route].Value);
    }

    [Fact]
    public void A_market_that_expects_no_orders_trades_by_habit()
    {
        _bench.State.ExpectedOrders[_to] = Amount.Zero;
        Near(10, Wish(3));
    }
}
