using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Numerics;

/// <summary>The natural logarithm, four numbers at a time and the same to the last bit on every machine, which the one of the system's library is not.</summary>
/// <remarks>
/// The method of FreeBSD's msun (e_log.c, Sun Microsystems 1993): x = 2^k (1 + f) with 1 + f between √½ and √2, and ln(1 + f) as a series in f / (2 + f).
/// Error below one unit in the last place. Every step is rounded as IEEE 754 says, the fused ones once.
/// </remarks>
public static class Logarithm
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double SmallestNormal = 2.2250738585072014e-308;

    // Lifts the numbers below the smallest normal one among the normal ones.
    private const double Lift = 18014398509481984.0;
    private const double LiftExponent = 54.0;

    private const long HalfRoot = 0x3FE6A09E667F3BCD;
    private const long OneOverHalfRoot = 0x3FF0000000000000 - HalfRoot;
    private const double ExponentOfOne = 1023.0;
    private const long Mantissa = 0x000FFFFFFFFFFFFF;

    // A double whose lowest bits hold a small integer: taking it away leaves the integer.
    private const double Rounder = 6755399441055744.0;

    /// <summary>Replaces every number by its logarithm: minus infinity for zero, no number for negative ones.</summary>
    public static void Of(Span<double> x)
    {
        Span<Vector256<double>> fours = MemoryMarshal.Cast<double, Vector256<double>>(x);
        for (int i = 0; i < fours.Length; i++) fours[i] = Of(fours[i]);
        for (int i = fours.Length * Vector256<double>.Count; i < x.Length; i++) x[i] = Of(x[i]);
    }

    /// <summary>The logarithm of one number, with the bits it has among four.</summary>
    public static double Of(double x) => Of(Vector256.Create(x)).ToScalar();

    /// <summary>The logarithm of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x)
    {
        Vector256<double> isNormal = Vector256.GreaterThanOrEqual(x, Vector256.Create(SmallestNormal)) & Vector256.LessThan(x, Vector256.Create(double.PositiveInfinity));
        return isNormal.AsInt64() == Vector256<long>.AllBitsSet ? OfNormal(x, Vector256<double>.Zero) : OfAny(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> OfAny(Vector256<double> x)
    {
        Vector256<double> isSmall = Vector256.LessThan(x, Vector256.Create(SmallestNormal));
        Vector256<double> log = OfNormal(Vector256.ConditionalSelect(isSmall, x * Lift, x), isSmall & Vector256.Create(-LiftExponent));
        log = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<double>.Zero), Vector256.Create(double.NegativeInfinity), log);
        log = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), Vector256.Create(double.NaN), log);

        // Infinity and what is not a number stay what they are.
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(double.PositiveInfinity)), log, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> OfNormal(Vector256<double> x, Vector256<double> exponentBefore)
    {
        // Bits moved so that the exponent field turns over at √½ and not at one.
        Vector256<long> bits = x.AsInt64() + Vector256.Create(OneOverHalfRoot);
        Vector256<double> k = ((bits >>> 52) + Vector256.Create(Rounder).AsInt64()).AsDouble() - Vector256.Create(Rounder + ExponentOfOne) + exponentBefore;
        Vector256<double> f = ((bits & Vector256.Create(Mantissa)) + Vector256.Create(HalfRoot)).AsDouble() - Vector256<double>.One;

        Vector256<double> s = f / (f + Vector256.Create(2.0));
        Vector256<double> z = s * s;
        Vector256<double> w = z * z;
        Vector256<double> odd = Vector256.FusedMultiplyAdd(w, Vector256.Create(1.531383769920937332e-01), Vector256.Create(2.222219843214978396e-01));
        odd = Vector256.FusedMultiplyAdd(odd, w, Vector256.Create(3.999999999940941908e-01)) * w;
        Vector256<double> even = Vector256.FusedMultiplyAdd(w, Vector256.Create(1.479819860511658591e-01), Vector256.Create(1.818357216161805012e-01));
        even = Vector256.FusedMultiplyAdd(even, w, Vector256.Create(2.857142874366239149e-01));
        even = Vector256.FusedMultiplyAdd(even, w, Vector256.Create(6.666666666666735130e-01));
        Vector256<double> series = Vector256.FusedMultiplyAdd(even, z, odd);
        Vector256<double> halfSquare = f * f * 0.5;
        Vector256<double> small = Vector256.FusedMultiplyAdd(s, halfSquare + series, k * Ln2Low);
        return Vector256.FusedMultiplyAdd(k, Vector256.Create(Ln2High), f - (halfSquare - small));
    }
}
