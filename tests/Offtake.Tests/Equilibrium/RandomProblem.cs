using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>Problems nobody would think of, from a seed.</summary>
internal static class RandomProblem
{
    public static SpatialProblem Of(int seed, int regions, int goods, Traits traits)
    {
        Random random = new(seed);
        double[] worth = [.. Enumerable.Range(0, goods).Select(_ => Math.Pow(10.0, (2.0 * random.NextDouble()) - 1.0))];
        List<Curve> demand = [];
        List<Curve> supply = [];
        List<Route> routes = [];
        List<Activity> activities = [];
        List<MarketRule> rules = [];
        for (int r = 0; r < regions; r++)
        {
            Side(demand, r, -1.0);
            Side(supply, r, 1.0);
            for (int g = 0; g < goods; g++)
            {
                if (Has(Traits.Rules) && random.NextDouble() < 0.2) rules.Add(Rule(r, g));
                for (int to = 0; to < regions; to++)
                {
                    if (to == r || (Has(Traits.Sparse) && random.NextDouble() < 0.3)) continue;
                    Route route = new(r, to, g, worth[g] * (1.0 + (20.0 * random.NextDouble())));
                    if (Has(Traits.Percent))
                    {
                        route = route with
                        {
                            TariffShare = random.NextDouble() < 0.5 ? 0.4 * random.NextDouble() : 0.0,
                            TariffPerUnit = random.NextDouble() < 0.3 ? worth[g] * random.NextDouble() : 0.0,
                            ExportTaxShare = random.NextDouble() < 0.3 ? 0.2 * random.NextDouble() : 0.0,
                            IsFreightDutiable = random.NextDouble() < 0.5,
                        };
                    }

                    routes.Add(route);
                }
            }

            if (Has(Traits.Activities) && goods > 1) activities.Add(MakeActivity(r));
        }

        List<Quota> quotas = [];
        for (int k = 0; Has(Traits.Quotas) && k < regions; k++)
        {
            int from = random.Next(regions);
            QuotaTerm[] terms = [.. routes.Select((route, i) => (route, i)).Where(x => x.route.From == from && random.NextDouble() < 0.7).Select(x => new QuotaTerm(x.i, 0.5 + random.NextDouble()))];
            if (terms.Length > 0) quotas.Add(new Quota($"quota {k}", 20.0 * random.NextDouble(), terms, random.NextDouble() < 0.5 ? QuotaHolder.Exporter : QuotaHolder.Importer));
        }

        return new SpatialProblem
        {
            Goods = [.. worth.Select((_, g) => new Good($"good {g}"))],
            Regions = [.. Enumerable.Range(0, regions).Select(r => $"region {r}")],
            Demand = demand,
            Supply = supply,
            Routes = routes,
            Quotas = quotas,
            Activities = activities,
            Rules = rules,
        };

        bool Has(Traits trait) => (traits & trait) != Traits.None;

        // Own terms dominate, so that every problem has an answer.
        void Side(List<Curve> curves, int r, double sign)
        {
            CurveForm form = Has(Traits.Direct) && random.NextDouble() < 0.5 ? CurveForm.Quantity : CurveForm.Price;
            double[,] cross = new double[goods, goods];
            for (int g = 0; g < goods; g++)
            {
                for (int h = 0; h < g && Has(Traits.Cross); h++)
                {
                    double size = 0.4 * (random.NextDouble() - 0.5) / goods;
                    cross[g, h] = size;
                    cross[h, g] = Has(Traits.Asymmetric) ? 0.4 * (random.NextDouble() - 0.5) / goods : size;
                }
            }

            for (int g = 0; g < goods; g++)
            {
                if (Has(Traits.Sparse) && random.NextDouble() < 0.15) continue;
                double own = 0.5 + random.NextDouble();
                double height = worth[g] * (sign < 0.0 ? 60.0 + (60.0 * random.NextDouble()) : (40.0 * random.NextDouble()) - 5.0);
                double intercept = form == CurveForm.Price ? height : -sign * height / worth[g] / (0.3 + random.NextDouble());
                CurveTerm[] terms = [.. Enumerable.Range(0, goods)
                    .Select(h => new CurveTerm(h, (h == g ? sign * own : cross[g, h]) * (form == CurveForm.Price ? Math.Sqrt(worth[g] * worth[h]) : 1.0 / Math.Sqrt(worth[g] * worth[h]))))
                    .Where(t => t.Coefficient != 0.0)];
                curves.Add(new Curve(r, g, form, intercept, terms)
                {
                    Capacity = sign > 0.0 && Has(Traits.Quotas) && random.NextDouble() < 0.2 ? 30.0 * random.NextDouble() : double.PositiveInfinity,
                });
            }

            for (int i = 0; i < curves.Count; i++)
                curves[i] = curves[i] with { Terms = [.. curves[i].Terms.Where(t => curves.Any(c => c.Region == curves[i].Region && c.Good == t.Good))] };
        }

        MarketRule Rule(int r, int g) => random.Next(3) switch
        {
            0 => new MarketRule(r, g) { DisposalCost = worth[g] * random.NextDouble() },
            1 => new MarketRule(r, g) { CanDispose = false },
            _ => new MarketRule(r, g) { PriceFloor = worth[g] * 30.0 * random.NextDouble() },
        };

        Activity MakeActivity(int r)
        {
            int input = random.Next(goods);
            ActivityFlow[] flows = [.. Enumerable.Range(0, goods).Where(g => g != input && random.NextDouble() < 0.6).Select(g => new ActivityFlow(g, random.NextDouble())), new ActivityFlow(input, -random.NextDouble())];
            return new Activity($"activity {r}", r, flows, worth.Max() * 5.0 * random.NextDouble(), worth.Max() * random.NextDouble(), random.NextDouble() < 0.3 ? 10.0 : double.PositiveInfinity);
        }
    }
}
