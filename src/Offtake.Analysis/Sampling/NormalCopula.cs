namespace Offtake.Analysis.Sampling;

/// <summary>Turns independent coordinates into ones that go together, each still spread evenly over (0, 1).</summary>
/// <remarks>
/// Eq. SAM-3: z = L Φ⁻¹(u), u' = Φ(z) with L L' = R the correlations of the normal scores, ρ = 2 sin(π ρ_s / 6) of the wished rank correlation ρ_s.
/// Iman and Conover (1982), Communications in Statistics B11:311, name the aim; the relation of the two correlations is Pearson's (1907).
/// </remarks>
public sealed class NormalCopula
{
    private readonly double[,] _root;
    private readonly Func<double, double> _normal;
    private readonly Func<double, double> _quantile;

    private NormalCopula(double[,] root, Func<double, double> normal, Func<double, double> quantile)
    {
        _root = root;
        _normal = normal;
        _quantile = quantile;
    }

    /// <summary>The copula of given rank correlations, or null when no set of variables can have all of them.</summary>
    /// <param name="dimensions">Number of coordinates.</param>
    /// <param name="correlations">Pairs of coordinates with their rank correlation; pairs that are not named are independent but for what the named ones imply.</param>
    /// <param name="normal">The standard normal distribution.</param>
    /// <param name="quantile">Its inverse.</param>
    public static NormalCopula? Of(int dimensions, IEnumerable<(int One, int Other, double Rank)> correlations, Func<double, double> normal, Func<double, double> quantile)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        double[,] r = new double[dimensions, dimensions];
        for (int i = 0; i < dimensions; i++) r[i, i] = 1.0;
        foreach ((int one, int other, double rank) in correlations) r[one, other] = r[other, one] = 2.0 * Math.Sin(Math.PI * rank / 6.0);
        return Root(r) is { } root ? new NormalCopula(root, normal, quantile) : null;
    }

    /// <summary>Lets the coordinates of a point go together.</summary>
    /// <param name="point">Numbers in (0, 1), changed in place; coordinates that go with none are left as they are.</param>
    public void Apply(Span<double> point)
    {
        Span<double> z = stackalloc double[point.Length];
        for (int i = 0; i < z.Length; i++) z[i] = _quantile(point[i]);
        for (int i = 0; i < z.Length; i++)
        {
            double sum = 0.0;
            bool isAlone = true;
            for (int j = 0; j <= i; j++)
            {
                sum += _root[i, j] * z[j];
                isAlone &= j == i || _root[i, j] == 0.0;
            }

            if (!isAlone) point[i] = _normal(sum);
        }
    }

    // Cholesky's decomposition; there is none where the correlations contradict each other.
    private static double[,]? Root(double[,] r)
    {
        int n = r.GetLength(0);
        double[,] root = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = r[i, j];
                for (int k = 0; k < j; k++) sum -= root[i, k] * root[j, k];
                if (i == j && !(sum > 0.0)) return null;
                root[i, j] = i == j ? Math.Sqrt(sum) : sum / root[j, j];
            }
        }

        return root;
    }
}
