namespace Offtake.Model.Quantities;

/// <summary>Money in real US dollars of 2024.</summary>
/// <remarks>Nominal values and other currencies are converted where files are read, never inside the month.</remarks>
public readonly record struct Usd(double Value) : IComparable<Usd>
{
    /// <summary>None of it: a known nothing, which is not the same as a missing value.</summary>
    public static readonly Usd Zero = new(0.0);

    /// <summary>Adds two quantities of the same kind.</summary>
    public static Usd operator +(Usd left, Usd right) => new(left.Value + right.Value);

    /// <summary>Takes one quantity from another of the same kind.</summary>
    public static Usd operator -(Usd left, Usd right) => new(left.Value - right.Value);

    /// <summary>Turns the sign: what one account gives, the other receives.</summary>
    public static Usd operator -(Usd quantity) => new(-quantity.Value);

    /// <summary>Scales by a bare ratio.</summary>
    public static Usd operator *(Usd quantity, double ratio) => new(quantity.Value * ratio);

    /// <summary>Scales by a bare ratio.</summary>
    public static Usd operator *(double ratio, Usd quantity) => new(ratio * quantity.Value);

    /// <summary>Divides by a bare ratio.</summary>
    public static Usd operator /(Usd quantity, double ratio) => new(quantity.Value / ratio);

    /// <summary>The ratio of two quantities of the same kind.</summary>
    public static double operator /(Usd left, Usd right) => left.Value / right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <(Usd left, Usd right) => left.Value < right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >(Usd left, Usd right) => left.Value > right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <=(Usd left, Usd right) => left.Value <= right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >=(Usd left, Usd right) => left.Value >= right.Value;

    /// <summary>The smaller of two.</summary>
    public static Usd Min(Usd left, Usd right) => left.Value <= right.Value ? left : right;

    /// <summary>The larger of two.</summary>
    public static Usd Max(Usd left, Usd right) => left.Value >= right.Value ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Usd other) => Value.CompareTo(other.Value);

    /// <summary>The value with its unit, for messages.</summary>
    public override string ToString() => $"{Value:G9} USD of 2024";
}
