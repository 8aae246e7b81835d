using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>Small whole numbers and cross terms larger than own terms: problems with several answers, with none, and on the edge.</summary>
internal static class WildProblem
{
    public static SpatialProblem Of(int seed, int regions = 3, int goods = 2)
    {
        Random random = new(seed);
        List<Curve> demand = [];
        List<Curve> supply = [];
        List<Route> routes = [];
        for (int r = 0; r < regions; r++)
        {
            for (int g = 0; g < goods; g++)
            {
                demand.Add(new Curve(r, g, CurveForm.Price, random.Next(5, 20), Terms(g, -1)));
                supply.Add(new Curve(r, g, CurveForm.Price, random.Next(-2, 12), Terms(g, 1)));
                for (int to = 0; to < regions; to++)
                {
                    if (to != r) routes.Add(new Route(r, to, g, random.Next(0, 4)));
                }
            }
        }

        return new SpatialProblem { Goods = [.. Enumerable.Range(0, goods).Select(g => new Good($"good {g}"))], Regions = [.. Enumerable.Range(0, regions).Select(r => $"region {r}")], Demand = demand, Supply = supply, Routes = routes };

        CurveTerm[] Terms(int good, double own) =>
            [.. Enumerable.Range(0, goods).Select(h => new CurveTerm(h, h == good ? own : random.Next(-2, 3)))];
    }
}
