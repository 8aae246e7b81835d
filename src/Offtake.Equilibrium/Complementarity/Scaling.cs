namespace Offtake.Equilibrium.Complementarity;

/// <summary>Makes rows and columns of a problem comparable, so that a price in cents and a flow in megatonnes weigh alike.</summary>
/// <remarks>
/// Eq. EQU-8: with positive diagonal R and C and s > 0, z solves (M, q) exactly when s C⁻¹ z solves (R M C, s R q). The factors are powers of two,
/// so that scaling and unscaling round nothing.
/// </remarks>
internal sealed class Scaling
{
    private const int Rounds = 12;

    private readonly double[] _row;
    private readonly double[] _column;

    private Scaling(ComplementarityProblem problem, double[] row, double[] column)
    {
        Problem = problem;
        _row = row;
        _column = column;
    }

    /// <summary>The scaled problem.</summary>
    public ComplementarityProblem Problem { get; }

    /// <summary>Scales a problem: rows and columns by turns until the largest entry of each is near one, the constants being a column too.</summary>
    public static Scaling Of(ComplementarityProblem problem)
    {
        int n = problem.Size;
        SparseMatrix.Entry[] entries = [.. problem.Matrix.Entries(), .. problem.Constant.Select((q, i) => new SparseMatrix.Entry(i, n, q))];
        double[] row = new double[n];
        double[] column = new double[n + 1];
        for (int round = 0; round < Rounds; round++)
        {
            double[] rowPeak = new double[n];
            double[] columnPeak = new double[n + 1];
            foreach (SparseMatrix.Entry e in entries)
            {
                double size = Math.Abs(e.Value) * Math.Pow(2.0, row[e.Row] + column[e.Column]);
                rowPeak[e.Row] = Math.Max(rowPeak[e.Row], size);
                columnPeak[e.Column] = Math.Max(columnPeak[e.Column], size);
            }

            for (int i = 0; i < n; i++) row[i] -= HalfLog(rowPeak[i]);
            for (int j = 0; j <= n; j++) column[j] -= HalfLog(columnPeak[j]);
        }

        double[] r = [.. row.Select(PowerOfTwo)];
        double[] c = [.. column.Select(PowerOfTwo)];
        SparseMatrix matrix = new(n, problem.Matrix.Entries().Select(e => e with { Value = e.Value * r[e.Row] * c[e.Column] }));
        double[] constant = [.. problem.Constant.Select((q, i) => q * r[i] * c[n])];
        return new Scaling(new ComplementarityProblem(matrix, constant, problem.WaitingGroup), r, [.. c.Take(n).Select(f => f / c[n])]);
    }

    /// <summary>A solution of the scaled problem in the units of the original.</summary>
    public double[] Unscale(ReadOnlySpan<double> values) => Product(values, _column);

    /// <summary>Weights of the scaled conditions as weights of the original ones.</summary>
    public double[] UnscaleConditions(ReadOnlySpan<double> weights) => Product(weights, _row);

    private static double[] Product(ReadOnlySpan<double> values, double[] factors)
    {
        double[] result = values.ToArray();
        for (int i = 0; i < result.Length; i++) result[i] *= factors[i];
        return result;
    }

    private static double HalfLog(double peak) => peak > 0.0 ? 0.5 * Math.Log2(peak) : 0.0;

    private static double PowerOfTwo(double exponent) => Math.Pow(2.0, Math.Round(exponent));
}
