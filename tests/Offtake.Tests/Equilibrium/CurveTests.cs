using Offtake.Equilibrium;
using static Offtake.Equilibrium.CurveForm;

namespace Offtake.Tests.Equilibrium;

public class CurveTests
{
    [Fact]
    public void Two_goods_with_unequal_cross_effects_have_the_answer_of_two_equations()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "a", Price, 100, -2, ("b", -1)).Demand("r", "b", Price, 80, -3, ("a", -0.5))
            .Supply("r", "a", Price, 10, 1).Supply("r", "b", Price, 5, 2).Solve();

        Close.To(375 / 14.5, e.Market("r", "a").Demand);
        Close.To(90 - (3 * 375 / 14.5), e.Market("r", "b").Demand);
        Assert.Null(e.TotalSurplus);
        Assert.Contains(e.Notes, n => n.Contains("No surplus is defined for demand for a and b in r", StringComparison.Ordinal));
    }

    [Fact]
    public void Substitutes_share_a_fixed_supply_at_the_prices_of_two_equations()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "a", Quantity, 100, -2, ("b", 1)).Demand("r", "b", Quantity, 90, -3, ("a", 0.5))
            .Supply("r", "a", Quantity, 40, 0).Supply("r", "b", Quantity, 30, 0).Solve();

        Close.To(240 / 5.5, e.Market("r", "a").Price);
        Close.To((480 / 5.5) - 60, e.Market("r", "b").Price);
    }

    [Fact]
    public void Complements_pull_each_other_down()
    {
        SpatialEquilibrium alone = Pair(0);
        SpatialEquilibrium joined = Pair(-0.8);

        Assert.True(joined.Market("r", "a").Demand < alone.Market("r", "a").Demand);
        Assert.True(joined.Market("r", "b").Demand < alone.Market("r", "b").Demand);

        static SpatialEquilibrium Pair(double cross) => new Draft().Demand("r", "a", Quantity, 100, -2, ("b", cross)).Demand("r", "b", Quantity, 100, -2, ("a", cross))
            .Supply("r", "a", Price, 5, 1).Supply("r", "b", Price, 5, 1).Solve();
    }

    [Theory]
    [InlineData(Price, 60, -0.5, Price, 6, 0.2)]
    [InlineData(Quantity, 120, -2, Quantity, -30, 5)]
    [InlineData(Price, 60, -0.5, Quantity, -30, 5)]
    public void A_curve_means_the_same_in_both_forms(CurveForm demandForm, double a, double b, CurveForm supplyForm, double c, double d)
    {
        SpatialEquilibrium e = new Draft().Demand("r", "g", demandForm, a, b).Supply("r", "g", supplyForm, c, d).Solve();

        Close.To(150 / 7.0, e.Market("r", "g").Price);
        Close.To(120 - (300 / 7.0), e.Market("r", "g").Demand);
        Close.To(0.25 * Math.Pow(540 / 7.0, 2), e.Surplus[0].Consumers!.Value);
        Close.To(0.1 * Math.Pow(540 / 7.0, 2), e.Surplus[0].Producers!.Value);
    }

    [Fact]
    public void A_good_priced_out_of_the_market_pulls_its_substitute_no_further()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "dear", Quantity, 10, -1, ("cheap", 0.5)).Demand("r", "cheap", Quantity, 20, -1, ("dear", 0.5))
            .Supply("r", "dear", Price, 50, 0).Supply("r", "cheap", Price, 8, 0).Solve();

        Assert.Equal(0.0, e.Market("r", "dear").Demand);
        Close.To(19, e.Market("r", "cheap").Demand);
    }

    [Fact]
    public void Demand_is_zero_above_its_choke_price_and_supply_below_its_own()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "a", Price, 20, -1).Supply("r", "a", Price, 30, 1)
            .Demand("r", "b", Quantity, 20, -1).Supply("r", "b", Quantity, -30, 1).Solve();

        Assert.All(e.Markets, m => Assert.Equal((0.0, 0.0, false), (m.Supply, m.Demand, m.IsTraded)));
        Assert.All(e.Markets, m => Assert.InRange(m.Price, 20 - 1e-9, 30 + 1e-9));
        Assert.Contains(e.Notes, n => n.Contains("Nothing is sold of a in r, b in r", StringComparison.Ordinal));
    }

    [Fact]
    public void Negative_intercepts_are_curves_like_any_other()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "a", Price, 20, -1).Supply("r", "a", Price, -10, 1)
            .Demand("r", "b", Price, -5, -1).Supply("r", "b", Price, -10, 1).Solve();

        Close.To(5, e.Market("r", "a").Price);
        Close.To(15, e.Market("r", "a").Supply);
        Assert.Equal(0.0, e.Market("r", "b").Price);
        Close.To(10, e.Market("r", "b").Disposed);
    }

    [Fact]
    public void A_fixed_quantity_and_a_fixed_price_are_the_two_extremes_of_a_curve()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "a", Quantity, 50, 0).Supply("r", "a", Price, 10, 0.5)
            .Demand("r", "b", Price, 30, 0).Supply("r", "b", Price, 10, 0.5).Solve();

        Close.To(35, e.Market("r", "a").Price);
        Close.To(40, e.Market("r", "b").Demand);
        Assert.Null(e.Surplus[0].Consumers);
        Close.To(625 + 400, e.Surplus[0].Producers!.Value);
    }

    [Theory]
    [InlineData(Price, 0, 0.2)]
    [InlineData(Quantity, 0, 5)]
    public void A_supply_capacity_that_binds_earns_a_rent(CurveForm form, double intercept, double slope)
    {
        SpatialEquilibrium e = new Draft().Demand("r", "g", Price, 100, -1).Supply("r", "g", form, intercept, slope).SupplyCapacity(50).Solve();

        Close.To(50, e.Market("r", "g").Price);
        Close.To(40, e.Market("r", "g").CapacityRent);
        Close.To(2250, e.Surplus[0].Producers!.Value);
    }

    [Fact]
    public void Cross_terms_that_outweigh_own_terms_are_noted()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "a", Price, 100, -1, ("b", -2)).Demand("r", "b", Price, 100, -1, ("a", -2))
            .Supply("r", "a", Price, 10, 0.5).Supply("r", "b", Price, 10, 0.5).Solve();

        Assert.Contains(e.Notes, n => n.Contains("Cross terms outweigh own terms: demand for a and b in r", StringComparison.Ordinal));
    }

    [Fact]
    public void Surplus_of_symmetric_cross_terms_is_the_area_on_any_path()
    {
        SpatialEquilibrium inverse = new Draft().Demand("r", "a", Price, 100, -2, ("b", -1)).Demand("r", "b", Price, 80, -3, ("a", -1))
            .Supply("r", "a", Price, 10, 0).Supply("r", "b", Price, 20, 0).Solve();
        SpatialEquilibrium direct = new Draft().Demand("r", "a", Quantity, 44, -0.6, ("b", 0.2)).Demand("r", "b", Quantity, 12, -0.4, ("a", 0.2))
            .Supply("r", "a", Price, 10, 0).Supply("r", "b", Price, 20, 0).Solve();

        Close.To(inverse.Market("r", "a").Demand, direct.Market("r", "a").Demand);
        Close.To(inverse.TotalSurplus!.Value, direct.TotalSurplus!.Value);
        double a = inverse.Market("r", "a").Demand;
        double b = inverse.Market("r", "b").Demand;
        Close.To((90 * a) + (60 * b) - (a * a) - (a * b) - (1.5 * b * b), inverse.TotalSurplus!.Value);
    }
}
