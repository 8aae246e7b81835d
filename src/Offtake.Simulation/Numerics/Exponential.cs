using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Numerics;

/// <summary>The natural exponential, four numbers at a time and the same to the last bit on every machine, which the one of the system's library is not.</summary>
/// <remarks>
/// The method of FreeBSD's msun (e_exp.c, Sun Microsystems 1993): x = k ln 2 + r, and e^r from a rational approximation of r (e^r + 1) / (e^r − 1). Error below
/// one unit in the last place. Only sums, products and one quotient are used, none of them fused, so that the width and kind of the machine's vectors do not matter.
/// </remarks>
internal static class Exponential
{
    private const double PerLn2 = 1.44269504088896338700;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Added to a small number and taken away again, it leaves the nearest integer, which then also stands in the lowest bits of the sum.
    private const double Rounder = 6755399441055744.0;

    // Beyond these every result is infinite or zero; within them the exponent of each half of the scale stays a normal one.
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
        // Written so that what is not a number stays none.
        x = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(Highest)), Vector256.Create(Highest), x);
        x = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(Lowest)), Vector256.Create(Lowest), x);
        Vector256<double> rounded = (x * PerLn2) + Vector256.Create(Rounder);
        Vector256<double> k = rounded - Vector256.Create(Rounder);
        Vector256<double> high = x - (k * Ln2High);
        Vector256<double> low = k * Ln2Low;
        Vector256<double> r = high - low;
        Vector256<double> t = r * r;
        Vector256<double> p = (t * 4.13813679705723846039e-08) + Vector256.Create(-1.65339022054652515390e-06);
        p = (p * t) + Vector256.Create(6.61375632143793436117e-05);
        p = (p * t) + Vector256.Create(-2.77777777770155933842e-03);
        p = (p * t) + Vector256.Create(1.66666666666666019037e-01);
        Vector256<double> c = r - (p * t);
        Vector256<double> power = Vector256<double>.One - (low - (r * c / (Vector256.Create(2.0) - c)) - high);

        // Two factors, since 2^k alone may lie beyond the normal numbers where the product does not.
        Vector256<long> exponent = rounded.AsInt64() - Vector256.Create(Rounder).AsInt64();
        Vector256<long> half = ((exponent + Vector256.Create(2048L)) >>> 1) - Vector256.Create(1024L);
        return power * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<long> exponent) => ((exponent + Vector256.Create(1023L)) << 52).AsDouble();
}
