using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>What must not matter does not.</summary>
public class InvarianceTests
{
    [Theory]
    [InlineData(1000.0)]
    [InlineData(1e6)]
    [InlineData(1e-6)]
    public void Another_currency_scales_prices_and_rents_and_nothing_else(double rate)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            SpatialProblem problem = RandomProblem.Of(seed, 3, 3, Traits.All);
            SpatialEquilibrium before = Draft.Solve(problem);
            SpatialEquilibrium after = Draft.Solve(InMoney(problem, rate));

            for (int m = 0; m < before.Markets.Count; m++)
            {
                Same(before.Markets[m].Demand, after.Markets[m].Demand);
                Same(before.Markets[m].Supply, after.Markets[m].Supply);
                if (before.Markets[m].IsTraded) Same(before.Markets[m].Price, after.Markets[m].Price / rate);
            }

            for (int i = 0; i < before.Activities.Count; i++) Same(before.Activities[i].Level, after.Activities[i].Level);
        }
    }

    [Theory]
    [InlineData(1e4, 1.0)]
    [InlineData(1e-5, 1e3)]
    public void Another_unit_for_one_good_changes_only_its_numbers(double factor, double other)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            SpatialProblem problem = RandomProblem.Of(seed, 3, 2, Traits.All);
            SpatialEquilibrium before = Draft.Solve(problem);
            double[] unit = [factor, other];
            SpatialEquilibrium after = Draft.Solve(InUnits(problem, unit));

            for (int m = 0; m < before.Markets.Count; m++)
            {
                Same(before.Markets[m].Demand, after.Markets[m].Demand / unit[m % 2]);
                Same(before.Markets[m].Supply, after.Markets[m].Supply / unit[m % 2]);
                if (before.Markets[m].IsTraded) Same(before.Markets[m].Price, after.Markets[m].Price * unit[m % 2]);
            }
        }
    }

    [Fact]
    public void The_order_of_regions_goods_curves_and_routes_does_not_matter()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            SpatialProblem problem = RandomProblem.Of(seed, 4, 3, Traits.All);
            SpatialEquilibrium before = Draft.Solve(problem);
            SpatialEquilibrium after = Draft.Solve(Backwards(problem));

            foreach (string region in problem.Regions)
            {
                foreach (Good good in problem.Goods)
                {
                    Same(before.Market(region, good.Name).Demand, after.Market(region, good.Name).Demand);
                    Same(before.Market(region, good.Name).Supply, after.Market(region, good.Name).Supply);
                    if (before.Market(region, good.Name).IsTraded) Same(before.Market(region, good.Name).Price, after.Market(region, good.Name).Price);
                }
            }
        }
    }

    [Fact]
    public void A_route_nobody_would_use_a_quota_nobody_fills_and_a_region_of_nothing_change_nothing()
    {
        SpatialProblem problem = RandomProblem.Of(5, 3, 2, Traits.Cross | Traits.Activities);
        SpatialEquilibrium before = Draft.Solve(problem);
        SpatialEquilibrium after = Draft.Solve(problem with
        {
            Regions = [.. problem.Regions, "nowhere"],
            Routes = [.. problem.Routes, new Route(0, 3, 0, 1e5), new Route(0, 1, 0, 1e5) { Name = "detour" }],
            Quotas = [new Quota("wide", 1e9, [new QuotaTerm(0)])],
        });

        for (int m = 0; m < before.Markets.Count; m++) Same(before.Markets[m].Price, after.Markets[m].Price);
    }

    [Fact]
    public void The_same_problem_gives_the_same_bits()
    {
        SpatialProblem problem = RandomProblem.Of(7, 4, 3, Traits.All);

        Assert.Equal(EquilibriumReport.Json(SpatialSolver.Solve(problem)), EquilibriumReport.Json(SpatialSolver.Solve(problem)));
    }

    private static SpatialProblem InMoney(SpatialProblem p, double rate) => p with
    {
        Demand = [.. p.Demand.Select(c => Scale(c, rate, (_, _) => rate, (_, _) => 1 / rate))],
        Supply = [.. p.Supply.Select(c => Scale(c, rate, (_, _) => rate, (_, _) => 1 / rate))],
        Routes = [.. p.Routes.Select(r => r with { Freight = r.Freight * rate, TariffPerUnit = r.TariffPerUnit * rate, ExportTaxPerUnit = r.ExportTaxPerUnit * rate })],
        Activities = [.. p.Activities.Select(a => a with { CostIntercept = a.CostIntercept * rate, CostSlope = a.CostSlope * rate })],
        Rules = [.. p.Rules.Select(r => r with { DisposalCost = r.DisposalCost * rate, PriceFloor = r.PriceFloor * rate })],
    };

    private static SpatialProblem InUnits(SpatialProblem p, double[] unit) => p with
    {
        Demand = [.. p.Demand.Select(c => InUnits(c, unit))],
        Supply = [.. p.Supply.Select(c => InUnits(c, unit) with { Capacity = c.Capacity * unit[c.Good] })],
        Routes = [.. p.Routes.Select(r => r with { Freight = r.Freight / unit[r.Good], TariffPerUnit = r.TariffPerUnit / unit[r.Good], ExportTaxPerUnit = r.ExportTaxPerUnit / unit[r.Good] })],
        Quotas = [.. p.Quotas.Select(q => q with { Terms = [.. q.Terms.Select(t => t with { Weight = t.Weight / unit[p.Routes[t.Route].Good] })] })],
        Activities = [.. p.Activities.Select(a => a with { Flows = [.. a.Flows.Select(f => f with { PerLevel = f.PerLevel * unit[f.Good] })] })],
        Rules = [.. p.Rules.Select(r => r with { DisposalCost = r.DisposalCost / unit[r.Good], PriceFloor = r.PriceFloor / unit[r.Good] })],
    };

    private static Curve InUnits(Curve c, double[] unit) => c.Form == CurveForm.Price
        ? Scale(c, 1 / unit[c.Good], (g, h) => 1 / unit[g] / unit[h], (_, _) => 1)
        : Scale(c, 1, (_, _) => 1, (g, h) => unit[g] * unit[h]) with { Intercept = c.Intercept * unit[c.Good] };

    private static Curve Scale(Curve c, double priceIntercept, Func<int, int, double> price, Func<int, int, double> quantity) => c with
    {
        Intercept = c.Form == CurveForm.Price ? c.Intercept * priceIntercept : c.Intercept,
        Terms = [.. c.Terms.Select(t => t with { Coefficient = t.Coefficient * (c.Form == CurveForm.Price ? price(c.Good, t.Good) : quantity(c.Good, t.Good)) })],
    };

    private static SpatialProblem Backwards(SpatialProblem p)
    {
        int regions = p.Regions.Count - 1;
        int goods = p.Goods.Count - 1;
        int routes = p.Routes.Count - 1;
        return p with
        {
            Regions = [.. p.Regions.Reverse()],
            Goods = [.. p.Goods.Reverse()],
            Demand = [.. p.Demand.Reverse().Select(Turn)],
            Supply = [.. p.Supply.Reverse().Select(Turn)],
            Routes = [.. p.Routes.Reverse().Select(r => r with { From = regions - r.From, To = regions - r.To, Good = goods - r.Good })],
            Quotas = [.. p.Quotas.Reverse().Select(q => q with { Terms = [.. q.Terms.Reverse().Select(t => t with { Route = routes - t.Route })] })],
            Activities = [.. p.Activities.Reverse().Select(a => a with { Region = regions - a.Region, Flows = [.. a.Flows.Select(f => f with { Good = goods - f.Good })] })],
            Rules = [.. p.Rules.Reverse().Select(r => r with { Region = regions - r.Region, Good = goods - r.Good })],
        };

        Curve Turn(Curve c) => c with { Region = regions - c.Region, Good = goods - c.Good, Terms = [.. c.Terms.Select(t => t with { Good = goods - t.Good })] };
    }

    private static void Same(double expected, double actual) => Close.To(expected, actual, 1e-7);
}
