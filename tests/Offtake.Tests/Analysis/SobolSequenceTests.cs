using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

public class SobolSequenceTests
{
    // First points of the authors' own program, https://web.maths.unsw.edu.au/~fkuo/sobol/.
    private static readonly double[][] Known =
    [
        [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125],
        [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
    ];

    [Fact]
    public void The_first_points_are_those_of_Joe_and_Kuo()
    {
        SobolSequence sequence = new(3);
        double[] point = new double[3];
        for (int n = 0; n < Known.Length; n++)
        {
            sequence.Point(n, point);
            for (int j = 0; j < 3; j++) Assert.Equal(Known[n][j], point[j], 9);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(7UL)]
    public void Every_axis_holds_one_point_in_each_of_equal_cells(ulong? seed)
    {
        const int points = 1024;
        SobolSequence sequence = new(SobolSequence.MaxDimensions, seed);
        bool[,] isHit = new bool[SobolSequence.MaxDimensions, points];
        double[] point = new double[SobolSequence.MaxDimensions];
        for (int n = 0; n < points; n++)
        {
            sequence.Point(n, point);
            for (int j = 0; j < point.Length; j++)
            {
                Assert.InRange(point[j], double.Epsilon, 1.0 - 1e-12);
                int cell = (int)(point[j] * points);
                Assert.False(isHit[j, cell], $"dimension {j + 1}, cell {cell} is hit twice");
                isHit[j, cell] = true;
            }
        }
    }

    [Fact]
    public void Neighbouring_dimensions_are_hardly_correlated()
    {
        SobolSequence sequence = new(SobolSequence.MaxDimensions);
        double[] point = new double[SobolSequence.MaxDimensions], means = new double[SobolSequence.MaxDimensions];
        for (int n = 0; n < 4096; n++)
        {
            sequence.Point(n, point);
            for (int j = 1; j < point.Length; j++) means[j] += 12.0 * (point[j] - 0.5) * (point[j - 1] - 0.5) / 4096;
        }

        Assert.All(means.Skip(1), correlation => Assert.InRange(correlation, -0.2, 0.2));
    }

    [Fact]
    public void The_polynomials_are_primitive_and_the_first_numbers_odd_and_small_enough()
    {
        using Stream stream = typeof(SobolSequence).Assembly.GetManifestResourceStream("direction-numbers.txt")!;
        using StreamReader reader = new(stream);
        HashSet<(int, int)> seen = [];
        for (int d = 2; d <= SobolSequence.MaxDimensions; d++)
        {
            int[] line = [.. reader.ReadLine()!.Split(' ').Select(int.Parse)];
            Assert.Equal(d, line[0]);
            Assert.Equal(line[1], line.Length - 3);
            Assert.True(seen.Add((line[1], line[2])), $"dimension {d} repeats a polynomial");
            Assert.Equal((1 << line[1]) - 1, Order(line[1], line[2]));
            Assert.All(line.Skip(3).Select((m, i) => (m, i)), n => Assert.True(n.m % 2 == 1 && n.m < 2 << n.i, $"dimension {d}, number {n.i + 1}"));
        }

        Assert.Null(reader.ReadLine());
    }

    // How many steps x needs, modulo the polynomial, to come back to one: 2^degree − 1 if it is primitive.
    private static int Order(int degree, int coefficients)
    {
        int polynomial = (1 << degree) | (coefficients << 1) | 1, power = 1, steps = 0;
        do
        {
            power <<= 1;
            if ((power >> degree) == 1) power ^= polynomial;
            steps++;
        }
        while (power != 1 && steps < 1 << degree);
        return steps;
    }
}
