namespace Offtake.Model.Quantities;

/// <summary>A mass of one element, in metric tonnes of its oxide equivalent (t REO).</summary>
/// <remarks>Every holding carries its content by element in this unit, whatever unit the commodity is counted in. It is not gross tonnes of a product.</remarks>
public readonly record struct Tonnes(double Value) : IComparable<Tonnes>
{
    /// <summary>None of it: a known nothing, which is not the same as a missing value.</summary>
    public static readonly Tonnes Zero = new(0.0);

    /// <summary>Adds two quantities of the same kind.</summary>
    public static Tonnes operator +(Tonnes left, Tonnes right) => new(left.Value + right.Value);

    /// <summary>Takes one quantity from another of the same kind.</summary>
    public static Tonnes operator -(Tonnes left, Tonnes right) => new(left.Value - right.Value);

    /// <summary>Turns the sign: what one account gives, the other receives.</summary>
    public static Tonnes operator -(Tonnes quantity) => new(-quantity.Value);

    /// <summary>Scales by a bare ratio.</summary>
    public static Tonnes operator *(Tonnes quantity, double ratio) => new(quantity.Value * ratio);

    /// <summary>Scales by a bare ratio.</summary>
    public static Tonnes operator *(double ratio, Tonnes quantity) => new(ratio * quantity.Value);

    /// <summary>Divides by a bare ratio.</summary>
    public static Tonnes operator /(Tonnes quantity, double ratio) => new(quantity.Value / ratio);

    /// <summary>The ratio of two quantities of the same kind.</summary>
    public static double operator /(Tonnes left, Tonnes right) => left.Value / right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <(Tonnes left, Tonnes right) => left.Value < right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >(Tonnes left, Tonnes right) => left.Value > right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <=(Tonnes left, Tonnes right) => left.Value <= right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >=(Tonnes left, Tonnes right) => left.Value >= right.Value;

    /// <summary>The smaller of two.</summary>
    public static Tonnes Min(Tonnes left, Tonnes right) => left.Value <= right.Value ? left : right;

    /// <summary>The larger of two.</summary>
    public static Tonnes Max(Tonnes left, Tonnes right) => left.Value >= right.Value ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Tonnes other) => Value.CompareTo(other.Value);

    /// <summary>The value with its unit, for messages.</summary>
    public override string ToString() => $"{Value:G9} t REO";
}
