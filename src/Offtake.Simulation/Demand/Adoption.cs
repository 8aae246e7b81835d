namespace Offtake.Simulation.Demand;

/// <summary>How a new product spreads among those who will ever adopt it. It says nothing of how many they are, of price, or of replacement.</summary>
/// <remarks>
/// Eq. DEM-9: F(t) = (1 − e^−(p + q) t) / (1 + (q / p) e^−(p + q) t), adoption fastest at t* = ln(q / p) / (p + q). Bass (1969), Management Science 15:215.
/// No phase of the month uses it yet.
/// </remarks>
public static class Adoption
{
    /// <summary>Share that has adopted a time after launch.</summary>
    /// <param name="years">Since launch; before it nobody has adopted.</param>
    /// <param name="innovation">p, adoption by oneself, 1/year; above zero.</param>
    /// <param name="imitation">q, adoption by example, 1/year; at least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coefficient is out of range.</exception>
    public static double Share(double years, double innovation, double imitation)
    {
        Check(innovation, imitation);
        if (years <= 0.0) return 0.0;
        double left = Math.Exp(-(innovation + imitation) * years);
        return (1.0 - left) / (1.0 + (imitation / innovation * left));
    }

    /// <summary>Years after launch at which adoption is fastest; 0 when it falls from the start, because imitation is weaker than innovation.</summary>
    /// <param name="innovation">p, 1/year; above zero.</param>
    /// <param name="imitation">q, 1/year; at least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coefficient is out of range.</exception>
    public static double PeakYears(double innovation, double imitation)
    {
        Check(innovation, imitation);
        return imitation <= innovation ? 0.0 : Math.Log(imitation / innovation) / (innovation + imitation);
    }

    private static void Check(double innovation, double imitation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(innovation);
        ArgumentOutOfRangeException.ThrowIfNegative(imitation);
    }
}
