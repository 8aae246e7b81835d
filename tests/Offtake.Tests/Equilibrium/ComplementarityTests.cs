using Offtake.Equilibrium;
using Offtake.Equilibrium.Assembly;
using Offtake.Equilibrium.Complementarity;

namespace Offtake.Tests.Equilibrium;

public class ComplementarityTests
{
    [Fact]
    public void A_positive_definite_problem_has_the_answer_of_its_equations()
    {
        ComplementarityAnswer answer = Solve(new double[,] { { 2, 1 }, { 1, 2 } }, -5, -6);

        Close.To(4.0 / 3.0, answer.Values![0]);
        Close.To(7.0 / 3.0, answer.Values[1]);
        Assert.True(answer.Residual <= 1e-15);
    }

    [Fact]
    public void A_problem_no_point_of_which_meets_its_conditions_comes_with_a_proof()
    {
        Assert.Equal([1.0], Solve(new double[,] { { 0 } }, -1).Proof!);
        Assert.NotNull(Solve(new double[,] { { -1 } }, -1).Proof);
        Assert.NotNull(Solve(new double[,] { { 0, 1 }, { -1, 0 } }, -1, -1).Proof);
    }

    [Fact]
    public void A_proof_is_a_weighting_of_conditions_that_no_point_can_meet()
    {
        ComplementarityProblem problem = Problem(new double[,] { { 1, -2 }, { -2, 1 } }, -1, -1);

        Assert.True(InfeasibilityProof.Holds(problem, [1, 1]));
        Assert.False(InfeasibilityProof.Holds(problem, [1, 0]));
        Assert.False(InfeasibilityProof.Holds(Problem(new double[,] { { 1, -2 }, { -2, 1 } }, 1, 1), [1, 1]));
    }

    [Fact]
    public void Parts_that_have_nothing_to_do_with_each_other_are_solved_apart()
    {
        ComplementarityProblem problem = Problem(new double[,] { { 1, 0, 0 }, { 0, 1, -1 }, { 0, 1, 1 } }, -1, -2, 0);

        Assert.Equal([[0], [1, 2]], problem.Components());
        ComplementarityAnswer answer = ComplementaritySolver.Solve(problem);
        Assert.Equal([1.0, 2.0, 0.0], answer.Values!);
    }

    [Fact]
    public void A_variable_added_after_pivots_is_as_good_as_one_that_was_there_from_the_start()
    {
        ComplementarityProblem problem = Problem(new double[,] { { 2, 1, -1, 0.5 }, { 1, 3, 0, 1 }, { 1, 0, 1, -2 }, { 0.25, -1, 2, 4 } }, -5, -6, 1, -3);
        Tableau whole = new(problem, [0, 1, 2, 3]);
        Tableau grown = new(problem, [0, 1, 2]);
        foreach (Tableau t in new[] { whole, grown })
        {
            t.Exchange(0, t.ColumnOf(t.CodeOf(1)));
            t.Exchange(2, t.ColumnOf(t.CodeOf(0)));
        }

        grown.Add(3);

        for (int row = 0; row < 4; row++)
        {
            int other = Enumerable.Range(0, 4).First(r => grown.BasicIn(r) == whole.BasicIn(row));
            for (int column = 0; column < whole.Width; column++) Close.To(whole.Rows[row][column], grown.Rows[other][column]);
        }
    }

    [Fact]
    public void Letting_routes_wait_gives_the_same_point_as_having_them_all_from_the_start()
    {
        ComplementarityProblem waiting = new SpatialSystem(RandomProblem.Of(3, 8, 5, Traits.Cross | Traits.Activities | Traits.Quotas)).Complementarity;
        ComplementarityProblem present = new(waiting.Matrix, waiting.Constant);

        double[] late = ComplementaritySolver.Solve(waiting).Values!;
        double[] early = ComplementaritySolver.Solve(present).Values!;

        Assert.True(waiting.Size > 300);
        for (int i = 0; i < late.Length; i++) Close.To(early[i], late[i], 1e-8);
    }

    [Fact]
    public void The_residual_sees_every_kind_of_breach_and_no_unit()
    {
        ComplementarityProblem problem = Problem(new double[,] { { 2, 1 }, { 1, 2 } }, -5, -6);
        ComplementarityProblem inOtherUnits = Problem(new double[,] { { 2e6, 1e3 }, { 1e3, 2 } }, -5e6, -6e3);
        double[] solution = [4.0 / 3.0, 7.0 / 3.0];

        Assert.True(Residual.Of(problem, solution).Largest < 1e-15);
        Assert.True(Residual.Of(problem, [1.3, 7.0 / 3.0]).Largest > 1e-3);
        Assert.True(Residual.Of(problem, [2.5, 0]).Largest > 0.1);
        Assert.True(Residual.Of(problem, [solution[0], -1]).Largest > 0.1);
        Close.To(Residual.Of(problem, [1.3, 2.2]).Largest, Residual.Of(inOtherUnits, [1.3, 2.2e3]).Largest, 1e-12);
    }

    [Fact]
    public void No_tie_makes_the_method_of_pivots_circle()
    {
        // Of these, about fifteen in a thousand circle when the first or the last of tied rows leaves.
        for (int seed = 0; seed < 3000; seed++)
        {
            Random random = new(seed);
            int n = 3 + (seed % 4);
            double[,] matrix = new double[n, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++) matrix[i, j] = i == j ? 1 : random.Next(0, 3);
            }

            Tableau tableau = new(Problem(matrix, [.. Enumerable.Range(0, n).Select(_ => (double)random.Next(-1, 1))]), Enumerable.Range(0, n));

            Assert.NotEqual(LemkeEnd.Limit, Lemke.Run(tableau, [.. Enumerable.Repeat(1.0, n)]).End);
        }
    }

    [Theory]
    [InlineData(87)]
    [InlineData(157)]
    [InlineData(208)]
    public void Newtons_method_finds_a_point_where_the_method_of_pivots_runs_off(int seed)
    {
        SpatialEquilibrium found = Draft.Solve(WildProblem.Of(seed));

        Assert.Equal("Newton", found.Check.Method);
        Assert.True(found.Check.Residual <= 1e-11);
        Assert.Contains(found.Notes, n => n.StartsWith("Lemke's method did not end at a point", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 2, 150)]
    [InlineData(2, 1, 60)]
    [InlineData(1, 3, 60)]
    public void Where_trying_every_combination_finds_an_answer_the_solver_finds_one_too(int regions, int goods, int count)
    {
        for (int seed = 0; seed < count; seed++)
        {
            SpatialProblem problem = WildProblem.Of(seed, regions, goods);

            Assert.Equal(HasAnswer(new SpatialSystem(problem).Complementarity), SpatialSolver.Solve(problem).Equilibrium is not null);
        }
    }

    [Fact]
    public void Newtons_method_alone_solves_ordinary_problems_too()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            Scaling scaling = Scaling.Of(new SpatialSystem(RandomProblem.Of(seed, 3, 2, Traits.Cross | Traits.Percent | Traits.Activities)).Complementarity);
            double[] point = SemismoothNewton.Run(scaling.Problem, new double[scaling.Problem.Size]);

            Assert.True(Residual.Of(scaling.Problem, [.. point.Select(v => Math.Max(v, 0.0))]).Largest < 1e-6);
        }
    }

    [Fact]
    public void Scaling_and_unscaling_round_nothing()
    {
        ComplementarityProblem problem = Problem(new double[,] { { 3e7, 0.1 }, { -0.7, 5e-9 } }, -1e4, 0.3);
        Scaling scaling = Scaling.Of(problem);
        double[] point = [0.1, 0.7];

        double[] conditions = problem.Conditions(scaling.Unscale(point));
        double[] scaled = scaling.Problem.Conditions(point);

        for (int i = 0; i < 2; i++) Assert.Equal(0.0, Math.IEEERemainder(Math.Log2(Math.Abs(conditions[i] / scaled[i])), 1.0));
    }

    // Every choice of which variables are above zero.
    private static bool HasAnswer(ComplementarityProblem problem) =>
        Enumerable.Range(0, 1 << problem.Size).Any(choice =>
            BasisPolish.Solve(problem, [.. Enumerable.Range(0, problem.Size).Where(i => (choice >> i & 1) == 1)]) is { } z
            && z.All(v => v > -1e-9) && Residual.Of(problem, z).Largest < 1e-9);

    private static ComplementarityAnswer Solve(double[,] matrix, params double[] constant) => ComplementaritySolver.Solve(Problem(matrix, constant));

    private static ComplementarityProblem Problem(double[,] matrix, params double[] constant) =>
        new(new SparseMatrix(constant.Length, from i in Enumerable.Range(0, constant.Length) from j in Enumerable.Range(0, constant.Length) select new SparseMatrix.Entry(i, j, matrix[i, j])), constant);
}
