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
        if (rule == PriceRule.Ratio)
        {
            for (int i = 0; i < posted.Length; i++) answer[i] = RatioRule.Ratio(state, numbers, posted[i]);
        }
        else
        {
            Cover(state, numbers, posted, answer);
        }

        Logarithm.Of(answer);
        for (int i = 0; i < posted.Length; i++) answer[i] *= rule == PriceRule.Ratio ? RatioRule.Exponent(numbers, posted[i]) : -numbers.Beta[posted[i]];
        Exponential.Of(answer);
        UsdPerUnit[] price = state.Price;
        UsdPerUnit[] expected = state.ExpectedPrice;
        UsdPerUnit[] atOpening = state.OpeningPrice;
        double[] floorShare = numbers.FloorShare;
        bool[] isLimited = state.Months.PriceLimited;
        (double fallLimit, double riseLimit) = (b.MonthlyFallLimit, b.MonthlyRiseLimit);
        for (int i = 0; i < posted.Length; i++)
        {
            int m = posted[i];
            UsdPerUnit floor = double.IsNaN(floorShare[m]) ? UsdPerUnit.Zero : atOpening[m] * floorShare[m];
            UsdPerUnit wish = UsdPerUnit.Max(expected[m] * answer[i], floor);
            UsdPerUnit low = price[m] * fallLimit;
            UsdPerUnit high = price[m] * riseLimit;
            isLimited[m] = wish < low || wish > high;
            price[m] = UsdPerUnit.Max(UsdPerUnit.Min(UsdPerUnit.Max(wish, low), high), floor);
            if (rule == PriceRule.Ratio) expected[m] = price[m];
        }
    }

    /// <summary>Cover over target cover, within the range that a price answers to.</summary>
    public static double CoverRatio(Amount stock, Amount expectedOrders, double targetMonths, BehaviourNumbers b)
    {
        double target = targetMonths * expectedOrders.Value;
        return target > 0.0 ? Math.Clamp(stock.Value / target, b.CoverRatioLow, b.CoverRatioHigh) : b.CoverRatioHigh;
    }

    private static void Cover(ChainState state, ChainNumbers numbers, int[] markets, Span<double> ratio)
    {
        BehaviourNumbers b = numbers.Behaviour;
        double sellerShare = b.PrecautionSellerShare;
        double[] cover = numbers.CoverMonths;
        double[] precaution = state.Precaution;
        Amount[] held = state.Holdings.Amounts;
        Amount[] expected = state.ExpectedOrders;
        for (int i = 0; i < markets.Length; i++)
        {
            int m = markets[i];
            ratio[i] = CoverRatio(held[ChainLayout.Seller(m)], expected[m], Demand.Precaution.SellerCover(cover[m], precaution[m], sellerShare), b);
        }
    }
}
