using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Cities;

/// <summary>How many of the goods deployed in a month are still in use at a later age.</summary>
/// <remarks>
/// Eq. CIT-1: S(a) = 1 − Φ((a − μ) / σ) with a in years; S(0) is set to one, since goods are in use in the month they are deployed. A standard deviation
/// of zero is a fixed life: in use before age μ, retired at it.
/// </remarks>
public static class Survival
{
    // Beyond this many standard deviations after the mean life, the rest (about 3 in 100,000) retires.
    private const double TailDeviations = 4.0;

    /// <summary>Share in use by age in months, from one at age 0 to zero at the last age.</summary>
    public static double[] ByMonth(double meanYears, double sdYears)
    {
        int last = (int)Math.Ceiling((meanYears + (TailDeviations * sdYears)) * 12.0);
        var share = new double[last + 1];
        share[0] = 1.0;
        for (int a = 1; a < last; a++) share[a] = At(a / 12.0, meanYears, sdYears);
        return share;
    }

    /// <summary>The survival curve itself, at an age in years.</summary>
    public static double At(double ageYears, double meanYears, double sdYears) => sdYears > 0.0
        ? 1.0 - NormalCurve.Area((ageYears - meanYears) / sdYears)
        : ageYears < meanYears ? 1.0 : 0.0;
}
