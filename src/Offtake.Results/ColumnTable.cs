namespace Offtake.Results;

/// <summary>The table of the results database that says what every column of every table means. It describes itself too.</summary>
internal static class ColumnTable
{
    private const string Name = "column";

    private static readonly string[] Fields = ["table_name", "name", "title", "unit"];

    private static readonly Dictionary<string, string> KeyTitles = new()
    {
        ["unit"] = "Unit of the amounts in the row",
        ["pricing"] = "How it is priced: posted or formula",
        ["aggregate"] = "Whether it stands for several facilities: yes or no",
        ["from"] = "Where it comes from",
        ["to"] = "Where it goes to",
        ["from_kind"] = "What sort of place it comes from",
        ["to_kind"] = "What sort of place it goes to",
    };

    /// <summary>Makes and fills the table.</summary>
    public static void Add(SqliteFile file, RunResults results)
    {
        file.Create(Name, Fields.Select(f => (f, "text")));
        IEnumerable<object?[]> rows =
        [
            .. FixedTables.Layout.SelectMany(t => t.Fields.Select(f => new object?[] { t.Name, f.Name, f.Title, f.Unit })),
            .. results.Panels.Values.OrderBy(p => p.Name, StringComparer.Ordinal).SelectMany(RowsOf),
            [Name, "table_name", "Table the column is in", ""],
            [Name, "name", "Name of the column", ""],
            [Name, "title", "What it means", ""],
            [Name, "unit", "Its unit; blank for text", ""],
        ];
        FixedTables.Fill(file, Name, Fields.Length, rows);
    }

    private static IEnumerable<object?[]> RowsOf(Panel panel) =>
    [
        [panel.Name, "future", "Number of the future, from 1", ""],
        [panel.Name, "period", panel.Frequency == Frequency.Monthly ? "Month, as in 2025-01" : "Calendar year", ""],
        .. panel.Keys.Select(key => new object?[] { panel.Name, key, TitleOf(key), "" }),
        .. panel.Columns.Select(c => new object?[] { panel.Name, c.Name, c.Title, c.Unit }),
    ];

    private static string TitleOf(string key) => KeyTitles.GetValueOrDefault(key, $"Which {key.Replace('_', ' ')}");
}
