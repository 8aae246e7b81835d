using Offtake.Simulation.Numerics;

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
        FollowTrend(state, b);
        Span<double> loudest = state.Months.Working(0, state.Price.Length);
        Span<double> risk = state.Months.Working(1, state.Price.Length);
        ListenAbroad(state, b.PrecautionAbroadWeight, loudest, risk);
        double[] rise = state.Months.PriceRise;
        foreach (int m in state.Layout.Lists.PostedMarkets)
        {
            double heard = rise[m] + (b.PrecautionAbroadWeight * (loudest[m] - rise[m]));
            double signal = Math.Clamp(DeadBand(heard, b.PrecautionDeadBand), b.PrecautionTrendLow, b.PrecautionTrendHigh);
            double target = (b.PrecautionPriceWeight * signal) + (b.PrecautionRiskWeight * risk[m]);
            double precaution = state.Precaution[m] + ((target - state.Precaution[m]) / b.PrecautionMemoryMonths);
            state.Precaution[m] = Math.Min(precaution, b.PrecautionMaximum);
        }
    }

    private static void FollowTrend(ChainState state, BehaviourNumbers b)
    {
        int[] posted = state.Layout.Lists.PostedMarkets;
        Span<double> x = state.Months.Working(0, posted.Length);
        for (int i = 0; i < posted.Length; i++) x[i] = state.Price[posted[i]] / state.TrendPrice[posted[i]];
        Logarithm.Of(x);
        for (int i = 0; i < posted.Length; i++)
        {
            state.Months.PriceRise[posted[i]] = x[i];
            x[i] /= b.PrecautionTrendMonths;
        }

        Exponential.Of(x);
        for (int i = 0; i < posted.Length; i++) state.TrendPrice[posted[i]] *= x[i];
    }

    /// <summary>The largest rise in a market and those it trades with, and the largest share held up on the routes into it: route by route, which is shorter than market by market.</summary>
    private static void ListenAbroad(ChainState state, double weight, Span<double> loudest, Span<double> risk)
    {
        double[] rise = state.Months.PriceRise;
        double[] held = state.Policies.LicenceHeldShare;
        double[] closed = state.Policies.ClosedShare;
        int[] from = state.Layout.RouteFrom;
        int[] to = state.Layout.RouteTo;
        rise.CopyTo(loudest);
        risk.Clear();
        foreach (int q in state.Layout.Lists.PostedRoutes) risk[to[q]] = Math.Max(risk[to[q]], Math.Max(held[q], closed[q]));
        if (weight == 0.0) return;
        foreach (int q in state.Layout.Lists.PostedRoutes)
        {
            loudest[from[q]] = Math.Max(loudest[from[q]], rise[to[q]]);
            loudest[to[q]] = Math.Max(loudest[to[q]], rise[from[q]]);
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
}
