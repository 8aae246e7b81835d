namespace Offtake.Cli;

/// <summary>Counts the rows of tables without understanding them, so that the count is there even for a world that cannot be read.</summary>
internal static class TableRows
{
    /// <summary>Rows by table, headers and blank lines left out, by the name of the table.</summary>
    public static IReadOnlyDictionary<string, int> In(string folder) => Directory.EnumerateFiles(folder, "*.csv")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Math.Max(0, Records(file) - 1))
        .OrderBy(table => table.Key, StringComparer.Ordinal).ToDictionary();

    /// <summary>A record ends at a line break outside quotes; a doubled quote inside a cell opens and closes at once.</summary>
    private static int Records(string file)
    {
        int records = 0;
        bool quoted = false, blank = true;
        foreach (string line in File.ReadLines(file))
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
