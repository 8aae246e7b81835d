using System.Numerics;

namespace Offtake.Analysis;

/// <summary>Shapley effects from a table of futures whose inputs may depend on each other: each input's fair share of the variance of a result. No design is needed.</summary>
/// <remarks>
/// Eq. SEN-12: effect of i = Σ over sets u without i of |u|! (d − |u| − 1)! / d! · (c(u and i) − c(u)), c(u) = mean over points of the variance of y among the 3 points nearest in the inputs outside u, over V; c(all) = 1. c(∅), the variance that is left when all inputs are known, belongs to none of them.
/// Broto, Bachoc and Depecker (2020), SIAM/ASA J. Uncertainty Quantification 8:693: double Monte Carlo, nearest neighbours, subset procedure. Distances are between ranks, so other scales of an input change nothing; between different words they are 1.
/// </remarks>
public static class ShapleyFromTable
{
    /// <summary>All sets of inputs are looked at, so there are at most so many.</summary>
    public const int MaxInputs = 12;

    /// <summary>Below this number of rows neighbours are too far apart to say anything.</summary>
    public const int FewestRows = 30;

    private const int Neighbours = 3;

    /// <summary>Effects with intervals; together with what no input explains they sum to one.</summary>
    /// <param name="inputs">Each with as many values as there are results.</param>
    /// <param name="column">The result in every row.</param>
    /// <param name="resampling">How intervals are found: points at which variances are taken are drawn anew. They do not hold the bias that comes of neighbours not being in one place.</param>
    /// <param name="mostPoints">Variances are taken at so many points at most; neighbours are looked for among all.</param>
    /// <exception cref="ArgumentException">Too many inputs, too few rows, or the result does not vary.</exception>
    public static TableShapley Effects(IReadOnlyList<Column> inputs, double[] column, Resampling resampling, int mostPoints = 2000)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(resampling);
        int d = inputs.Count, rows = column.Length;
        if (d is < 1 or > MaxInputs) throw new ArgumentException($"There are {d} inputs; from 1 to {MaxInputs} can be looked at together.", nameof(inputs));
        if (rows < FewestRows) throw new ArgumentException($"There are {rows} rows; at least {FewestRows} are needed.", nameof(column));
        if (column.All(y => y == column[0])) throw new ArgumentException("The result does not vary.", nameof(column));
        int[] order = Shuffled(rows, resampling.Seed);
        double[][] places = [.. inputs.SelectMany(c => Places(c, order))];
        int[] owner = [.. inputs.SelectMany((c, i) => Enumerable.Repeat(i, c.Categories?.Count ?? 1))];
        double[] y = [.. order.Select(r => column[r])];
        int points = Math.Min(rows, mostPoints);

        // Variance left when the inputs outside u are known, by set u and point; of all inputs: the whole variance.
        double[][] left = new double[1 << d][];
        left[^1] = Whole(y, points);
        Parallel.For(0, left.Length - 1, resampling.Parallel, u => left[u] = Around([.. places.Where((_, c) => ((u >> owner[c]) & 1) == 0)], y, points));
        byte[][] counts = resampling.Counts(points);
        double[][] worth = new double[counts.Length][];
        Parallel.For(0, counts.Length, resampling.Parallel, r => worth[r] = Shares(left, counts[r], d));
        Estimate[] shares = [.. Enumerable.Range(0, d + 1).Select(i => Estimate.Of(worth[0][i], [.. worth.Skip(1).Select(w => w[i])]))];
        return new TableShapley(shares[..d], shares[d]);
    }

    // By input, and last what is left when all of them are known.
    private static double[] Shares(double[][] left, byte[] drawn, int d)
    {
        double[] worth = new double[left.Length], effects = new double[d + 1];
        for (int u = 0; u < worth.Length; u++)
        {
            for (int n = 0; n < drawn.Length; n++) worth[u] += drawn[n] * left[u][n];
        }

        for (int u = 0; u < worth.Length; u++)
        {
            double weight = Shapley.Weight(BitOperations.PopCount((uint)u), d);
            for (int i = 0; i < d; i++)
            {
                if (((u >> i) & 1) == 0) effects[i] += weight * (worth[u | (1 << i)] - worth[u]) / worth[^1];
            }
        }

        effects[d] = worth[0] / worth[^1];
        return effects;
    }

    private static double[] Whole(double[] y, int points)
    {
        double mean = y.Average(), scale = y.Length / (y.Length - 1.0);
        return [.. y.Take(points).Select(v => (v - mean) * (v - mean) * scale)];
    }

    private static double[] Around(double[][] columns, double[] y, int points)
    {
        NeighbourTree tree = new(columns, y.Length);
        double[] variances = new double[points];
        Span<int> near = stackalloc int[Neighbours];
        for (int n = 0; n < points; n++)
        {
            tree.Nearest(n, near);
            double mean = 0.0, squares = 0.0;
            foreach (int p in near) mean += y[p] / Neighbours;
            foreach (int p in near) squares += (y[p] - mean) * (y[p] - mean);
            variances[n] = squares / (Neighbours - 1);
        }

        return variances;
    }

    // Points in random order, so that ties between distances fall without regard to the order of the table.
    private static int[] Shuffled(int rows, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        ulong key = Mix.Word(seed, ulong.MaxValue);
        for (int i = rows - 1; i > 0; i--)
        {
            int j = (int)(Mix.Word(key, (ulong)i) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    // Middle ranks as shares for numbers; for words one axis a word, so that two words are 1 apart.
    private static IEnumerable<double[]> Places(Column input, int[] order)
    {
        double[] values = [.. order.Select(r => input.Values[r])];
        if (input.Categories is { } words)
        {
            for (int w = 0; w < words.Count; w++) yield return [.. values.Select(v => v == w ? Math.Sqrt(0.5) : 0.0)];
            yield break;
        }

        double[] sorted = [.. values], ranks = new double[values.Length];
        int[] by = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(sorted, by);
        for (int start = 0; start < by.Length;)
        {
            int end = start;
            while (end < by.Length && sorted[end] == sorted[start]) end++;
            for (int k = start; k < end; k++) ranks[by[k]] = (start + end - 1) / (2.0 * by.Length);
            start = end;
        }

        yield return ranks;
    }
}

/// <summary>Shapley effects that were found in a table.</summary>
/// <param name="Effects">By input, its fair share of the variance.</param>
/// <param name="Unexplained">The share that no input explains: chance and what is not in the table, and what differs between neighbours because they are not in one place.</param>
public sealed record TableShapley(IReadOnlyList<Estimate> Effects, Estimate Unexplained);
