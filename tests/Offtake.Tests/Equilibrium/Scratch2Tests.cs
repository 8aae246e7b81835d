using Activity = Offtake.Equilibrium.Activity;
using System.Diagnostics;
using Offtake.Equilibrium;
using Xunit.Abstractions;

namespace Offtake.Tests.Equilibrium;

public class Scratch2Tests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 3, 2)]
    [InlineData(1, 3, 2)]
    [InlineData(2, 3, 2)]
    [InlineData(3, 3, 2)]
    [InlineData(0, 6, 3)]
    [InlineData(1, 6, 3)]
    [InlineData(3, 6, 3)]
    public void Degenerate(int mode, int regions, int goods)
    {
        Dictionary<string, int> counts = [];
        double worst = 0;
        Stopwatch w = Stopwatch.StartNew();
        for (int seed = 0; seed < 400; seed++)
        {
            SpatialProblem problem = Integer(seed, mode, regions, goods);
            SpatialOutcome o = SpatialSolver.Solve(problem);
            string key = o.Equilibrium?.Check.Method ?? o.Refusal!.Kind.ToString();
            counts[key] = counts.GetValueOrDefault(key) + 1;
            if (o.Refusal is not null && counts[key] <= 2) output.WriteLine($"{seed}: {o.Refusal.Sentence}");
            if (o.Equilibrium is null) continue;
            worst = Math.Max(worst, o.Equilibrium.Check.Residual);
            try { Referee.Require(o.Equilibrium); }
            catch (Exception f)
            {
                counts["bad"] = counts.GetValueOrDefault("bad") + 1;
                output.WriteLine($"{seed}: {f.Message} {o.Equilibrium.Check}");
            }
        }

        output.WriteLine(string.Join(", ", counts) + $" worst {worst} ms {w.Elapsed.TotalMilliseconds / 400}");
    }

    // mode 0: ties and flat curves; 1: with fixed quantities; 2: strong cross terms; 3: percent taxes large
    private static SpatialProblem Integer(int seed, int mode, int regions, int goods)
    {
        Random random = new(seed);
        List<Curve> demand = [];
        List<Curve> supply = [];
        List<Route> routes = [];
        List<Activity> activities = [];
        for (int r = 0; r < regions; r++)
        {
            for (int g = 0; g < goods; g++)
            {
                CurveForm form = mode == 1 && random.Next(2) == 0 ? CurveForm.Quantity : CurveForm.Price;
                if (random.Next(5) > 0)
                {
                    demand.Add(form == CurveForm.Price
                        ? new Curve(r, g, form, random.Next(5, 20), Terms(g, -random.Next(0, 3), -1))
                        : new Curve(r, g, form, random.Next(0, 12), Terms(g, -random.Next(0, 2), -1)));
                }

                form = mode == 1 && random.Next(2) == 0 ? CurveForm.Quantity : CurveForm.Price;
                if (random.Next(5) > 0)
                {
                    supply.Add((form == CurveForm.Price
                        ? new Curve(r, g, form, random.Next(-2, 12), Terms(g, random.Next(0, 3), 1))
                        : new Curve(r, g, form, random.Next(-4, 12), Terms(g, random.Next(0, 2), 1))) with
                        { Capacity = random.Next(2) == 0 ? random.Next(0, 20) : double.PositiveInfinity });
                }

                for (int to = 0; to < regions; to++)
                {
                    if (to != r && random.Next(4) > 0)
                        routes.Add(new Route(r, to, g, random.Next(0, 4)) { TariffShare = mode == 3 ? random.Next(0, 4) * 0.5 : 0, ExportTaxShare = mode == 3 ? random.Next(0, 3) * 0.5 : 0 });
                }
            }

            if (random.Next(2) == 0 && goods > 1) activities.Add(new Activity("a" + r, r, [new ActivityFlow(0, random.Next(-2, 3)), new ActivityFlow(1, random.Next(-1, 3))], random.Next(0, 6), random.Next(0, 2), random.Next(2) == 0 ? 5 : double.PositiveInfinity));
        }

        SpatialProblem p = new() { Goods = [.. Enumerable.Range(0, goods).Select(g => new Good("g" + g))], Regions = [.. Enumerable.Range(0, regions).Select(r => "r" + r)], Demand = demand, Supply = supply, Routes = routes, Activities = activities };
        p = p with { Demand = [.. demand.Select(c => Clean(c, demand))], Supply = [.. supply.Select(c => Clean(c, supply))] };
        if (routes.Count > 0) p = p with { Quotas = [new Quota("q", random.Next(0, 10), [.. routes.Select((r, i) => (r, i)).Where(x => x.r.From == 0).Select(x => new QuotaTerm(x.i))])] };
        return p;

        CurveTerm[] Terms(int g, double own, int sign)
        {
            if (mode != 2) return [new CurveTerm(g, own)];
            return [.. Enumerable.Range(0, goods).Select(h => new CurveTerm(h, h == g ? sign : random.Next(-2, 3)))];
        }

        static Curve Clean(Curve c, List<Curve> all) => c with { Terms = [.. c.Terms.Where(t => all.Any(o => o.Region == c.Region && o.Good == t.Good && o.Form == c.Form))] };
    }
}
