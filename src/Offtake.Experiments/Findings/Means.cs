using Offtake.Analysis;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Means over futures with their intervals.</summary>
internal static class Means
{
    /// <summary>Mean of all values, which are numbers; without two of them there is no interval.</summary>
    public static Interval Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return Interval.None;
        double mean = 0.0, squares = 0.0;
        foreach (double v in values) mean += v;
        mean /= values.Length;
        foreach (double v in values) squares += (v - mean) * (v - mean);
        return values.Length < 2 ? new Interval(mean, double.NaN, double.NaN) : Of(Estimate.Normal(mean, Math.Sqrt(squares / (values.Length - 1) / values.Length)));
    }

    /// <summary>An estimate of the analysis as findings hold it.</summary>
    public static Interval Of(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High);

    /// <summary>A share with its interval (Wilson 1927).</summary>
    public static Interval OfShare(bool[] cases) => cases.Length == 0 ? Interval.None : Of(Convergence.OfShare(cases, 1.0).Last.Estimate);
}
