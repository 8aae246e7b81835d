using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Ledger;

/// <summary>Compares all lanes with what was booked, four at a time; looks for the culprit only when there is one.</summary>
/// <remarks>Eq. LED-1, for contents. <see cref="FindOneByOne"/> says the same in plain words; a test holds them together.</remarks>
internal static class LaneGaps
{
    /// <summary>Writes, for every lane, what came in less what went out plus the gap, and what was booked in all.</summary>
    /// <returns>The first lane whose gap is beyond tolerance, its gap left in <paramref name="net"/>; -1 when there is none.</returns>
    public static int Find(
        ReadOnlySpan<Tonnes> opening, ReadOnlySpan<Tonnes> closing, ReadOnlySpan<Tonnes> into, ReadOnlySpan<Tonnes> outOf,
        double tolerance, double relativeRounding, Span<double> net, Span<double> turnover)
    {
        ReadOnlySpan<Vector256<double>> start = MemoryMarshal.Cast<Tonnes, Vector256<double>>(opening);
        ReadOnlySpan<Vector256<double>> end = MemoryMarshal.Cast<Tonnes, Vector256<double>>(closing)[..start.Length];
        ReadOnlySpan<Vector256<double>> come = MemoryMarshal.Cast<Tonnes, Vector256<double>>(into)[..start.Length];
        ReadOnlySpan<Vector256<double>> gone = MemoryMarshal.Cast<Tonnes, Vector256<double>>(outOf)[..start.Length];
        Span<Vector256<double>> netOf = MemoryMarshal.Cast<double, Vector256<double>>(net)[..start.Length];
        Span<Vector256<double>> turnoverOf = MemoryMarshal.Cast<double, Vector256<double>>(turnover)[..start.Length];
        Vector256<double> allWell = Vector256<double>.AllBitsSet;
        for (int i = 0; i < start.Length; i++)
        {
            Vector256<double> gap = end[i] - (start[i] + come[i] - gone[i]);
            Vector256<double> allowed = Vector256.Create(tolerance) + (Vector256.Create(relativeRounding) * (Vector256.Abs(end[i]) + come[i] + gone[i]));
            allWell &= Vector256.LessThanOrEqual(Vector256.Abs(gap), allowed);
            netOf[i] = (come[i] - gone[i]) + gap;
            turnoverOf[i] = come[i] + gone[i];
        }

        int done = start.Length * Vector256<double>.Count;
        bool isWell = Vector256.EqualsAll(allWell.AsInt64(), Vector256<long>.AllBitsSet);
        int rest = FindOneByOne(opening[done..], closing[done..], into[done..], outOf[done..], tolerance, relativeRounding, net[done..], turnover[done..]);
        if (isWell) return rest < 0 ? -1 : done + rest;
        return FindOneByOne(opening, closing, into, outOf, tolerance, relativeRounding, net, turnover);
    }

    /// <summary>The same, lane by lane.</summary>
    public static int FindOneByOne(
        ReadOnlySpan<Tonnes> opening, ReadOnlySpan<Tonnes> closing, ReadOnlySpan<Tonnes> into, ReadOnlySpan<Tonnes> outOf,
        double tolerance, double relativeRounding, Span<double> net, Span<double> turnover)
    {
        for (int lane = 0; lane < opening.Length; lane++)
        {
            double gap = closing[lane].Value - (opening[lane].Value + into[lane].Value - outOf[lane].Value);
            net[lane] = gap;
            if (!(Math.Abs(gap) <= tolerance + (relativeRounding * (Math.Abs(closing[lane].Value) + into[lane].Value + outOf[lane].Value)))) return lane;
            net[lane] = (into[lane].Value - outOf[lane].Value) + gap;
            turnover[lane] = into[lane].Value + outOf[lane].Value;
        }

        return -1;
    }
}
