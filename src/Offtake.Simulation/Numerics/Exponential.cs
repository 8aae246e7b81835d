using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Numerics;

/// <summary>The natural exponential, four numbers at a time and the same to the last bit on every machine, which the one of the system's library is not.</summary>
/// <remarks>
/// The method of FreeBSD's msun (e_exp.c, Sun Microsystems 1993): x = k ln 2 + r, and e^r from a rational approximation of r (e^r + 1) / (e^r − 1). Error below
/// one unit in the last place. Every step is rounded as IEEE 754 says, the fused ones once, so that the width and kind of the machine's vectors do not matter.
/// </remarks>
internal static class Exponential
{
    private const double PerLn2 = 1.44269504088896338700;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Added to a small number it leaves, in the lowest bits of the sum, the nearest integer plus the 1023 that an exponent of zero is written as.
    private const double Rounder = 6755399441055744.0 + 1023.0;

    // Within this the power of two is a normal number.
    private const double Ordinary = 700.0;

    // Beyond these every result is infinite or zero.
    private const double Highest = 711.0;
    private const double Lowest = -747.0;

    /// <summary>Replaces every number by its exponential.</summary>
    public static void Of(Span<double> x)
    {
        Span<Vector256<double>> fours = MemoryMarshal.Cast<double, Vector256<double>>(x);
        for (int i = 0; i < fours.Length; i++) fours[i] = Of(fours[i]);
        for (int i = fours.Length * Vector256<double>.Count; i < x.Length; i++) x[i] = Of(x[i]);
    }

    /// <summary>The exponential of one number, with the bits it has among four.</summary>
    public static double Of(double x) => Of(Vector256.CreateScalar(x)).ToScalar();

    /// <summary>The exponential of four numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x)
    {
        Vector256<double> isOrdinary = Vector256.LessThanOrEqual(Vector256.Abs(x), Vector256.Create(Ordinary));
        if (isOrdinary.AsInt64() != Vector256<long>.AllBitsSet) return OfAny(x);
        Vector256<double> power = Reduced(x, out Vector256<double> rounded);
        return power * (rounded.AsInt64() << 52).AsDouble();
    }

    /// <summary>The exponential over the power of two nearest to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Reduced(Vector256<double> x, out Vector256<double> rounded)
    {
        rounded = Vector256.FusedMultiplyAdd(x, Vector256.Create(PerLn2), Vector256.Create(Rounder));
        Vector256<double> k = rounded - Vector256.Create(Rounder);
        Vector256<double> high = Vector256.FusedMultiplyAdd(k, Vector256.Create(-Ln2High), x);
        Vector256<double> low = k * Ln2Low;
        Vector256<double> r = high - low;
        Vector256<double> t = r * r;
        Vector256<double> p = Vector256.FusedMultiplyAdd(t, Vector256.Create(4.13813679705723846039e-08), Vector256.Create(-1.65339022054652515390e-06));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(6.61375632143793436117e-05));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(-2.77777777770155933842e-03));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(1.66666666666666019037e-01));
        Vector256<double> c = Vector256.FusedMultiplyAdd(-p, t, r);
        return Vector256<double>.One - (low - (r * c / (Vector256.Create(2.0) - c)) - high);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> OfAny(Vector256<double> x)
    {
        // Written so that what is not a number stays none.
        Vector256<double> within = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(Highest)), Vector256.Create(Highest), x);
        within = Vector256.ConditionalSelect(Vector256.LessThan(within, Vector256.Create(Lowest)), Vector256.Create(Lowest), within);

        // Two factors, since the power of two alone may lie beyond the normal numbers where the product does not.
        Vector256<double> power = Reduced(within, out Vector256<double> rounded);
        Vector256<double> half = Vector256.Floor((rounded - Vector256.Create(Rounder)) * 0.5);
        Vector256<double> rest = rounded - Vector256.Create(Rounder) - half;
        return power * PowerOfTwo(half) * PowerOfTwo(rest);
    }

    private static Vector256<double> PowerOfTwo(Vector256<double> exponent) => ((exponent + Vector256.Create(Rounder)).AsInt64() << 52).AsDouble();
}
