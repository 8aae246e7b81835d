using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

public class EquilibriumFileTests
{
    private const string Whole = """
        title: Everything
        money: USD
        goods: {wheat: tonnes, rice: tonnes}
        regions: [north, south, sea]
        demand:
          - {region: north, good: wheat, price: 100 - 2 q - 0.5 q(rice)}
          - {region: north, good: rice, price: 80 - q}
          - {region: [south, sea], good: wheat, quantity: 50 - 0.5 p}
        supply:
          - {region: north, good: [wheat, rice], price: 9 + q}
          - {region: south, good: rice, quantity: "2 p - 5", capacity: 30}
        routes:
          - {from: north, to: south, freight: 3}
          - {between: [south, sea], good: wheat, freight: 4}
          - {from: north, to: sea, freight: {wheat: 5}, name: ship}
          - table:
              south: {north: 3.5}
            good: rice
        tariffs:
          - {to: sea, percent: 10, of: fob}
          - {from: north, to: south, good: rice, per_unit: 2}
        export_taxes:
          - {from: north, percent: 5}
        quotas:
          - {name: cap, from: north, cap: 20, weights: {wheat: 1, rice: 2}, holder: importer}
        activities:
          - {name: mill, region: south, inputs: {wheat: 1}, outputs: {rice: 0.1}, marginal_cost: 1 + 0.2 q, capacity: 5}
        markets:
          - {region: sea, good: rice, disposal: 1.5}
          - {region: north, good: wheat, price_floor: 12}
        expected:
          tolerance: 1e-3
          prices: {north: {wheat: 12}}

        """;

    [Fact]
    public void A_file_that_uses_everything_is_read_as_written()
    {
        SpatialProblem p = Read(Whole).Problem!;

        Assert.Equal(("Everything", "USD"), (p.Title, p.Money));
        Assert.Equal([new Good("wheat", "tonnes"), new Good("rice", "tonnes")], p.Goods);
        Assert.Equal(4, p.Demand.Count);
        Assert.Equal([new CurveTerm(0, -2), new CurveTerm(1, -0.5)], p.Demand[0].Terms);
        Assert.Equal((CurveForm.Quantity, 50.0, -0.5), (p.Demand[3].Form, p.Demand[3].Intercept, p.Demand[3].Coefficient(0)));
        Assert.Equal((-5.0, 2.0, 30.0), (p.Supply[2].Intercept, p.Supply[2].Coefficient(1), p.Supply[2].Capacity));
        Assert.Equal(6, p.Routes.Count);
        Route ship = Assert.Single(p.Routes, r => r.Name == "ship");
        Assert.Equal((0.1, false, 0.05), (ship.TariffShare, ship.IsFreightDutiable, ship.ExportTaxShare));
        Assert.Equal(2.0, Assert.Single(p.Routes, r => r is { From: 0, To: 1, Good: 1 }).TariffPerUnit);
        Quota cap = Assert.Single(p.Quotas);
        Assert.Equal((20.0, QuotaHolder.Importer), (cap.Cap, cap.Holder));
        Assert.Equal([1.0, 2.0, 1.0], cap.Terms.Select(t => t.Weight));
        Activity mill = Assert.Single(p.Activities);
        Assert.Equal([new ActivityFlow(1, 0.1), new ActivityFlow(0, -1)], mill.Flows);
        Assert.Equal((1.0, 0.2, 5.0), (mill.CostIntercept, mill.CostSlope, mill.Capacity));
        Assert.Equal((1.5, 12.0), (p.Rules[0].DisposalCost, p.Rules[1].PriceFloor!.Value));
        Draft.Solve(p);
    }

    [Fact]
    public void The_same_in_json_is_the_same_problem()
    {
        const string Json = """
            {
            	"goods": ["g"], "regions": ["a", "b"],
            	"supply": [{"region": "a", "good": "g", "price": "10 + q"}],
            	"demand": [{"region": "b", "good": "g", "price": "100 - 1.0e0*q"}],
            	"routes": [{"from": "a", "to": "b", "freight": 5}],
            	"expected": {"prices": {"a": 52.5, "b": 57.5}, "flows": {"a": {"b": 42.5}}}
            }
            """;
        EquilibriumReading reading = Read(Json);

        Assert.Empty(reading.Faults);
        Assert.All(reading.Expected!.Compare(Draft.Solve(reading.Problem!)), c => Assert.True(c.IsMet));
    }

    [Theory]
    [InlineData("42 - 2 q", 42, -2)]
    [InlineData("42-2q", 42, -2)]
    [InlineData("-2*q + 42", 42, -2)]
    [InlineData("42 + -2 q", 42, -2)]
    [InlineData("-q + 1e1", 10, -1)]
    [InlineData("1.5e-1 - .5 Q", 0.15, -0.5)]
    [InlineData("30", 30, 0)]
    [InlineData("0 - 3 q(wheat)", 0, -3)]
    public void A_curve_may_be_written_in_several_ways(string text, double intercept, double slope)
    {
        Curve curve = Read(Whole.Replace("price: 80 - q", $"price: {text.Replace("wheat", "rice", StringComparison.Ordinal)}", StringComparison.Ordinal)).Problem!.Demand[1];

        Assert.Equal((intercept, slope), (curve.Intercept, curve.Coefficient(1)));
    }

    [Fact]
    public void Every_value_a_file_can_expect_is_compared()
    {
        string text = Whole[..Whole.IndexOf("expected:", StringComparison.Ordinal)];
        SpatialEquilibrium e = Draft.Solve(Read(text).Problem!);
        string Number(double? v) => v!.Value.ToString("R");
        text += $$$"""
            expected:
              prices: {north: {wheat: {{{Number(e.Market("north", "wheat").Price)}}} }}
              supplies: {north: {rice: {{{Number(e.Market("north", "rice").Supply)}}} }}
              demands: {sea: {wheat: {{{Number(e.Market("sea", "wheat").Demand)}}} }}
              made: {south: {rice: {{{Number(e.Market("south", "rice").Made)}}} }}
              used: {south: {wheat: {{{Number(e.Market("south", "wheat").Used)}}} }}
              disposed: {sea: {rice: {{{Number(e.Market("sea", "rice").Disposed)}}} }}
              bought_at_floor: {north: {wheat: {{{Number(e.Market("north", "wheat").BoughtAtFloor)}}} }}
              capacity_rents: {south: {rice: {{{Number(e.Market("south", "rice").CapacityRent)}}} }}
              flows: {north: {north: {wheat: {{{Number(e.Market("north", "wheat").KeptAtHome)}}} }, south: {wheat: {{{Number(e.Flow("north", "south", "wheat"))}}} } }}
              activities: {mill: {{{Number(e.Activities[0].Level)}}} }
              activity_rents: {mill: {{{Number(e.Activities[0].CapacityRent)}}} }
              quota_rents: {cap: {{{Number(e.Quotas[0].Rent)}}} }
              quota_revenues: {cap: {{{Number(e.Quotas[0].Revenue)}}} }
              consumer_surplus: {south: {{{Number(e.Surplus[1].Consumers)}}} }
              producer_surplus: {south: {{{Number(e.Surplus[1].Producers)}}} }
              tariff_revenue: {{{Number(e.Surplus.Sum(s => s.Tariffs))}}}
              export_tax_revenue: {north: {{{Number(e.Surplus[0].ExportTaxes)}}} }
              government: {north: {{{Number(e.Surplus[0].Government)}}} }
              surplus: {south: {{{Number(e.Surplus[1].Total)}}} }

            """;
        IReadOnlyList<Comparison> comparisons = Read(text).Expected!.Compare(e);

        Assert.Equal(20, comparisons.Count);
        Assert.All(comparisons, c => Assert.True(c.IsMet, c.ToString()));
    }

    internal static EquilibriumReading Read(string text)
    {
        EquilibriumReading reading = EquilibriumFile.Parse(text, "x.yaml");
        Assert.True(reading.Faults.Count == 0, string.Join("\n", reading.Faults));
        return reading;
    }

    internal static string WholeFile => Whole;
}
