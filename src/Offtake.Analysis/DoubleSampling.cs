namespace Offtake.Analysis;

/// <summary>The mean of something that was looked at in a few futures only, helped by something akin to it that was looked at in many.</summary>
/// <remarks>
/// Eq. SEN-19: ȳ + b (X̄ − x̄) with b = Σ (x − x̄)(y − ȳ) / Σ (x − x̄)² over the n futures that have both, X̄ over all N; its variance is s²(y − b x) / n + b² s²(x) / N.
/// Cochran (1977), Sampling Techniques, 12.6 (double sampling for regression).
/// </remarks>
public static class DoubleSampling
{
    /// <summary>The mean with its interval.</summary>
    /// <param name="few">What is asked for, in a few futures.</param>
    /// <param name="akin">The other in the same futures, in the same order.</param>
    /// <param name="many">The other in all futures, those few among them.</param>
    /// <exception cref="ArgumentException">The first two are not of one length.</exception>
    public static Estimate Mean(IReadOnlyList<double> few, IReadOnlyList<double> akin, IReadOnlyList<double> many)
    {
        ArgumentNullException.ThrowIfNull(few);
        ArgumentNullException.ThrowIfNull(akin);
        ArgumentNullException.ThrowIfNull(many);
        if (few.Count != akin.Count) throw new ArgumentException($"There are {akin.Count} values beside {few.Count}.", nameof(akin));
        if (few.Count == 0) return new Estimate(double.NaN, double.NaN, double.NaN);
        double y = few.Average(), x = akin.Average(), all = many.Count == 0 ? x : many.Average();
        double squares = akin.Sum(a => (a - x) * (a - x));
        double slope = squares > 0.0 ? Enumerable.Range(0, few.Count).Sum(i => (akin[i] - x) * (few[i] - y)) / squares : 0.0;
        double left = Enumerable.Range(0, few.Count).Sum(i => Squared(few[i] - y - (slope * (akin[i] - x))));
        double variance = left / Math.Max(1, few.Count - 2) / few.Count;
        if (many.Count > 1) variance += slope * slope * many.Sum(m => Squared(m - all)) / (many.Count - 1) / many.Count;
        return Estimate.Normal(y + (slope * (all - x)), Math.Sqrt(variance));
    }

    /// <summary>The plain mean with its interval.</summary>
    public static Estimate Mean(IReadOnlyList<double> values) => Mean(values, values, values);

    private static double Squared(double x) => x * x;
}
