using Offtake.Equilibrium;
using static Offtake.Equilibrium.CurveForm;

namespace Offtake.Tests.Equilibrium;

public class QuotaTests
{
    [Fact]
    public void One_cap_over_two_goods_has_one_rent()
    {
        SpatialEquilibrium e = TwoGoods(60);

        Close.To(45, e.Quotas[0].Rent);
        Close.To(45, e.Flow("out", "in", "a"));
        Close.To(15, e.Flow("out", "in", "b"));
        Close.To(45, e.Market("in", "a").Price - e.Market("out", "a").Price);
        Close.To(45, e.Market("in", "b").Price - e.Market("out", "b").Price);
    }

    [Fact]
    public void A_good_that_counts_double_pays_double()
    {
        SpatialEquilibrium e = TwoGoods(100, ("a", 1), ("b", 2));

        Close.To(22, e.Quotas[0].Rent);
        Close.To(68, e.Flow("out", "in", "a"));
        Close.To(16, e.Flow("out", "in", "b"));
        Close.To(44, e.Market("in", "b").Price - e.Market("out", "b").Price);
        Close.To(2200, e.Quotas[0].Revenue);
    }

    [Fact]
    public void A_cap_that_does_not_bind_earns_nothing()
    {
        SpatialEquilibrium e = TwoGoods(151);

        Assert.Equal(0.0, e.Quotas[0].Rent);
        Close.To(150, e.Quotas[0].Used);
    }

    [Fact]
    public void A_cap_of_zero_is_an_embargo()
    {
        SpatialEquilibrium e = TwoGoods(0);

        Assert.Equal(0.0, e.Quotas[0].Used);
        Close.To(0, e.TotalSurplus!.Value);
    }

    [Fact]
    public void A_quota_of_an_origin_covers_all_its_destinations()
    {
        SpatialEquilibrium e = new Draft().Supply("out", "g", Price, 10, 0)
            .Demand("near", "g", Price, 50, -1).Demand("far", "g", Price, 60, -1)
            .Route("out", "near", "g", 0).Route("out", "far", "g", 5).Quota("cap", 55, "out").Solve();

        Close.To(15, e.Quotas[0].Rent);
        Close.To(25, e.Flow("out", "near", "g"));
        Close.To(30, e.Flow("out", "far", "g"));
    }

    [Theory]
    [InlineData(QuotaHolder.Exporter, 0)]
    [InlineData(QuotaHolder.Importer, 1)]
    public void The_rent_goes_to_whoever_holds_the_licences(QuotaHolder holder, int region)
    {
        SpatialProblem p = new Draft().Supply("out", "g", Price, 10, 0).Demand("in", "g", Price, 50, -1).Route("out", "in", "g", 0).Quota("cap", 10, "out").Problem();
        SpatialEquilibrium e = Draft.Solve(p with { Quotas = [p.Quotas[0] with { Holder = holder }] });

        Close.To(300, e.Surplus[region].QuotaRents);
        Close.To(0, e.Surplus[1 - region].QuotaRents);
    }

    [Fact]
    public void Two_quotas_on_one_route_bind_one_at_a_time()
    {
        SpatialEquilibrium e = new Draft().Supply("out", "g", Price, 10, 0).Demand("in", "g", Price, 50, -1).Route("out", "in", "g", 0)
            .Quota("wide", 30, "out").Quota("narrow", 20, "out", "in").Solve();

        Assert.Equal(0.0, e.Quotas[0].Rent);
        Close.To(20, e.Quotas[1].Rent);
    }

    private static SpatialEquilibrium TwoGoods(double cap, params (string Good, double Weight)[] weights) =>
        new Draft().Supply("out", "a", Price, 10, 0).Supply("out", "b", Price, 20, 0).Demand("in", "a", Price, 100, -1).Demand("in", "b", Price, 80, -1)
            .Route("out", "in", "a", 0).Route("out", "in", "b", 0).Quota("cap", cap, "out", null, weights).Solve();
}
