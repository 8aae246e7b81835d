using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;
using Offtake.Simulation.Operations;

namespace Offtake.Simulation.Investment;

/// <summary>What new capacity is expected to earn on the whole basket once it is built, capital included.</summary>
/// <remarks>
/// Eq. INV-1 (with capital): R = Σ over outputs y · p / (unit cost · (1 − credit) + Σ over inputs a · p + capital charge),
/// p = w · P + (1 − w) · Pe, w = exp(−(permit + lead) / τ): what today's price is above the expected one has faded by the time the capacity stands;
/// capital charge = capital · annuity(i + premium, life) / target utilisation, of what grants and funds leave to pay (FIN-4).
/// Mines start by ln(R / max(hurdle, R at the opening · reopening ratio)), others what they lack times clamp(1 + ln(R / min(hurdle, R at the opening)) / band, 0, 1).
/// </remarks>
internal static class Profitability
{
    /// <summary>Forms the expected return of every facility that may expand, and what all earn at this month's prices.</summary>
    public static void Expect(ChainState state, ChainNumbers numbers, FinanceNumbers n)
    {
        FinanceState finance = state.Finance!;
        MineMargin.Measure(state, numbers);
        UnitEarnings.Measure(state, numbers);
        Netback.ValueElements(state, numbers, state.ExpectedPrice, finance.ExpectedElementValue);
        UnitEarnings.NetOfTax(state, numbers, state.ExpectedPrice, finance.NetExpectedPrice);
        foreach (int m in state.Layout.Lists.FormulaMarkets) finance.NetExpectedPrice[m] = OfPool(state, numbers, finance, m);
        foreach (int s in state.Layout.Lists.ExpandableSectors)
        {
            double today = n.WeightOfToday[s];
            if (state.Layout.DriveOf(s) == Drive.Margin)
            {
                foreach (int f in state.Layout.FacilitiesOfSector[s])
                    finance.Return[f] = UnitEarnings.Ratio(OfMine(state, numbers, finance, s, f, today), UnitEarnings.Processing(state, numbers, f) + (n.CapitalCharge[s] * CapitalSupport.LeftToPay(state, f)));
                continue;
            }

            // Revenue and inputs are sums of prices, so what they are at a mix of prices is the mix of what they are at each.
            (UsdPerUnit revenue, UsdPerUnit inputs) = UnitEarnings.Of(state, numbers, s, finance.NetExpectedPrice);
            revenue = (finance.UnitRevenue[s] * today) + (revenue * (1.0 - today));
            inputs = (finance.UnitInputs[s] * today) + (inputs * (1.0 - today));
            foreach (int f in state.Layout.FacilitiesOfSector[s])
                finance.Return[f] = UnitEarnings.Ratio(revenue, UnitEarnings.Processing(state, numbers, f) + (inputs + (n.CapitalCharge[s] * CapitalSupport.LeftToPay(state, f))));
        }
    }

    /// <summary>Capacity on which work begins this month.</summary>
    public static Amount Start(ChainState state, ChainNumbers numbers, FinanceNumbers n, int facility, int sector)
    {
        FinanceState finance = state.Finance!;
        bool isWorthIt = finance.Return[facility] > Hurdle(state, facility);
        if (state.Layout.DriveOf(sector) == Drive.Margin)
            return isWorthIt ? Pipeline.StartOfMine(state, numbers.Behaviour, sector, LogExcess(state, facility)) : Amount.Zero;
        Amount lacking = Pipeline.StartOfOthers(state, numbers.Behaviour, facility, state.Pipeline.AsSpan(facility * Pipeline.Stages, Pipeline.Stages));
        if (lacking.Value == 0.0) return Amount.Zero;

        // Above the hurdle all that is lacking is started, whatever the logarithm.
        if (isWorthIt) return lacking;
        double excess = LogExcess(state, facility);
        return double.IsNaN(excess) ? Amount.Zero : lacking * Math.Clamp(1.0 + (excess / n.HurdleBand), 0.0, 1.0);
    }

    private static double LogExcess(ChainState state, int facility) =>
        Math.Log(Math.Max(state.Finance!.Return[facility], double.Epsilon) / Hurdle(state, facility));

    private static double Hurdle(ChainState state, int facility) => state.Finance!.HurdleReturn[facility] * state.Policies.HurdleFactor[facility];

    private static UsdPerUnit OfMine(ChainState state, ChainNumbers numbers, FinanceState finance, int s, int f, double today)
    {
        UsdPerUnit expected = Netback.Price(state, numbers, state.Layout.OutputMarket(s), numbers.Basket[f], finance.ExpectedElementValue);
        return (state.Months.BasketPrice[f] * today) + (expected * (1.0 - today)) + state.Months.TopUp[f];
    }

    /// <summary>What the pool of a formula market is worth at expected prices; its price where there is nothing in it.</summary>
    private static UsdPerUnit OfPool(ChainState state, ChainNumbers numbers, FinanceState finance, int market)
    {
        double held = state.Holdings.Amounts[ChainLayout.Seller(market)].Value;
        if (held <= 0.0) return state.Price[market];
        Span<double> share = stackalloc double[state.Layout.ElementCount];
        share.Clear();
        ReadOnlySpan<Tonnes> content = state.Holdings.ContentOf(ChainLayout.Seller(market));
        int[] elements = state.Layout.ElementsOf[state.Layout.Markets[market].Commodity];
        for (int j = 0; j < elements.Length; j++) share[elements[j]] = content[j].Value / held;
        return Netback.Price(state, numbers, market, share, finance.ExpectedElementValue);
    }
}
