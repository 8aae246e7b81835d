using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

public class ConvergenceTests
{
    [Fact]
    public void The_interval_of_a_mean_is_that_of_the_textbook()
    {
        double[] y = [.. Enumerable.Range(0, 100).Select(n => (double)(n % 2))];
        ConvergenceSteps steps = Convergence.OfMean(y, 0.1);

        Assert.Equal(0.5, steps.Last.Estimate.Value, 12);
        Assert.Equal(1.959964 * Math.Sqrt(100.0 / 99.0 * 0.25 / 100.0), steps.Last.Estimate.HalfWidth, 6);
        Assert.True(steps.IsEnough);
        Assert.Equal(400, steps.ToHalve);
    }

    [Fact]
    public void Nine_tenths_of_intervals_or_more_hold_the_true_value()
    {
        int mean = 0, quantile = 0, share = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            double[] y = Samples.Uniform(200, seed);
            mean += Holds(Convergence.OfMean(y, 1.0), 0.5);
            quantile += Holds(Convergence.OfQuantile(y, 0.9, 1.0), 0.9);
            share += Holds(Convergence.OfShare([.. y.Select(v => v < 0.2)], 1.0), 0.2);
        }

        Assert.All(new[] { mean, quantile, share }, n => Assert.InRange(n, 276, 298));

        static int Holds(ConvergenceSteps steps, double truth) => steps.Last.Estimate.Low <= truth && truth <= steps.Last.Estimate.High ? 1 : 0;
    }

    [Fact]
    public void Too_wide_an_interval_says_how_many_are_needed()
    {
        ConvergenceSteps steps = Convergence.OfShare([.. Enumerable.Range(0, 100).Select(n => n % 2 == 0)], 0.01);

        Assert.False(steps.IsEnough);
        Assert.InRange(steps.ToMeet!.Value, 9000, 9700);
        Assert.Contains(steps.ToMeet.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), steps.Words);
    }

    [Fact]
    public void A_drift_is_not_steady_however_small_its_interval()
    {
        double[] y = [.. Enumerable.Range(0, 4096).Select(n => (double)n)];

        Assert.False(Convergence.OfMean(y, 1e6).IsEnough);
    }

    [Fact]
    public void A_quantile_beyond_the_sample_has_no_end() =>
        Assert.True(double.IsNaN(Convergence.OfQuantile(Samples.Uniform(20, 1), 0.99, 1.0).Last.Estimate.High));

    [Fact]
    public void Indices_converge_with_the_pairs()
    {
        SobolOutputs outputs = SobolOutputs.Of(new PairDesign(3, 4096, 1), Samples.Ishigami, false);
        IReadOnlyList<ConvergenceSteps> found = Convergence.OfSobol(outputs, ["a", "b", "c"], 0.5, new Resampling(30));

        Assert.Equal(6, found.Count);
        Assert.All(found, s => Assert.True(s.IsEnough, s.Words));
        Assert.Equal([32, 64, 128, 256, 512, 1024, 2048, 4096], found[0].Steps.Select(s => s.Count));
    }
}
