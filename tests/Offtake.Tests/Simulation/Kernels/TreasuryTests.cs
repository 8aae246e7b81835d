using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Operations;
using Offtake.Simulation.Treasury;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>FIN-1: what measures cost the treasury, as the difference to the same month without them.</summary>
public sealed class TreasuryTests
{
    private readonly Bench _plain = new();
    private readonly Bench _bench = new();

    // What an account has more than it would have without the measure.
    private double More(Func<MoneyAccounts, int> account)
    {
        _plain.State.Money.Clear();
        _bench.State.Money.Clear();
        Settlement.Settle(_plain.State, _plain.Numbers);
        Settlement.Settle(_bench.State, _bench.Numbers);
        int a = account(_bench.State.Accounts);
        return Change(_bench, a) - Change(_plain, a);
    }

    private static double Change(Bench bench, int account) => bench.State.Money.Received[account].Value - bench.State.Money.Paid[account].Value;

    private int HomeTreasury(MoneyAccounts accounts) => accounts.Treasury(_bench.Region(Home));

    // The oxide fetches 20,000 / 1.25 = 16,000; the gap to 18,000 on the 0.5 x 0.8 tonnes of it in a tonne of concentrate.
    [Fact]
    public void A_price_floor_tops_up_the_gap_on_what_concentrate_contains()
    {
        Floor(18_000);
        Near(800, MineMargin.TopUp(_bench.State, _bench.Numbers, _bench.Facility("pit")).Value);
        Assert.Equal(0.0, MineMargin.TopUp(_bench.State, _bench.Numbers, _bench.Facility("hill")).Value);
        Near((3_020 + 800) / 2_000.0, MineMargin.Of(_bench.State, _bench.Numbers, _bench.Facility("pit")));
    }

    [Fact]
    public void A_price_floor_below_the_price_costs_nothing()
    {
        Floor(15_999);
        Assert.Equal(0.0, MineMargin.TopUp(_bench.State, _bench.Numbers, _bench.Facility("pit")).Value);
    }

    // 800 on each of 800 tonnes.
    [Fact]
    public void A_price_floor_is_paid_by_the_treasury_for_what_is_mined()
    {
        Floor(18_000);
        Near(-640_000, More(HomeTreasury));
    }

    [Fact]
    public void A_price_floor_is_paid_to_the_owners_of_the_mine()
    {
        Floor(18_000);
        Near(640_000, More(accounts => accounts.Owners(_bench.Sector("pit"))));
    }

    // A quarter of 2,000 on 800 tonnes.
    [Fact]
    public void A_production_credit_pays_a_share_of_processing_cost()
    {
        _bench.Enact(InstrumentKind.ProductionCredit, 0.25, _bench.OnFacility("pit"));
        Near(3_020 / 1_500.0, MineMargin.Of(_bench.State, _bench.Numbers, _bench.Facility("pit")));
        Near(-400_000, More(HomeTreasury));
    }

    // Ten motors delivered at 5,000, a fifth paid by the state.
    [Fact]
    public void A_demand_subsidy_is_paid_on_what_is_delivered()
    {
        foreach (Bench bench in new[] { _plain, _bench }) bench.Months.Delivered[bench.BuyerOfUse("motors-home-use")] = new Amount(10);
        _bench.Enact(InstrumentKind.DemandSubsidy, 0.2, TinyChain.Use(_bench.Chain, "motors-home-use"));
        Near(-10_000, More(HomeTreasury));
    }

    [Fact]
    public void A_state_purchase_is_paid_by_the_treasury_at_the_posted_price()
    {
        _bench.Months.Reserved[_bench.Market("a-oxide")] = new Amount(30);
        Near(-600_000, More(HomeTreasury));
    }

    [Fact]
    public void A_state_purchase_is_paid_to_merchants()
    {
        _bench.Months.Reserved[_bench.Market("a-oxide")] = new Amount(30);
        Near(600_000, More(_ => MoneyAccounts.Merchants(_bench.Market("a-oxide"))));
    }

    // A hundred motors at the border for 4,000: duty 10 % at home; 4,000 + 400 + 40 freight + 60 rent, tariff 20 % abroad.
    [Theory]
    [InlineData(Home, 40_000)]
    [InlineData(Abroad, 90_000)]
    public void Duty_goes_to_the_origin_and_tariff_to_the_destination(string region, double paid)
    {
        int q = _bench.Route("motor");
        foreach (Bench bench in new[] { _plain, _bench })
        {
            bench.Months.Shipped[q] = new Amount(100);
            bench.State.RentNow[q] = new UsdPerUnit(60);
        }

        _bench.Enact(InstrumentKind.ExportDuty, 0.1, _bench.OnRoute("motor")).Enact(InstrumentKind.Tariff, 0.2, _bench.OnRoute("motor"));
        Near(paid, More(accounts => accounts.Treasury(_bench.Region(region))));
    }

    [Fact]
    public void A_quota_rent_goes_to_the_merchants_who_export()
    {
        int q = _bench.Route("motor");
        foreach (Bench bench in new[] { _plain, _bench }) bench.Months.Shipped[q] = new Amount(100);
        _bench.State.RentNow[q] = new UsdPerUnit(60);
        Near(6_000, More(_ => MoneyAccounts.Merchants(_bench.Market("motor"))));
    }

    // 20,000 of oxide on 5 t holds 4,000 of tax each; it stays with the treasury of origin, since it is not refunded.
    [Fact]
    public void Tax_that_is_not_refunded_on_export_stays_with_the_treasury()
    {
        _bench.Months.Shipped[_bench.Route("a-oxide")] += new Amount(5);
        Near(20_000, More(HomeTreasury));
    }

    private void Floor(double price) =>
        _bench.Enact(InstrumentKind.PriceFloor, price, _bench.OnFacility("pit"), TinyChain.Commodity(_bench.Chain, "a-oxide"));
}
