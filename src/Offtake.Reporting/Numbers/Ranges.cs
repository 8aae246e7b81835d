using Offtake.Results;

namespace Offtake.Reporting.Numbers;

/// <summary>Bands in words.</summary>
internal static class Ranges
{
    /// <summary>Such as <c>8 futures: 61–84</c>, in the unit of the sentence.</summary>
    public static string OverFutures(Band band, Measure measure, bool signed = false)
    {
        if (band.IsMissing) return Numeral.NotRecorded;
        if (band.Futures == 1) return "1 future";
        string ends = Ends(band.Times(measure.Factor), signed);
        string who = band.HasPercentiles ? $"5–95 % of {Numeral.Count(band.Futures)} futures" : $"{band.Futures} futures";
        return IsOneNumber(band.Times(measure.Factor), signed) ? $"all {who}: {ends}" : $"{who}: {ends}";
    }

    /// <summary>Both ends without a unit, with a dash, or in words where one is negative.</summary>
    public static string Ends(Band band, bool signed = false)
    {
        string low = Write(band.Low, signed), high = Write(band.High, signed);
        if (low == high) return low;
        return band.Low < 0 || signed ? $"{low} to {high}" : $"{low}–{high}";
    }

    /// <summary>Middle and ends for a table cell, such as <c>62.1 (58.0–66.3)</c>.</summary>
    public static string InTable(Band band, Measure measure, int figures = 3)
    {
        if (band.IsMissing) return Numeral.NotRecorded;
        Band shown = band.Times(measure.Factor);
        string middle = Numeral.Significant(shown.Median, figures), low = Numeral.Significant(shown.Low, figures), high = Numeral.Significant(shown.High, figures);
        if (band.Futures == 1 || low == high) return middle;
        return shown.Low < 0 ? $"{middle} ({low} to {high})" : $"{middle} ({low}–{high})";
    }

    private static bool IsOneNumber(Band band, bool signed) => Write(band.Low, signed) == Write(band.High, signed);

    private static string Write(double value, bool signed) => signed ? Numeral.Signed(value, Numeral.Rough) : Numeral.Rough(value);
}
