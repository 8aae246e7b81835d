namespace Offtake.Model.Quantities;

/// <summary>An amount of one commodity in that commodity's own unit: tonnes REO-equivalent, gross tonnes or pieces.</summary>
/// <remarks>The unit belongs to the <see cref="Chain.Commodity"/>, so amounts of two commodities must never be added. A flow is the amount moved within the month. It is not a mass of an element: that is <see cref="Tonnes"/>.</remarks>
public readonly record struct Amount(double Value) : IComparable<Amount>
{
    /// <summary>None of it: a known nothing, which is not the same as a missing value.</summary>
    public static readonly Amount Zero = new(0.0);

    /// <summary>Adds two quantities of the same kind.</summary>
    public static Amount operator +(Amount left, Amount right) => new(left.Value + right.Value);

    /// <summary>Takes one quantity from another of the same kind.</summary>
    public static Amount operator -(Amount left, Amount right) => new(left.Value - right.Value);

    /// <summary>Turns the sign: what one account gives, the other receives.</summary>
    public static Amount operator -(Amount quantity) => new(-quantity.Value);

    /// <summary>Scales by a bare ratio.</summary>
    public static Amount operator *(Amount quantity, double ratio) => new(quantity.Value * ratio);

    /// <summary>Scales by a bare ratio.</summary>
    public static Amount operator *(double ratio, Amount quantity) => new(ratio * quantity.Value);

    /// <summary>Divides by a bare ratio.</summary>
    public static Amount operator /(Amount quantity, double ratio) => new(quantity.Value / ratio);

    /// <summary>The ratio of two quantities of the same kind.</summary>
    public static double operator /(Amount left, Amount right) => left.Value / right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <(Amount left, Amount right) => left.Value < right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >(Amount left, Amount right) => left.Value > right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator <=(Amount left, Amount right) => left.Value <= right.Value;

    /// <summary>Compares magnitudes.</summary>
    public static bool operator >=(Amount left, Amount right) => left.Value >= right.Value;

    /// <summary>The value of an amount at a price.</summary>
    public static Usd operator *(Amount amount, UsdPerUnit price) => new(amount.Value * price.Value);

    /// <summary>The smaller of two.</summary>
    public static Amount Min(Amount left, Amount right) => left.Value <= right.Value ? left : right;

    /// <summary>The larger of two.</summary>
    public static Amount Max(Amount left, Amount right) => left.Value >= right.Value ? left : right;

    /// <inheritdoc/>
    public int CompareTo(Amount other) => Value.CompareTo(other.Value);

    /// <summary>The value with its unit, for messages.</summary>
    public override string ToString() => $"{Value:G9} of the commodity's unit";
}
