using Offtake.Analysis;
using Offtake.Results;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Values of an outcome under a policy, and whether there are enough futures to tell them.</summary>
internal static class Levels
{
    /// <summary>Half-widths up to this share of the range over futures are small enough: then chance in the draw is a small part of what is not known anyway.</summary>
    private const double SmallShare = 0.05;

    private const int FewestFutures = 16;

    public static Level Of(int policy, double[] column)
    {
        double[] values = [.. column.Where(v => !double.IsNaN(v))];
        double[] ordered = Quantiles.Ordered(values);
        Band band = Band.Of(values);
        bool few = band.Kind == BandKind.Range;
        Interval mean = Means.Of(values);
        double within = SmallShare * (band.High - band.Low);
        return new Level(
            policy, band, few ? (double.NaN, double.NaN) : (Quantiles.OfOrdered(ordered, 0.25), Quantiles.OfOrdered(ordered, 0.75)), mean,
            column.Length == 0 ? double.NaN : 1.0 - ((double)values.Length / column.Length),
            Enough(values.Length, (mean.High - mean.Low) / 2.0, within),
            values.Length < FewestFutures ? Enough(values.Length, double.NaN, within) : Enough(values.Length, Convergence.OfQuantile(values, 0.5, 1.0).Last.Estimate.HalfWidth, within));
    }

    private static Sufficiency Enough(int futures, double halfWidth, double within)
    {
        if (futures < FewestFutures || double.IsNaN(halfWidth)) return new Sufficiency(null, "too few futures to tell", null);
        if (within == 0.0) return new Sufficiency(null, "does not vary", null);
        long needed = (long)Math.Ceiling(futures * (halfWidth / within) * (halfWidth / within));
        return halfWidth <= within
            ? new Sufficiency(true, "enough", needed)
            : new Sufficiency(false, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"not enough: about {RoundedUp(needed):#,0} are needed"), needed);
    }

    // Two figures, never fewer than needed.
    private static long RoundedUp(long count)
    {
        long step = (long)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(count)) - 1));
        return (count + step - 1) / step * step;
    }
}
