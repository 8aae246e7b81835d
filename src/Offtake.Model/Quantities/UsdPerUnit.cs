namespace Offtake.Model.Quantities;

/// <summary>A price: real US dollars of 2024 for one unit of a commodity (1 t REO, 1 t gross, 1 piece).</summary>
/// <remarks>Inside a region with value-added tax a posted price includes that tax; outside prices are net.</remarks>
public readonly record struct UsdPerUnit(double Value) : IComparable<UsdPerUnit>
{
    /// <summary>None of it: a known nothing, which is not the same as a missing value.</summary>
    public static readonly UsdPerUnit Zero = new(0.0);

    /// <summary>Adds two quantities of the same kind.</summary>
    public static UsdPerUnit operator +(UsdPerUnit left, UsdPerUnit right) => new(left.Value + right.Value);

    /// <summary>Takes one quantity from another of the same kind.</summary>
    public static UsdPerUnit operator -(UsdPerUnit left, UsdPerUnit right) => new(left.Value - right.Value);

    /// <summary>Turns the sign: what one account gives, the other receives.</summary>
    public static UsdPerUnit operator -(UsdPerUnit quantity) => new(-quantity.Value);

    /// <summary>Scales by a bare ratio.</summary>
    public static UsdPerUnit operator *(UsdPerUnit quantity, double ratio) => new(quantity.Value * ratio);

    /// <summary>Scales by a bare ratio.</summary>
    public static UsdPerUnit operator *(double ratio, UsdPerUnit quantity) => new(ratio * quantity.Value);

    /// <summary>Divides by a bare ratio.</summary>
    public static UsdPerUnit operator /(UsdPerUnit quantity, double ratio) => new(quantity.Value / ratio);

    /// <summary>The ratio of two quantities of the same kind.</summary>
    public static double operator /(UsdPerUnit left, UsdPerUnit right) => left.Value / right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <(UsdPerUnit left, UsdPerUnit right) => left.Value < right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >(UsdPerUnit left, UsdPerUnit right) => left.Value > right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <=(UsdPerUnit left, UsdPerUnit right) => left.Value <= right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >=(UsdPerUnit left, UsdPerUnit right) => left.Value >= right.Value;

    /// <summary>The value of an amount at a price.</summary>
    public static Usd operator *(UsdPerUnit price, Amount amount) => new(price.Value * amount.Value);

    /// <summary>The smaller of two.</summary>
    public static UsdPerUnit Min(UsdPerUnit left, UsdPerUnit right) => left.Value <= right.Value ? left : right;

    /// <summary>The larger of two.</summary>
    public static UsdPerUnit Max(UsdPerUnit left, UsdPerUnit right) => left.Value >= right.Value ? left : right;

    /// <inheritdoc/>
    public int CompareTo(UsdPerUnit other) => Value.CompareTo(other.Value);

    /// <summary>The value with its unit, for messages.</summary>
    public override string ToString() => $"{Value:G9} USD of 2024 per unit";
}
