using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;

namespace Offtake.Simulation.Operations;

/// <summary>Revenue over cost of a mine: the whole basket counts, not one element of it.</summary>
internal static class MineMargin
{
    /// <summary>Revenue of a tonne of concentrate, price-floor payments included, over its cost after credits.</summary>
    public static double Of(ChainState state, ChainNumbers numbers, int facility) =>
        OverCost(state, facility, Price(state, numbers, facility) + TopUp(state, numbers, facility));

    /// <summary>Takes down what a tonne of every mine's concentrate earns, for all who ask this month.</summary>
    public static void Measure(ChainState state, ChainNumbers numbers)
    {
        foreach (int f in state.Layout.Lists.Mines)
        {
            state.Months.BasketPrice[f] = Price(state, numbers, f);
            state.Months.TopUp[f] = TopUp(state, numbers, f);
        }
    }

    /// <summary>The same as <see cref="Of"/>, from what was taken down.</summary>
    public static double Measured(ChainState state, int facility) => OverCost(state, facility, state.Months.BasketPrice[facility] + state.Months.TopUp[facility]);

    /// <summary>Formula price of the mine's own basket.</summary>
    public static UsdPerUnit Price(ChainState state, ChainNumbers numbers, int facility) =>
        Netback.Price(state, numbers, state.Layout.OutputMarket(state.Layout.SectorOf[facility]), numbers.Basket[facility]);

    /// <summary>What the state tops up on a tonne of concentrate: the gap to the floor on the product it contains.</summary>
    public static UsdPerUnit TopUp(ChainState state, ChainNumbers numbers, int facility)
    {
        int commodity = state.Policies.PriceFloorCommodity[facility];
        if (commodity < 0) return UsdPerUnit.Zero;
        ChainLayout layout = state.Layout;
        int[] valuers = Netback.Valuers(layout, layout.OutputMarket(layout.SectorOf[facility]));
        UsdPerUnit mean = UsdPerUnit.Zero;
        foreach (int s in valuers)
        {
            SectorRecipe recipe = layout.Recipes[s];
            int o = Array.IndexOf(recipe.OutputCommodities, commodity);
            if (o < 0) continue;
            double contained = 0.0;
            for (int e = 0; e < layout.ElementCount; e++) contained += numbers.Basket[facility][e] * state.Share[s][o][e];
            UsdPerUnit net = state.Price[recipe.OutputMarkets[o]] / (1.0 + numbers.Vat[layout.Sectors[s].Region]);
            mean += UsdPerUnit.Max(state.Policies.PriceFloor[facility] - net, UsdPerUnit.Zero) * contained * Netback.Weight(state, valuers, s);
        }

        return mean;
    }

    private static double OverCost(ChainState state, int facility, UsdPerUnit revenue) =>
        revenue / (state.UnitCost[facility] * (1.0 - state.Policies.ProcessingCredit[facility]));
}
