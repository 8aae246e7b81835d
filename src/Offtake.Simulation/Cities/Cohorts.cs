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
        // Four sums in a fixed order, so that the result does not depend on the machine's vector width.
        double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0;
        ReadOnlySpan<double> w = retiringByAge;
        ReadOnlySpan<double> x = deployed.Slice(month, w.Length);
        int i = 0;
        for (; i + 3 < w.Length; i += 4)
        {
            s0 += w[i] * x[i];
            s1 += w[i + 1] * x[i + 1];
            s2 += w[i + 2] * x[i + 2];
            s3 += w[i + 3] * x[i + 3];
        }

        for (; i < w.Length; i++) s0 += w[i] * x[i];
        return (s0 + s1) + (s2 + s3);
    }
}
