namespace Offtake.Analysis;

/// <summary>Which share of the variance of a result each group of inputs explains, from outputs at pairs of points. Groups are independent of each other; within a group inputs may depend on each other as they like.</summary>
/// <remarks>
/// Eq. SEN-18: with u a group, all of whose inputs change together, V the variance over all points, and F⁻ and F⁺ what comes out before and after u is taken from B in a random order of the groups from A to B:
/// first order = mean of (f(B) − f̄)(f(A with u from B) − f(A)) / V; total = mean of [(f(A) − f(A with u from B))² + (F⁻ − F⁺)²] / 4 V, both steps differing in u alone; Shapley effect = mean of (f(A) − f(B))(F⁻ − F⁺) over mean of (f(A) − f(B))², which sums to one exactly.
/// Saltelli et al. (2010) and Jansen (1999), for groups; Goda (2021), averaged over both directions of the walk, and Song, Nelson and Staum (2016).
/// </remarks>
public static class GroupShares
{
    /// <summary>The order in which a pair goes from A to B.</summary>
    public static int[] Order(int groups, ulong seed, int pair)
    {
        int[] order = new int[groups];
        Shapley.Shuffle(order, seed, pair);
        return order;
    }

    /// <summary>All shares with intervals. Pairs are drawn anew with replacement; every share is computed again with the variance of the same draw.</summary>
    /// <param name="outputs">What came out, pair by pair.</param>
    /// <param name="resampling">How intervals are found.</param>
    /// <returns>The shares; null where the outputs do not vary, so that there is nothing to share.</returns>
    /// <exception cref="ArgumentException">There are fewer than two pairs, or an output is not finite.</exception>
    public static GroupEstimates? Of(IReadOnlyList<PairOutputs> outputs, Resampling resampling)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(resampling);
        if (outputs.Count < 2) throw new ArgumentException($"There are {outputs.Count} pairs; at least 2 are needed.", nameof(outputs));
        if (outputs.Any(o => !o.IsFinite)) throw new ArgumentException("An output is not finite.", nameof(outputs));
        if (outputs.All(o => o.All.All(y => y == outputs[0].A))) return null;
        int d = outputs[0].AB.Length, others = outputs[0].Others.Length;
        double centre = outputs.Average(o => o.All.Average());
        double[][] terms = [.. outputs.Select(o => Terms(o, centre))];
        byte[][] counts = resampling.Counts(outputs.Count);
        double[][] shares = [.. counts.Select(c => SharesOf(terms, c, d, others)).Where(s => s.All(double.IsFinite))];
        Estimate[] found = [.. Enumerable.Range(0, shares[0].Length).Select(k => Estimate.Of(shares[0][k], [.. shares.Skip(1).Select(s => s[k])]))];
        double[] whole = Sum(terms, counts[0]);
        return new GroupEstimates(
            outputs.Count, centre, Variance(whole, outputs.Count), found[..d], found[d..(2 * d)], found[(2 * d)..(3 * d)], found[(3 * d)..^2], found[^2], found[^1]);
    }

    // By pair: mean and squares of all its points, (A − B)² / 2, then by group first order, total, Shapley, then the totals of other sets; all but the first three lack the division by a variance.
    private static double[] Terms(PairOutputs o, double centre)
    {
        double a = o.A - centre, b = o.B - centre;
        double[] shapley = new double[o.AB.Length], total = new double[o.AB.Length];
        for (int k = 0; k < o.Order.Length; k++)
        {
            int g = o.Order[k];
            double step = o.Along[k] - o.Along[k + 1];
            shapley[g] = (a - b) * step / 2.0;
            total[g] = (((o.A - o.AB[g]) * (o.A - o.AB[g])) + (step * step)) / 4.0;
        }

        double[] all = [.. o.All];
        return
        [
            all.Average() - centre, all.Average(y => (y - centre) * (y - centre)), (a - b) * (a - b) / 2.0,
            .. o.AB.Select(m => b * (m - o.A)), .. total, .. shapley, .. o.Others.Select(m => (o.A - m) * (o.A - m) / 2.0),
        ];
    }

    private static double[] Sum(double[][] terms, byte[] counts)
    {
        double[] sums = new double[terms[0].Length];
        for (int n = 0; n < terms.Length; n++)
        {
            for (int k = 0; k < sums.Length; k++) sums[k] += counts[n] * terms[n][k];
        }

        return sums;
    }

    private static double Variance(double[] sums, int pairs) => (sums[1] / pairs) - (sums[0] / pairs * (sums[0] / pairs));

    private static double[] SharesOf(double[][] terms, byte[] counts, int d, int others)
    {
        double[] sums = Sum(terms, counts), shares = new double[(3 * d) + others + 2];
        double variance = Variance(sums, terms.Length);
        for (int i = 0; i < d; i++)
        {
            shares[i] = sums[3 + i] / terms.Length / variance;
            shares[d + i] = sums[3 + d + i] / terms.Length / variance;
            shares[(2 * d) + i] = sums[3 + (2 * d) + i] / sums[2];
            shares[^2] += shares[i];
            shares[^1] += shares[d + i];
        }

        for (int k = 0; k < others; k++) shares[(3 * d) + k] = sums[3 + (3 * d) + k] / terms.Length / variance;
        return shares;
    }
}

/// <summary>What came out at the points of one pair.</summary>
/// <param name="A">At A.</param>
/// <param name="B">At B.</param>
/// <param name="AB">By group: at A with that group from B.</param>
/// <param name="Order">The groups in the order in which they are taken from B.</param>
/// <param name="Along">At A, after the first group is taken from B, after the second, and so on to B.</param>
/// <param name="Others">By other sets of inputs, which need not be groups: at A with that set from B.</param>
public sealed record PairOutputs(double A, double B, double[] AB, int[] Order, double[] Along, double[] Others)
{
    /// <summary>Whether every output is a number.</summary>
    public bool IsFinite => All.Concat(Others).All(double.IsFinite);

    // A and B stand at the ends of the walk along.
    internal IEnumerable<double> All => Along.Concat(AB);
}

/// <summary>Shares of the variance by group.</summary>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Mean">Mean of the outputs at all points.</param>
/// <param name="Variance">Variance of the outputs at all points.</param>
/// <param name="First">Explained by each group alone. An estimate may lie a little below zero.</param>
/// <param name="Total">Explained by each group alone and with others.</param>
/// <param name="Shapley">What each group adds, averaged over orders; they sum to one.</param>
/// <param name="Others">Totals of the other sets.</param>
/// <param name="FirstSum">Sum of <paramref name="First"/>: at most one up to sampling error.</param>
/// <param name="TotalSum">Sum of <paramref name="Total"/>: at least one up to sampling error.</param>
public sealed record GroupEstimates(
    int Pairs, double Mean, double Variance, IReadOnlyList<Estimate> First, IReadOnlyList<Estimate> Total, IReadOnlyList<Estimate> Shapley, IReadOnlyList<Estimate> Others,
    Estimate FirstSum, Estimate TotalSum);
