namespace Offtake.Equilibrium.Complementarity;

/// <summary>A square matrix of which only the entries that are not zero are kept, by row and by column.</summary>
internal sealed class SparseMatrix
{
    private readonly (int[] Start, int[] Index, double[] Value) _rows;
    private readonly (int[] Start, int[] Index, double[] Value) _columns;

    /// <summary>Builds the matrix; entries at the same place add up.</summary>
    public SparseMatrix(int size, IEnumerable<Entry> entries)
    {
        Size = size;
        Entry[] merged = [.. Merge(entries)];
        _rows = Pack(size, merged, e => e.Row, e => e.Column);
        _columns = Pack(size, merged, e => e.Column, e => e.Row);
    }

    /// <summary>Number of rows, which is also the number of columns.</summary>
    public int Size { get; }

    /// <summary>Columns and values of a row.</summary>
    public Line Row(int row) => LineOf(_rows, row);

    /// <summary>Rows and values of a column.</summary>
    public Line Column(int column) => LineOf(_columns, column);

    /// <summary>Every entry, row by row.</summary>
    public IEnumerable<Entry> Entries()
    {
        for (int i = 0; i < Size; i++)
        {
            for (int k = _rows.Start[i]; k < _rows.Start[i + 1]; k++) yield return new Entry(i, _rows.Index[k], _rows.Value[k]);
        }
    }

    /// <summary>Constant + matrix × vector.</summary>
    public double[] Apply(ReadOnlySpan<double> vector, ReadOnlySpan<double> constant)
    {
        double[] result = constant.ToArray();
        for (int i = 0; i < Size; i++)
        {
            Line row = Row(i);
            for (int k = 0; k < row.Index.Length; k++) result[i] += row.Value[k] * vector[row.Index[k]];
        }

        return result;
    }

    private static IEnumerable<Entry> Merge(IEnumerable<Entry> entries) =>
        from entry in entries
        group entry.Value by (entry.Row, entry.Column) into place
        let sum = place.Sum()
        where sum != 0.0
        orderby place.Key.Row, place.Key.Column
        select new Entry(place.Key.Row, place.Key.Column, sum);

    private static (int[] Start, int[] Index, double[] Value) Pack(int size, Entry[] entries, Func<Entry, int> line, Func<Entry, int> other)
    {
        int[] start = new int[size + 1];
        int[] index = new int[entries.Length];
        double[] value = new double[entries.Length];
        foreach (Entry entry in entries) start[line(entry) + 1]++;
        for (int i = 0; i < size; i++) start[i + 1] += start[i];
        int[] next = [.. start];
        foreach (Entry entry in entries)
        {
            int at = next[line(entry)]++;
            index[at] = other(entry);
            value[at] = entry.Value;
        }

        return (start, index, value);
    }

    private static Line LineOf((int[] Start, int[] Index, double[] Value) side, int i)
    {
        int from = side.Start[i];
        int length = side.Start[i + 1] - from;
        return new Line(side.Index.AsSpan(from, length), side.Value.AsSpan(from, length));
    }

    /// <summary>One number of a matrix and where it stands.</summary>
    public readonly record struct Entry(int Row, int Column, double Value);

    /// <summary>The entries of one row or column.</summary>
    public readonly ref struct Line(ReadOnlySpan<int> index, ReadOnlySpan<double> value)
    {
        /// <summary>Where along the line.</summary>
        public ReadOnlySpan<int> Index { get; } = index;

        /// <summary>How much.</summary>
        public ReadOnlySpan<double> Value { get; } = value;
    }
}
