using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>The referee inside Draft.Solve looks at every one of these from the economist's side.</summary>
public class RandomTests
{
    [Theory]
    [InlineData(2, 1, Traits.None)]
    [InlineData(5, 2, Traits.Sparse)]
    [InlineData(4, 3, Traits.Cross)]
    [InlineData(4, 3, Traits.Cross | Traits.Asymmetric | Traits.Direct)]
    [InlineData(4, 3, Traits.Percent)]
    [InlineData(4, 3, Traits.Quotas | Traits.Direct)]
    [InlineData(4, 3, Traits.Activities | Traits.Rules)]
    [InlineData(4, 4, Traits.All)]
    public void A_random_problem_is_solved_and_passes_the_referee(int regions, int goods, Traits traits)
    {
        double worst = 0.0;
        for (int seed = 0; seed < 60; seed++) worst = Math.Max(worst, Draft.Solve(RandomProblem.Of(seed, regions, goods, traits)).Check.Residual);

        Assert.True(worst <= 1e-11, $"largest residual {worst}");
    }

    [Fact]
    public void Ties_and_flat_curves_in_whole_numbers_do_not_make_the_method_circle()
    {
        int solved = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            SpatialOutcome outcome = SpatialSolver.Solve(Whole(seed));
            Assert.NotEqual(RefusalKind.NotSolved, outcome.Refusal?.Kind);
            if (outcome.Equilibrium is not { } found) continue;
            Referee.Require(found);
            solved++;
        }

        Assert.InRange(solved, 100, 299);
    }

    [Theory]
    [InlineData(Traits.Cross)]
    [InlineData(Traits.All)]
    public void Leaving_routes_out_at_first_changes_nothing(Traits traits)
    {
        // More than two hundred variables in one piece, so that routes wait; and the same routes in one piece of few.
        SpatialEquilibrium large = Draft.Solve(RandomProblem.Of(3, 8, 5, traits));

        Assert.True(large.Check.Variables > 300);
        Assert.All(large.Routes.Where(r => r.Flow == 0.0), r => Assert.True(r.Loss >= 0.0));
        Assert.True(large.Check.Residual <= 1e-11);
    }

    [Fact]
    public void Thirty_regions_and_ten_joined_goods_are_solved_and_pass_the_referee()
    {
        SpatialEquilibrium e = Draft.Solve(RandomProblem.Of(2, 30, 10, Traits.Cross | Traits.Percent | Traits.Quotas));

        Assert.True(e.Check.Residual <= 1e-11, $"residual {e.Check.Residual}");
        Assert.InRange(e.Check.Variables, 8000, 11000);
    }

    [Fact]
    public void Twelve_regions_twenty_goods_and_every_route_are_solved()
    {
        SpatialProblem problem = RandomProblem.Of(1, 12, 20, Traits.Cross | Traits.Asymmetric | Traits.Percent | Traits.Quotas | Traits.Activities);

        SpatialEquilibrium e = Draft.Solve(problem);

        Assert.True(e.Check.Variables > 3000);
        Assert.True(e.Check.Residual <= 1e-11);
    }

    private static SpatialProblem Whole(int seed)
    {
        Random random = new(seed);
        List<Curve> demand = [];
        List<Curve> supply = [];
        List<Route> routes = [];
        for (int r = 0; r < 3; r++)
        {
            for (int g = 0; g < 2; g++)
            {
                CurveForm form = random.Next(3) == 0 ? CurveForm.Quantity : CurveForm.Price;
                demand.Add(form == CurveForm.Price ? One(r, g, form, random.Next(5, 20), -random.Next(0, 3)) : One(r, g, form, random.Next(0, 12), -random.Next(0, 2)));
                form = random.Next(3) == 0 ? CurveForm.Quantity : CurveForm.Price;
                supply.Add((form == CurveForm.Price ? One(r, g, form, random.Next(-2, 12), random.Next(0, 3)) : One(r, g, form, random.Next(-4, 12), random.Next(0, 2)))
                    with { Capacity = random.Next(3) > 0 ? random.Next(0, 20) : double.PositiveInfinity });
                for (int to = 0; to < 3; to++)
                {
                    if (to != r) routes.Add(new Route(r, to, g, random.Next(0, 4)));
                }
            }
        }

        return new SpatialProblem { Goods = [new Good("a"), new Good("b")], Regions = ["x", "y", "z"], Demand = demand, Supply = supply, Routes = routes };

        static Curve One(int region, int good, CurveForm form, double intercept, double own) => new(region, good, form, intercept, [new CurveTerm(good, own)]);
    }
}
