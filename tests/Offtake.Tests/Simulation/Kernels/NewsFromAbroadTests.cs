using Offtake.Model.Quantities;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Markets;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>DEM-6, PRI-1 and PRI-6: what a price abroad, and the alarm of users, does to a market at home.</summary>
public sealed class NewsFromAbroadTests
{
    private const string Oxide = "a-oxide";

    // Outside the band every unit of signal is a unit of alarm, taken over at once.
    private static double Alarm(double weight, double home, double abroad)
    {
        var bench = new Bench(TinyChain.Draft()
            .Behave("precaution.abroad-weight", weight).Behave("precaution.price-weight", 1).Behave("precaution.dead-band", 0).Behave("precaution.memory-months", 1));
        Raise(bench, Home, home);
        Raise(bench, Abroad, abroad);
        Precaution.Follow(bench.State, bench.Behaviour);
        return bench.State.Precaution[bench.Market(Oxide)];
    }

    [Theory]
    [InlineData(0.0, 0.1)]
    [InlineData(0.5, 0.4)]
    [InlineData(1.0, 0.7)]
    public void Users_hear_the_part_of_a_rise_abroad_that_they_attend_to(double weight, double alarm) => Near(alarm, Alarm(weight, home: 0.1, abroad: 0.7));

    [Fact]
    public void A_calmer_price_abroad_calms_nobody() => Assert.Equal(Alarm(0.0, home: 0.7, abroad: -0.3), Alarm(1.0, home: 0.7, abroad: -0.3));

    [Theory]
    [InlineData(0.0, 2.0, 1.0)]
    [InlineData(0.5, 2.0, 2.0)]
    [InlineData(0.5, -0.4, 1.0)]
    public void Alarmed_sellers_wish_to_hold_more_and_calm_ones_no_less(double share, double precaution, double multiple) =>
        Near(3.0 * multiple, Precaution.SellerCover(3.0, precaution, share));

    // By how much the expected price at home rises, in logs, because sellers look abroad.
    private static double Pull(double share, double abroad)
    {
        double Expected(double chi)
        {
            var bench = new Bench(TinyChain.Draft().Behave("price.export-anchor-share", chi));
            bench.State.Price[bench.Market(Oxide, Abroad)] *= abroad;
            Anchors.Follow(bench.State, bench.Numbers);
            return bench.State.ExpectedPrice[bench.Market(Oxide)].Value;
        }

        return Math.Log(Expected(share) / Expected(0.0));
    }

    [Fact]
    public void What_exports_fetch_draws_the_price_at_home_by_the_part_of_sales_that_leaves()
    {
        var bench = new Bench();
        int m = bench.Market(Oxide), q = bench.Route(Oxide);
        bench.State.Price[bench.Market(Oxide, Abroad)] *= 8.0;
        double gap = Math.Log(Landed.Netback(bench.State, bench.Numbers, q) / bench.State.ExpectedPrice[m]);
        double leaving = bench.State.HabitualFlow[q] / bench.State.ExpectedOrders[m];
        Assert.InRange(leaving, 0.01, 1.0);
        Near(0.5 * leaving * gap / bench.Behaviour.LandedAnchorMonths, Pull(0.5, 8.0));
    }

    [Fact]
    public void Where_arbitrage_has_closed_the_gap_exports_draw_nothing() => Near(0.0, Pull(1.0, 1.0));

    [Fact]
    public void Sellers_who_do_not_look_abroad_are_moved_by_no_price_there()
    {
        double At(double abroad)
        {
            var bench = new Bench();
            bench.State.Price[bench.Market(Oxide, Abroad)] *= abroad;
            Anchors.Follow(bench.State, bench.Numbers);
            return bench.State.ExpectedPrice[bench.Market(Oxide)].Value;
        }

        Assert.Equal(At(1.0), At(8.0));
    }

    private static void Raise(Bench bench, string region, double log)
    {
        int m = bench.Market(Oxide, region);
        bench.State.Price[m] = new UsdPerUnit(bench.State.TrendPrice[m].Value * Math.Exp(log));
    }
}
