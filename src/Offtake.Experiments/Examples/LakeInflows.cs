using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Examples;

/// <summary>Phosphorus that flows into the lake by nature. All policies of a future meet the same.</summary>
/// <remarks>
/// Eq. LAK-2: i(t, n) = exp(μ + σ z(t, n)), σ² = ln(1 + s² / m²), μ = ln m − σ² / 2, so that inflows have the mean m and the standard deviation s.
/// z is keyed by (seed, future, year, sample) and drawn from nothing else, so neither other futures nor the number of workers can shift it.
/// </remarks>
internal sealed class LakeInflows
{
    // Tells these counters from those of other purposes (Chance).
    private const uint Lake = 0x4C414B45;

    private readonly double[] _normal = new double[LakeYears.Steps * LakeYears.PaddedSamples];
    private readonly double[] _values = new double[LakeYears.Steps * LakeYears.PaddedSamples];
    private (Chance Chance, double Mean, double Deviation)? _drawn;

    /// <summary>By year, then by sample, as of the last draw.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Draws the inflows of a future.</summary>
    /// <param name="chance">Which future.</param>
    /// <param name="mean">Mean of the inflow of a year.</param>
    /// <param name="deviation">Its standard deviation.</param>
    public void Draw(Chance chance, double mean, double deviation)
    {
        if (_drawn == (chance, mean, deviation)) return;
        if (_drawn?.Chance != chance) DrawNormal(chance);
        double variance = FourNumbers.Log(1.0 + (deviation * deviation / (mean * mean)));
        Scale(FourNumbers.Log(mean) - (variance / 2.0), Math.Sqrt(variance));
        _drawn = (chance, mean, deviation);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DrawNormal(Chance chance)
    {
        int next = 0;
        for (uint year = 0; year < LakeYears.Steps; year++)
        {
            // A block of the generator holds the numbers of two samples.
            for (uint pair = 0; pair < LakeYears.PaddedSamples / 2; pair++)
            {
                (uint a, uint b, uint c, uint d) = Philox.Words((uint)chance.Future, year, pair, Lake, chance.Seed);
                _normal[next++] = NormalCurve.Quantile(Philox.Unit(a, b));
                _normal[next++] = NormalCurve.Quantile(Philox.Unit(c, d));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scale(double location, double scale)
    {
        ReadOnlySpan<Vector256<double>> normal = MemoryMarshal.Cast<double, Vector256<double>>(_normal);
        Span<Vector256<double>> values = MemoryMarshal.Cast<double, Vector256<double>>(_values.AsSpan());
        for (int i = 0; i < values.Length; i++) values[i] = FourNumbers.Exp(Vector256.Create(location) + (normal[i] * scale));
    }
}
