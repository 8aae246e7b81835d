using System.Globalization;

namespace Offtake.Cli.Analyse;

/// <summary>Aligned columns of text: the first to the left, numbers to the right.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Every line indented by two blanks.</summary>
    /// <param name="leftAligned">Columns of words, from 0.</param>
    public IEnumerable<string> Lines(params int[] leftAligned)
    {
        int[] widths = [.. Enumerable.Range(0, headings.Length).Select(c => _rows.Max(r => r[c].Length))];
        return _rows.Select(row => "  " + string.Join("  ", row.Select((cell, c) => leftAligned.Contains(c) ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd());
    }

    /// <summary>Four figures; a dash for what is not known.</summary>
    public static string Number(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : "–";

    /// <summary>A share with four decimals.</summary>
    public static string Share(double value) => double.IsFinite(value) ? value.ToString("F4", CultureInfo.InvariantCulture) : "–";

    /// <summary>An interval of shares.</summary>
    public static string Interval(Analysis.Estimate estimate) => double.IsNaN(estimate.HalfWidth) ? "–" : $"{Share(estimate.Low)} to {Share(estimate.High)}";
}
