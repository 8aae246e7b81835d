using Offtake.Model.Quantities;

namespace Offtake.Simulation.Markets;

/// <summary>The other rule of price formation: a price moves with the flows of last month, whatever is in stock.</summary>
/// <remarks>
/// Eq. PRI-4: P = Pe · (X / Q)^(−β / C*), d ln Pe = ln(P / Pe) + w_own · ln(A / P) / τ_A + Σ over routes w · ln(L / P) / τ_L,
/// with X what was made, arrived and sold out of reserve last month and Q what was asked for. The pull to the anchors starts from the price itself, so that Pe is
/// last month's price after the pull. At target stock an imbalance of flows moves the price as it would under PRI-1.
/// </remarks>
internal static class RatioRule
{
    /// <summary>Last month's ratio of supply to what was asked for, within the range that a price answers to.</summary>
    public static double Ratio(ChainState state, ChainNumbers numbers, int market) =>
        Math.Clamp(state.SupplyRatio[market], numbers.Behaviour.CoverRatioLow, numbers.Behaviour.CoverRatioHigh);

    /// <summary>The power to which the price answers it.</summary>
    public static double Exponent(ChainNumbers numbers, int market) => -numbers.Beta[market] / numbers.CoverMonths[market];

    /// <summary>Remembers this month's ratio of supply to what was asked for; one where there was neither, for then nothing says where the price should go.</summary>
    public static void Observe(ChainState state, int market, Amount asked)
    {
        Amount supply = state.Months.Produced[market] + state.Months.Arrived[market] + state.Reserves.Sold[market];
        state.SupplyRatio[market] = asked.Value > 0.0 ? supply / asked : supply.Value > 0.0 ? double.PositiveInfinity : 1.0;
    }
}
