namespace Offtake.Results;

/// <summary>Medians and quantiles of a sample, by linear interpolation between its ordered values.</summary>
/// <remarks>
/// The quantile at p lies at position p * (n - 1) of the ordered sample, as in most spreadsheets and numerical libraries.
/// It is a description of the sample, not an estimate with an error. NaN stands for a value that does not exist and is left out.
/// </remarks>
public static class Quantiles
{
    /// <summary>The middle of the sample; NaN when it holds no number.</summary>
    public static double Median(ReadOnlySpan<double> values) => At(values, 0.5);

    /// <summary>The value below which a share of the sample lies; NaN when it holds no number.</summary>
    /// <param name="values">The sample, in any order; it is not changed.</param>
    /// <param name="share">A share in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1].</exception>
    public static double At(ReadOnlySpan<double> values, double share) => OfOrdered(Ordered(values), share);

    /// <summary>The numbers of a sample in ascending order, without NaN.</summary>
    public static double[] Ordered(ReadOnlySpan<double> values)
    {
        var ordered = new double[values.Length];
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value)) ordered[count++] = value;
        }

        Array.Resize(ref ordered, count);
        Array.Sort(ordered);
        return ordered;
    }

    /// <summary>The quantile of a sample that is in ascending order already; NaN when it is empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1].</exception>
    public static double OfOrdered(ReadOnlySpan<double> ordered, double share)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile is asked for at a share in [0, 1].");
        }

        if (ordered.IsEmpty) return double.NaN;

        double position = share * (ordered.Length - 1);
        int below = (int)position;
        double part = position - below;
        return part == 0 ? ordered[below] : ordered[below] + (part * (ordered[below + 1] - ordered[below]));
    }
}
