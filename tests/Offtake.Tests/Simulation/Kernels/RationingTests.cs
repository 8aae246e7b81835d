using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Logistics;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>LOG-3: of 1,000 in stock 700 can be delivered, 420 of it abroad.</summary>
public sealed class RationingTests
{
    private readonly Bench _bench = new();
    private readonly int _market;
    private readonly int _route;
    private readonly int _maker;
    private readonly int _user;

    public RationingTests()
    {
        _market = _bench.Market("a-oxide");
        _route = _bench.Route("a-oxide");
        _maker = _bench.BuyerOfMaker("motors-home");
        _user = _bench.BuyerOfUse("a-home");
    }

    private void Deliver(double maker, double user, double exports, double reserve = 0.0)
    {
        _bench.Stock(_market, 1_000);
        _bench.Months.Orders[_maker] = new Amount(maker);
        _bench.Months.Orders[_user] = new Amount(user);
        _bench.Months.OrdersOfMarket[_market] = new Amount(maker + user);
        _bench.Months.Requested[_route] = new Amount(exports);
        _bench.Policies.ReservePurchase[_market] = new Amount(reserve);
        Rationing.Deliver(_bench.State, _bench.Numbers);
    }

    private void Served(double maker, double user, double exports, double reserve = 0.0)
    {
        Near(maker, _bench.Months.Delivered[_maker].Value);
        Near(user, _bench.Months.Delivered[_user].Value);
        Near(exports, _bench.Months.Shipped[_route].Value);
        Near(reserve, _bench.Months.Reserved[_market].Value);
    }

    [Fact]
    public void Everybody_is_served_in_full_when_there_is_enough()
    {
        Deliver(300, 100, 200, 50);
        Served(300, 100, 200, 50);
    }

    // Exports of 600 are held to 420; then 1,400 is asked of 700.
    [Fact]
    public void When_there_is_not_enough_everybody_gets_the_same_share()
    {
        Deliver(780, 200, 600);
        Served(390, 100, 210);
    }

    // The same with 300 of the claims from the state.
    [Fact]
    public void A_state_purchase_is_rationed_like_any_order()
    {
        Deliver(480, 200, 600, 300);
        Served(240, 100, 210, 150);
    }

    [Fact]
    public void Exports_are_held_to_their_limit_even_when_domestic_orders_are_small()
    {
        Deliver(100, 50, 600);
        Served(100, 50, 420);
    }

    [Fact]
    public void No_order_is_turned_around_by_an_empty_shop()
    {
        _bench.Stock(_market, 0);
        _bench.Months.OrdersOfMarket[_market] = new Amount(10);
        _bench.Months.Orders[_user] = new Amount(10);
        _bench.Months.Orders[_maker] = Amount.Zero;
        _bench.Months.Requested[_route] = new Amount(5);
        Rationing.Deliver(_bench.State, _bench.Numbers);
        Served(0, 0, 0);
    }

    [Fact]
    public void What_the_state_buys_goes_into_its_reserve()
    {
        int lane = _bench.Layout.SinkLane(Sink.Reserve, _bench.Region(Home), 0);
        double content = _bench.State.Holdings.ContentOf(_market)[0].Value;
        Deliver(0, 0, 0, 250);
        Near(content * 0.25, _bench.State.Holdings.Contents[lane].Value);
        Near(750, _bench.State.Holdings.Amounts[_market].Value);
    }
}
