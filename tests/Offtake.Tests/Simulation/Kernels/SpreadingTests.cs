using Offtake.Simulation.Cities;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Investment;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>Functions of time and output that no phase of the month uses yet, and fixed lives.</summary>
public class SpreadingTests
{
    [Fact]
    public void Each_doubling_lowers_cost_by_the_same_share()
    {
        Assert.Equal(1.0, Learning.CostRatio(1.0, 0.2));
        Assert.Equal(0.8, Learning.CostRatio(2.0, 0.2), 12);
        Assert.Equal(0.4096, Learning.CostRatio(16.0, 0.2), 12);
        Assert.Equal(Learning.CostRatio(3.0, 0.15) * Learning.CostRatio(5.0, 0.15), Learning.CostRatio(15.0, 0.15), 12);
        Assert.Equal(1.0, Learning.CostRatio(1000.0, 0.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Learning.CostRatio(2.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Learning.CostRatio(0.0, 0.2));
    }

    [Fact]
    public void Adoption_rises_from_nobody_to_everybody_and_is_fastest_at_its_peak()
    {
        const double p = 0.03, q = 0.38, step = 0.01;
        double fastest = 0.0, at = 0.0, last = 0.0;
        for (double years = step; years < 60.0; years += step)
        {
            double share = Adoption.Share(years, p, q);
            Assert.True(share > last);
            if (share - last > fastest) (fastest, at) = (share - last, years);
            last = share;
        }

        Assert.Equal(0.0, Adoption.Share(0.0, p, q));
        Assert.Equal(0.0, Adoption.Share(-3.0, p, q));
        Assert.Equal(1.0, last, 8);
        Assert.Equal(Adoption.PeakYears(p, q), at, 0.02);
        Assert.Equal(0.0, Adoption.PeakYears(0.4, 0.3));
    }

    [Fact]
    public void A_fixed_life_keeps_a_vintage_whole_and_retires_it_at_once()
    {
        double[] share = Survival.ByMonth(5.0, 0.0);
        double[] retiring = Cohorts.RetiringByAge(share);

        Assert.Equal(61, share.Length);
        Assert.All(share[..60], s => Assert.Equal(1.0, s));
        Assert.Equal(0.0, share[60]);
        Assert.Equal([1.0, .. new double[59]], retiring);
    }

    [Theory]
    [InlineData(7.0 / 12.0, 7)]
    [InlineData(0.35, 5)]
    [InlineData(1.0, 12)]
    public void A_fixed_life_ends_in_the_month_it_is_reached(double years, int month)
    {
        double[] share = Survival.ByMonth(years, 0.0);

        Assert.Equal(1.0, share[month - 1]);
        Assert.Equal(0.0, share[month]);
    }

    [Fact]
    public void A_life_that_hardly_varies_is_almost_a_fixed_one() =>
        Assert.Equal(Survival.ByMonth(5.0, 0.0)[..60], Survival.ByMonth(5.0, 1e-6)[..60]);
}
