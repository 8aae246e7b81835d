using Offtake.Model.Evidence;

namespace Offtake.World.Numbers;

/// <summary>Chooses the distribution of a number.</summary>
/// <remarks>
/// In order: an observed or expert range, if the table gives one; none for counts and for values that are exactly 0 or 1; otherwise the
/// lognormal that the kind of the strongest source implies. A lognormal that could draw an impossible value, such as a share above one,
/// is replaced by a triangle with the same standard deviation, cut off at the bounds.
/// </remarks>
internal static class SpreadRule
{
    // A draw farther out than this many standard deviations has a chance of 1e-9.
    private const double FarthestDraw = 6.0;

    // The half width of a symmetric triangle over its standard deviation.
    private static readonly double TriangleHalfWidth = Math.Sqrt(6.0);

    /// <summary>The spread that follows from the kind of the strongest witness.</summary>
    public static Spread Implied(double value, SourceKind strongest, NumberKind kind)
    {
        if (kind.IsWhole || value is 0.0 or 1.0) return Spread.None(value);
        double sigma = Pedigree.Of(strongest).SigmaOfLog;
        return value > 0.0 && Fits(value, sigma, kind) ? Spread.Lognormal(value, sigma) : Triangle(value, sigma, kind);
    }

    /// <summary>The spread between two given bounds: lognormal when both are positive, triangular when the value lies between them, else uniform.</summary>
    public static Spread Between(double value, double low, double high, NumberKind kind)
    {
        if (kind.IsWhole || low >= high) return Spread.None(value);
        if (low > 0.0)
        {
            Spread lognormal = Spread.LognormalBetween(low, high);
            double median = Math.Sqrt(low * high);
            if (Fits(Math.Max(value, median), lognormal.SigmaOfLog, kind)) return lognormal;
        }

        return low < value && value < high ? Spread.Triangular(low, high) : Spread.Uniform(low, high);
    }

    /// <summary>The spread an assumption states, made to fit the column it is used in.</summary>
    public static Spread Stated(Spread spread, double value, NumberKind kind)
    {
        if (kind.IsWhole) return Spread.None(value);
        if (spread.Shape != SpreadShape.Lognormal || Fits(value, spread.SigmaOfLog, kind)) return spread;
        return Clipped(spread.Low, spread.High, value, kind);
    }

    private static bool Fits(double median, double sigma, NumberKind kind) =>
        median * Math.Exp(FarthestDraw * sigma) <= kind.Most && median * Math.Exp(-FarthestDraw * sigma) >= kind.Least;

    private static Spread Triangle(double value, double sigma, NumberKind kind)
    {
        double less = value * Math.Exp(-TriangleHalfWidth * sigma);
        double more = value * Math.Exp(TriangleHalfWidth * sigma);
        return Clipped(Math.Min(less, more), Math.Max(less, more), value, kind);
    }

    private static Spread Clipped(double low, double high, double value, NumberKind kind)
    {
        double least = Math.Max(low, kind.Least);
        double most = Math.Min(high, kind.Most);
        return least < most ? Spread.Triangular(least, most) : Spread.None(value);
    }
}
