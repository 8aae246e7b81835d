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
    public static double Retired(ReadOnlySpan<double> retiringByAge, ReadOnlySpan<double> deployed, int month)
    {
        // Four sums in a fixed order, whatever the machine's vector width, and products rounded before they are added, so that the result is the same on all.
        ReadOnlySpan<double> w = retiringByAge;
        ReadOnlySpan<double> x = deployed.Slice(month, w.Length);
        ReadOnlySpan<Vector256<double>> weights = MemoryMarshal.Cast<double, Vector256<double>>(w);
        ReadOnlySpan<Vector256<double>> amounts = MemoryMarshal.Cast<double, Vector256<double>>(x);
        Vector256<double> sums = Vector256<double>.Zero;
        for (int i = 0; i < weights.Length; i++) sums += weights[i] * amounts[i];
        double first = sums[0];
        for (int i = weights.Length * 4; i < w.Length; i++) first += w[i] * x[i];
        return (first + sums[1]) + (sums[2] + sums[3]);
    }
}
