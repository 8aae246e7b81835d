using System.Text;

namespace Offtake.Results;

/// <summary>Writes the results of a run as one SQLite database: a table per panel, and what explains them.</summary>
/// <remarks>
/// <para>A panel's table has the columns <c>future</c> (from 1), <c>period</c> (<c>2025-01</c> or <c>2025</c>), its keys and its numbers,
/// in the order future, entity, period; every period of every whole future is there. The table <c>column</c> says what each column of each
/// table means and its unit; <c>title</c> gives ids their names.</para>
/// <para>It is not a log of how the run went: what differs between two runs of the same futures (workers, seconds) is in manifest.json
/// only, so that equal results give equal files.</para>
/// </remarks>
public static class SqliteWriter
{
    /// <summary>Version of the tables and their columns, kept as SQLite's <c>user_version</c>.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Writes the database, first under another name, so that a half-written file never carries the final one.</summary>
    /// <param name="results">What to write.</param>
    /// <param name="path">Final name; no file may bear it yet.</param>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static void Write(RunResults results, string path) => PartFile.Write(path, part => Fill(results, part));

    /// <summary>Writes the database under exactly the name given.</summary>
    internal static void Fill(RunResults results, string path)
    {
        IReadOnlyList<int> futures = Futures.Whole(results);
        using SqliteFile file = new(path, SchemaVersion);
        FixedTables.Add(file, results, futures);
        foreach (Panel panel in results.Panels.Values.OrderBy(p => p.Name, StringComparer.Ordinal)) AddPanel(file, panel, futures);
        ColumnTable.Add(file, results);
        file.Commit();
    }

    private static void AddPanel(SqliteFile file, Panel panel, IReadOnlyList<int> futures)
    {
        file.Create(panel.Name, [
            ("future", "integer"), ("period", "text"),
            .. panel.Keys.Select(key => (key, "text")),
            .. panel.Columns.Select(column => (column.Name, "real"))]);

        byte[][] periods = [.. Enumerable.Range(0, panel.PeriodCount).Select(p => Encoding.UTF8.GetBytes(panel.PeriodLabel(p)))];
        byte[][][] keys = [.. panel.Entities.Select(entity => entity.Select(Encoding.UTF8.GetBytes).ToArray())];
        int firstNumber = 2 + panel.Keys.Count;
        using SqliteStatement row = file.Into(panel.Name, firstNumber + panel.Columns.Count);

        foreach (int future in futures)
        {
            if (future >= panel.FutureCount) break;

            row.Bind(0, Futures.Number(future));
            for (int entity = 0; entity < panel.Entities.Count; entity++)
            {
                for (int k = 0; k < panel.Keys.Count; k++) row.Bind(2 + k, keys[entity][k].AsSpan());
                for (int period = 0; period < panel.PeriodCount; period++)
                {
                    row.Bind(1, periods[period].AsSpan());
                    Span<double> values = panel.Row(future, period, entity);
                    for (int c = 0; c < values.Length; c++) row.Bind(firstNumber + c, values[c]);
                    row.Add();
                }
            }
        }
    }
}
