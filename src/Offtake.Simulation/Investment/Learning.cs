namespace Offtake.Simulation.Investment;

/// <summary>How the cost of processing falls with all that has ever been made. Material is not learned away; this is a share of processing cost, not of price.</summary>
/// <remarks>
/// Eq. INV-6: cost / cost at the start = (cumulative output / cumulative output at the start)^log₂(1 − rate). Wright (1936), Journal of the Aeronautical Sciences 3:122.
/// <see cref="Experience"/> keeps the count; a frozen world does not learn.
/// </remarks>
public static class Learning
{
    /// <summary>Cost as a share of what it was.</summary>
    /// <param name="outputRatio">Cumulative output over cumulative output at the start; above zero, one at the start.</param>
    /// <param name="ratePerDoubling">Share by which each doubling lowers cost, at least 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double CostRatio(double outputRatio, double ratePerDoubling)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputRatio);
        ArgumentOutOfRangeException.ThrowIfNegative(ratePerDoubling);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ratePerDoubling, 1.0);
        return Math.Pow(outputRatio, Math.Log2(1.0 - ratePerDoubling));
    }
}
