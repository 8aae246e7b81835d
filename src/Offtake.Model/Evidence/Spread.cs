namespace Offtake.Model.Evidence;

/// <summary>The shape of what is not known about a number.</summary>
public enum SpreadShape
{
    /// <summary>Known exactly, or a numerical guard that is not a fact about the world.</summary>
    Fixed,

    /// <summary>Every value between the bounds is as likely as another.</summary>
    Uniform,

    /// <summary>Most likely at the central value, impossible outside the bounds.</summary>
    Triangular,

    /// <summary>The logarithm is normal on each side of the central value, which is the median; the bounds are the 5 % and 95 % points.</summary>
    Lognormal,
}

/// <summary>A distribution around a central value, in the unit of the parameter it belongs to.</summary>
/// <param name="Shape">Which distribution.</param>
/// <param name="Low">Lower bound (uniform, triangular) or the 5 % point (lognormal).</param>
/// <param name="High">Upper bound (uniform, triangular) or the 95 % point (lognormal).</param>
/// <param name="SigmaOfLog">Standard deviation of the natural logarithm; used by the lognormal only.</param>
public readonly record struct Spread(SpreadShape Shape, double Low, double High, double SigmaOfLog)
{
    /// <summary>The 95 % point of the standard normal distribution.</summary>
    public const double NormalPoint95 = 1.6448536269514722;

    /// <summary>No spread at all.</summary>
    public static Spread None(double value) => new(SpreadShape.Fixed, value, value, 0.0);

    /// <summary>Any value between two bounds.</summary>
    public static Spread Uniform(double low, double high) => new(SpreadShape.Uniform, low, high, 0.0);

    /// <summary>Most likely at the centre, nothing outside the bounds.</summary>
    public static Spread Triangular(double low, double high) => new(SpreadShape.Triangular, low, high, 0.0);

    /// <summary>Lognormal around a median, from the standard deviation of its logarithm.</summary>
    public static Spread Lognormal(double median, double sigmaOfLog) => new(
        SpreadShape.Lognormal,
        median * Math.Exp(-NormalPoint95 * sigmaOfLog),
        median * Math.Exp(NormalPoint95 * sigmaOfLog),
        sigmaOfLog);

    /// <summary>Lognormal whose 5 % and 95 % points are the given bounds; both must be positive. Around a central value that is not their geometric mean it has two widths.</summary>
    public static Spread LognormalBetween(double low, double high) =>
        new(SpreadShape.Lognormal, low, high, Math.Log(high / low) / (2.0 * NormalPoint95));
}
