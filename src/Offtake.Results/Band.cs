using System.Runtime.InteropServices;

namespace Offtake.Results;

/// <summary>What the two ends of a <see cref="Band"/> are.</summary>
public enum BandKind
{
    /// <summary>The smallest and largest of a few futures.</summary>
    Range,

    /// <summary>The 5th and 95th percentile of many futures.</summary>
    Percentiles,
}

/// <summary>The middle and the spread of one figure over futures. It is not a confidence interval of anything observed.</summary>
/// <param name="Median">The middle; NaN when there is no number.</param>
/// <param name="Low">Lower end, of the kind given.</param>
/// <param name="High">Upper end, of the kind given.</param>
/// <param name="Kind">What the ends are.</param>
/// <param name="Futures">How many futures gave a number.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Band(double Median, double Low, double High, BandKind Kind, int Futures)
{
    /// <summary>With fewer futures than this, percentiles would claim more than the sample knows.</summary>
    public const int FewestForPercentiles = 20;

    /// <summary>The word for the kind in files: <c>min-max</c> or <c>p5-p95</c>.</summary>
    public string KindName => Kind == BandKind.Range ? "min-max" : "p5-p95";

    /// <summary>The band of some values, one per future; NaN is left out.</summary>
    public static Band Of(IReadOnlyList<double> values)
    {
        double[] ordered = Quantiles.Ordered([.. values]);
        bool few = ordered.Length < FewestForPercentiles;
        return new Band(
            Quantiles.OfOrdered(ordered, 0.5),
            Quantiles.OfOrdered(ordered, few ? 0 : 0.05),
            Quantiles.OfOrdered(ordered, few ? 1 : 0.95),
            few ? BandKind.Range : BandKind.Percentiles,
            ordered.Length);
    }
}
