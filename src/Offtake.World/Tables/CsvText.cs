using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Offtake.World.Files;
using Offtake.World.Problems;

namespace Offtake.World.Tables;

/// <summary>One record of a CSV file and the line it starts on.</summary>
internal readonly record struct CsvRecord(int Line, string[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}

/// <summary>Takes comma-separated text apart. It knows nothing of columns.</summary>
internal static class CsvText
{
    /// <summary>No table has more rows than this: a world of them could not be walked.</summary>
    public const int MostRecords = 200_000;

    /// <summary>No cell is longer than this.</summary>
    public const int LongestCell = 20_000;

    private const int MostCells = 500;
    private const int MostCommas = 50_000;

    /// <summary>The records of a file, blank lines left out, cells without blanks around them.</summary>
    /// <returns>Null when quoting is broken, since what follows a lost quote cannot be trusted, or when there is more than any table holds.</returns>
    public static IReadOnlyList<CsvRecord>? Read(TextFile file, ProblemList problems)
    {
        if (LineOfTooManyCells(file.Text) is { } crowded)
        {
            problems.Error(new Place(file.Label, crowded), "the table is larger than any can be here", null, $"up to {MostCells} columns", "split it, or look for lost line ends");
            return null;
        }

        bool isBroken = false;
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = false,
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
            BadDataFound = _ => isBroken = true,
        };

        using StringReader text = new(file.Text);
        using CsvParser parser = new(text, configuration);
        List<CsvRecord> records = [];
        bool wasBroken = false;
        int line = 1;
        while (parser.Read())
        {
            // Quotes are looked at when a cell is asked for.
            isBroken = false;
            if (Excess(parser, records.Count) is { } bound)
            {
                problems.Error(new Place(file.Label, line), "the table is larger than any can be here", null, bound, "split it, or look for a quote that is never closed");
                return null;
            }

            for (int i = 0; i < parser.Count; i++)
            {
                if (parser[i].Length <= LongestCell) continue;
                string column = records.Count > 0 && i < records[0].Cells.Length ? records[0].Cells[i] : "header";
                problems.Error(new Place(file.Label, line), $"'{column}' is too long:", parser[i][..100], $"up to {LongestCell} characters in a cell", "shorten it, or look for a quote that is never closed");
                return null;
            }

            CsvRecord record = new(line, Trimmed(parser.Record ?? []));
            if (isBroken)
            {
                wasBroken = true;
                problems.Error(
                    new Place(file.Label, line), "a quote stands in the middle of a cell or is never closed", null, null,
                    "put the whole cell in quotes and double every quote inside it");
            }

            if (!record.IsBlank) records.Add(record);

            // The parser counts the lines it has consumed: the next record starts on the one after.
            line = parser.RawRow + 1;
        }

        return wasBroken ? null : records;
    }

    // The parser lays out a whole record before anybody can look at it; millions of cells are told beforehand by their commas.
    private static int? LineOfTooManyCells(string text)
    {
        int line = 0;
        foreach (ReadOnlySpan<char> one in text.AsSpan().EnumerateLines())
        {
            line++;
            if (one.Count(',') > MostCommas) return line;
        }

        return null;
    }

    private static string? Excess(CsvParser parser, int records)
    {
        if (records > MostRecords) return $"up to {MostRecords} rows";
        return parser.Count > MostCells ? $"up to {MostCells} columns" : null;
    }

    private static string[] Trimmed(string[] cells)
    {
        for (int i = 0; i < cells.Length; i++) cells[i] = cells[i].Trim();
        return cells;
    }
}
