using System.Runtime.Intrinsics;

namespace Offtake.Equilibrium.Complementarity;

/// <summary>The one operation that takes the time: adding a multiple of a row to another.</summary>
/// <remarks>Four lanes, each rounded by itself after the product and after the sum, so that every machine gives the same bits.</remarks>
internal static class RowArithmetic
{
    /// <summary>target += factor × source.</summary>
    public static void Add(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        Vector256<double> factors = Vector256.Create(factor);
        int j = 0;
        for (; j <= target.Length - Vector256<double>.Count; j += Vector256<double>.Count)
        {
            Vector256<double> sum = Vector256.Create((ReadOnlySpan<double>)target[j..]) + (factors * Vector256.Create(source[j..]));
            sum.CopyTo(target[j..]);
        }

        for (; j < target.Length; j++) target[j] += factor * source[j];
    }

    /// <summary>target += factor × source, at some places only.</summary>
    public static void Add(double[] target, double[] source, double factor, int[] places)
    {
        foreach (int j in places) target[j] += factor * source[j];
    }
}
