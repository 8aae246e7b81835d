using System.Text;

namespace Offtake.Tests.World.Mutations;

/// <summary>A CSV file as cells, taken apart and put together without the reader under test.</summary>
internal sealed record CsvSheet(string Name, string[] Columns, IReadOnlyList<string[]> Rows)
{
    public static CsvSheet Read(string path)
    {
        List<string[]> records = [.. Records(File.ReadAllText(path))];
        return new CsvSheet(Path.GetFileName(path), records[0], records[1..]);
    }

    /// <summary>The line a row begins on once the sheet is written: cells may hold line breaks.</summary>
    public int LineOf(int row) => 2 + Rows.Take(row).Sum(r => 1 + r.Sum(c => c.Count(l => l == '\n')));

    public string Cell(int row, string column) => Rows[row][Array.IndexOf(Columns, column)];

    public CsvSheet With(int row, string column, string text)
    {
        int at = Array.IndexOf(Columns, column);
        return this with { Rows = [.. Rows.Select((r, i) => i == row ? [.. r.Select((c, j) => j == at ? text : c)] : r)] };
    }

    public CsvSheet Without(string column)
    {
        int at = Array.IndexOf(Columns, column);
        return this with { Columns = Drop(Columns, at), Rows = [.. Rows.Select(r => Drop(r, at))] };
    }

    public CsvSheet Renamed(string column, string name) => this with { Columns = [.. Columns.Select(c => c == column ? name : c)] };

    public string Text(string separator = ",")
    {
        StringBuilder text = new();
        foreach (string[] row in Rows.Prepend(Columns)) text.Append(string.Join(separator, row.Select(Quoted))).Append('\n');
        return text.ToString();
    }

    private static string[] Drop(string[] cells, int at) => [.. cells.Where((_, i) => i != at)];

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") >= 0 || cell.Trim() != cell ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : cell;

    private static IEnumerable<string[]> Records(string text)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) End();
            else if (c == '\n' && !quoted)
            {
                End();
                if (cells.Any(t => t.Length > 0)) yield return [.. cells];
                cells.Clear();
            }
            else if (c != '\r' || quoted) cell.Append(c);
        }

        End();
        if (cells.Any(t => t.Length > 0)) yield return [.. cells];

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
