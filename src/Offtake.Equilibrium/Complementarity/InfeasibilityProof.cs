namespace Offtake.Equilibrium.Complementarity;

/// <summary>Checks whether the direction of a ray proves that a problem has no solution.</summary>
/// <remarks>
/// Eq. EQU-13: if u ≥ 0, Mᵀu ≤ 0 and q · u &lt; 0, then for every z ≥ 0: u · (q + M z) &lt; 0, so no point meets all conditions.
/// When u + uᵀM u ≥ 0 for all u (a monotone problem) every ray is such a proof.
/// </remarks>
internal static class InfeasibilityProof
{
    private const double Rounding = 1e-9;

    /// <summary>Whether a direction is a proof for the whole problem.</summary>
    public static bool Holds(ComplementarityProblem problem, double[] direction)
    {
        double sum = 0.0;
        double gross = 0.0;
        for (int i = 0; i < direction.Length; i++)
        {
            sum += problem.Constant[i] * direction[i];
            gross += Math.Abs(problem.Constant[i] * direction[i]);
        }

        return sum < -Rounding * gross && Enumerable.Range(0, problem.Size).All(j => !IsBrokenBy(problem, direction, j));
    }

    /// <summary>Whether a variable, once it takes part, breaks the proof.</summary>
    public static bool IsBrokenBy(ComplementarityProblem problem, double[] direction, int variable) => Gain(problem, direction, variable) > Rounding;

    /// <summary>(Mᵀu)_j as a share of its gross.</summary>
    public static double Gain(ComplementarityProblem problem, double[] direction, int variable)
    {
        double sum = 0.0;
        double gross = 0.0;
        SparseMatrix.Line column = problem.Matrix.Column(variable);
        for (int k = 0; k < column.Index.Length; k++)
        {
            double part = column.Value[k] * direction[column.Index[k]];
            sum += part;
            gross += Math.Abs(part);
        }

        return gross > 0.0 ? sum / gross : 0.0;
    }
}
