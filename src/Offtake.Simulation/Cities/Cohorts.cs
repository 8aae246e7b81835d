using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Cities;

/// <summary>What survival takes from goods deployed month by month, oldest first, so that a month's retirement is one sum.</summary>
/// <remarks>Eq. CIT-2.</remarks>
public static class Cohorts
{
    /// <summary>Share of a vintage that retires at each age, S(a − 1) − S(a), the oldest age first.</summary>
    /// <param name="survival">Share in use by age in months, from one at age 0 to zero at the last age.</param>
    public static double[] RetiringByAge(ReadOnlySpan<double> survival)
    {
        int ages = survival.Length - 1;
        var drop = new double[ages];
        for (int a = 1; a <= ages; a++) drop[ages - a] = survival[a - 1] - survival[a];
        return drop;
    }

    /// <summary>What retires in a month.</summary>
    /// <param name="retiringByAge">See <see cref="RetiringByAge"/>.</param>
    /// <param name="deployed">Deployed by month, as many months before the first one walked as there are ages.</param>
    /// <param name="month">Months since the first one walked.</param>
    public static double Retired(ReadOnlySpan<double> retiringByAge, ReadOnlySpan<double> deployed, int month) =>
        WeightedSum(retiringByAge, deployed.Slice(month, retiringByAge.Length));

    /// <summary>What retires in each month to come of vintages deployed before it: month t sums weight[i] · value[i + t] over what is left of the columns.</summary>
    /// <remarks>Sixteen months at a time, vintage by vintage: each weight is read once for all of them, and every month adds up in the order of the vintages.</remarks>
    internal static void RetiredByMonth(ReadOnlySpan<double> retiringByAge, ReadOnlySpan<double> deployed, Span<double> retired)
    {
        const int block = 16;
        retired.Clear();
        Span<double> padded = new double[deployed.Length + retired.Length + block];
        deployed.CopyTo(padded);
        ref double value = ref MemoryMarshal.GetReference(padded);
        Span<double> sums = stackalloc double[block];
        for (int month = 0; month < retired.Length; month += block)
        {
            Vector256<double> a = Vector256<double>.Zero, b = a, c = a, d = a;
            int count = Math.Min(retiringByAge.Length, Math.Max(0, deployed.Length - month));
            for (int i = 0; i < count; i++)
            {
                Vector256<double> weight = Vector256.Create(retiringByAge[i]);
                nuint at = (nuint)(i + month);
                a += weight * Vector256.LoadUnsafe(ref value, at);
                b += weight * Vector256.LoadUnsafe(ref value, at + 4);
                c += weight * Vector256.LoadUnsafe(ref value, at + 8);
                d += weight * Vector256.LoadUnsafe(ref value, at + 12);
            }

            a.CopyTo(sums);
            b.CopyTo(sums[4..]);
            c.CopyTo(sums[8..]);
            d.CopyTo(sums[12..]);
            sums[..Math.Min(block, retired.Length - month)].CopyTo(retired[month..]);
        }
    }

    /// <summary>Σ weight · value over two columns of one length.</summary>
    public static double WeightedSum(ReadOnlySpan<double> weight, ReadOnlySpan<double> value)
    {
        // Eight sums in a fixed order, whatever the machine's vector width, and products rounded before they are added, so that the result is the same on all.
        ReadOnlySpan<double> x = value[..weight.Length];
        ReadOnlySpan<Vector256<double>> w4 = MemoryMarshal.Cast<double, Vector256<double>>(weight);
        ReadOnlySpan<Vector256<double>> x4 = MemoryMarshal.Cast<double, Vector256<double>>(x);
        Vector256<double> even = Vector256<double>.Zero;
        Vector256<double> odd = Vector256<double>.Zero;
        int i = 0;
        for (; i + 1 < w4.Length && i + 1 < x4.Length; i += 2)
        {
            even += w4[i] * x4[i];
            odd += w4[i + 1] * x4[i + 1];
        }

        if (i < w4.Length) even += w4[i] * x4[i];
        Vector256<double> sums = even + odd;
        double first = sums[0];
        for (int rest = w4.Length * 4; rest < weight.Length; rest++) first += weight[rest] * x[rest];
        return (first + sums[1]) + (sums[2] + sums[3]);
    }
}
