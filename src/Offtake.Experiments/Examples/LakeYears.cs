using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Offtake.Simulation.Numerics;

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

    private readonly double[] _level = new double[PaddedSamples];
    private readonly double[] _power = new double[PaddedSamples];
    private (double Loss, double Steepness, double Level) _critical;

    /// <summary>Walks all samples.</summary>
    /// <param name="loss">Share b of the phosphorus that leaves each year.</param>
    /// <param name="steepness">How sharply q the sediment gives phosphorus back.</param>
    /// <param name="releases">By year, what the town lets in.</param>
    /// <param name="inflows">By year, then by sample.</param>
    /// <returns>The highest of the years' mean levels, and the share of years and samples below the critical level.</returns>
    public (double Highest, double Reliability) Walk(double loss, double steepness, ReadOnlySpan<double> releases, ReadOnlySpan<double> inflows)
    {
        if (_critical.Loss != loss || _critical.Steepness != steepness) _critical = (loss, steepness, CriticalLevel(loss, steepness));

        // The lake begins empty, which is below any level.
        double highest = 0.0;
        long below = Samples;
        for (int t = 0; t < Steps; t++)
        {
            ReadOnlySpan<double> inflow = inflows.Slice(t * PaddedSamples, PaddedSamples);
            if (t == 0) Fill(_level, inflow, releases[t]);
            else Step(inflow, releases[t], 1.0 - loss, steepness);
            (double mean, int count) = Look(_level, _critical.Level);
            highest = Math.Max(highest, mean);
            below += count;
        }

        return (highest, below / (double)(Samples * Count));
    }

    /// <summary>The critical level, by bisection down to the last bit.</summary>
    public static double CriticalLevel(double loss, double steepness)
    {
        double low = LeastCritical, high = MostCritical;
        for (double middle = (low + high) / 2.0; low < middle && middle < high; middle = (low + high) / 2.0)
        {
            if (FourNumbers.Logistic(Logarithm.Of(Vector256.Create(middle)) * steepness).ToScalar() < loss * middle) low = middle;
            else high = middle;
        }

        return high;
    }

    private static void Fill(Span<double> level, ReadOnlySpan<double> inflow, double release)
    {
        for (int n = 0; n < level.Length; n++) level[n] = release + inflow[n];
    }

    // In two passes: the processor looks ahead over so many operations only, and finds more to do at once where each number takes fewer of them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Step(ReadOnlySpan<double> inflow, double release, double kept, double steepness)
    {
        Span<Vector256<double>> levels = MemoryMarshal.Cast<double, Vector256<double>>(_level.AsSpan()), powers = MemoryMarshal.Cast<double, Vector256<double>>(_power.AsSpan());
        ReadOnlySpan<Vector256<double>> inflows = MemoryMarshal.Cast<double, Vector256<double>>(inflow);
        for (int n = 0; n < powers.Length; n++) powers[n] = Logarithm.Of(levels[n]) * Vector256.Create(steepness);
        for (int n = 0; n < powers.Length; n++) levels[n] = (levels[n] * kept) + FourNumbers.Logistic(powers[n]) + (inflows[n] + Vector256.Create(release));
    }

    /// <summary>Mean level, and how many samples lie below the critical one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static (double Mean, int Below) Look(ReadOnlySpan<double> level, double critical)
    {
        ReadOnlySpan<Vector256<double>> levels = MemoryMarshal.Cast<double, Vector256<double>>(level);
        Vector256<double> sum = Vector256<double>.Zero, below = sum, one = Vector256<double>.One;
        for (int n = 0; n < levels.Length - 1; n++)
        {
            sum += levels[n];
            below += Vector256.LessThan(levels[n], Vector256.Create(critical)) & one;
        }

        // Of the last four, two are no samples.
        Vector256<double> last = Vector256.Create(levels[^1].GetLower(), Vector128<double>.Zero);
        Vector256<double> lastBelow = Vector256.LessThan(levels[^1], Vector256.Create(critical)) & Vector256.Create(Vector128<double>.One, Vector128<double>.Zero);
        return (Total(sum + last) / Samples, (int)Total(below + lastBelow));
    }

    private static double Total(Vector256<double> four) => four[0] + four[1] + (four[2] + four[3]);
}
