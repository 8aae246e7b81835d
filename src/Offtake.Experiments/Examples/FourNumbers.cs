using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Offtake.Experiments.Examples;

/// <summary>Exponential, sine and cosine of four ordinary numbers at a time, with the same bits on every machine.</summary>
/// <remarks>
/// The methods of FreeBSD's msun (e_exp.c, k_sin.c and k_cos.c, Sun Microsystems 1993), with error below two units in the last place. Every step is rounded as IEEE 754 says, the fused ones
/// once, so that the width and kind of the machine's vectors do not matter. Not for zero, infinity, what is not a number or lies below the smallest normal number.
/// </remarks>
internal static class FourNumbers
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double PerLn2 = 1.44269504088896338700;
    private const double ExponentOfOne = 1023.0;

    // Added to a small number it leaves the nearest integer in the lowest bits of the sum.
    private const double Rounder = 6755399441055744.0;

    /// <summary>Natural exponential of numbers between -700 and 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x)
    {
        Vector256<double> top = Exponential(x, out Vector256<double> bottom);
        return top / bottom;
    }

    /// <summary>1 / (1 + e^−x), for numbers between -700 and 700, with one division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Logistic(Vector256<double> x)
    {
        Vector256<double> top = Exponential(-x, out Vector256<double> bottom);
        return bottom / (bottom + top);
    }

    /// <summary>Sine and cosine of 2 π u for u from 0 to 1: quarter turns exactly, the rest by the polynomials of msun (k_sin.c, k_cos.c).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> Sine, Vector256<double> Cosine) OfTurns(Vector256<double> u)
    {
        Vector256<double> rounded = (u * 4.0) + Vector256.Create(Rounder);
        Vector256<double> x = (u - ((rounded - Vector256.Create(Rounder)) * 0.25)) * Math.Tau;
        Vector256<double> z = x * x;
        Vector256<double> s = Vector256.FusedMultiplyAdd(z, Vector256.Create(1.58969099521155010221e-10), Vector256.Create(-2.50507602534068634195e-08));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(2.75573137070700676789e-06));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(-1.98412698298579493134e-04));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(8.33333333332248946124e-03));
        s = Vector256.FusedMultiplyAdd(s, z, Vector256.Create(-1.66666666666666324348e-01));
        s = Vector256.FusedMultiplyAdd(s, z * x, x);
        Vector256<double> c = Vector256.FusedMultiplyAdd(z, Vector256.Create(-1.13596475577881948265e-11), Vector256.Create(2.08757232129817482790e-09));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(-2.75573143513906633035e-07));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(2.48015872894767294178e-05));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(-1.38888888888741095749e-03));
        c = Vector256.FusedMultiplyAdd(c, z, Vector256.Create(4.16666666666666019037e-02));
        c = Vector256.FusedMultiplyAdd(c, z * z, Vector256.FusedMultiplyAdd(z, Vector256.Create(-0.5), Vector256<double>.One));

        // Quarter k: k odd exchanges the two; the sine changes its sign in quarters 2 and 3, the cosine in 1 and 2.
        Vector256<long> k = rounded.AsInt64();
        Vector256<double> isOdd = Vector256.Equals(k & Vector256.Create(1L), Vector256.Create(1L)).AsDouble();
        Vector256<long> sineSign = (k & Vector256.Create(2L)) << 62, cosineSign = ((k + Vector256.Create(1L)) & Vector256.Create(2L)) << 62;
        return ((Vector256.ConditionalSelect(isOdd, c, s).AsInt64() ^ sineSign).AsDouble(), (Vector256.ConditionalSelect(isOdd, s, c).AsInt64() ^ cosineSign).AsDouble());
    }

    /// <summary>Natural exponential of one number, with the bits it has among four.</summary>
    public static double Exp(double x) => Exp(Vector256.Create(x)).ToScalar();

    /// <summary>The exponential as a fraction: x = k ln 2 + r, and e^r = (2 + 2 r − c) / (2 − c) with c = r − r² P(r²).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exponential(Vector256<double> x, out Vector256<double> bottom)
    {
        Vector256<double> rounded = Vector256.FusedMultiplyAdd(x, Vector256.Create(PerLn2), Vector256.Create(Rounder + ExponentOfOne));
        Vector256<double> k = rounded - Vector256.Create(Rounder + ExponentOfOne);
        Vector256<double> r = Vector256.FusedMultiplyAdd(k, Vector256.Create(-Ln2Low), Vector256.FusedMultiplyAdd(k, Vector256.Create(-Ln2High), x));
        Vector256<double> t = r * r;
        Vector256<double> p = Vector256.FusedMultiplyAdd(t, Vector256.Create(4.13813679705723846039e-08), Vector256.Create(-1.65339022054652515390e-06));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(6.61375632143793436117e-05));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(-2.77777777770155933842e-03));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(1.66666666666666019037e-01));
        Vector256<double> c = Vector256.FusedMultiplyAdd(-p, t, r);
        bottom = Vector256.Create(2.0) - c;
        return (bottom + (r + r)) * (rounded.AsInt64() << 52).AsDouble();
    }
}
