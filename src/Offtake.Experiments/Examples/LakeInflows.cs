using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Numerics;

namespace Offtake.Experiments.Examples;

/// <summary>Phosphorus that flows into the lake by nature. All policies of a future meet the same.</summary>
/// <remarks>
/// Eq. LAK-2: i(t, n) = exp(μ + σ z(t, n)), σ² = ln(1 + s² / m²), μ = ln m − σ² / 2, so that inflows have the mean m and the standard deviation s.
/// z is keyed by (seed, future, year, sample) and drawn from nothing else, so neither other futures nor the number of workers can shift it. Normal numbers come in pairs,
/// √(−2 ln u) cos 2πv and √(−2 ln u) sin 2πv: Box and Muller (1958), Annals of Mathematical Statistics 29:610. The first half of the samples has the cosines, the second the sines.
/// </remarks>
internal sealed class LakeInflows
{
    // Tells these counters from those of other purposes (Chance).
    private const uint Lake = 0x4C414B45;

    private const int Pairs = LakeYears.PaddedSamples / 2;

    private readonly double[] _lengths = new double[Pairs];
    private readonly double[] _turns = new double[Pairs];
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
        double variance = Logarithm.Of(1.0 + (deviation * deviation / (mean * mean)));
        Scale(Logarithm.Of(mean) - (variance / 2.0), Math.Sqrt(variance));
        _drawn = (chance, mean, deviation);
    }

    private void DrawNormal(Chance chance)
    {
        for (int year = 0; year < LakeYears.Steps; year++)
        {
            for (int pair = 0; pair < Pairs; pair++)
            {
                (uint a, uint b, uint c, uint d) = Philox.Words((uint)chance.Future, (uint)year, (uint)pair, Lake, chance.Seed);
                _lengths[pair] = Philox.Unit(a, b);
                _turns[pair] = Philox.Unit(c, d);
            }

            Span<double> normal = _normal.AsSpan(year * LakeYears.PaddedSamples, LakeYears.PaddedSamples);
            Normal(_lengths, _turns, normal[..Pairs], normal[Pairs..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normal(ReadOnlySpan<double> u, ReadOnlySpan<double> v, Span<double> cosines, Span<double> sines)
    {
        ReadOnlySpan<Vector256<double>> lengths = MemoryMarshal.Cast<double, Vector256<double>>(u), turns = MemoryMarshal.Cast<double, Vector256<double>>(v);
        Span<Vector256<double>> first = MemoryMarshal.Cast<double, Vector256<double>>(cosines), second = MemoryMarshal.Cast<double, Vector256<double>>(sines);
        for (int i = 0; i < first.Length; i++)
        {
            Vector256<double> length = Vector256.Sqrt(Logarithm.Of(lengths[i]) * -2.0);
            (Vector256<double> sine, Vector256<double> cosine) = FourNumbers.OfTurns(turns[i]);
            first[i] = length * cosine;
            second[i] = length * sine;
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
