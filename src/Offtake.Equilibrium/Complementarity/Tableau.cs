namespace Offtake.Equilibrium.Complementarity;

/// <summary>
/// A system w = q + M z solved for some of its variables: each row gives one basic variable as constant + Σ coefficient × nonbasic variable.
/// Variables can be exchanged between the two sides, and new ones added at any time.
/// </summary>
/// <remarks>
/// Eq. EQU-8. A variable and its condition carry the codes 2 k + 1 and 2 k; k = 0 is the artificial variable of Lemke's method, which has no condition.
/// Column 0 holds the constants.
/// </remarks>
internal sealed class Tableau
{
    /// <summary>Code of the artificial variable.</summary>
    public const int Artificial = 1;

    // A row whose entries are mostly zero is added entry by entry.
    private const int SparseShare = 4;

    // From this many entries on an exchange is worth sharing among processors.
    private const int ManyEntries = 200_000;

    private const int Gone = -1;

    private readonly ComplementarityProblem _problem;
    private readonly int[] _localOf;
    private readonly List<double[]> _rows = [];
    private readonly List<int> _basic = [];
    private readonly List<int> _nonbasic = [0, Artificial];
    private readonly List<int> _members = [];
    // Where a code stands: row + 1 if basic, −column if not.
    private readonly List<int> _place = [0, -1];
    private int _capacity;

    /// <summary>Starts with every condition basic and every variable zero.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="members">Its variables that take part for now.</param>
    public Tableau(ComplementarityProblem problem, IEnumerable<int> members)
    {
        _problem = problem;
        _localOf = new int[problem.Size];
        foreach (int member in members) Add(member);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>The problem's variables that take part, in the order they came.</summary>
    public IReadOnlyList<int> Members => [.. _members.Where(m => m != Gone)];

    /// <summary>The rows; only the first <see cref="Width"/> entries of each count.</summary>
    public IReadOnlyList<double[]> Rows => _rows;

    /// <summary>Number of columns in use.</summary>
    public int Width => _nonbasic.Count;

    /// <summary>The code that is basic in a row.</summary>
    public int BasicIn(int row) => _basic[row];

    /// <summary>The row a code is basic in, or −1.</summary>
    public int RowOf(int code) => _place[code] - 1;

    /// <summary>The column of a nonbasic code; only if it is not basic.</summary>
    public int ColumnOf(int code) => -_place[code];

    /// <summary>The code of the condition of a variable, and the other way round.</summary>
    public static int Complement(int code) => code ^ 1;

    /// <summary>The problem's variable behind a code.</summary>
    public int MemberOf(int code) => _members[(code / 2) - 1];

    /// <summary>The code of a variable that takes part.</summary>
    public int CodeOf(int member) => (2 * _localOf[member]) + 1;

    /// <summary>Adds a variable of the problem with its condition, whatever has been exchanged before.</summary>
    public void Add(int member)
    {
        int local = _members.Count + 1;
        _members.Add(member);
        _localOf[member] = local;
        Grow(_nonbasic.Count + 1);
        int column = _nonbasic.Count;
        _nonbasic.Add((2 * local) + 1);
        FillColumn(member, column);
        AddRow(member, column, out double[] row);
        _rows.Add(row);
        _basic.Add(2 * local);
        _place.Add(_rows.Count);
        _place.Add(-column);
    }

    /// <summary>Takes out variables that are zero while their conditions are basic: nothing else depends on them.</summary>
    /// <param name="mayGo">Asked once for each such variable of the problem.</param>
    public void RemoveIdle(Func<int, bool> mayGo)
    {
        int[] rows = [.. Enumerable.Range(0, _rows.Count).Where(i => _basic[i] % 2 == 0 && mayGo(MemberOf(_basic[i])))];
        if (rows.Length == 0) return;
        bool[] isLeaving = new bool[Width];
        foreach (int row in rows)
        {
            int code = Complement(_basic[row]), member = MemberOf(code);
            isLeaving[ColumnOf(code)] = true;
            _members[_localOf[member] - 1] = Gone;
            _localOf[member] = 0;
        }

        foreach (int row in rows.Reverse())
        {
            _rows.RemoveAt(row);
            _basic.RemoveAt(row);
        }

        int[] staying = [.. Enumerable.Range(0, Width).Where(j => !isLeaving[j])];
        foreach (double[] row in _rows)
        {
            for (int j = 0; j < staying.Length; j++) row[j] = row[staying[j]];
            Array.Clear(row, staying.Length, Width - staying.Length);
        }

        int[] nonbasic = [.. staying.Select(j => _nonbasic[j])];
        _nonbasic.Clear();
        _nonbasic.AddRange(nonbasic);
        for (int i = 0; i < _basic.Count; i++) _place[_basic[i]] = i + 1;
        for (int j = 1; j < _nonbasic.Count; j++) _place[_nonbasic[j]] = -j;
    }

    /// <summary>Exchanges the basic variable of a row with the nonbasic one of a column.</summary>
    public void Exchange(int row, int column)
    {
        double[] pivotRow = _rows[row];
        double inverse = 1.0 / pivotRow[column];
        int width = Width;
        for (int j = 0; j < width; j++) pivotRow[j] *= -inverse;
        pivotRow[column] = inverse;
        int[] places = NonZeros(pivotRow, width);
        bool isSparse = places.Length < width / SparseShare;
        if ((long)_rows.Count * (isSparse ? places.Length : width) < ManyEntries)
        {
            for (int i = 0; i < _rows.Count; i++) Eliminate(i);
        }
        else
        {
            // Every row is computed by itself, so the bits do not depend on the number of processors.
            Parallel.For(0, _rows.Count, Eliminate);
        }

        (_basic[row], _nonbasic[column]) = (_nonbasic[column], _basic[row]);
        _place[_basic[row]] = row + 1;
        _place[_nonbasic[column]] = -column;

        void Eliminate(int i)
        {
            double[] target = _rows[i];
            double factor = target[column];
            if (i == row || factor == 0.0) return;
            target[column] = 0.0;
            if (isSparse) RowArithmetic.Add(target, pivotRow, factor, places);
            else RowArithmetic.Add(target.AsSpan(0, width), pivotRow.AsSpan(0, width), factor);
        }
    }

    /// <summary>Values of all variables of the problem; those that do not take part are zero.</summary>
    public double[] Values()
    {
        double[] values = new double[_problem.Size];
        for (int i = 0; i < _rows.Count; i++)
        {
            if (_basic[i] % 2 == 1 && _basic[i] != Artificial) values[MemberOf(_basic[i])] = _rows[i][0];
        }

        return values;
    }

    /// <summary>The problem's variables that are basic.</summary>
    public int[] BasicMembers() => [.. _basic.Where(code => code % 2 == 1 && code != Artificial).Select(MemberOf).Order()];

    private void FillColumn(int member, int column)
    {
        SparseMatrix.Line entries = _problem.Matrix.Column(member);
        for (int k = 0; k < entries.Index.Length; k++)
        {
            int local = _localOf[entries.Index[k]];
            if (local == 0 || entries.Index[k] == member) continue;
            int condition = 2 * local;
            if (RowOf(condition) >= 0)
            {
                _rows[RowOf(condition)][column] += entries.Value[k];
                continue;
            }

            int from = ColumnOf(condition);
            foreach (double[] row in _rows) row[column] -= row[from] * entries.Value[k];
        }
    }

    private void AddRow(int member, int column, out double[] row)
    {
        row = new double[_capacity];
        row[0] = _problem.Constant[member];
        SparseMatrix.Line entries = _problem.Matrix.Row(member);
        for (int k = 0; k < entries.Index.Length; k++)
        {
            int local = _localOf[entries.Index[k]];
            if (local == 0) continue;
            int code = (2 * local) + 1;
            if (entries.Index[k] == member) row[column] += entries.Value[k];
            else if (RowOf(code) >= 0) RowArithmetic.Add(row.AsSpan(0, Width), _rows[RowOf(code)].AsSpan(0, Width), entries.Value[k]);
            else row[ColumnOf(code)] += entries.Value[k];
        }
    }

    private void Grow(int width)
    {
        if (width <= _capacity) return;
        _capacity = Math.Max(width, (_capacity * 5 / 4) + 16);
        for (int i = 0; i < _rows.Count; i++)
        {
            double[] row = _rows[i];
            Array.Resize(ref row, _capacity);
            _rows[i] = row;
        }
    }

    private static int[] NonZeros(double[] row, int width)
    {
        int count = 0;
        for (int j = 0; j < width; j++) count += row[j] == 0.0 ? 0 : 1;
        int[] places = new int[count];
        for (int j = 0, k = 0; j < width; j++)
        {
            if (row[j] != 0.0) places[k++] = j;
        }

        return places;
    }
}
