using Offtake.Model.Quantities;
using Offtake.Simulation;
using Offtake.Simulation.Demand;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>OPS-1: what makers to order want to run at. Target cover is three months, a gap is closed in six.</summary>
public sealed class MakersWantsTests
{
    // Capacity 1,000 a month that usually makes 750.
    private static double Wanted(double expected, double ownShare, double stockAboveTarget = 0.0)
    {
        var bench = new Bench();
        int m = bench.Market("motor");
        Plant(bench, "motors-home", 1_000, 0.75);
        bench.State.ExpectedOrders[m] = new Amount(expected);
        bench.State.OpeningOwnShare[m] = ownShare;
        bench.Stock(m, (3.0 * expected) + stockAboveTarget);
        MakersWants.Want(bench.State, bench.Numbers);
        Near(bench.Months.WantedOfMarket[m].Value, bench.Months.SectorWanted[bench.Sector("motors-home")].Value);
        return bench.Months.WantedOfMarket[m].Value;
    }

    private static void Plant(Bench bench, string facility, double capacity, double rate)
    {
        int f = bench.Facility(facility);
        bench.State.Capacity[f] = new Amount(capacity);
        bench.State.OpeningRate[f] = rate;
    }

    [Fact]
    public void Makers_who_hold_their_market_make_what_is_ordered()
    {
        Near(900, Wanted(900, ownShare: 1.0));
        Near(500, Wanted(500, ownShare: 1.0));
    }

    [Fact]
    public void Makers_in_an_importing_market_make_what_they_usually_make_when_that_is_more_than_their_share() =>
        Near(750, Wanted(950, ownShare: 0.5));

    [Fact]
    public void Makers_in_an_importing_market_keep_their_share_when_it_grows() => Near(800, Wanted(1_000, ownShare: 0.8));

    [Fact]
    public void Nobody_makes_more_than_is_ordered_but_to_fill_stocks()
    {
        Near(400, Wanted(400, ownShare: 0.5));
        Near(400 + 10, Wanted(400, ownShare: 0.5, stockAboveTarget: -60));
    }

    [Fact]
    public void A_surplus_slows_makers_by_their_share_of_it()
    {
        Near(400 - (0.5 * 10), Wanted(400, ownShare: 0.5, stockAboveTarget: 60));
        Near(400 - 10, Wanted(400, ownShare: 1.0, stockAboveTarget: 60));
    }

    [Fact]
    public void A_surplus_can_stop_makers_but_not_turn_them_around() => Near(0, Wanted(400, ownShare: 1.0, stockAboveTarget: 99_999));

    // Usual 900 + 200; of 1,320 the first would take 1,080 and has 1,000; of what is over, 80, the second has room for 160.
    [Fact]
    public void What_exceeds_one_capacity_goes_to_spare_capacity()
    {
        Bench bench = TwoPlants(1_320);
        Near(1_080, bench.Months.Wished[bench.Facility("motors-home")].Value);
        Near(1_000, bench.Months.Wanted[bench.Facility("motors-home")].Value);
        Near(240, bench.Months.Wished[bench.Facility("second")].Value);
        Near(320, bench.Months.Wanted[bench.Facility("second")].Value);
    }

    [Fact]
    public void Makers_together_want_no_more_than_their_capacity()
    {
        Bench bench = TwoPlants(9_999);
        Near(1_000, bench.Months.Wanted[bench.Facility("motors-home")].Value);
        Near(400, bench.Months.Wanted[bench.Facility("second")].Value);
    }

    [Fact]
    public void A_maker_wants_inputs_for_what_it_wants_to_make()
    {
        Bench bench = TwoPlants(1_320);
        Near(132, bench.Months.Demand[bench.BuyerOfMaker("motors-home")].Value);
    }

    [Fact]
    public void A_maker_who_has_learned_to_need_less_wants_less()
    {
        Bench bench = TwoPlants(1_320, intensity: 0.5);
        Near(66, bench.Months.Demand[bench.BuyerOfMaker("motors-home")].Value);
    }

    private static Bench TwoPlants(double expected, double intensity = 1.0)
    {
        var bench = new Bench(TinyChain.Draft().Facility(new Site("second", "motor-making", Home, 4_800, 2_400, 250)));
        int m = bench.Market("motor");
        Plant(bench, "motors-home", 1_000, 0.9);
        Plant(bench, "second", 400, 0.5);
        bench.State.ExpectedOrders[m] = new Amount(expected);
        bench.State.OpeningOwnShare[m] = 1.0;
        bench.State.Intensity[bench.BuyerOfMaker("motors-home")] = intensity;
        bench.Stock(ChainLayout.Seller(m), 3.0 * expected);
        MakersWants.Want(bench.State, bench.Numbers);
        return bench;
    }
}
