
namespace Offtake.Simulation.Demand;

/// <summary>How alarmed the users of a market are, as a share by which they raise their target cover.</summary>
/// <remarks>
/// Eq. DEM-6: π' = π + (φ_S · deadband(ln(P / P_trend)) + φ_R · risk − π) / τ, with π at most π_max. Without the dead band a small kick
/// becomes a permanent cycle; with it the steady state is stable and a large shock still amplifies (prototype, section 6).
/// </remarks>
internal static class Precaution
{
    public static void Follow(ChainState state, BehaviourNumbers b)
    {
        for (int m = 0; m < state.Precaution.Length; m++)
        {
            if (!state.Layout.IsPosted[m]) continue;
            double trend = Math.Log(state.Price[m] / state.TrendPrice[m]);
            state.TrendPrice[m] *= Math.Exp(trend / b.PrecautionTrendMonths);
            double signal = Math.Clamp(DeadBand(trend, b.PrecautionDeadBand), b.PrecautionTrendLow, b.PrecautionTrendHigh);
            double target = (b.PrecautionPriceWeight * signal) + (b.PrecautionRiskWeight * state.Policies.LicenceRisk(m));
            double precaution = state.Precaution[m] + ((target - state.Precaution[m]) / b.PrecautionMemoryMonths);
            state.Precaution[m] = Math.Min(precaution, b.PrecautionMaximum);
        }
    }

    /// <summary>The part of a signal that lies outside the band; nothing inside it.</summary>
    public static double DeadBand(double signal, double band) =>
        signal > band ? signal - band : signal < -band ? signal + band : 0.0;

    /// <summary>Users' target cover under precaution, months.</summary>
    public static double Cover(double normalMonths, double precaution, double minimumShare) =>
        normalMonths * Math.Max(minimumShare, 1.0 + precaution);
}
