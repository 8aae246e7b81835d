namespace Offtake.Equilibrium.Complementarity;

/// <summary>How far a point is from solving a problem, in shares that no choice of units can change.</summary>
/// <remarks>
/// Eq. EQU-10: r = max over i of |min(F_i / g_i, z_i · h_i)| with g_i = |q_i| + Σ |M_ij z_j|, the gross of the condition, and
/// h_i = max over k of |M_ki| / g_k, the weight of the variable in the conditions it enters. A gross below a millionth of the
/// largest one is taken as that, so that rounding errors among zeros are not taken for a breach.
/// </remarks>
internal static class Residual
{
    private const double LeastShareOfLargestGross = 1e-6;

    /// <summary>The residual of a point and the variable where it is largest.</summary>
    public static (double Largest, int Where) Of(ComplementarityProblem problem, ReadOnlySpan<double> values)
    {
        double[] gross = Gross(problem, values);
        double[] conditions = problem.Conditions(values);
        (double Largest, int Where) worst = (0.0, 0);
        for (int i = 0; i < problem.Size; i++)
        {
            double condition = gross[i] > 0.0 ? conditions[i] / gross[i] : 0.0;
            double variable = values[i] * Weight(problem, i, gross);
            double breach = Math.Abs(Math.Min(condition, variable));
            if (breach > worst.Largest || double.IsNaN(breach)) worst = (breach, i);
        }

        return worst;
    }

    /// <summary>The gross of each condition, with the floor applied.</summary>
    public static double[] Gross(ComplementarityProblem problem, ReadOnlySpan<double> values)
    {
        double[] gross = new double[problem.Size];
        for (int i = 0; i < gross.Length; i++) gross[i] = GrossOf(problem, values, i);
        double least = LeastShareOfLargestGross * gross.DefaultIfEmpty().Max();
        for (int i = 0; i < gross.Length; i++) gross[i] = Math.Max(gross[i], least);
        return gross;
    }

    /// <summary>The gross of one condition.</summary>
    public static double GrossOf(ComplementarityProblem problem, ReadOnlySpan<double> values, int condition)
    {
        double gross = Math.Abs(problem.Constant[condition]);
        SparseMatrix.Line row = problem.Matrix.Row(condition);
        for (int k = 0; k < row.Index.Length; k++) gross += Math.Abs(row.Value[k] * values[row.Index[k]]);
        return gross;
    }

    private static double Weight(ComplementarityProblem problem, int variable, double[] gross)
    {
        double weight = 0.0;
        SparseMatrix.Line column = problem.Matrix.Column(variable);
        for (int k = 0; k < column.Index.Length; k++)
        {
            if (gross[column.Index[k]] > 0.0) weight = Math.Max(weight, Math.Abs(column.Value[k]) / gross[column.Index[k]]);
        }

        return weight;
    }
}
