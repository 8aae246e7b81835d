using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Markets;

/// <summary>Phase 3: sellers post prices from last month's stocks and expected orders, or from last month's flows (PRI-4), as the scenario says.</summary>
/// <remarks>
/// Eq. PRI-1: P = Pe · (S / (C* (1 + h · max(0, π)) E))^−β; d ln Pe = ln(P / Pe) / τ_E + w_own · ln(A / Pe) / τ_A + Σ over routes w · ln(L / Pe) / τ_L.
/// Joint cost is shared by slow-average revenue: A = P_slow · (cost / revenue) / (cost / revenue at the opening). Goods made to order follow
/// their cost, A = P_opening · cost / cost at the opening, with a shorter τ_A of their own.
/// Eq. PRI-3: P is at least its storage or disposal floor. A monthly limit on price moves is counted when it binds; it hides
/// instability, it does not cure it.
/// </remarks>
internal static class PriceFormation
{
    public static void Post(ChainState state, ChainNumbers numbers, PriceRule rule = PriceRule.Cover)
    {
        PostAsked(state, numbers, rule);
        Netback.ValueElements(state, numbers);
        Netback.PriceFormulaMarkets(state, numbers);
        Anchors.Follow(state, numbers);
    }

    /// <summary>Sets the prices that sellers post, from cover or from flows.</summary>
    internal static void PostAsked(ChainState state, ChainNumbers numbers, PriceRule rule)
    {
        BehaviourNumbers b = numbers.Behaviour;
        ChainLayout layout = state.Layout;
        int[] posted = layout.Lists.PostedMarkets;
        Span<double> answer = state.Months.Working(0, posted.Length);
        for (int i = 0; i < posted.Length; i++) answer[i] = rule == PriceRule.Ratio ? RatioRule.Ratio(state, numbers, posted[i]) : Cover(state, numbers, posted[i]);
        Logarithm.Of(answer);
        for (int i = 0; i < posted.Length; i++) answer[i] *= rule == PriceRule.Ratio ? RatioRule.Exponent(numbers, posted[i]) : -numbers.Beta[posted[i]];
        Exponential.Of(answer);
        for (int i = 0; i < posted.Length; i++)
        {
            int m = posted[i];
            UsdPerUnit wish = state.ExpectedPrice[m] * answer[i];
            UsdPerUnit floor = double.IsNaN(numbers.FloorShare[m]) ? UsdPerUnit.Zero : state.OpeningPrice[m] * numbers.FloorShare[m];
            state.Price[m] = Limit(UsdPerUnit.Max(wish, floor), state.Price[m], b, out state.Months.PriceLimited[m]);
            state.Price[m] = UsdPerUnit.Max(state.Price[m], floor);
            if (rule == PriceRule.Ratio) state.ExpectedPrice[m] = state.Price[m];
        }
    }

    /// <summary>Cover over target cover, within the range that a price answers to.</summary>
    public static double CoverRatio(Amount stock, Amount expectedOrders, double targetMonths, BehaviourNumbers b)
    {
        double target = targetMonths * expectedOrders.Value;
        return target > 0.0 ? Math.Clamp(stock.Value / target, b.CoverRatioLow, b.CoverRatioHigh) : b.CoverRatioHigh;
    }

    private static double Cover(ChainState state, ChainNumbers numbers, int market)
    {
        BehaviourNumbers b = numbers.Behaviour;
        double months = Demand.Precaution.SellerCover(numbers.CoverMonths[market], state.Precaution[market], b.PrecautionSellerShare);
        return CoverRatio(state.Holdings.Amounts[ChainLayout.Seller(market)], state.ExpectedOrders[market], months, b);
    }

    private static UsdPerUnit Limit(UsdPerUnit wish, UsdPerUnit last, BehaviourNumbers b, out bool bound)
    {
        UsdPerUnit low = last * b.MonthlyFallLimit;
        UsdPerUnit high = last * b.MonthlyRiseLimit;
        bound = wish < low || wish > high;
        return UsdPerUnit.Min(UsdPerUnit.Max(wish, low), high);
    }
}
