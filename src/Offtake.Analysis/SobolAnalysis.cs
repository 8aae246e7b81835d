namespace Offtake.Analysis;

/// <summary>Sobol' indices with intervals, from outputs that were computed anywhere.</summary>
/// <remarks>
/// Eq. SEN-8, with f̄ the mean of all outputs and V the variance over A and B together; every mean is over pairs: first order of i = mean of (f(B) − f̄)(f(A with i from B) − f(A)) / V;
/// total = mean of (f(A) − f(A with i from B))² / 2 V; second order of i, j = mean of (f(B with i from A) − f̄)(f(A with j from B) − f̄) − (f(A) − f̄)(f(B) − f̄), over V, less both first-order indices.
/// Saltelli (2002), Computer Physics Communications 145:280; Saltelli et al. (2010); Jansen (1999). Intervals: pairs are drawn anew with replacement; Archer, Saltelli and Sobol' (1997), J. Statist. Comput. Simul. 58:99.
/// </remarks>
public static class SobolAnalysis
{
    private const int A = 0;
    private const int B = 1;
    private const int One = 2;
    private const int FirstInput = 3;

    /// <summary>First-order, total and, where the outputs allow it, second-order indices.</summary>
    /// <param name="outputs">What came out at the points of a design.</param>
    /// <param name="resampling">How intervals are found.</param>
    /// <exception cref="ArgumentException">There are fewer than two pairs, lengths differ, the outputs do not vary, or one is not finite.</exception>
    public static SobolEstimates Of(SobolOutputs outputs, Resampling resampling)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(resampling);
        outputs.MustBeWhole();
        int d = outputs.AB.Count, pairs = outputs.A.Length;
        double centre = outputs.Mean();
        double[][] columns = Columns(outputs, centre);
        (int I, int J)[] two = outputs.BA is null ? [] : [.. Enumerable.Range(0, d).SelectMany(i => Enumerable.Range(i + 1, d - i - 1).Select(j => (i, j)))];
        (int X, int Y)[] products =
        [
            (A, One), (B, One), (A, A), (B, B), (A, B),
            .. Enumerable.Range(0, d).Select(i => (B, Step(i))),
            .. Enumerable.Range(0, d).Select(i => (Step(i), Step(i))),
            .. two.Select(t => (BA(t.I), AB(t.J))),
        ];
        double[][] sums = WeightedSums.Of(columns, products, resampling.Counts(pairs), resampling.Parallel);
        int replicates = sums[0].Length, second = 5 + (2 * d);
        double[][] indices = new double[(2 * d) + two.Length][];
        for (int k = 0; k < indices.Length; k++) indices[k] = new double[replicates];
        double[] variances = new double[replicates];
        for (int r = 0; r < replicates; r++)
        {
            double mean = (sums[0][r] + sums[1][r]) / (2.0 * pairs), crossed = sums[4][r] / pairs;
            double variance = variances[r] = ((sums[2][r] + sums[3][r]) / (2.0 * pairs)) - (mean * mean);
            for (int i = 0; i < d; i++)
            {
                indices[i][r] = sums[5 + i][r] / pairs / variance;
                indices[d + i][r] = sums[5 + d + i][r] / (2.0 * pairs) / variance;
            }

            for (int t = 0; t < two.Length; t++)
                indices[(2 * d) + t][r] = (((sums[second + t][r] / pairs) - crossed) / variance) - indices[two[t].I][r] - indices[two[t].J][r];
        }

        Estimate[] found = [.. indices.Select(x => Estimate.Of(x[0], x.AsSpan(1)))];
        return new SobolEstimates(
            pairs, centre + ((sums[0][0] + sums[1][0]) / (2.0 * pairs)), variances[0], found[..d], found[d..(2 * d)],
            outputs.BA is null ? null : [.. two.Select((t, k) => new Interaction(t.I, t.J, found[(2 * d) + k]))]);

        int Step(int i) => FirstInput + i;
        int AB(int i) => FirstInput + d + i;
        int BA(int i) => FirstInput + (2 * d) + i;
    }

    // A, B and one; then by input A with it from B less A, A with it from B, B with it from A; all but the differences less the mean.
    private static double[][] Columns(SobolOutputs outputs, double centre)
    {
        double[] one = new double[outputs.A.Length];
        Array.Fill(one, 1.0);
        return
        [
            Less(outputs.A), Less(outputs.B), one,
            .. outputs.AB.Select(mixed => (double[])[.. mixed.Select((y, n) => y - outputs.A[n])]),
            .. outputs.BA is null ? [] : outputs.AB.Select(Less),
            .. outputs.BA?.Select(Less) ?? [],
        ];

        double[] Less(double[] values) => [.. values.Select(y => y - centre)];
    }
}

/// <summary>What came out at the points of a design of pairs.</summary>
/// <param name="A">At A, by pair.</param>
/// <param name="B">At B, by pair.</param>
/// <param name="AB">By input: at A with that input from B, by pair.</param>
/// <param name="BA">By input: at B with that input from A, by pair; null when second-order indices are not asked for.</param>
public sealed record SobolOutputs(double[] A, double[] B, IReadOnlyList<double[]> AB, IReadOnlyList<double[]>? BA = null)
{
    private IEnumerable<double[]> All => [A, B, .. AB, .. BA ?? []];

    /// <summary>Evaluates a response at every point of a design.</summary>
    /// <param name="design">Where to evaluate.</param>
    /// <param name="response">What is evaluated.</param>
    /// <param name="secondOrder">Whether also at B with one input from A.</param>
    public static SobolOutputs Of(PairDesign design, Response response, bool secondOrder)
    {
        ArgumentNullException.ThrowIfNull(design);
        IEnumerable<ulong> inputs = Enumerable.Range(0, design.Inputs).Select(i => 1UL << i);
        return new SobolOutputs(
            design.Outputs(response, 0), design.Outputs(response, design.All),
            [.. inputs.Select(i => design.Outputs(response, i))],
            secondOrder ? [.. inputs.Select(i => design.Outputs(response, design.All & ~i))] : null);
    }

    internal double Mean()
    {
        double sum = 0.0;
        int count = 0;
        foreach (double[] values in All)
        {
            foreach (double y in values) sum += y;
            count += values.Length;
        }

        return sum / count;
    }

    internal void MustBeWhole()
    {
        if (A.Length < 2) throw new ArgumentException($"There are {A.Length} pairs; at least 2 are needed.");
        if (All.Any(v => v.Length != A.Length)) throw new ArgumentException("The outputs are not as many at every point of the pairs.");
        if (BA is not null && BA.Count != AB.Count) throw new ArgumentException($"There are {AB.Count} inputs from B and {BA.Count} from A; as many of each are needed.");
        if (All.Any(v => v.Any(y => !double.IsFinite(y)))) throw new ArgumentException("An output is not finite.");
        if (A.Concat(B).All(y => y == A[0])) throw new ArgumentException("The outputs do not vary.");
    }
}

/// <summary>Sobol' indices with intervals.</summary>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Mean">Mean of the outputs at A and B.</param>
/// <param name="Variance">Variance of the outputs at A and B.</param>
/// <param name="First">Explained by each input alone. An estimate may lie a little below zero.</param>
/// <param name="Total">Explained by each input alone and with others; they may add up to more than one.</param>
/// <param name="Second">Explained by two inputs together beyond what each explains alone; null when not asked for.</param>
public sealed record SobolEstimates(
    int Pairs, double Mean, double Variance, IReadOnlyList<Estimate> First, IReadOnlyList<Estimate> Total, IReadOnlyList<Interaction>? Second);

/// <summary>The second-order index of two inputs.</summary>
/// <param name="I">One input, from 0.</param>
/// <param name="J">The other, larger than I.</param>
/// <param name="Index">Its share of the variance.</param>
public sealed record Interaction(int I, int J, Estimate Index);
