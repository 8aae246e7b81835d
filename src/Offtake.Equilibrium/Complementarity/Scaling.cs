namespace Offtake.Equilibrium.Complementarity;

/// <summary>Makes rows and columns of a problem comparable, so that a price in cents and a flow in megatonnes weigh alike.</summary>
/// <remarks>
/// Eq. EQU-8: with positive diagonal R and C, z solves (M, q) exactly when C⁻¹ z solves (R M C, R q). The factors are powers of two,
/// so that scaling and unscaling round nothing.
/// </remarks>
internal sealed class Scaling
{
    private const int Rounds = 12;

    private readonly double[] _column;

    private Scaling(ComplementarityProblem problem, double[] column)
    {
        Problem = problem;
        _column = column;
    }

    /// <summary>The scaled problem.</summary>
    public ComplementarityProblem Problem { get; }

    /// <summary>Scales a problem: rows and columns by turns until the largest entry of each is near one, then the constants.</summary>
    public static Scaling Of(ComplementarityProblem problem)
    {
        double[] row = new double[problem.Size];
        double[] column = new double[problem.Size];
        for (int round = 0; round < Rounds; round++)
        {
            double[] rowPeak = new double[problem.Size];
            double[] columnPeak = new double[problem.Size];
            foreach (SparseMatrix.Entry e in problem.Matrix.Entries())
            {
                double size = Math.Abs(e.Value) * Math.Pow(2.0, row[e.Row] + column[e.Column]);
                rowPeak[e.Row] = Math.Max(rowPeak[e.Row], size);
                columnPeak[e.Column] = Math.Max(columnPeak[e.Column], size);
            }

            for (int i = 0; i < problem.Size; i++)
            {
                row[i] -= HalfLog(rowPeak[i]);
                column[i] -= HalfLog(columnPeak[i]);
            }
        }

        double[] r = [.. row.Select(PowerOfTwo)];
        double[] c = [.. column.Select(PowerOfTwo)];
        double peak = problem.Constant.Select((q, i) => Math.Abs(q) * r[i]).DefaultIfEmpty().Max();
        double unit = peak > 0.0 ? PowerOfTwo(Math.Log2(peak)) : 1.0;
        SparseMatrix matrix = new(problem.Size, problem.Matrix.Entries().Select(e => e with { Value = e.Value * r[e.Row] * c[e.Column] }));
        double[] constant = [.. problem.Constant.Select((q, i) => q * r[i] / unit)];
        return new Scaling(new ComplementarityProblem(matrix, constant, problem.WaitingGroup), [.. c.Select(f => f * unit)]);
    }

    /// <summary>A solution of the scaled problem in the units of the original.</summary>
    public double[] Unscale(ReadOnlySpan<double> values)
    {
        double[] result = values.ToArray();
        for (int i = 0; i < result.Length; i++) result[i] *= _column[i];
        return result;
    }

    private static double HalfLog(double peak) => peak > 0.0 ? 0.5 * Math.Log2(peak) : 0.0;

    private static double PowerOfTwo(double exponent) => Math.Pow(2.0, Math.Round(exponent));
}
