namespace Offtake.Equilibrium.Complementarity;

/// <summary>Asks whether any z ≥ 0 has q + M z ≥ 0 at all, whatever the products z · F.</summary>
/// <remarks>
/// Eq. EQU-13: the conditions 0 ≤ z ⟂ −Mᵀu ≥ 0 and 0 ≤ u ⟂ q + M z ≥ 0 are those of a linear programme without an objective. They are monotone,
/// so Lemke's method ends at such a z or on a ray whose u is a proof that there is none.
/// </remarks>
internal static class FeasibilityTest
{
    /// <summary>A proof that no point meets all conditions, or null when there is such a point or rounding leaves it open.</summary>
    public static double[]? Disprove(ComplementarityProblem problem, Scaling scaling)
    {
        ComplementarityProblem scaled = scaling.Problem;
        int n = scaled.Size;
        SparseMatrix matrix = new(2 * n, scaled.Matrix.Entries().SelectMany(e => new[]
        {
            new SparseMatrix.Entry(e.Column, n + e.Row, -e.Value),
            new SparseMatrix.Entry(n + e.Row, e.Column, e.Value),
        }));
        ComplementarityProblem programme = new(matrix, [.. new double[n], .. scaled.Constant]);
        Tableau tableau = new(programme, Enumerable.Range(0, 2 * n));
        Lemke run = Lemke.Run(tableau, [.. Enumerable.Repeat(1.0, 2 * n)]);
        if (run.End != LemkeEnd.Ray) return null;
        double[] weights = scaling.UnscaleConditions(run.Direction(2 * n).AsSpan(n));
        return InfeasibilityProof.Holds(problem, weights) ? weights : null;
    }
}
