using Offtake.Model.Quantities;
using Offtake.Simulation.Markets;

namespace Offtake.Simulation.Operations;

/// <summary>Revenue over cost of a mine: the whole basket counts, not one element of it.</summary>
internal static class MineMargin
{
    /// <summary>Revenue of a tonne of concentrate, price-floor payments included, over its cost after credits.</summary>
    public static double Of(ChainState state, ChainNumbers numbers, int facility)
    {
        UsdPerUnit cost = state.UnitCost[facility] * (1.0 - state.Policies.ProcessingCredit[facility]);
        return (Price(state, numbers, facility) + TopUp(state, numbers, facility)) / cost;
    }

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
}
