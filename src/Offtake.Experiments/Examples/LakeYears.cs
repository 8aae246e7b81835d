using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Experiments.Examples;

/// <summary>A century of phosphorus in the lake, 150 times over with other inflows.</summary>
/// <remarks>
/// Eq. LAK-1: P(t+1) = (1 − b) P(t) + P(t)^q / (1 + P(t)^q) + a(t) + i(t), P(0) = 0. The fraction is computed as 1 / (1 + exp(−q ln P)).
/// Eq. LAK-3: the critical level is the root of x^q / (1 + x^q) = b x between 0.01 and 1.5; above it the lake stays full of phosphorus even when nothing is let in.
/// </remarks>
internal sealed class LakeYears
{
    /// <summary>Years, and releases.</summary>
    public const int Count = 100;

    /// <summary>Steps from year to year; the last release meets no year after it.</summary>
    public const int Steps = Count - 1;

    /// <summary>Samples of inflows.</summary>
    public const int Samples = 150;

    /// <summary>The same, rounded up to whole vectors; those beyond are walked along and not counted.</summary>
    public const int PaddedSamples = 152;

    private const double LeastCritical = 0.01;
    private const double MostCritical = 1.5;

    private static readonly Vector256<double> LastCounts = Vector256.Create(1.0, 1.0, 0.0, 0.0);

    private readonly double[] _level = new double[PaddedSamples];
    private (double Loss, double Steepness, double Level) _critical;

    /// <summary>Walks all samples.</summary>
    /// <param name="loss">Share b of the phosphorus that leaves each year.</param>
    /// <param name="steepness">How sharply q the sediment gives phosphorus back.</param>
    /// <param name="releases">By year, what the town lets in.</param>
    /// <param name="inflows">By year, then by sample.</param>
    /// <returns>The highest of the years' mean levels, and the share of years and samples below the critical level.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (double Highest, double Reliability) Walk(double loss, double steepness, ReadOnlySpan<double> releases, ReadOnlySpan<double> inflows)
    {
        if (_critical.Loss != loss || _critical.Steepness != steepness) _critical = (loss, steepness, CriticalLevel(loss, steepness));
        Vector256<double> kept = Vector256.Create(1.0 - loss), minusQ = Vector256.Create(-steepness), critical = Vector256.Create(_critical.Level);
        Span<Vector256<double>> level = MemoryMarshal.Cast<double, Vector256<double>>(_level.AsSpan());
        ReadOnlySpan<Vector256<double>> inflow = MemoryMarshal.Cast<double, Vector256<double>>(inflows);

        // In the first year the lake is empty, and so below any level.
        Vector256<double> below = Vector256.Create(Samples / 4.0);
        double highest = 0.0;
        level.Clear();
        for (int t = 0; t < Steps; t++)
        {
            Vector256<double> release = Vector256.Create(releases[t]), sum = Vector256<double>.Zero;
            ReadOnlySpan<Vector256<double>> now = inflow.Slice(t * level.Length, level.Length);
            for (int n = 0; n < level.Length; n++)
            {
                Vector256<double> p = level[n], next = release + now[n];
                if (t > 0) next = (kept * p) + Recycled(p, minusQ) + next;
                level[n] = next;
                Vector256<double> counts = n < level.Length - 1 ? Vector256<double>.One : LastCounts;
                sum += next * counts;
                below += Vector256.LessThan(next, critical) & counts;
            }

            highest = Math.Max(highest, Total(sum) / Samples);
        }

        return (highest, Total(below) / (Samples * Count));
    }

    /// <summary>The critical level, by bisection down to the last bit.</summary>
    public static double CriticalLevel(double loss, double steepness)
    {
        Vector256<double> minusQ = Vector256.Create(-steepness);
        double low = LeastCritical, high = MostCritical;
        for (double middle = (low + high) / 2.0; low < middle && middle < high; middle = (low + high) / 2.0)
        {
            if (Recycled(Vector256.Create(middle), minusQ).ToScalar() < loss * middle) low = middle;
            else high = middle;
        }

        return high;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Recycled(Vector256<double> level, Vector256<double> minusQ) =>
        Vector256<double>.One / (Vector256<double>.One + FourNumbers.Exp(minusQ * FourNumbers.Log(level)));

    private static double Total(Vector256<double> four) => four[0] + four[1] + (four[2] + four[3]);
}
