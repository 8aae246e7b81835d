using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Ledger;
using Offtake.Simulation.Logistics;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>LOG-7 and the duty of DEM-5: what lies in reserve comes back with its content, and users hold what the law asks.</summary>
public sealed class ReserveTests
{
    private readonly Bench _bench = new();

    private int Motors => _bench.Market("motor");

    private Target OnMotors => new(TargetKind.Market, Motors);

    [Fact]
    public void A_release_sells_its_share_of_what_is_held_and_never_more()
    {
        Holdings holdings = _bench.State.Holdings;
        ReserveBook reserves = _bench.State.Reserves;
        int seller = ChainLayout.Seller(Motors);
        Amount stock = holdings.Amounts[seller];
        Tonnes[] content = [.. holdings.ContentOf(seller)];
        reserves.Store(holdings, Motors, stock * 0.4);
        Near(0.4 * stock.Value, reserves.Held[Motors].Value);

        _bench.Enact(InstrumentKind.ReserveRelease, 0.5, OnMotors).Enact(InstrumentKind.ReserveRelease, 0.5, OnMotors);
        reserves.Sell(holdings, _bench.Policies.ReserveSaleShare);
        Near(0.3 * stock.Value, reserves.Sold[Motors].Value);
        Near(0.9 * stock.Value, holdings.Amounts[seller].Value);
        Near(0.9 * content.Sum(c => c.Value), holdings.ContentOf(seller).ToArray().Sum(c => c.Value));

        _bench.Enact(InstrumentKind.ReserveRelease, 1.0, OnMotors);
        reserves.Sell(holdings, _bench.Policies.ReserveSaleShare);
        Assert.Equal(0.0, reserves.Held[Motors].Value);
        Near(stock.Value, holdings.Amounts[seller].Value);
        Near(content.Sum(c => c.Value), holdings.ContentOf(seller).ToArray().Sum(c => c.Value));
        reserves.Sell(holdings, _bench.Policies.ReserveSaleShare);
        Assert.Equal(0.0, reserves.Sold[Motors].Value);
    }

    [Fact]
    public void What_is_sold_out_of_reserve_is_supply()
    {
        _bench.State.Reserves.Sold[Motors] = new Amount(30);
        _bench.Months.Produced[Motors] = new Amount(50);
        _bench.Months.Arrived[Motors] = new Amount(20);
        Offtake.Simulation.Markets.RatioRule.Observe(_bench.State, Motors, new Amount(50));
        Near(2.0, _bench.State.SupplyRatio[Motors]);
    }

    // Two more months of cover, over the months in which a gap is closed, are ordered on top.
    [Fact]
    public void A_duty_adds_its_months_to_what_users_order()
    {
        int b = _bench.BuyerOfUse("motors-home-use");
        _bench.Months.Demand[b] = new Amount(500);
        Ordering.Order(_bench.State, _bench.Numbers);
        double before = _bench.Months.Orders[b].Value;
        _bench.Enact(InstrumentKind.ReserveDuty, 0.3, OnMotors).Enact(InstrumentKind.ReserveDuty, 0.2, OnMotors);
        Ordering.Order(_bench.State, _bench.Numbers);
        Near(before + (500 * 0.5 / _bench.Behaviour.OrderAdjustMonths), _bench.Months.Orders[b].Value);
    }
}
