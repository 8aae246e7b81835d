using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

public class SobolAnalysisTests
{
    private static readonly Resampling Few = new(20);

    [Fact]
    public void All_indices_of_the_Ishigami_function_lie_within_five_thousandths_of_the_known_ones()
    {
        SobolEstimates found = SobolAnalysis.Of(SobolOutputs.Of(new PairDesign(3, 1 << 16), Samples.Ishigami, true), Few);

        double[] first = [0.313905, 0.442411, 0.0], total = [0.557589, 0.442411, 0.243684], second = [0.0, 0.243684, 0.0];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(first[i], found.First[i].Value, 0.005);
            Assert.Equal(total[i], found.Total[i].Value, 0.005);
            Assert.Equal(second[i], found.Second![i].Index.Value, 0.005);
            Assert.InRange(first[i], found.First[i].Low, found.First[i].High);
            Assert.InRange(total[i], found.Total[i].Low, found.Total[i].High);
        }
    }

    [Fact]
    public void Estimates_and_replicates_are_those_of_the_plain_formulas()
    {
        SobolOutputs outputs = SobolOutputs.Of(new PairDesign(3, 700, 5), Samples.Ishigami, true);
        Resampling resampling = new(33, 4);
        byte[][] counts = resampling.Counts(700);
        double mean = new[] { outputs.A, outputs.B }.Concat(outputs.AB).Concat(outputs.BA!).SelectMany(v => v).Average();
        SobolEstimates found = SobolAnalysis.Of(outputs, resampling);

        double[] first = [.. counts.Select(c => Plain(c, 2).First)], total = [.. counts.Select(c => Plain(c, 2).Total)], second = [.. counts.Select(c => Plain(c, 2).Second)];
        Close(Estimate.Of(first[0], first.AsSpan(1)), found.First[2]);
        Close(Estimate.Of(total[0], total.AsSpan(1)), found.Total[2]);
        Close(Estimate.Of(second[0], second.AsSpan(1)), found.Second!.Single(s => (s.I, s.J) == (0, 2)).Index);
        Assert.All(counts, c => Assert.Equal(700, c.Sum(x => x)));

        (double First, double Total, double Second) Plain(byte[] drawn, int i)
        {
            int[] rows = [.. drawn.SelectMany((c, n) => Enumerable.Repeat(n, c))];
            double[] a = Of(outputs.A), b = Of(outputs.B), ab = Of(outputs.AB[i]), ab0 = Of(outputs.AB[0]), ba0 = Of(outputs.BA![0]);
            double all = a.Concat(b).Average(), v = a.Concat(b).Average(y => (y - all) * (y - all));
            double s = b.Select((y, n) => y * (ab[n] - a[n])).Average() / v, s0 = b.Select((y, n) => y * (ab0[n] - a[n])).Average() / v;
            return (s, a.Select((y, n) => (y - ab[n]) * (y - ab[n])).Average() / 2.0 / v, (ba0.Select((y, n) => (y * ab[n]) - (a[n] * b[n])).Average() / v) - s0 - s);

            double[] Of(double[] y) => [.. rows.Select(r => y[r] - mean)];
        }

        static void Close(Estimate expected, Estimate actual)
        {
            Assert.Equal(expected.Value, actual.Value, 1e-12);
            Assert.Equal(expected.Low, actual.Low, 1e-12);
            Assert.Equal(expected.High, actual.High, 1e-12);
        }
    }

    [Fact]
    public void Another_unit_of_the_outcome_changes_no_index()
    {
        SobolOutputs outputs = SobolOutputs.Of(new PairDesign(3, 512, 2), Samples.Ishigami, true);
        SobolEstimates one = SobolAnalysis.Of(outputs, Few), other = SobolAnalysis.Of(Each(outputs, y => (-1000.0 * y) + 1e6), Few);

        Assert.All(one.First.Concat(one.Total).Concat(one.Second!.Select(s => s.Index)).Zip(other.First.Concat(other.Total).Concat(other.Second!.Select(s => s.Index))), x =>
        {
            Assert.Equal(x.First.Value, x.Second.Value, 1e-9);
            Assert.Equal(x.First.HalfWidth, x.Second.HalfWidth, 1e-9);
        });
    }

    [Fact]
    public void An_input_that_does_nothing_gets_exactly_nothing()
    {
        SobolEstimates found = SobolAnalysis.Of(SobolOutputs.Of(new PairDesign(4, 256, 3), Samples.Ishigami, true), Few);

        Assert.Equal(new Estimate(0, 0, 0), found.First[3]);
        Assert.Equal(new Estimate(0, 0, 0), found.Total[3]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Workers_change_no_bit(int workers)
    {
        SobolOutputs outputs = SobolOutputs.Of(new PairDesign(3, 5000, 2), Samples.Ishigami, true);

        SobolEstimates one = SobolAnalysis.Of(outputs, new Resampling(30, 9, 1)), many = SobolAnalysis.Of(outputs, new Resampling(30, 9, workers));

        Assert.Equal(one.First, many.First);
        Assert.Equal(one.Total, many.Total);
        Assert.Equal(one.Second, many.Second);
    }

    [Fact]
    public void Four_times_the_pairs_halve_the_intervals()
    {
        double Width(int pairs) => SobolAnalysis.Of(SobolOutputs.Of(new PairDesign(3, pairs, 2), Samples.Ishigami, false), new Resampling(400)).Total[0].HalfWidth;

        Assert.Equal(2.0, Width(1 << 12) / Width(1 << 14), 0.3);
    }

    [Fact]
    public void Without_variance_or_with_gaps_there_are_no_indices()
    {
        double[] same = [3, 3, 3], gap = [1, double.NaN, 2], some = [1, 2, 3];

        Assert.Throws<ArgumentException>(() => SobolAnalysis.Of(new SobolOutputs(same, same, [same]), Few));
        Assert.Throws<ArgumentException>(() => SobolAnalysis.Of(new SobolOutputs(some, gap, [some]), Few));
        Assert.Throws<ArgumentException>(() => SobolAnalysis.Of(new SobolOutputs(some, [1, 2], [some]), Few));
        Assert.Throws<ArgumentException>(() => SobolAnalysis.Of(new SobolOutputs([1], [2], [[1]]), Few));
    }

    private static SobolOutputs Each(SobolOutputs outputs, Func<double, double> f) =>
        new([.. outputs.A.Select(f)], [.. outputs.B.Select(f)], [.. outputs.AB.Select(v => v.Select(f).ToArray())], [.. outputs.BA!.Select(v => v.Select(f).ToArray())]);
}
