using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Demand;

/// <summary>How much of a demand is left at a price: an elasticity around today's price, and a substitute that takes over far above it.</summary>
/// <remarks>
/// Eq. DEM-2: response = (P / P_opening)^−ε · kept(P / P_opening). Eq. DEM-7: kept(r) = 1 − (r − b) / (e − b) between the ratio b at which a
/// substitute begins to pay and the ratio e at which it has taken over. Ranges of b and e: Pruyt's scarcity model (2010), see docs/model.
/// </remarks>
internal static class PriceResponse
{
    public static double Of(double elasticity, double priceRatio, BehaviourNumbers b) =>
        Exponential.Of(LogOf(elasticity, Logarithm.Of(priceRatio), b)) * Kept(priceRatio, b.SubstituteBeginRatio, b.SubstituteEndRatio);

    /// <summary>Log of the response before any substitute takes over, from the log of the price ratio.</summary>
    public static double LogOf(double elasticity, double logPriceRatio, BehaviourNumbers b) =>
        -elasticity * Math.Clamp(logPriceRatio, b.DemandSignalLow, b.DemandSignalHigh);

    /// <summary>Share of a demand that no substitute has taken.</summary>
    public static double Kept(double priceRatio, double beginRatio, double endRatio) =>
        1.0 - Math.Clamp((priceRatio - beginRatio) / (endRatio - beginRatio), 0.0, 1.0);
}
