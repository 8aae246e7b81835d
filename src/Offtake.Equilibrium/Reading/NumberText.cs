using System.Globalization;

namespace Offtake.Equilibrium.Reading;

/// <summary>The numbers a key accepts.</summary>
/// <param name="Words">The range in words.</param>
/// <param name="Accepts">Whether a number lies in it.</param>
internal sealed record NumberRange(string Words, Func<double, bool> Accepts)
{
    /// <summary>Any finite number.</summary>
    public static readonly NumberRange Any = new("any number", _ => true);

    /// <summary>Zero or more.</summary>
    public static readonly NumberRange NotNegative = new("0 or more", v => v >= 0.0);

    /// <summary>More than zero.</summary>
    public static readonly NumberRange Positive = new("above 0", v => v > 0.0);

    /// <summary>A tax rate in percent.</summary>
    public static readonly NumberRange Percent = new("above -100, up to 100000", v => v is > -100.0 and <= 100_000.0);
}

/// <summary>Reads a number as written: decimal point, optional sign and exponent, nothing else.</summary>
internal static class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const double Largest = 1e30;

    /// <summary>The number, or null and a fault that says how to write it.</summary>
    public static double? Read(string text, string key, NumberRange range, Place at, FaultList faults)
    {
        if (!TryParse(text, out double value))
        {
            faults.Add(at, $"'{key}' is not a number:", text, "a number such as 1250.5", Diagnosis(text));
            return null;
        }

        if (range.Accepts(value) && Math.Abs(value) <= Largest) return value;
        faults.Add(at, $"'{key}' is out of range:", text, range.Accepts(value) ? "up to 1e30" : range.Words, "check value and unit");
        return null;
    }

    /// <summary>Whether a text is a finite number.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, Plain, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static string Diagnosis(string text)
    {
        if (text.EndsWith('%')) return "leave the percent sign out";
        if (text.Contains(',', StringComparison.Ordinal)) return "write a point for decimals and no thousands separators";
        if (text.Contains('−', StringComparison.Ordinal) || text.Contains('–', StringComparison.Ordinal)) return "write the minus sign as a hyphen";
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? "write the number without a unit" : "write a number";
    }
}
