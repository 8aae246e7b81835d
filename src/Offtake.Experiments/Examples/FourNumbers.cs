using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Offtake.Experiments.Examples;

/// <summary>Logarithm and exponential of four ordinary numbers at a time, with the same bits on every machine.</summary>
/// <remarks>
/// The methods of FreeBSD's msun (e_log.c and e_exp.c, Sun Microsystems 1993), with error below one unit in the last place. Every step is rounded as IEEE 754 says, the fused ones
/// once, so that the width and kind of the machine's vectors do not matter. Not for zero, infinity, what is not a number or lies below the smallest normal number.
/// </remarks>
internal static class FourNumbers
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double PerLn2 = 1.44269504088896338700;
    private const long HalfRoot = 0x3FE6A09E667F3BCD;
    private const long OneOverHalfRoot = 0x3FF0000000000000 - HalfRoot;
    private const long Mantissa = 0x000FFFFFFFFFFFFF;
    private const double ExponentOfOne = 1023.0;

    // Added to a small number it leaves the nearest integer in the lowest bits of the sum.
    private const double Rounder = 6755399441055744.0;

    /// <summary>Natural logarithm of positive normal numbers.</summary>
    /// <remarks>x = 2^k (1 + f) with 1 + f between √½ and √2, and ln(1 + f) as a series in f / (2 + f).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        // Bits moved so that the exponent field turns over at √½ and not at one.
        Vector256<long> bits = x.AsInt64() + Vector256.Create(OneOverHalfRoot);
        Vector256<double> k = ((bits >>> 52) + Vector256.Create(Rounder).AsInt64()).AsDouble() - Vector256.Create(Rounder + ExponentOfOne);
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

    /// <summary>Natural exponential of numbers between -700 and 700.</summary>
    /// <remarks>x = k ln 2 + r, and e^r from a rational approximation of r (e^r + 1) / (e^r − 1).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        Vector256<double> rounded = Vector256.FusedMultiplyAdd(x, Vector256.Create(PerLn2), Vector256.Create(Rounder + ExponentOfOne));
        Vector256<double> k = rounded - Vector256.Create(Rounder + ExponentOfOne);
        Vector256<double> high = Vector256.FusedMultiplyAdd(k, Vector256.Create(-Ln2High), x);
        Vector256<double> low = k * Ln2Low;
        Vector256<double> r = high - low;
        Vector256<double> t = r * r;
        Vector256<double> p = Vector256.FusedMultiplyAdd(t, Vector256.Create(4.13813679705723846039e-08), Vector256.Create(-1.65339022054652515390e-06));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(6.61375632143793436117e-05));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(-2.77777777770155933842e-03));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(1.66666666666666019037e-01));
        Vector256<double> c = Vector256.FusedMultiplyAdd(-p, t, r);
        Vector256<double> power = Vector256<double>.One - (low - (r * c / (Vector256.Create(2.0) - c)) - high);
        return power * (rounded.AsInt64() << 52).AsDouble();
    }

    /// <summary>Natural logarithm of one number, with the bits it has among four.</summary>
    public static double Log(double x) => Log(Vector256.Create(x)).ToScalar();

    /// <summary>Natural exponential of one number, with the bits it has among four.</summary>
    public static double Exp(double x) => Exp(Vector256.Create(x)).ToScalar();
}
