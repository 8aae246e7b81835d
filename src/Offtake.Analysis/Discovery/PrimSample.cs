namespace Offtake.Analysis.Discovery;

/// <summary>A table as PRIM sees it: columns by name, rows of interest, and what any box holds of them.</summary>
internal sealed class PrimSample
{
    private readonly int _rowsBefore;
    private readonly int _casesBefore;

    public PrimSample(IReadOnlyList<Column> columns, bool[] cases, int? rowsBefore = null, int? casesBefore = null)
    {
        // By name, so that ties do not depend on the order of the columns.
        Columns = [.. columns.OrderBy(c => c.Name, StringComparer.Ordinal)];
        Cases = cases;
        _rowsBefore = rowsBefore ?? cases.Length;
        _casesBefore = casesBefore ?? cases.Count(c => c);
    }

    public Column[] Columns { get; }

    public bool[] Cases { get; }

    /// <summary>Rows that must stay in the smallest box.</summary>
    public double LeastRows(PrimOptions options) => options.LeastMass * _rowsBefore;

    public PrimBox Weigh(Box box)
    {
        bool[] inside = box.Holds(Columns);
        int rows = 0, found = 0;
        for (int r = 0; r < inside.Length; r++)
        {
            if (!inside[r]) continue;
            rows++;
            if (Cases[r]) found++;
        }

        return Weigh(box, rows, found);
    }

    public PrimBox Weigh(Box box, int rows, int found) =>
        new(box, rows, found, (double)found / _casesBefore, rows == 0 ? 0.0 : (double)found / rows, (double)rows / _rowsBefore);

    /// <summary>The box with another limit of one input, in the order of the columns; a limit that limits nothing is left away.</summary>
    public Box With(Box box, Limit limit)
    {
        Column column = Columns.First(c => c.Name == limit.Column);
        bool isOpen = limit.Allowed is { } words ? words.Count == column.Categories!.Count : double.IsNegativeInfinity(limit.Low) && double.IsPositiveInfinity(limit.High);
        IEnumerable<Limit> limits = box.Limits.Where(l => l.Column != limit.Column);
        if (!isOpen) limits = limits.Append(limit);
        return new Box([.. limits.OrderBy(l => l.Column, StringComparer.Ordinal)]);
    }

    public Limit LimitOf(Box box, Column column) =>
        box.Limits.FirstOrDefault(l => l.Column == column.Name) ?? new Limit(column.Name, double.NegativeInfinity, double.PositiveInfinity, column.Categories);
}
