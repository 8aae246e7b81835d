namespace Offtake.Equilibrium.Complementarity;

/// <summary>Triangular factors of a square matrix, with the largest pivot of each column.</summary>
internal sealed class DenseLu
{
    private readonly double[][] _rows;
    private readonly int[] _order;

    private DenseLu(double[][] rows, int[] order)
    {
        _rows = rows;
        _order = order;
    }

    /// <summary>Factors a matrix in place, or gives null when it is singular to working precision.</summary>
    /// <param name="rows">Its rows; used up.</param>
    public static DenseLu? Factor(double[][] rows)
    {
        const double Singular = 1e-13;
        int n = rows.Length;
        double[] peak = [.. rows.Select(r => r.Max(Math.Abs))];
        int[] order = [.. Enumerable.Range(0, n)];
        for (int k = 0; k < n; k++)
        {
            int best = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(rows[i][k]) * peak[best] > Math.Abs(rows[best][k]) * peak[i]) best = i;
            }

            if (!(Math.Abs(rows[best][k]) > Singular * peak[best])) return null;
            (rows[k], rows[best]) = (rows[best], rows[k]);
            (order[k], order[best]) = (order[best], order[k]);
            (peak[k], peak[best]) = (peak[best], peak[k]);
            Eliminate(rows, k);
        }

        return new DenseLu(rows, order);
    }

    /// <summary>The solution for a right-hand side.</summary>
    public double[] Solve(ReadOnlySpan<double> rightHandSide)
    {
        int n = _rows.Length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = rightHandSide[_order[i]];
            for (int j = 0; j < i; j++) x[i] -= _rows[i][j] * x[j];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++) x[i] -= _rows[i][j] * x[j];
            x[i] /= _rows[i][i];
        }

        return x;
    }

    private static void Eliminate(double[][] rows, int k)
    {
        double[] pivotRow = rows[k];
        for (int i = k + 1; i < rows.Length; i++)
        {
            double[] row = rows[i];
            if (row[k] == 0.0) continue;
            double factor = row[k] / pivotRow[k];
            RowArithmetic.Add(row.AsSpan(k + 1), pivotRow.AsSpan(k + 1), -factor);
            row[k] = factor;
        }
    }
}
