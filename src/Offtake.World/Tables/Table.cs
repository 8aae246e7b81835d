using Offtake.World.Files;
using Offtake.World.Problems;

namespace Offtake.World.Tables;

/// <summary>A CSV file laid out by its <see cref="TableShape"/>: columns found by name, rows with their lines.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, int> _columnOf = new(StringComparer.Ordinal);
    private readonly List<Row> _rows = [];

    public Table(TableShape shape, string label, ProblemList problems)
    {
        Shape = shape;
        Label = label;
        Problems = problems;
    }

    public TableShape Shape { get; }

    /// <summary>Address of the file in messages.</summary>
    public string Label { get; }

    public ProblemList Problems { get; }

    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Names in the header, in file order.</summary>
    public IReadOnlyCollection<string> Columns => _columnOf.Keys;

    /// <summary>Whether there is such a file with a header; only an optional table may be absent without an error.</summary>
    public bool IsPresent => _columnOf.Count > 0 || _rows.Count > 0;

    /// <summary>Whether every row arrived. When not, an id that seems unknown may stand in a lost row.</summary>
    public bool IsComplete { get; private set; }

    public int ColumnOf(string column) => _columnOf.GetValueOrDefault(column, -1);

    /// <summary>A table that a world does without: whole, and empty.</summary>
    public static Table Absent(TableShape shape, string label, ProblemList problems) => new(shape, label, problems) { IsComplete = true };

    /// <summary>Rows of several files in one table. Each row keeps its own file, with the columns and the line it has there.</summary>
    public static Table Joined(TableShape shape, string label, ProblemList problems, IEnumerable<Row> rows)
    {
        Table table = new(shape, label, problems) { IsComplete = true };
        table._rows.AddRange(rows);
        return table;
    }

    /// <summary>Lays a file out. Every problem of its form is reported; rows that cannot be laid out are left out.</summary>
    public static Table Read(TableShape shape, TextFile? file, string label, ProblemList problems)
    {
        Table table = new(shape, label, problems);
        if (file is null || CsvText.Read(file, problems) is not { } records) return table;
        if (records.Count == 0)
        {
            problems.Error(new Place(label, 1), "the table has no header", null, null, $"start it with {string.Join(',', shape.Required)}");
            return table;
        }

        table.IsComplete = table.LayOutHeader(records[0]);
        foreach (CsvRecord record in records.Skip(1)) table.LayOut(record, records[0].Cells.Length);
        table.CheckKeys();
        return table;
    }

    private bool LayOutHeader(CsvRecord header)
    {
        Place at = new(Label, header.Line);
        for (int i = 0; i < header.Cells.Length; i++)
        {
            string name = header.Cells[i];
            if (!Shape.Known.Contains(name)) Problems.Error(at, "unknown column", name, null, NearestName.Remedy(name, [.. Shape.Known]));
            else if (!_columnOf.TryAdd(name, i)) Problems.Error(at, "repeated column", name, null, "keep one of them");
        }

        string[] missing = [.. Shape.Required.Where(r => !_columnOf.ContainsKey(r))];
        foreach (string name in missing) Problems.Error(at, "missing column", name, null, "add it to the header and fill it in every row");
        return !missing.Any(Shape.Key.Contains);
    }

    private void LayOut(CsvRecord record, int columns)
    {
        if (record.Cells.Length == columns)
        {
            _rows.Add(new Row(this, record.Line, record.Cells));
            return;
        }

        IsComplete = false;
        Problems.Error(
            new Place(Label, record.Line), "the row does not fit the header: number of cells is", $"{record.Cells.Length}", $"{columns}",
            "look for a missing comma, or a comma inside a cell that needs quotes");
    }

    private void CheckKeys()
    {
        Dictionary<string, int> lineOf = new(StringComparer.Ordinal);
        foreach (Row row in _rows)
        {
            foreach (string column in Shape.Key.Where(Shape.Required.Contains)) row.Required(column);
            string key = row.Key;
            if (key.Length > 0 && !lineOf.TryAdd(key, row.At.Line))
                Problems.Error(
                    row.At, $"repeated {string.Join(", ", Shape.Key)}", key, null,
                    $"it is already used in line {lineOf[key]}; rename or remove one of the rows");
        }
    }
}
