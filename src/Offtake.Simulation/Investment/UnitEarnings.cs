using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Demand;
using Offtake.Simulation.Markets;

namespace Offtake.Simulation.Investment;

/// <summary>What a unit of activity of a maker or separator brings in and takes in, from prices alone, so that it is known while nothing runs.</summary>
/// <remarks>
/// Eq. INV-3 (makers and separators): R = Σ over outputs y · p / (unit cost · (1 − credit) + Σ over inputs a · p), prices net of value-added tax,
/// with y the amount made per unit of activity and a the amount taken in. It is no cash flow: stocks that are filled or emptied are not in it.
/// </remarks>
internal static class UnitEarnings
{
    /// <summary>Takes down revenue over cost at this month's prices for every facility that is no mine.</summary>
    public static void Measure(ChainState state, ChainNumbers numbers)
    {
        for (int s = 0; s < state.Layout.Sectors.Length; s++)
        {
            if (state.Layout.DriveOf(s) == Drive.Margin) continue;
            (UsdPerUnit revenue, UsdPerUnit inputs) = Of(state, numbers, s, 1.0);
            foreach (int f in state.Layout.FacilitiesOfSector[s]) state.Finance!.MarginNow[f] = Ratio(revenue, Processing(state, numbers, f) + inputs);
        }
    }

    /// <summary>Revenue and cost of inputs per unit of activity; NaN when it is not known what the sector would make.</summary>
    /// <param name="state">The chain.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="sector">A sector that does not mine.</param>
    /// <param name="today">Weight of today's prices; the rest is the weight of expected prices.</param>
    public static (UsdPerUnit Revenue, UsdPerUnit Inputs) Of(ChainState state, ChainNumbers numbers, int sector, double today)
    {
        ChainLayout layout = state.Layout;
        SectorRecipe recipe = layout.Recipes[sector];
        double activity = state.Months.SectorActivity[sector].Value;
        UsdPerUnit revenue = UsdPerUnit.Zero;
        for (int o = 0; o < recipe.OutputMarkets.Length; o++)
        {
            double made = recipe.IsCounted[o] ? numbers.Yield[sector][o]
                : activity > 0.0 ? state.Months.ProducedFrom[sector][o].Value / activity
                : state.OpeningYieldPerActivity[sector][o];
            revenue += Price(state, numbers, recipe.OutputMarkets[o], today) * made;
        }

        if (layout.DriveOf(sector) == Drive.Feed) return (revenue, Price(state, numbers, layout.FeedMarket(sector), today));
        UsdPerUnit inputs = UsdPerUnit.Zero;
        foreach (int b in layout.BuyersOfSector[sector]) inputs += Price(state, numbers, layout.Buyers[b].Market, today) * MakersWants.Rate(state, b, layout.Buyers[b]);
        return (revenue, inputs);
    }

    /// <summary>Processing cost after credits.</summary>
    public static UsdPerUnit Processing(ChainState state, ChainNumbers numbers, int facility) =>
        state.UnitCost[facility] * (1.0 - state.Policies.ProcessingCredit[facility]);

    /// <summary>Revenue over cost; NaN where there is no cost to compare with.</summary>
    public static double Ratio(UsdPerUnit revenue, UsdPerUnit cost) => cost.Value > 0.0 ? revenue / cost : double.NaN;

    private static UsdPerUnit Price(ChainState state, ChainNumbers numbers, int market, double today)
    {
        ChainLayout layout = state.Layout;
        if (layout.IsPosted[market])
            return ((state.Price[market] * today) + (state.ExpectedPrice[market] * (1.0 - today))) / (1.0 + numbers.Vat[layout.Markets[market].Region]);
        double held = state.Holdings.Amounts[ChainLayout.Seller(market)].Value;
        if (today >= 1.0 || held <= 0.0) return state.Price[market];
        Span<double> share = stackalloc double[layout.ElementCount];
        share.Clear();
        ReadOnlySpan<Tonnes> content = state.Holdings.ContentOf(ChainLayout.Seller(market));
        int[] elements = layout.ElementsOf[layout.Markets[market].Commodity];
        for (int j = 0; j < elements.Length; j++) share[elements[j]] = content[j].Value / held;
        return (state.Price[market] * today) + (Netback.Price(state, numbers, market, share, state.Finance!.ExpectedElementValue) * (1.0 - today));
    }
}
