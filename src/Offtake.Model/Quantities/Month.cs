using System.Globalization;

namespace Offtake.Model.Quantities;

/// <summary>A calendar month, such as 2025-01. Stocks are taken at its end, flows within it.</summary>
/// <remarks>It is not a date: it has no day and no time zone. <see cref="Number"/> counts months from year 0.</remarks>
public readonly record struct Month(int Number) : IComparable<Month>
{
    /// <summary>Builds a month from a year and a month of the year in 1..12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month of the year is not in 1..12.</exception>
    public static Month Of(int year, int monthOfYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(monthOfYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(monthOfYear, 12);
        return new Month((year * 12) + monthOfYear - 1);
    }

    /// <summary>The calendar year.</summary>
    public int Year => Number / 12;

    /// <summary>The month of the year, 1..12.</summary>
    public int OfYear => (Number % 12) + 1;

    /// <summary>The place of the middle of this month on a line measured in years.</summary>
    public double YearPosition => Year + ((OfYear - 0.5) / 12.0);

    /// <summary>Moves a month by a number of months.</summary>
    public static Month operator +(Month month, int months) => new(month.Number + months);

    /// <summary>The number of months from one month to another.</summary>
    public static int operator -(Month left, Month right) => left.Number - right.Number;

    /// <summary>Earlier than.</summary>
    public static bool operator <(Month left, Month right) => left.Number < right.Number;

    /// <summary>Later than.</summary>
    public static bool operator >(Month left, Month right) => left.Number > right.Number;

    /// <summary>Not later than.</summary>
    public static bool operator <=(Month left, Month right) => left.Number <= right.Number;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(Month left, Month right) => left.Number >= right.Number;

    /// <summary>Reads a month written as <c>2025-01</c>.</summary>
    /// <returns>Whether the text was such a month.</returns>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int ofYear)
            || ofYear is < 1 or > 12)
        {
            return false;
        }

        month = Of(year, ofYear);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    /// <summary>The month as <c>2025-01</c>.</summary>
    public override string ToString() => $"{Year:0000}-{OfYear:00}";
}
