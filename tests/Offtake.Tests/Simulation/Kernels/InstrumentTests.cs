using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Institutions.Instruments;
using Offtake.Simulation.Opening;
using Offtake.Simulation.Operations;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>What each instrument writes into law and cash.</summary>
public sealed class InstrumentTests
{
    private readonly Bench _bench = new();

    [Fact]
    public void Every_kind_of_measure_has_one_instrument()
    {
        foreach (InstrumentKind kind in Enum.GetValues<InstrumentKind>()) Assert.Equal(kind, Instrument.All[(int)kind].Kind);
        Assert.Equal(Enum.GetValues<InstrumentKind>().Length, Instrument.All.Length);
    }

    // 1,200 a year is 100 a month; the pit mines 800 of 1,000.
    [Fact]
    public void A_production_quota_is_shared_by_what_was_mined_at_the_opening()
    {
        _bench.Enact(InstrumentKind.ProductionQuota, 1_200, _bench.OnFacility("pit"), _bench.OnFacility("hill"));
        Near(80, _bench.Policies.QuotaPerMonth[_bench.Facility("pit")].Value);
        Near(20, _bench.Policies.QuotaPerMonth[_bench.Facility("hill")].Value);
        Assert.True(double.IsPositiveInfinity(_bench.Policies.QuotaPerMonth[_bench.Facility("separator")].Value));
    }

    [Theory]
    [InlineData(100.0)]
    [InlineData(333.33)]
    [InlineData(1e-3)]
    [InlineData(7e8)]
    public void The_parts_of_a_quota_sum_to_the_cap_to_the_last_bit(double cap)
    {
        string[] mines = ["pit", "hill", "recycler-home", "motors-home"];
        _bench.Enact(InstrumentKind.ProductionQuota, cap, [.. mines.Select(_bench.OnFacility)]);
        double sum = 0.0, lost = 0.0, perMonth = cap / 12.0;
        foreach (string id in mines)
        {
            // What each addition rounds away is carried along (two-sum), so that the order of the parts plays no role.
            double part = _bench.Policies.QuotaPerMonth[_bench.Facility(id)].Value, next = sum + part, back = next - sum;
            lost += sum - (next - back) + (part - back);
            sum = next;
        }

        Assert.InRange(Math.Abs(sum + lost - perMonth), 0.0, Math.BitIncrement(perMonth) - perMonth);
    }

    [Fact]
    public void A_quota_on_facilities_that_made_nothing_is_shared_evenly()
    {
        Array.Clear(_bench.Numbers.OpeningActivity);
        _bench.Enact(InstrumentKind.ProductionQuota, 1_200, _bench.OnFacility("pit"), _bench.OnFacility("hill"));
        Near(50, _bench.Policies.QuotaPerMonth[_bench.Facility("pit")].Value);
        Near(50, _bench.Policies.QuotaPerMonth[_bench.Facility("hill")].Value);
    }

    [Fact]
    public void Of_two_production_quotas_the_tighter_holds()
    {
        _bench.Enact(InstrumentKind.ProductionQuota, 600, _bench.OnFacility("pit")).Enact(InstrumentKind.ProductionQuota, 1_200, _bench.OnFacility("pit"));
        Near(50, _bench.Policies.QuotaPerMonth[_bench.Facility("pit")].Value);
    }

    [Fact]
    public void Each_export_quota_has_a_cap_and_routes_of_its_own()
    {
        _bench.Enact(InstrumentKind.ExportQuota, 120, _bench.OnRoute("a-oxide"), _bench.OnRoute("b-oxide"));
        _bench.Enact(InstrumentKind.ExportQuota, 240, _bench.OnRoute("motor"));
        int oxides = _bench.Route("a-oxide");
        int motors = _bench.Route("motor");
        Assert.Equal([oxides, oxides, motors, -1], new[] { _bench.Route("a-oxide"), _bench.Route("b-oxide"), _bench.Route("motor"), _bench.Route("motor", Abroad, Home) }
            .Select(q => _bench.Policies.ExportQuotaGroup[q]));
        Near(10, _bench.Policies.ExportQuotaPerMonth[oxides].Value);
        Near(20, _bench.Policies.ExportQuotaPerMonth[motors].Value);
    }

    [Fact]
    public void Two_closures_leave_the_product_of_what_each_leaves()
    {
        _bench.Enact(InstrumentKind.Embargo, 0.5, _bench.OnRoute("motor")).Enact(InstrumentKind.Embargo, 0.4, _bench.OnRoute("motor"));
        Near(0.7, _bench.Policies.ClosedShare[_bench.Route("motor")]);
    }

    // The pit has 12,000 t a year, 1,000 a month; the hill is left alone.
    [Theory]
    [InlineData("pit", 300.0)]
    [InlineData("separator", 375.0)]
    [InlineData("motors-home", 300.0)]
    public void Closures_shut_a_share_of_any_facility_and_multiply(string id, double usable)
    {
        int f = _bench.Facility(id);
        int hill = _bench.Facility("hill");
        Amount before = Capacity.Usable(_bench.State, hill);
        _bench.Enact(InstrumentKind.Closure, 0.5, _bench.OnFacility(id)).Enact(InstrumentKind.Closure, 0.4, _bench.OnFacility(id));
        Near(usable, Capacity.Usable(_bench.State, f).Value);
        Assert.Equal(before, Capacity.Usable(_bench.State, hill));
        _bench.Policies.Clear();
        Near(usable / 0.3, Capacity.Usable(_bench.State, f).Value);
    }

    // 800 t a month were mined at the opening with half of the pit shut: it must have more than 1,000.
    [Fact]
    public void What_ran_at_the_opening_ran_beside_a_standing_closure()
    {
        ValueChain chain = TinyChain.Draft().Build();
        Future future = TinyChain.Open(chain, TinyChain.Measure(chain, InstrumentKind.Closure, 0.5, -12, TinyChain.Facility(chain, "pit")));
        int pit = TinyChain.Facility(chain, "pit").Index;
        Near(800, future.State.Months.Activity[pit].Value);
        Near(1_600, future.State.Capacity[pit].Value);
        Near(1.0, future.State.OpeningRate[pit]);
    }

    [Fact]
    public void A_mine_that_ran_at_the_opening_and_is_shut_wholly_is_refused()
    {
        ValueChain chain = TinyChain.Draft().Build();
        OpeningException refused = Assert.Throws<OpeningException>(
            () => TinyChain.Open(chain, TinyChain.Measure(chain, InstrumentKind.Closure, 1.0, -12, TinyChain.Facility(chain, "pit"))));
        Assert.Contains("pit runs at 800 a month, and its driver or a closure leaves it no capacity", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Embargo_and_licence_shares_multiply()
    {
        _bench.Enact(InstrumentKind.Embargo, 0.5, _bench.OnRoute("motor"));
        _bench.Enact(InstrumentKind.ExportLicence, 0.2, _bench.OnRoute("motor")).Enact(InstrumentKind.ExportLicence, 0.5, _bench.OnRoute("motor"));
        Near(0.6, _bench.Policies.LicenceHeldShare[_bench.Route("motor")]);
        Near(0.5 * 0.8 * 0.5, _bench.Policies.OpenShare(_bench.Route("motor")));
        Near(1.0, _bench.Policies.OpenShare(_bench.Route("a-oxide")));
    }

    [Fact]
    public void Tariffs_and_duties_add_up_on_their_routes_only()
    {
        _bench.Enact(InstrumentKind.Tariff, 0.1, _bench.OnRoute("motor")).Enact(InstrumentKind.Tariff, 0.25, _bench.OnRoute("motor"));
        _bench.Enact(InstrumentKind.ExportDuty, 0.05, _bench.OnRoute("motor"), _bench.OnRoute("a-oxide")).Enact(InstrumentKind.ExportDuty, 0.1, _bench.OnRoute("motor"));
        Near(0.35, _bench.Policies.Tariff[_bench.Route("motor")]);
        Near(0.15, _bench.Policies.ExportDuty[_bench.Route("motor")]);
        Near(0.05, _bench.Policies.ExportDuty[_bench.Route("a-oxide")]);
        Assert.Equal(0.0, _bench.Policies.Tariff[_bench.Route("a-oxide")]);
    }

    [Fact]
    public void A_price_floor_names_its_mines_and_its_product()
    {
        _bench.Enact(InstrumentKind.PriceFloor, 18_000, TinyChain.Commodity(_bench.Chain, "a-oxide"), _bench.OnFacility("pit"));
        Near(18_000, _bench.Policies.PriceFloor[_bench.Facility("pit")].Value);
        Assert.Equal(TinyChain.CommodityOf(_bench.Chain, "a-oxide"), _bench.Policies.PriceFloorCommodity[_bench.Facility("pit")]);
        Assert.Equal(-1, _bench.Policies.PriceFloorCommodity[_bench.Facility("hill")]);
    }

    [Fact]
    public void Credits_add_up_and_subsidies_leave_the_product_of_what_each_leaves()
    {
        Target use = TinyChain.Use(_bench.Chain, "motors-town");
        _bench.Enact(InstrumentKind.ProductionCredit, 0.1, _bench.OnFacility("pit")).Enact(InstrumentKind.ProductionCredit, 0.2, _bench.OnFacility("pit"));
        _bench.Enact(InstrumentKind.DemandSubsidy, 0.15, use).Enact(InstrumentKind.DemandSubsidy, 0.25, use);
        Near(0.3, _bench.Policies.ProcessingCredit[_bench.Facility("pit")]);
        Near(1.0 - (0.85 * 0.75), _bench.Policies.Subsidy[use.Index]);
    }

    [Fact]
    public void A_stockpile_buys_in_equal_parts_on_its_markets()
    {
        Target home = TinyChain.Market(_bench.Chain, "a-oxide", Home);
        Target abroad = TinyChain.Market(_bench.Chain, "a-oxide", Abroad);
        _bench.Enact(InstrumentKind.Stockpile, 240, home, abroad).Enact(InstrumentKind.Stockpile, 12, home);
        Near(11, _bench.Policies.ReservePurchase[home.Index].Value);
        Near(10, _bench.Policies.ReservePurchase[abroad.Index].Value);
    }

    [Fact]
    public void No_measure_at_all_leaves_everything_open()
    {
        _bench.Enact(InstrumentKind.Embargo, 1, _bench.OnRoute("motor")).Enact(InstrumentKind.ProductionQuota, 1, _bench.OnFacility("pit"));
        _bench.Policies.Clear();
        Assert.All(_bench.Policies.QuotaPerMonth, q => Assert.Equal(new Amount(double.PositiveInfinity), q));
        Assert.All(_bench.Layout.Routes.Select((_, q) => _bench.Policies.OpenShare(q)), open => Assert.Equal(1.0, open));
    }
}
