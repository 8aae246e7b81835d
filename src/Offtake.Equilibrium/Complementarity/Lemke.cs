namespace Offtake.Equilibrium.Complementarity;

/// <summary>How a pass of Lemke's method ended.</summary>
internal enum LemkeEnd
{
    /// <summary>At a solution.</summary>
    Solved,

    /// <summary>On a ray: a direction in which everything can grow without end.</summary>
    Ray,

    /// <summary>At the limit of pivots, which only rounding errors can explain.</summary>
    Limit,
}

/// <summary>Lemke's method: an artificial variable covers every broken condition and is then driven out by complementary pivots.</summary>
/// <remarks>
/// Eq. EQU-8: w = q + M z + d z0 with d > 0. The variable that leaves decides the next to enter, its complement. Ties are broken
/// lexicographically, which is what would happen if the starting values were raised by ε, ε², …: no basis can come twice.
/// </remarks>
internal sealed class Lemke
{
    private const double TinyPivot = 1e-10;
    private const double TieWidth = 1e-12;
    private const int PivotsPerVariable = 40;

    private readonly Tableau _tableau;
    private readonly int[] _start;
    private readonly List<int> _tied = [];
    private int _entering;

    private Lemke(Tableau tableau)
    {
        _tableau = tableau;
        _start = [.. Enumerable.Range(0, tableau.Count).Select(tableau.BasicIn)];
    }

    /// <summary>Exchanges made.</summary>
    public int Pivots { get; private set; }

    /// <summary>How it ended.</summary>
    public LemkeEnd End { get; private set; }

    /// <summary>Runs from any basis in which exactly one of each pair is basic; such a basis is also what it leaves when solved.</summary>
    /// <param name="tableau">Changed in place.</param>
    /// <param name="cover">d, by row; all positive.</param>
    public static Lemke Run(Tableau tableau, ReadOnlySpan<double> cover)
    {
        Lemke run = new(tableau);
        int row = run.MostBroken(cover);
        if (row < 0) return run;
        int artificial = tableau.ColumnOf(Tableau.Artificial);
        for (int i = 0; i < tableau.Count; i++) tableau.Rows[i][artificial] = cover[i];
        run.Pivot(row, artificial);
        int most = (PivotsPerVariable * tableau.Count) + 1000;
        while (run.Step())
        {
            if (run.Pivots < most) continue;
            run.End = LemkeEnd.Limit;
            break;
        }

        return run;
    }

    /// <summary>On a ray: how fast each variable of the problem grows along it.</summary>
    public double[] Direction(int size)
    {
        double[] direction = new double[size];
        int column = _tableau.ColumnOf(_entering);
        for (int i = 0; i < _tableau.Count; i++) Put(_tableau.BasicIn(i), _tableau.Rows[i][column]);
        Put(_entering, 1.0);
        double tiny = TinyPivot * direction.Max();
        for (int i = 0; i < size; i++) direction[i] = direction[i] > tiny ? direction[i] : 0.0;
        return direction;

        void Put(int code, double speed)
        {
            if (code % 2 == 1 && code != Tableau.Artificial) direction[_tableau.MemberOf(code)] = speed;
        }
    }

    // Of the rows below zero the one that the artificial variable must lift most; of equals the last, which lexicographic order calls the lowest.
    private int MostBroken(ReadOnlySpan<double> cover)
    {
        int worst = -1;
        double lowest = -TieWidth;
        for (int i = 0; i < _tableau.Count; i++)
        {
            double lift = _tableau.Rows[i][0] / cover[i];
            if (lift > lowest) continue;
            worst = i;
            lowest = lift;
        }

        return worst;
    }

    private void Pivot(int row, int column)
    {
        int leaving = _tableau.BasicIn(row);
        _tableau.Exchange(row, column);
        _entering = Tableau.Complement(leaving);
        Pivots++;
    }

    private bool Step()
    {
        int column = _tableau.ColumnOf(_entering);
        int row = Leaving(column);
        if (row < 0)
        {
            End = LemkeEnd.Ray;
            return false;
        }

        bool isLast = _tableau.BasicIn(row) == Tableau.Artificial;
        Pivot(row, column);
        return !isLast;
    }

    private int Leaving(int column)
    {
        double peak = 0.0;
        for (int i = 0; i < _tableau.Count; i++) peak = Math.Max(peak, Math.Abs(_tableau.Rows[i][column]));
        double tiny = TinyPivot * Math.Max(peak, TinyPivot);
        double least = double.PositiveInfinity;
        for (int i = 0; i < _tableau.Count; i++)
        {
            if (_tableau.Rows[i][column] < -tiny) least = Math.Min(least, Ratio(i, column));
        }

        if (double.IsInfinity(least)) return -1;
        _tied.Clear();
        double upTo = least + (TieWidth * (1.0 + least));
        for (int i = 0; i < _tableau.Count; i++)
        {
            if (_tableau.Rows[i][column] >= -tiny || Ratio(i, column) > upTo) continue;
            if (_tableau.BasicIn(i) == Tableau.Artificial) return i;
            _tied.Add(i);
        }

        return _tied.Count == 1 ? _tied[0] : LexicographicallyLeast(column);
    }

    private double Ratio(int row, int column) => Math.Max(_tableau.Rows[row][0], 0.0) / -_tableau.Rows[row][column];

    private int LexicographicallyLeast(int column)
    {
        for (int k = 0; k < _start.Length && _tied.Count > 1; k++)
        {
            int code = _start[k];
            double least = _tied.Min(i => Raised(i, code) / -_tableau.Rows[i][column]);
            _tied.RemoveAll(i => Raised(i, code) / -_tableau.Rows[i][column] > least + TieWidth);
        }

        return _tied[0];
    }

    // By how much a row rises when the starting value of a variable is raised by one.
    private double Raised(int row, int code)
    {
        int at = _tableau.RowOf(code);
        if (at >= 0) return at == row ? 1.0 : 0.0;
        return -_tableau.Rows[row][_tableau.ColumnOf(code)];
    }
}
