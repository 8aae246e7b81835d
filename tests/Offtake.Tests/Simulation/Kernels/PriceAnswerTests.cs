using Offtake.Model.Quantities;
using Offtake.Simulation.Demand;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>DEM-2, DEM-6 and DEM-7: how users answer to prices, and how alarmed they are.</summary>
public sealed class PriceAnswerTests
{
    [Theory]
    [InlineData(0.5, 0.2)]
    [InlineData(0.3, 0.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(-0.3, 0.0)]
    [InlineData(-0.5, -0.2)]
    public void A_dead_band_leaves_only_what_is_outside(double signal, double left) => Near(left, Precaution.DeadBand(signal, 0.3));

    // Substitution begins at 4 times the opening price and is done at 12 times.
    [Theory]
    [InlineData(0.5, 1.0, 1.0)]
    [InlineData(0.5, 4.0, 0.5)]
    [InlineData(0.5, 0.25, 2.0)]
    [InlineData(1.0 / 3.0, 8.0, 0.25)]
    [InlineData(0.5, 12.0, 0.0)]
    [InlineData(0.0, 6.0, 0.75)]
    [InlineData(0.5, 1_000.0, 0.0)]
    public void Demand_answers_to_price_by_its_elasticity_until_a_substitute_takes_over(double elasticity, double ratio, double response) =>
        Near(response, PriceResponse.Of(elasticity, ratio, new Bench().Behaviour));

    // exp(-5) is below the lowest signal heard, exp(-2.5).
    [Fact]
    public void Nobody_wants_ever_more_of_what_is_ever_cheaper() =>
        Near(Math.Exp(2.5), PriceResponse.Of(1.0, Math.Exp(-5), new Bench().Behaviour));

    [Theory]
    [InlineData(3.9, 1.0)]
    [InlineData(4.0, 1.0)]
    [InlineData(8.0, 0.5)]
    [InlineData(10.0, 0.25)]
    [InlineData(12.0, 0.0)]
    [InlineData(40.0, 0.0)]
    public void A_substitute_takes_over_evenly_between_two_prices(double ratio, double kept) => Near(kept, PriceResponse.Kept(ratio, 4, 12));

    [Theory]
    [InlineData(0.0, 2.0)]
    [InlineData(0.5, 3.0)]
    [InlineData(-0.5, 1.0)]
    [InlineData(-0.9, 0.8)]
    [InlineData(-3.0, 0.8)]
    public void Precaution_raises_and_lowers_target_cover_down_to_a_minimum(double precaution, double months) =>
        Near(months, Precaution.Cover(2.0, precaution, 0.4));

    // ln(P / trend) = 1.3 is 1.0 outside the band; weight 1.5, memory two months: 0.75.
    [Fact]
    public void A_price_above_its_trend_alarms_users()
    {
        (Bench bench, int m) = Above(1.3);
        Precaution.Follow(bench.State, bench.Behaviour);
        Near(0.75, bench.State.Precaution[m]);
        Near(20_000 * Math.Exp(1.3 / 4.0), bench.State.TrendPrice[m].Value);
    }

    [Fact]
    public void A_price_inside_the_band_alarms_nobody()
    {
        (Bench bench, int m) = Above(0.29);
        Precaution.Follow(bench.State, bench.Behaviour);
        Assert.Equal(0.0, bench.State.Precaution[m]);
    }

    // The signal stops at 2.5: the target is 3.75, so 2.9 would become 3.325.
    [Fact]
    public void Precaution_has_a_maximum()
    {
        (Bench bench, int m) = Above(9.0);
        bench.State.Precaution[m] = 2.9;
        Precaution.Follow(bench.State, bench.Behaviour);
        Near(3.0, bench.State.Precaution[m]);
    }

    // Below trend the signal stops at -0.5: target -0.75, half of the way in a month.
    [Fact]
    public void A_price_far_below_its_trend_makes_users_careless_only_so_far()
    {
        (Bench bench, int m) = Above(-9.0);
        Precaution.Follow(bench.State, bench.Behaviour);
        Near(-0.375, bench.State.Precaution[m]);
    }

    // Risk weight 0.2 on the worse of two: 0.6 closed, half of the way in a month.
    [Fact]
    public void Held_up_and_closed_routes_alarm_the_users_they_lead_to()
    {
        var bench = new Bench();
        bench.Policies.LicenceHeldShare[bench.Route("a-oxide")] = 0.4;
        bench.Policies.ClosedShare[bench.Route("a-oxide")] = 0.6;
        Precaution.Follow(bench.State, bench.Behaviour);
        Near(0.06, bench.State.Precaution[bench.Market("a-oxide", Abroad)]);
        Assert.Equal(0.0, bench.State.Precaution[bench.Market("a-oxide")]);
    }

    private static (Bench Bench, int Market) Above(double logOverTrend)
    {
        var bench = new Bench();
        int m = bench.Market("a-oxide");
        bench.State.Price[m] = new UsdPerUnit(20_000 * Math.Exp(logOverTrend));
        return (bench, m);
    }
}
