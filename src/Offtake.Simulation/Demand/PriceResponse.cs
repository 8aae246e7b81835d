namespace Offtake.Simulation.Demand;

/// <summary>How much of a demand is left at a price: an elasticity around today's price, and a substitute that takes over far above it.</summary>
/// <remarks>
/// Eq. DEM-2: response = (P / P_opening)^−ε · kept(P / P_opening). Eq. DEM-7: kept(r) = 1 − (r − b) / (e − b) between the ratio b at which a
/// substitute begins to pay and the ratio e at which it has taken over. Ranges of b and e: Pruyt's scarcity model (2010), see docs/model.
/// </remarks>
internal static class PriceResponse
{
    public static double Of(double elasticity, double priceRatio, BehaviourNumbers b)
    {
        double signal = Math.Clamp(Math.Log(priceRatio), b.DemandSignalLow, b.DemandSignalHigh);
        return Math.Exp(-elasticity * signal) * Kept(priceRatio, b.SubstituteBeginRatio, b.SubstituteEndRatio);
    }

    /// <summary>Share of a demand that no substitute has taken.</summary>
    public static double Kept(double priceRatio, double beginRatio, double endRatio) =>
        1.0 - Math.Clamp((priceRatio - beginRatio) / (endRatio - beginRatio), 0.0, 1.0);
}
