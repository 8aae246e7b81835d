namespace Offtake.Equilibrium.Complementarity;

/// <summary>Newton's method on the equations φ(z_i, F_i) = 0, for problems on which Lemke's method ends on a ray that proves nothing.</summary>
/// <remarks>
/// Eq. EQU-11: φ(a, b) = √(a² + b²) − a − b is zero exactly when a ≥ 0, b ≥ 0 and a b = 0. The step solves (HᵀH + μ I) s = −Hᵀ Φ with
/// H an element of the generalised Jacobian and μ as large as the merit ½|Φ|² is; where H s = −Φ already leads downhill it is taken instead.
/// Steps are halved until the merit falls.
/// </remarks>
internal static class SemismoothNewton
{
    private const int MostSteps = 200;
    private const double Enough = 1e-13;
    private const double Armijo = 1e-4;
    private const double ShortestStep = 1e-10;
    private const double LeastDescent = 1e-10;

    /// <summary>The last point reached from a start. Whether it solves the problem is for the caller to check.</summary>
    public static double[] Run(ComplementarityProblem problem, double[] start)
    {
        double[] z = [.. start];
        (double[] phi, double merit) = Merit(problem, z);
        for (int step = 0; step < MostSteps && merit > Enough * Enough; step++)
        {
            double[][] h = Jacobian(problem, z);
            double[] gradient = Transposed(h, phi);
            if ((Plain(h, phi, gradient) ?? Damped(h, gradient, merit)) is not { } s) break;
            double slope = Dot(gradient, s);
            double length = 1.0;
            double[] next = Moved(z, s, length);
            (double[] nextPhi, double nextMerit) = Merit(problem, next);
            while (nextMerit > merit + (Armijo * length * slope) && length > ShortestStep)
            {
                length *= 0.5;
                next = Moved(z, s, length);
                (nextPhi, nextMerit) = Merit(problem, next);
            }

            if (!(nextMerit < merit)) break;
            (z, phi, merit) = (next, nextPhi, nextMerit);
        }

        return z;
    }

    private static (double[] Phi, double Merit) Merit(ComplementarityProblem problem, double[] z)
    {
        double[] conditions = problem.Conditions(z);
        double[] phi = [.. z.Select((a, i) => Phi(a, conditions[i]))];
        return (phi, 0.5 * Dot(phi, phi));
    }

    // Written so that nothing cancels when both are positive.
    private static double Phi(double a, double b)
    {
        double norm = Math.Sqrt((a * a) + (b * b));
        return a + b > 0.0 ? -2.0 * a * b / (norm + a + b) : norm - a - b;
    }

    private static double[][] Jacobian(ComplementarityProblem problem, double[] z)
    {
        double[] conditions = problem.Conditions(z);
        double[][] h = new double[z.Length][];
        for (int i = 0; i < z.Length; i++)
        {
            double norm = Math.Sqrt((z[i] * z[i]) + (conditions[i] * conditions[i]));
            double byVariable = (norm > 0.0 ? z[i] / norm : Math.Sqrt(0.5)) - 1.0;
            double byCondition = (norm > 0.0 ? conditions[i] / norm : Math.Sqrt(0.5)) - 1.0;
            h[i] = new double[z.Length];
            SparseMatrix.Line row = problem.Matrix.Row(i);
            for (int k = 0; k < row.Index.Length; k++) h[i][row.Index[k]] = byCondition * row.Value[k];
            h[i][i] += byVariable;
        }

        return h;
    }

    private static double[]? Plain(double[][] h, double[] phi, double[] gradient)
    {
        double[][] copy = [.. h.Select(row => (double[])row.Clone())];
        if (DenseLu.Factor(copy)?.Solve([.. phi.Select(f => -f)]) is not { } step) return null;
        return Dot(gradient, step) < -LeastDescent * Dot(step, step) ? step : null;
    }

    private static double[]? Damped(double[][] h, double[] gradient, double merit)
    {
        int n = gradient.Length;
        double[][] square = new double[n][];
        for (int i = 0; i < n; i++) square[i] = new double[n];
        foreach (double[] row in h)
        {
            for (int i = 0; i < n; i++)
            {
                if (row[i] != 0.0) RowArithmetic.Add(square[i], row, row[i]);
            }
        }

        double damping = Math.Clamp(merit, 1e-14, 1e-2);
        for (int i = 0; i < n; i++) square[i][i] += damping;
        return DenseLu.Factor(square)?.Solve([.. gradient.Select(g => -g)]);
    }

    private static double[] Transposed(double[][] h, double[] phi)
    {
        double[] result = new double[phi.Length];
        for (int i = 0; i < phi.Length; i++) RowArithmetic.Add(result, h[i], phi[i]);
        return result;
    }

    private static double[] Moved(double[] z, double[] step, double length) => [.. z.Select((v, i) => v + (length * step[i]))];

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0.0;
        for (int i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }
}
