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
    /// <summary>The records of a file, blank lines left out, cells without blanks around them.</summary>
    /// <returns>Null when quoting is broken: what follows a lost quote cannot be trusted.</returns>
    public static IReadOnlyList<CsvRecord>? Read(TextFile file, ProblemList problems)
    {
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
            isBroken = false;
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

    private static string[] Trimmed(string[] cells)
    {
        for (int i = 0; i < cells.Length; i++) cells[i] = cells[i].Trim();
        return cells;
    }
}
