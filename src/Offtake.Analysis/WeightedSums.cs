using System.Runtime.Intrinsics;

namespace Offtake.Analysis;

/// <summary>Sums of products of two columns over a sample and all its bootstrap replicates at once.</summary>
/// <remarks>
/// Each product is computed once a block and meets all replicates while it is in the cache. Chunks of members and lanes are fixed, so the order of adding, and every bit, is the same for any number of workers and on any machine.
/// </remarks>
internal static class WeightedSums
{
    private const int Lanes = 16;
    private const int Block = 256;
    private const int MostChunks = 64;
    private const int SmallestChunk = 512;

    /// <summary>Σ over members of count × x × y, by product and replicate.</summary>
    /// <param name="columns">All of one length.</param>
    /// <param name="products">Which two columns.</param>
    /// <param name="counts">By replicate and member.</param>
    /// <param name="parallel">How many threads.</param>
    public static double[][] Of(double[][] columns, (int X, int Y)[] products, byte[][] counts, ParallelOptions parallel)
    {
        int members = columns[0].Length, tiles = (counts.Length + Lanes - 1) / Lanes, width = tiles * Lanes;
        int chunk = Math.Max(SmallestChunk, ((members / MostChunks) + Block) / Block * Block);
        double[][] parts = new double[(members + chunk - 1) / chunk][];
        Parallel.For(0, parts.Length, parallel, c =>
        {
            double[] sums = new double[products.Length * width], weights = new double[Block * Lanes], product = new double[Block];
            for (int start = c * chunk; start < Math.Min(members, (c + 1) * chunk); start += Block)
            {
                int length = Math.Min(Block, members - start);
                for (int t = 0; t < tiles; t++)
                {
                    Widen(counts, t * Lanes, start, length, weights);
                    for (int p = 0; p < products.Length; p++)
                    {
                        double[] x = columns[products[p].X], y = columns[products[p].Y];
                        for (int n = 0; n < length; n++) product[n] = x[start + n] * y[start + n];
                        Add(product.AsSpan(0, length), weights, sums.AsSpan((p * width) + (t * Lanes), Lanes));
                    }
                }
            }

            parts[c] = sums;
        });

        double[][] all = new double[products.Length][];
        for (int p = 0; p < all.Length; p++)
        {
            all[p] = new double[counts.Length];
            foreach (double[] part in parts)
            {
                for (int r = 0; r < counts.Length; r++) all[p][r] += part[(p * width) + r];
            }
        }

        return all;
    }

    // Weights of a block by member and lane; lanes beyond the last replicate hold zero.
    private static void Widen(byte[][] counts, int first, int start, int length, double[] weights)
    {
        Array.Clear(weights);
        for (int lane = 0; lane < Math.Min(Lanes, counts.Length - first); lane++)
        {
            ReadOnlySpan<byte> drawn = counts[first + lane].AsSpan(start, length);
            for (int n = 0; n < drawn.Length; n++) weights[(n * Lanes) + lane] = drawn[n];
        }
    }

    private static void Add(ReadOnlySpan<double> product, ReadOnlySpan<double> weights, Span<double> sums)
    {
        Vector256<double> s0 = Vector256<double>.Zero, s1 = s0, s2 = s0, s3 = s0;
        for (int n = 0; n < product.Length; n++)
        {
            Vector256<double> value = Vector256.Create(product[n]);
            ReadOnlySpan<double> row = weights.Slice(n * Lanes, Lanes);
            s0 += value * Vector256.Create(row);
            s1 += value * Vector256.Create(row[4..]);
            s2 += value * Vector256.Create(row[8..]);
            s3 += value * Vector256.Create(row[12..]);
        }

        (Vector256.Create<double>(sums) + s0).CopyTo(sums);
        (Vector256.Create<double>(sums[4..]) + s1).CopyTo(sums[4..]);
        (Vector256.Create<double>(sums[8..]) + s2).CopyTo(sums[8..]);
        (Vector256.Create<double>(sums[12..]) + s3).CopyTo(sums[12..]);
    }
}
