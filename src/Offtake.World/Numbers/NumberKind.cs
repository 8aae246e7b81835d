using Offtake.World.Problems;

namespace Offtake.World.Numbers;

/// <summary>What a column of numbers counts and which values are possible at all.</summary>
/// <param name="Unit">The unit of its parameters.</param>
/// <param name="Least">Smallest possible value.</param>
/// <param name="Most">Largest possible value; infinity when there is none.</param>
/// <param name="IsLeastExcluded">Whether only values above <paramref name="Least"/> are possible.</param>
/// <param name="IsWhole">Whether it counts whole things and is never drawn.</param>
internal readonly record struct NumberKind(string Unit, double Least, double Most, bool IsLeastExcluded = false, bool IsWhole = false)
{
    /// <summary>What is smaller than this and not nothing is a slip of the exponent.</summary>
    private const double Smallest = 1e-12;

    /// <summary>Zero or more.</summary>
    public static NumberKind AtLeastZero(string unit) => new(unit, 0.0, double.PositiveInfinity);

    /// <summary>Above zero.</summary>
    public static NumberKind AboveZero(string unit) => new(unit, 0.0, double.PositiveInfinity, IsLeastExcluded: true);

    /// <summary>A part of one whole.</summary>
    public static NumberKind Share { get; } = new("share", 0.0, 1.0);

    /// <summary>A part of one whole that is not nothing.</summary>
    public static NumberKind ShareAboveZero { get; } = new("share", 0.0, 1.0, IsLeastExcluded: true);

    /// <summary>A count between two bounds.</summary>
    public static NumberKind Whole(string unit, int least, int most) => new(unit, least, most, IsWhole: true);

    /// <summary>The bound in words.</summary>
    public string Bound => (IsWhole, double.IsPositiveInfinity(Most), IsLeastExcluded) switch
    {
        _ when double.IsNegativeInfinity(Least) => "any number",
        (true, true, _) => $"a whole number from {Least} up",
        (true, false, _) => $"a whole number from {Least} to {Most}",
        (false, true, false) => $"{Least} or more",
        (false, true, true) => $"above {Least}",
        (false, false, false) => $"{Least} to {Most}",
        (false, false, true) => $"above {Least}, up to {Most}",
    };

    // Wider than anything known; a value beyond is in another unit. It bounds what is written, not what is drawn.
    private double Plausible => Unit switch
    {
        "months" => 1200.0,
        "years" => 1000.0,
        "exponent" or "elasticity" => 100.0,
        "1/yr" or "log" => 10.0,
        _ => NumberText.Largest,
    };

    /// <summary>Whether a value is possible.</summary>
    public bool Admits(double value) =>
        value >= Least && value <= Most && !(IsLeastExcluded && value <= Least) && !(IsWhole && value != Math.Floor(value));

    /// <summary>Whether a value is possible; if not, an error has been reported.</summary>
    public bool Require(double value, string text, string name, Place at, ProblemList problems)
    {
        if (Admits(value))
        {
            if (value == 0.0 || (Math.Abs(value) >= Smallest && Math.Abs(value) <= Plausible)) return true;
            problems.Error(at, $"'{name}' cannot be meant:", text, $"0, or {Smallest:0e+0} to {Plausible:0.##e+0} in size", "check its exponent and its unit");
            return false;
        }

        problems.Error(
            at, $"'{name}' is out of range:", text, Bound,
            value < 0.0 && Least >= 0.0 ? "it cannot be negative; check sign and unit" : "check value and unit");
        return false;
    }
}
