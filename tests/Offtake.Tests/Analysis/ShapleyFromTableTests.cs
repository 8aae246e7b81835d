using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

public class ShapleyFromTableTests
{
    private const int Rows = 6000;
    private static readonly Resampling Few = new(30);

    /// <summary>A sum of two normal inputs with correlation ρ: Owen and Prieur (2017), SIAM/ASA J. Uncertainty Quantification 5:986; Iooss and Prieur (2019), Int. J. Uncertainty Quantification 9:493.</summary>
    [Theory]
    [InlineData(1.0, 1.0, 0.0)]
    [InlineData(1.0, 2.0, 0.7)]
    [InlineData(2.0, 1.0, -0.5)]
    [InlineData(1.0, 0.0, 0.9)]
    public void Effects_of_correlated_normal_inputs_are_those_known(double b1, double b2, double rho)
    {
        double[] x1 = Samples.Normal(Rows, 1), e = Samples.Normal(Rows, 2), x2 = [.. x1.Select((x, n) => (rho * x) + (Math.Sqrt(1.0 - (rho * rho)) * e[n]))];
        double[] y = [.. x1.Select((x, n) => (b1 * x) + (b2 * x2[n]))];
        double variance = (b1 * b1) + (b2 * b2) + (2.0 * rho * b1 * b2);
        double expected = ((b1 * b1 * (1.0 - (rho * rho / 2.0))) + (rho * b1 * b2) + (b2 * b2 * rho * rho / 2.0)) / variance;

        TableShapley found = ShapleyFromTable.Effects([Column.OfNumbers("x1", x1), Column.OfNumbers("x2", x2)], y, Few);

        Assert.Equal(expected, found.Effects[0].Value, 0.03);
        Assert.Equal(0.0, found.Unexplained.Value, 0.01);
        Assert.Equal(1.0, found.Unexplained.Value + found.Effects.Sum(f => f.Value), 9);
    }

    [Fact]
    public void An_independent_input_keeps_its_own_share_beside_two_correlated_ones()
    {
        double[] x1 = Samples.Normal(Rows, 1), e = Samples.Normal(Rows, 2), x3 = Samples.Normal(Rows, 3), x2 = [.. x1.Select((x, n) => (0.8 * x) + (0.6 * e[n]))];
        double[] y = [.. x1.Select((x, n) => x + x2[n] + (1.5 * x3[n]))];

        IReadOnlyList<Estimate> found = ShapleyFromTable.Effects([Column.OfNumbers("x1", x1), Column.OfNumbers("x2", x2), Column.OfNumbers("x3", x3)], y, Few).Effects;

        Assert.Equal(2.25 / 5.85, found[2].Value, 0.05);
        Assert.Equal(1.8 / 5.85, found[0].Value, 0.05);
    }

    [Fact]
    public void Noise_is_no_inputs_and_an_input_that_does_nothing_gets_nothing()
    {
        double[] all = Samples.Normal(3 * Rows, 1), x = all[..Rows], idle = all[Rows..(2 * Rows)], noise = all[(2 * Rows)..], fixedAt = new double[Rows];
        double[] y = [.. x.Select((v, n) => v + noise[n])];

        TableShapley found = ShapleyFromTable.Effects([Column.OfNumbers("x", x), Column.OfNumbers("idle", idle), Column.OfNumbers("fixed", fixedAt)], y, Few);

        Assert.Equal(0.5, found.Unexplained.Value, 0.03);
        Assert.Equal(0.5, found.Effects[0].Value, 0.03);
        Assert.Equal(0.0, found.Effects[1].Value, 0.03);
        Assert.Equal(0.0, found.Effects[2].Value, 0.03);
    }

    [Fact]
    public void Another_scale_of_an_input_or_the_outcome_changes_nothing()
    {
        Column[] inputs = Samples.Columns(500, 3, 1);
        double[] y = [.. inputs[0].Values.Select((x, n) => x + (inputs[1].Values[n] * inputs[1].Values[n]))];
        Column[] bent = [Column.OfNumbers("x0", [.. inputs[0].Values.Select(x => Math.Exp(5.0 * x))]), inputs[1], inputs[2]];

        IReadOnlyList<Estimate> one = ShapleyFromTable.Effects(inputs, y, Few).Effects, other = ShapleyFromTable.Effects(bent, [.. y.Select(v => (-3.0 * v) + 7.0)], Few).Effects;

        for (int i = 0; i < 3; i++) Assert.Equal(one[i].Value, other[i].Value, 1e-9);
    }

    [Fact]
    public void Words_explain_what_they_decide()
    {
        double[] x = Samples.Uniform(2000, 4);
        string[] words = [.. Samples.Uniform(2000, 5).Select(u => u < 0.5 ? "low" : "high")];
        double[] y = [.. x.Select((v, n) => v + (words[n] == "high" ? 1.0 : 0.0))];

        IReadOnlyList<Estimate> found = ShapleyFromTable.Effects([Column.OfNumbers("x", x), Column.OfWords("w", words)], y, Few).Effects;

        Assert.Equal(0.75, found[1].Value, 0.03);
    }

    [Fact]
    public void Workers_change_no_bit()
    {
        Column[] inputs = Samples.Columns(400, 4, 2);
        double[] y = [.. inputs[0].Values.Select((x, n) => x * inputs[3].Values[n])];

        Assert.Equal(ShapleyFromTable.Effects(inputs, y, new Resampling(20, 3, 1)).Effects, ShapleyFromTable.Effects(inputs, y, new Resampling(20, 3, 4)).Effects);
    }

    [Fact]
    public void The_nearest_points_are_those_that_a_look_at_all_of_them_finds()
    {
        double[][] columns = [Samples.Uniform(700, 1), Samples.Uniform(700, 2), Samples.Uniform(700, 3)];
        NeighbourTree tree = new(columns, 700);
        Span<int> near = stackalloc int[4];
        for (int p = 0; p < 700; p++)
        {
            tree.Nearest(p, near);
            Assert.Equal(Enumerable.Range(0, 700).OrderBy(q => columns.Sum(c => (c[p] - c[q]) * (c[p] - c[q]))).Take(4), near.ToArray());
        }
    }
}
