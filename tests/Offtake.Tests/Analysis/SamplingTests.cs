using Offtake.Analysis;
using Offtake.Analysis.Sampling;
using Offtake.Simulation.Nature;

namespace Offtake.Tests.Analysis;

/// <summary>How points are spread: SAM-1 to SAM-3.</summary>
public class SamplingTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(77UL)]
    public void Scrambling_keeps_one_point_in_every_interval_of_every_axis(ulong seed)
    {
        ScrambledSobol points = new(SobolSequence.MaxDimensions, seed);
        for (int dimension = 0; dimension < SobolSequence.MaxDimensions; dimension++)
        {
            foreach (int count in new[] { 1, 2, 16, 256, 1024 })
                Assert.Equal(count, Enumerable.Range(0, count).Select(n => (int)(points.At(n, dimension) * count)).Distinct().Count());
        }
    }

    [Fact]
    public void Scrambling_keeps_one_point_in_every_box_of_the_first_two_axes()
    {
        const int bits = 10;
        ScrambledSobol points = new(2, 5);
        for (int k = 0; k <= bits; k++)
        {
            int across = 1 << k, upward = 1 << (bits - k);
            Assert.Equal(1 << bits, Enumerable.Range(0, 1 << bits).Select(n => ((int)(points.At(n, 0) * across), (int)(points.At(n, 1) * upward))).Distinct().Count());
        }
    }

    [Fact]
    public void Another_seed_scrambles_otherwise_and_the_same_one_the_same()
    {
        Assert.Equal(Points(3), Points(3));
        Assert.DoesNotContain(true, Points(3).Zip(Points(4), (a, b) => a == b));

        static double[] Points(ulong seed)
        {
            ScrambledSobol points = new(4, seed);
            return [.. Enumerable.Range(0, 64).SelectMany(n => Enumerable.Range(0, 4).Select(j => points.At(n, j)))];
        }
    }

    [Fact]
    public void Scrambled_points_integrate_a_smooth_function_better_than_random_ones()
    {
        const int count = 4096;
        ScrambledSobol points = new(5, 9);
        double even = Error(points.At), random = Error((n, j) => new Chance(9, n).UnitOfDraw(0, (ulong)j));
        Assert.True(even < 0.1 * random, $"{even:E2} against {random:E2}");

        // The product of 1 + (x - 1/2) has the mean 1.
        static double Error(Func<int, int, double> at) =>
            Math.Abs((Enumerable.Range(0, count).Sum(n => Enumerable.Range(0, 5).Aggregate(1.0, (p, j) => p * (0.5 + at(n, j)))) / count) - 1.0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(97)]
    [InlineData(1000)]
    [InlineData(4097)]
    public void A_Latin_hypercube_has_one_point_a_stratum_for_any_number_and_on_any_axis(int count)
    {
        foreach (ulong seed in new[] { 0UL, 1UL, ulong.MaxValue })
        {
            LatinHypercube cube = new(count, seed);
            foreach (int dimension in new[] { 0, 1, 99, 12345 })
            {
                double[] x = [.. Enumerable.Range(0, count).Select(n => cube.At(n, dimension))];
                Assert.All(x, v => Assert.InRange(v, double.Epsilon, 1.0 - 1e-16));
                Assert.Equal(Enumerable.Range(0, count), x.Select(v => (int)(v * count)).Order());
            }
        }
    }

    [Fact]
    public void The_axes_of_a_Latin_hypercube_are_hardly_correlated()
    {
        LatinHypercube cube = new(1000, 1);
        double[][] axes = [.. Enumerable.Range(0, 20).Select(j => Enumerable.Range(0, 1000).Select(n => cube.At(n, j)).ToArray())];
        for (int i = 0; i < axes.Length; i++)
        {
            for (int j = 0; j < i; j++) Assert.InRange(RankCorrelation(axes[i], axes[j]), -0.15, 0.15);
        }
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0.5)]
    [InlineData(-0.7)]
    public void The_copula_gives_the_wished_rank_correlation_and_keeps_every_axis_even(double rank)
    {
        const int count = 4096;
        NormalCopula copula = NormalCopula.Of(3, [(0, 2, rank)], NormalCurve.Area, NormalCurve.Quantile)!;
        ScrambledSobol sequence = new(3, 2);
        double[][] points = [.. Enumerable.Range(0, count).Select(n => new[] { sequence.At(n, 0), sequence.At(n, 1), sequence.At(n, 2) })];
        double[] lone = [.. points.Select(p => p[1])], first = [.. points.Select(p => p[0])];
        foreach (double[] point in points) copula.Apply(point);

        Assert.Equal(rank, RankCorrelation([.. points.Select(p => p[0])], [.. points.Select(p => p[2])]), 0.01);
        Assert.Equal(lone, points.Select(p => p[1]));
        Assert.Equal(first, points.Select(p => p[0]));
        foreach (int decile in Enumerable.Range(0, 10)) Assert.InRange(points.Count(p => (int)(p[2] * 10) == decile), count / 10 - 40, (count / 10) + 40);
    }

    [Fact]
    public void There_is_no_copula_of_correlations_that_contradict_each_other()
    {
        Assert.Null(NormalCopula.Of(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)], NormalCurve.Area, NormalCurve.Quantile));
        Assert.NotNull(NormalCopula.Of(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)], NormalCurve.Area, NormalCurve.Quantile));
    }

    private static double RankCorrelation(double[] x, double[] y)
    {
        int[] a = Ranks(x), b = Ranks(y);
        double n = x.Length, squares = a.Zip(b, (r, s) => (double)(r - s) * (r - s)).Sum();
        return 1.0 - (6.0 * squares / (n * ((n * n) - 1.0)));
    }

    private static int[] Ranks(double[] x)
    {
        int[] order = [.. Enumerable.Range(0, x.Length).OrderBy(i => x[i])], rank = new int[x.Length];
        for (int r = 0; r < order.Length; r++) rank[order[r]] = r;
        return rank;
    }
}
