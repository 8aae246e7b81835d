using Offtake.Model.Evidence;
using Offtake.Simulation.Nature;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>EVI-1 and EVI-2: how uncertain a number is, and which value it takes in a future.</summary>
public sealed class EvidenceTests
{
    private static readonly Source Witness = new("w", "W", "2024", SourceKind.Measured, "W", "", "");

    private static Parameter Sourced(string id, double value, Spread spread) => Parameter.Sourced(id, value, "t", spread, [Witness], "test");

    private static EvidenceLedger Ledger(params Parameter[] parameters) => new([Witness], [], [], parameters);

    private static double[] Draws(Parameter parameter, int futures = 2_000)
    {
        EvidenceLedger ledger = Ledger(parameter);
        return [.. Enumerable.Range(0, futures).Select(i => ParameterDraw.InFuture(ledger, new Chance(9, i)).Of(parameter))];
    }

    // Known answer KA-10.
    [Theory]
    [InlineData(1, 1, 1, 1, 1, 0.02440)]
    [InlineData(2, 3, 2, 1, 2, 0.23379)]
    [InlineData(4, 4, 3, 2, 3, 0.36913)]
    [InlineData(5, 5, 5, 5, 5, 0.59571)]
    public void Pedigree_scores_imply_a_spread(int reliability, int completeness, int time, int place, int technology, double sigma) =>
        Assert.Equal(sigma, new Pedigree(reliability, completeness, time, place, technology).SigmaOfLog, 1e-4);

    [Fact]
    public void An_assumption_shared_by_two_cells_draws_one_number()
    {
        var assumption = new Assumption("share", 5, Spread.Uniform(0, 10), "t", "because");
        var one = Parameter.Assumed("table/one", assumption, "test:1");
        var two = Parameter.Assumed("table/two", assumption, "test:2");
        for (int i = 0; i < 50; i++)
        {
            ParameterDraw draw = ParameterDraw.InFuture(Ledger(one, two), new Chance(9, i));
            Assert.Equal(draw.Of(one), draw.Of(two));
        }
    }

    [Fact]
    public void Two_sourced_numbers_draw_two_numbers()
    {
        Parameter one = Sourced("table/one", 5, Spread.Uniform(0, 10));
        Parameter two = Sourced("table/two", 5, Spread.Uniform(0, 10));
        ParameterDraw draw = ParameterDraw.InFuture(Ledger(one, two), new Chance(9, 1));
        Assert.NotEqual(draw.Of(one), draw.Of(two));
    }

    [Fact]
    public void A_number_outside_the_ledger_is_refused()
    {
        Parameter known = Sourced("known", 5, Spread.None(5));
        Parameter stranger = Sourced("stranger", 5, Spread.None(5));
        foreach (ParameterDraw draw in new[] { ParameterDraw.Central(Ledger(known)), ParameterDraw.InFuture(Ledger(known), new Chance(1, 1)) })
        {
            Assert.Equal(5, draw.Of(known));
            Assert.Contains("stranger", Assert.Throws<InvalidOperationException>(() => draw.Of(stranger)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_central_future_takes_every_number_at_its_value()
    {
        foreach (Spread spread in new[] { Spread.None(4), Spread.Uniform(1, 9), Spread.Triangular(1, 9), Spread.Lognormal(4, 0.5) })
        {
            Parameter parameter = Sourced("x", 4, spread);
            Assert.Equal(4.0, ParameterDraw.Central(Ledger(parameter)).Of(parameter));
        }
    }

    [Fact]
    public void A_number_without_spread_is_the_same_in_every_future() => Assert.All(Draws(Sourced("x", 4, Spread.None(4)), 20), x => Assert.Equal(4.0, x));

    // Mean 5, standard deviation of 2,000 draws' mean 0.052.
    [Fact]
    public void A_uniform_number_stays_inside_its_bounds_and_fills_them()
    {
        double[] draws = Draws(Sourced("x", 4, Spread.Uniform(1, 9)));
        Assert.All(draws, x => Assert.InRange(x, 1.0, 9.0));
        Assert.InRange(draws.Average(), 4.79, 5.21);
        Assert.True(draws.Min() < 1.05 && draws.Max() > 8.95);
    }

    // Mode 3 between 1 and 9: mean 13 / 3, and a quarter of the draws, 2 / 8, lie below the mode.
    [Fact]
    public void A_triangular_number_stays_inside_its_bounds_and_leans_to_its_value()
    {
        double[] draws = Draws(Sourced("x", 3, Spread.Triangular(1, 9)));
        Assert.All(draws, x => Assert.InRange(x, 1.0, 9.0));
        Assert.InRange(draws.Average(), (13.0 / 3.0) - 0.17, (13.0 / 3.0) + 0.17);
        Assert.InRange(draws.Count(x => x < 3) / 2_000.0, 0.21, 0.29);
    }

    // By hand: below the mode x = 1 + sqrt(16 u), above it x = 9 − sqrt(48 (1 − u)).
    [Fact]
    public void A_triangular_number_is_the_quantile_of_its_chance()
    {
        Parameter parameter = Sourced("x", 3, Spread.Triangular(1, 9));
        for (int i = 0; i < 50; i++)
        {
            var chance = new Chance(9, i);
            double u = chance.Unit(Chance.KeyOf("x"), Purpose.Parameter);
            double expected = u < 0.25 ? 1 + Math.Sqrt(16 * u) : 9 - Math.Sqrt(48 * (1 - u));
            Near(expected, ParameterDraw.InFuture(Ledger(parameter), chance).Of(parameter));
        }
    }

    // Half the draws below the value; σ 0.5 puts 5 % beyond 4 exp(0.8224).
    [Fact]
    public void A_lognormal_number_has_its_value_as_median()
    {
        double[] draws = Draws(Sourced("x", 4, Spread.Lognormal(4, 0.5)));
        Assert.InRange(draws.Count(x => x < 4) / 2_000.0, 0.455, 0.545);
        Assert.InRange(draws.Count(x => x > Spread.Lognormal(4, 0.5).High) / 2_000.0, 0.03, 0.07);
        Assert.All(draws, x => Assert.True(x > 0));
    }

    // Median 4 between 2 and 32: below it a 5 % point of half, above it a 95 % point of eight times.
    [Fact]
    public void A_lopsided_lognormal_number_has_two_widths()
    {
        Parameter parameter = Sourced("x", 4, Spread.LognormalBetween(2, 32));
        for (int i = 0; i < 50; i++)
        {
            var chance = new Chance(9, i);
            double points = chance.Normal(Chance.KeyOf("x"), Purpose.Parameter) / 1.6448536269514722;
            Near(4 * Math.Pow(points < 0 ? 2.0 : 8.0, points), ParameterDraw.InFuture(Ledger(parameter), chance).Of(parameter));
        }
    }

    // 4 exp(1.6449 x 0.5) and back.
    [Fact]
    public void A_lognormal_spread_is_read_from_its_bounds()
    {
        var spread = Spread.Lognormal(4, 0.5);
        Near(0.5, Spread.LognormalBetween(spread.Low, spread.High).SigmaOfLog);
        Near(16, spread.Low * spread.High);
    }
}
