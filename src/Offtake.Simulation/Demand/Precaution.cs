
namespace Offtake.Simulation.Demand;

/// <summary>How alarmed the users of a market are, as a share by which they raise their target cover.</summary>
/// <remarks>
/// Eq. DEM-6: π' = π + (φ_S · deadband(y) + φ_R · risk − π) / τ, with π at most π_max, and y = x + ω · max(0, largest x abroad − x),
/// x = ln(P / P_trend). Without the dead band a small kick becomes a permanent cycle; with it the steady state is stable and a large shock
/// still amplifies (prototype, section 6).
/// </remarks>
internal static class Precaution
{
    public static void Follow(ChainState state, BehaviourNumbers b)
    {
        double[] rise = state.Months.PriceRise;
        foreach (int m in state.Layout.Lists.PostedMarkets)
        {
            rise[m] = Math.Log(state.Price[m] / state.TrendPrice[m]);
            state.TrendPrice[m] *= Math.Exp(rise[m] / b.PrecautionTrendMonths);
        }

        foreach (int m in state.Layout.Lists.PostedMarkets)
        {
            double heard = rise[m] + (b.PrecautionAbroadWeight * Math.Max(0.0, Abroad(state, m) - rise[m]));
            double signal = Math.Clamp(DeadBand(heard, b.PrecautionDeadBand), b.PrecautionTrendLow, b.PrecautionTrendHigh);
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

    /// <summary>Sellers' target cover when users are alarmed, months: a seller who sees a scramble holds back.</summary>
    public static double SellerCover(double normalMonths, double precaution, double share) =>
        normalMonths * (1.0 + (share * Math.Max(0.0, precaution)));

    private static double Abroad(ChainState state, int market)
    {
        double most = double.NegativeInfinity;
        double[] rise = state.Months.PriceRise;
        int[] from = state.Layout.RouteFrom;
        int[] to = state.Layout.RouteTo;
        foreach (int q in state.Layout.RoutesIn[market]) most = Math.Max(most, rise[from[q]]);
        foreach (int q in state.Layout.RoutesOut[market]) most = Math.Max(most, rise[to[q]]);
        return Math.Max(most, rise[market]);
    }
}
