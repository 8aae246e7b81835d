using System.Globalization;
using System.Text;
using Offtake.Analysis;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Cli.Analyse;

/// <summary>Columns of a table as numbers or words. What is missing is refused with its row: absent is not zero.</summary>
/// <param name="table">The table.</param>
/// <param name="categories">Columns whose cells are words even where they look like numbers.</param>
/// <param name="problems">Gathers what is wrong.</param>
internal sealed class CsvColumns(CsvTable table, IReadOnlyCollection<string> categories, List<Problem> problems)
{
    private const int MostFaults = 5;
    private const int MostWords = 200;

    private readonly Dictionary<string, Column?> _read = new(StringComparer.Ordinal);

    /// <summary>The table.</summary>
    public CsvTable Table => table;

    /// <summary>A column, or null after telling why there is none. Each column is told about once.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="option">Where the name was given.</param>
    public Column? Find(string name, string option)
    {
        if (_read.TryGetValue(name, out Column? known)) return known;
        int place = table.Header.ToList().IndexOf(name);
        if (place < 0) problems.Add(new Problem(Severity.Error, option, 0, null, $"{table.File} has no column", name, null, NearestName.Remedy(name, [.. table.Header])));
        return _read[name] = place < 0 ? null : categories.Contains(name) || !LooksLikeNumbers(place) ? Words(name, place) : Numbers(name, place);
    }

    /// <summary>A column of numbers, or null after telling why there is none.</summary>
    public Column? FindNumbers(string name, string option, string use)
    {
        Column? column = Find(name, option);
        if (column?.Categories is null) return column;
        problems.Add(new Problem(Severity.Error, table.File, 1, null, $"column '{name}' holds words, such as '{column.Categories[0]}', and {use} needs numbers", null, null, "leave it out of --inputs, or give numbers instead"));
        return null;
    }

    private bool LooksLikeNumbers(int place)
    {
        for (int row = 0; row < table.Rows; row++)
        {
            ReadOnlySpan<byte> cell = table.Cell(row, place);
            if (!IsMissing(cell)) return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || IsInfinite(cell) || IsDecimalComma(cell);
        }

        return true;
    }

    private Column? Numbers(string name, int place)
    {
        double[] values = new double[table.Rows];
        int faults = 0;
        for (int row = 0; row < values.Length; row++)
        {
            ReadOnlySpan<byte> cell = table.Cell(row, place);
            bool isNumber = double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out values[row]);
            if (isNumber && double.IsFinite(values[row])) continue;
            if (++faults > MostFaults) continue;
            (string what, string? value, string remedy) = IsMissing(cell) ? ("is missing", table.Text(row, place) is { Length: > 0 } text ? text : null, "fill it in or leave the row out: nothing is guessed")
                : isNumber || IsInfinite(cell) ? ("is not finite:", table.Text(row, place), "leave the row out, or find out why it is so")
                : IsDecimalComma(cell) ? ("has a decimal comma:", table.Text(row, place), "write decimals with a point, such as 3.14")
                : ("is not a number:", table.Text(row, place), $"mend it, or name the column in --categories if it holds words");
            problems.Add(new Problem(Severity.Error, table.File, table.LineOf(row), null, $"row {row + 1} of column '{name}' {what}", value, null, remedy));
        }

        if (faults > MostFaults) problems.Add(new Problem(Severity.Error, table.File, 0, null, $"column '{name}' has {faults - MostFaults} more such cells", null, null, "mend those above first"));
        return faults == 0 ? Column.OfNumbers(name, values) : null;
    }

    private Column? Words(string name, int place)
    {
        string[] words = new string[table.Rows];
        Dictionary<string, string> seen = new(StringComparer.Ordinal);
        int faults = 0;
        for (int row = 0; row < words.Length; row++)
        {
            string text = table.Text(row, place).Trim();
            words[row] = seen.TryGetValue(text, out string? same) ? same : seen[text] = text;
            if (!IsMissing(table.Cell(row, place)) || ++faults > MostFaults) continue;
            problems.Add(new Problem(Severity.Error, table.File, table.LineOf(row), null, $"row {row + 1} of column '{name}' is missing", text.Length > 0 ? text : null, null, "fill it in or leave the row out: nothing is guessed"));
        }

        if (faults > MostFaults) problems.Add(new Problem(Severity.Error, table.File, 0, null, $"column '{name}' has {faults - MostFaults} more such cells", null, null, "mend those above first"));
        if (faults == 0 && seen.Count > MostWords)
        {
            problems.Add(new Problem(Severity.Error, table.File, 1, null, $"column '{name}' holds {seen.Count} different words", null, $"up to {MostWords}", "name the inputs with --inputs and leave it out"));
            return null;
        }

        return faults == 0 ? Column.OfWords(name, words) : null;
    }

    private static bool IsMissing(ReadOnlySpan<byte> cell) =>
        cell.IsEmpty || Ascii.EqualsIgnoreCase(cell, "na"u8) || Ascii.EqualsIgnoreCase(cell, "n/a"u8) || Ascii.EqualsIgnoreCase(cell, "nan"u8) || Ascii.EqualsIgnoreCase(cell, "null"u8);

    private static bool IsInfinite(ReadOnlySpan<byte> cell) => Ascii.EqualsIgnoreCase(cell.TrimStart("+-"u8), "inf"u8);

    private static bool IsDecimalComma(ReadOnlySpan<byte> cell)
    {
        int comma = cell.IndexOf((byte)',');
        if (comma < 1) return false;
        byte[] mended = cell.ToArray();
        mended[comma] = (byte)'.';
        return double.TryParse(mended, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
