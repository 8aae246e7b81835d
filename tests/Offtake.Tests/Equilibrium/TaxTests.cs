using Offtake.Equilibrium;
using static Offtake.Equilibrium.CurveForm;

namespace Offtake.Tests.Equilibrium;

/// <summary>One exporter (10 + q) and one importer (100 − q), freight 5: every answer fits on one line.</summary>
public class TaxTests
{
    [Fact]
    public void A_specific_tariff_between_equal_slopes_is_borne_half_and_half()
    {
        SpatialEquilibrium free = World(r => r);
        SpatialEquilibrium taxed = World(r => r with { TariffPerUnit = 10 });

        Close.To(42.5, free.Flow("out", "in", "g"));
        Close.To(37.5, taxed.Flow("out", "in", "g"));
        Close.To(5, taxed.Market("in", "g").Price - free.Market("in", "g").Price);
        Close.To(-5, taxed.Market("out", "g").Price - free.Market("out", "g").Price);
        Close.To(375, taxed.Surplus[1].Tariffs);
        Close.To(25, free.TotalSurplus!.Value - taxed.TotalSurplus!.Value);
    }

    [Fact]
    public void A_percentage_of_the_cif_value_is_charged_on_freight_too()
    {
        SpatialEquilibrium e = World(r => r with { TariffShare = 0.2 });

        double q = 82 / 2.2;
        Close.To(q, e.Flow("out", "in", "g"));
        Close.To(0.2 * (15 + q) * q, e.Surplus[1].Tariffs);
        Close.To(1.2 * (15 + q), e.Market("in", "g").Price);
    }

    [Fact]
    public void A_percentage_of_the_fob_value_is_not()
    {
        SpatialEquilibrium e = World(r => r with { TariffShare = 0.2, IsFreightDutiable = false });

        double q = 83 / 2.2;
        Close.To(q, e.Flow("out", "in", "g"));
        Close.To(0.2 * (10 + q) * q, e.Surplus[1].Tariffs);
    }

    [Fact]
    public void An_export_tax_is_part_of_the_customs_value()
    {
        SpatialEquilibrium e = World(r => r with { ExportTaxShare = 0.1, ExportTaxPerUnit = 1, TariffShare = 0.2, TariffPerUnit = 2 });

        double q = (100 - 2 - (1.2 * (11 + 1 + 5))) / (1 + (1.2 * 1.1));
        Close.To(q, e.Flow("out", "in", "g"));
        Close.To(((0.1 * (10 + q)) + 1) * q, e.Surplus[0].ExportTaxes);
        Close.To(((0.2 * ((1.1 * (10 + q)) + 1 + 5)) + 2) * q, e.Surplus[1].Tariffs);
    }

    [Fact]
    public void A_tariff_above_the_price_gap_ends_trade()
    {
        SpatialEquilibrium e = new Draft().Supply("out", "g", Price, 10, 1).Demand("out", "g", Price, 30, -1)
            .Supply("in", "g", Price, 20, 1).Demand("in", "g", Price, 60, -1).Route("out", "in", "g", 5, r => r with { TariffPerUnit = 15.5 }).Solve();

        Close.To(0, e.Flow("out", "in", "g"));
        Close.To(20, e.Market("out", "g").Price);
        Close.To(40, e.Market("in", "g").Price);
        Close.To(0.5, e.Routes[0].Loss);
    }

    [Fact]
    public void A_subsidy_is_a_negative_tax_and_costs_the_state()
    {
        SpatialEquilibrium e = World(r => r with { ExportTaxPerUnit = -10 });

        Close.To(47.5, e.Flow("out", "in", "g"));
        Close.To(-475, e.Surplus[0].Government);
    }

    [Fact]
    public void A_tariff_rate_quota_is_two_routes_of_which_one_is_capped()
    {
        SpatialEquilibrium e = TariffRateQuota();

        Close.To(30, e.Market("in", "g").Price);
        Close.To(10, e.Routes[0].Flow);
        Close.To(60, e.Routes[1].Flow);
        Close.To(20, e.Quotas[0].Rent);
        Close.To(1200, e.Surplus[1].Tariffs);
    }

    private static SpatialEquilibrium TariffRateQuota()
    {
        SpatialProblem p = new Draft().Supply("out", "g", Price, 10, 0).Demand("in", "g", Price, 100, -1)
            .Route("out", "in", "g", 0, r => r with { Name = "inside" })
            .Route("out", "in", "g", 0, r => r with { Name = "outside", TariffPerUnit = 20 }).Problem();
        return Draft.Solve(p with { Quotas = [new Quota("trq", 10, [new QuotaTerm(0)], QuotaHolder.Importer)] });
    }

    private static SpatialEquilibrium World(Func<Route, Route> tax) =>
        new Draft().Supply("out", "g", Price, 10, 1).Demand("in", "g", Price, 100, -1).Route("out", "in", "g", 5, tax).Solve();
}
