namespace Offtake.Equilibrium.Complementarity;

/// <summary>Solves a problem afresh once it is known which variables are above zero.</summary>
/// <remarks>Eq. EQU-8: with A the variables above zero, M_AA z_A = −q_A, improved twice by the error that is left. Pivoting errors do not survive it.</remarks>
internal static class BasisPolish
{
    private const int Improvements = 2;

    // Below this share of all conditions it enters, a value is a rounding error of zero.
    private const double Dust = 1e-14;

    /// <summary>Values of all variables, or null when the basis is singular.</summary>
    public static double[]? Solve(ComplementarityProblem problem, int[] above)
    {
        int[] place = new int[problem.Size];
        Array.Fill(place, -1);
        for (int k = 0; k < above.Length; k++) place[above[k]] = k;
        double[][] rows = [.. above.Select(i => RowOf(problem, i, place, above.Length))];
        if (DenseLu.Factor(rows) is not { } factors) return null;
        double[] values = new double[problem.Size];
        double[] left = new double[above.Length];
        for (int round = 0; round <= Improvements; round++)
        {
            double[] conditions = problem.Conditions(values);
            for (int k = 0; k < above.Length; k++) left[k] = -conditions[above[k]];
            double[] step = factors.Solve(left);
            for (int k = 0; k < above.Length; k++) values[above[k]] += step[k];
        }

        return SweepDust(problem, values);
    }

    private static double[] RowOf(ComplementarityProblem problem, int i, int[] place, int width)
    {
        double[] row = new double[width];
        SparseMatrix.Line entries = problem.Matrix.Row(i);
        for (int k = 0; k < entries.Index.Length; k++)
        {
            if (place[entries.Index[k]] >= 0) row[place[entries.Index[k]]] = entries.Value[k];
        }

        return row;
    }

    private static double[] SweepDust(ComplementarityProblem problem, double[] values)
    {
        double[] gross = Residual.Gross(problem, values);
        double[] clean = [.. values];
        for (int i = 0; i < values.Length; i++)
        {
            SparseMatrix.Line column = problem.Matrix.Column(i);
            bool isDust = true;
            for (int k = 0; k < column.Index.Length; k++) isDust &= Math.Abs(column.Value[k] * values[i]) <= Dust * gross[column.Index[k]];
            if (isDust) clean[i] = 0.0;
        }

        return clean;
    }
}
