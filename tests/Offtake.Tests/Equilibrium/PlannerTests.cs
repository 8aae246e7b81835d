using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

public class PlannerTests
{
    private const double Agreement = 1e-6;

    [Theory]
    [InlineData(Traits.None, 4, 1)]
    [InlineData(Traits.Cross, 3, 2)]
    [InlineData(Traits.Quotas, 3, 2)]
    [InlineData(Traits.Activities, 2, 3)]
    [InlineData(Traits.Cross | Traits.Quotas | Traits.Activities, 2, 2)]
    public void Where_a_planner_would_choose_the_same_the_market_does(Traits traits, int regions, int goods)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            SpatialProblem problem = RandomProblem.Of(seed, regions, goods, traits);
            SpatialEquilibrium e = Draft.Solve(problem);
            Planner.Plan plan = Planner.Of(problem);
            Close.To(plan.Height, e.TotalSurplus!.Value, Agreement);
            for (int i = 0; i < problem.Demand.Count; i++) Agree(plan.Demand[i], e.Markets[problem.Market(problem.Demand[i].Region, problem.Demand[i].Good)].Demand);
            for (int i = 0; i < problem.Supply.Count; i++) Agree(plan.Supply[i], e.Markets[problem.Market(problem.Supply[i].Region, problem.Supply[i].Good)].Supply);
            for (int i = 0; i < problem.Demand.Count; i++)
            {
                int market = problem.Market(problem.Demand[i].Region, problem.Demand[i].Good);
                if (e.Markets[market].Demand > 1e-3) Agree(plan.Price[market], e.Markets[market].Price);
            }

            void Agree(double planned, double found) =>
                Assert.True(Math.Abs(planned - found) <= Agreement * Math.Max(1.0, Math.Abs(planned)), $"seed {seed}: {found:R} and {planned:R}");
        }
    }
}
