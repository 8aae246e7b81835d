namespace Offtake.Equilibrium.Complementarity;

/// <summary>What came of a problem: a point that solves it, or a proof that none does, or neither.</summary>
/// <param name="Values">The point; null when there is none good enough.</param>
/// <param name="Residual">Eq. EQU-10 at the point, or at the best point seen.</param>
/// <param name="Where">The variable with the largest residual.</param>
/// <param name="Proof">Eq. EQU-13: u ≥ 0 with Mᵀu ≤ 0 and q · u &lt; 0, so that no z ≥ 0 has q + M z ≥ 0; null when there is no such proof.</param>
/// <param name="Pivots">Exchanges made by Lemke's method.</param>
/// <param name="UsedNewton">Whether Newton's method had to help.</param>
internal sealed record ComplementarityAnswer(double[]? Values, double Residual, int Where, double[]? Proof, int Pivots, bool UsedNewton)
{
    /// <summary>Nothing found yet.</summary>
    public static readonly ComplementarityAnswer None = new(null, double.PositiveInfinity, 0, null, 0, false);
}
