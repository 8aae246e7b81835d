namespace Offtake.Equilibrium.Assembly;

/// <summary>Whether raising prices along any direction lowers demand and raises supply along it. If so there is one set of prices, and Lemke's method finds it.</summary>
/// <remarks>Eq. EQU-8: the symmetric part of every block of coefficients must have no negative eigenvalue.</remarks>
internal static class Monotonicity
{
    private const double Rounding = 1e-12;

    /// <summary>The curves that together are not monotone, in words.</summary>
    public static IReadOnlyList<string> Breaches(SpatialProblem problem) =>
    [
        .. CurveBlock.Of(problem, problem.Demand).Where(b => !IsSemidefinite(b, -1.0)).Select(b => $"demand for {b.Name(problem)}"),
        .. CurveBlock.Of(problem, problem.Supply).Where(b => !IsSemidefinite(b, 1.0)).Select(b => $"supply of {b.Name(problem)}"),
    ];

    /// <summary>A sentence on what makes a problem hard.</summary>
    public static string Suspects(SpatialProblem problem)
    {
        IReadOnlyList<string> breaches = Breaches(problem);
        if (breaches.Count > 0)
            return $"Cross terms outweigh own terms in {string.Join(", ", breaches)}: check their size and sign.";
        return problem.Routes.Any(r => r.TariffShare != 0.0 || r.ExportTaxShare != 0.0)
            ? "Taxes in percent make the problem hard to decide: try them per unit to see which one is at fault."
            : "Check units: numbers may differ by too many orders of magnitude.";
    }

    /// <summary>Whether the symmetric part of a block, times a sign, has no negative eigenvalue.</summary>
    /// <remarks>Cholesky's method on the symmetric part; a zero pivot is allowed if its whole row is zero.</remarks>
    internal static bool IsSemidefinite(CurveBlock block, double sign)
    {
        int n = block.Curves.Count;
        double[,] a = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) a[i, j] = 0.5 * sign * (block.Coefficient(i, j) + block.Coefficient(j, i));
        }

        double peak = 0.0;
        for (int i = 0; i < n; i++) peak = Math.Max(peak, a[i, i]);
        for (int k = 0; k < n; k++)
        {
            if (a[k, k] < -Rounding * peak) return false;
            for (int i = k + 1; i < n; i++)
            {
                if (a[k, k] <= Rounding * peak)
                {
                    if (Math.Abs(a[i, k]) > Math.Sqrt(Rounding) * peak) return false;
                    continue;
                }

                for (int j = k + 1; j < n; j++) a[i, j] -= a[i, k] * a[k, j] / a[k, k];
            }
        }

        return true;
    }
}
