using Offtake.PlainText;

namespace Offtake.Cli;

/// <summary>Counts the rows of tables without understanding them, so that the count is there even for a world that cannot be read.</summary>
internal static class TableRows
{
    /// <summary>Rows by table, headers and blank lines left out, by the name of the table; none where a file cannot be read safely.</summary>
    public static IReadOnlyDictionary<string, int> In(string folder) => Directory.EnumerateFiles(folder, "*.csv")
        .Select(file => (Name: Path.GetFileNameWithoutExtension(file), PlainFile.Read(file, folder).Bytes))
        .ToDictionary(file => file.Name, file => Math.Max(0, Records(file.Bytes ?? []) - 1))
        .OrderBy(table => table.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>A record ends at a line break outside quotes; a doubled quote inside a cell opens and closes at once.</summary>
    private static int Records(byte[] bytes)
    {
        using StreamReader text = new(new MemoryStream(bytes));
        int records = 0;
        bool quoted = false, blank = true;
        while (text.ReadLine() is { } line)
        {
            blank &= line.AsSpan().Trim([' ', '\t', ',']).IsEmpty;
            if (line.Count(c => c == '"') % 2 == 1) quoted = !quoted;
            if (quoted) continue;
            if (!blank) records++;
            blank = true;
        }

        return records;
    }
}
