namespace Offtake.Reporting.Numbers;

/// <summary>A unit for readers with the factor that leads to it: kt for 31,000 t, % for a share.</summary>
/// <param name="Factor">Recorded value times factor gives the shown value.</param>
/// <param name="Unit">The unit's symbol or words.</param>
internal readonly record struct Measure(double Factor, string Unit)
{
    /// <summary>Shares in per cent.</summary>
    public static Measure Percent => new(100, "%");

    /// <summary>Months.</summary>
    public static Measure Months => new(1, "months");

    /// <summary>The unit in which a mass of about this size reads well.</summary>
    public static Measure OfTonnes(double largest) => Math.Abs(largest) switch
    {
        >= 1e6 => new(1e-6, "million t"),
        >= 1e4 => new(1e-3, "kt"),
        >= 1 or double.NaN or 0 => new(1, "t"),
        >= 1e-3 => new(1e3, "kg"),
        _ => new(1e6, "g"),
    };

    /// <summary>The unit in which an amount of money of about this size reads well.</summary>
    public static Measure OfUsd(double largest) => Math.Abs(largest) switch
    {
        >= 1e9 => new(1e-9, "billion USD"),
        >= 1e6 => new(1e-6, "million USD"),
        >= 1e4 => new(1e-3, "thousand USD"),
        _ => new(1, "USD"),
    };

    /// <summary>The unit for an amount of a commodity counted in the given unit.</summary>
    public static Measure OfAmount(double largest, string unit) => unit == "t" ? OfTonnes(largest) : Math.Abs(largest) switch
    {
        >= 1e6 => new(1e-6, "million " + Plural(unit)),
        >= 1e4 => new(1e-3, unit == "MW" ? "GW" : "thousand " + Plural(unit)),
        _ => new(1, Plural(unit)),
    };

    /// <summary>The unit for a price per unit of a commodity: tonnes are priced per kilogram.</summary>
    public static Measure OfPrice(string unit) => unit == "t" ? new(1e-3, "USD/kg") : new(1, "USD/" + unit);

    /// <summary>The unit in which a value recorded with a unit of its own reads well: shares in per cent, prices per kilogram, millions as such.</summary>
    public static Measure OfRecorded(string unit, double largest) => unit switch
    {
        "share" or "1" => Percent,
        "USD/t" => new(1e-3, "USD/kg"),
        _ when unit.StartsWith("share of ", StringComparison.Ordinal) => new(100, "% of " + unit["share of ".Length..]),
        _ when Math.Abs(largest) >= 1e6 => new(1e-6, "million " + unit),
        _ => new(1, unit),
    };

    /// <summary>The shown value of a recorded one.</summary>
    public double Of(double recorded) => recorded * Factor;

    /// <summary>The shown value of a recorded one, if there is one.</summary>
    public double? Of(double? recorded) => recorded * Factor;

    /// <summary>Value and unit with two figures.</summary>
    public string Rough(double recorded) => double.IsFinite(recorded) ? $"{Numeral.Rough(Of(recorded))}\u00A0{Unit}".TrimEnd('\u00A0') : Numeral.NotRecorded;

    private static string Plural(string unit) => unit == "unit" ? "units" : unit;
}
