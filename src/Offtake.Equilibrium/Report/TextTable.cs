using System.Globalization;
using System.Text;

namespace Offtake.Equilibrium.Report;

/// <summary>A table for a terminal: texts to the left, numbers to the right. Columns of nothing, and all but the first of nothing but zeros, are left out.</summary>
/// <param name="textColumns">How many columns from the left hold texts.</param>
/// <param name="headings">One a column.</param>
internal sealed class TextTable(int textColumns, params string[] headings)
{
    private readonly List<(string[] Texts, double?[] Numbers)> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(string[] texts, params double?[] numbers) => _rows.Add((texts, numbers));

    /// <summary>Writes the table, indented by two.</summary>
    public void Write(StringBuilder to)
    {
        int[] columns = [.. Enumerable.Range(0, headings.Length).Where(IsShown)];
        string[][] cells = [headings, .. _rows.Select(r => (string[])[.. r.Texts.Select(Plain), .. r.Numbers.Select(Number)])];
        int[] width = [.. Enumerable.Range(0, headings.Length).Select(c => cells.Max(row => row[c].Length))];
        foreach (string[] row in cells)
        {
            string line = string.Join("  ", columns.Select(c => c < textColumns ? row[c].PadRight(width[c]) : row[c].PadLeft(width[c])));
            to.Append("  ").Append(line.TrimEnd()).Append('\n');
        }
    }

    /// <summary>A number in seven digits; a dash where it is not defined.</summary>
    public static string Number(double? value) => value switch
    {
        null => "–",
        { } v when Math.Abs(v) is 0.0 or >= 1e-4 and < 1e10 => Round(v).ToString("#,0.######", CultureInfo.InvariantCulture),
        { } v => v.ToString("G7", CultureInfo.InvariantCulture),
    };

    /// <summary>A text in which nothing can steer a terminal.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c));

    private static double Round(double value)
    {
        int digits = 6 - (value == 0.0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value))));
        double rounded = digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
        return rounded == 0.0 ? 0.0 : rounded;
    }

    private bool IsShown(int column) => column == textColumns
        || (column < textColumns ? _rows.Exists(r => r.Texts[column].Length > 0) : _rows.Exists(r => r.Numbers[column - textColumns] != 0.0));
}
