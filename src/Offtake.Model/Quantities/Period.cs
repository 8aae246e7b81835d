using System.Globalization;

namespace Offtake.Model.Quantities;

/// <summary>The usual lengths of a period.</summary>
public enum PeriodLength
{
    /// <summary>One month.</summary>
    Month,

    /// <summary>Three months of one quarter.</summary>
    Quarter,

    /// <summary>Twelve months of one calendar year.</summary>
    Year,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Some months in a row, first and last included. It is not a span of days.</summary>
/// <param name="First">First month.</param>
/// <param name="Last">Last month, not before the first.</param>
public readonly record struct Period(Month First, Month Last)
{
    /// <summary>How periods are written, for messages.</summary>
    public const string Forms = "2011, 2011-H1, 2011-Q3, 2011-08 or 2011-08..2012-03";

    /// <summary>Number of months.</summary>
    public int Months => Last - First + 1;

    /// <summary>Its length in the usual words.</summary>
    public PeriodLength Length => (Months, First.OfYear) switch
    {
        (1, _) => PeriodLength.Month,
        (3, 1 or 4 or 7 or 10) => PeriodLength.Quarter,
        (12, 1) => PeriodLength.Year,
        _ => PeriodLength.Other,
    };

    /// <summary>The month in the middle; of an even number of months the earlier one of the two.</summary>
    public Month Middle => First + ((Months - 1) / 2);

    /// <summary>The place of its middle on a line measured in years.</summary>
    public double YearPosition => (First.YearPosition + Last.YearPosition) / 2.0;

    /// <summary>The same months a number of months later.</summary>
    public Period Shifted(int months) => new(First + months, Last + months);

    /// <summary>Whether it lies wholly within two months, both included.</summary>
    public bool IsWithin(Month first, Month last) => First >= first && Last <= last;

    /// <summary>Reads a period written in one of <see cref="Forms"/>.</summary>
    /// <returns>Whether the text was such a period.</returns>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null) return false;
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return TryParsePlain(text, out period);
        if (!TryParsePlain(text[..dots], out Period from) || !TryParsePlain(text[(dots + 2)..], out Period to) || to.Last < from.First) return false;
        period = new Period(from.First, to.Last);
        return true;
    }

    /// <summary>The period in its shortest form.</summary>
    public override string ToString() => Length switch
    {
        PeriodLength.Year => $"{First.Year:0000}",
        PeriodLength.Quarter => $"{First.Year:0000}-Q{(First.OfYear + 2) / 3}",
        PeriodLength.Month => First.ToString(),
        _ when Months == 6 && First.OfYear is 1 or 7 => $"{First.Year:0000}-H{(First.OfYear + 5) / 6}",
        _ => $"{First}..{Last}",
    };

    private static bool TryParsePlain(string text, out Period period)
    {
        period = default;
        if (Month.TryParse(text, out Month month))
        {
            period = new Period(month, month);
            return true;
        }

        if (text.Length is not (4 or 7) || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return false;
        int months = 12, part = 1;
        if (text.Length == 7)
        {
            months = text[5] switch { 'Q' or 'q' => 3, 'H' or 'h' => 6, _ => 0 };
            part = text[6] - '0';
            if (text[4] != '-' || months == 0 || part < 1 || part > 12 / months) return false;
        }

        Month first = Month.Of(year, ((part - 1) * months) + 1);
        period = new Period(first, first + (months - 1));
        return true;
    }
}
