using Offtake.Model.Quantities;

namespace Offtake.Simulation.Markets;

/// <summary>What material is worth to the process that will separate it, and the formula price that follows.</summary>
/// <remarks>
/// Eq. PRI-5: v(s, e) = Σ over outputs o of share(s, o, e) · P(o) / (1 + VAT);
/// P = payable share · max(0, mean over s of (Σ over e of content(e) · v(s, e) − processing cost) − freight to where it is valued), s by capacity.
/// Below a netback of zero the material is worth nothing to its buyer, and its price is zero: nobody pays to give it away.
/// </remarks>
internal static class Netback
{
    /// <summary>Values a tonne of each element by feed sector at this month's posted prices.</summary>
    public static void ValueElements(ChainState state, ChainNumbers numbers) => ValueElements(state, numbers, state.Price, state.ElementValue);

    /// <summary>The same at other prices, into another list.</summary>
    public static void ValueElements(ChainState state, ChainNumbers numbers, ReadOnlySpan<UsdPerUnit> price, Span<UsdPerUnit> elementValue)
    {
        ChainLayout layout = state.Layout;
        foreach (int s in layout.Lists.FeedSectors)
        {
            int[] markets = layout.Recipes[s].OutputMarkets;
            double net = 1.0 / (1.0 + numbers.Vat[layout.Sectors[s].Region]);
            Span<UsdPerUnit> value = elementValue.Slice(s * layout.ElementCount, layout.ElementCount);
            value.Clear();
            for (int o = 0; o < markets.Length; o++)
            {
                // A commodity holds only its own elements, most often one: the other shares are zero.
                UsdPerUnit posted = price[markets[o]];
                double[] share = state.Share[s][o];
                foreach (int e in layout.ElementsOf[layout.Recipes[s].OutputCommodities[o]]) value[e] += posted * (share[e] * net);
            }
        }
    }

    /// <summary>Sets the price of every formula market from the content of its pool.</summary>
    public static void PriceFormulaMarkets(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        Span<double> share = stackalloc double[layout.ElementCount];
        foreach (int m in layout.Lists.FormulaMarkets)
        {
            ReadOnlySpan<Tonnes> content = state.Holdings.ContentOf(ChainLayout.Seller(m));
            double amount = state.Holdings.Amounts[ChainLayout.Seller(m)].Value;
            if (amount <= 0.0) continue;
            share.Clear();
            int[] elements = layout.ElementsOf[layout.Markets[m].Commodity];
            for (int j = 0; j < elements.Length; j++) share[elements[j]] = content[j].Value / amount;
            state.Price[m] = Price(state, numbers, m, share);
        }
    }

    /// <summary>Formula price of material of a given composition in a market.</summary>
    public static UsdPerUnit Price(ChainState state, ChainNumbers numbers, int market, ReadOnlySpan<double> shareByElement) =>
        Price(state, numbers, market, shareByElement, state.ElementValue);

    /// <summary>The same with elements valued otherwise.</summary>
    public static UsdPerUnit Price(ChainState state, ChainNumbers numbers, int market, ReadOnlySpan<double> shareByElement, ReadOnlySpan<UsdPerUnit> elementValue)
    {
        ChainLayout layout = state.Layout;
        int[] valuers = Valuers(layout, market);
        UsdPerUnit freight = FreightToValuation(layout, numbers, market);
        double all = valuers.Length > 1 ? CapacityOf(state, valuers) : 1.0;
        UsdPerUnit mean = UsdPerUnit.Zero;
        foreach (int s in valuers)
        {
            UsdPerUnit value = UsdPerUnit.Zero;
            ReadOnlySpan<UsdPerUnit> valueOf = elementValue.Slice(s * layout.ElementCount, shareByElement.Length);
            for (int e = 0; e < valueOf.Length; e++) value += valueOf[e] * shareByElement[e];
            value -= AverageCost.Processing(state, numbers, s) + freight;
            mean += value * Weight(state, valuers, s, all);
        }

        return UsdPerUnit.Max(mean * numbers.PayableShare[market], UsdPerUnit.Zero);
    }

    /// <summary>The sectors whose products value a formula market's material; none when nobody separates it where it is valued.</summary>
    public static int[] Valuers(ChainLayout layout, int market) => layout.Lists.Valuers[market];

    /// <summary>Share of a sector among those that value a material: that of its capacity, by which they share the pool (OPS-4), or equal shares when none has any.</summary>
    public static double Weight(ChainState state, int[] valuers, int sector) =>
        Weight(state, valuers, sector, valuers.Length > 1 ? CapacityOf(state, valuers) : 1.0);

    private static double Weight(ChainState state, int[] valuers, int sector, double all)
    {
        if (valuers.Length == 1) return 1.0;
        return all > 0.0 ? CapacityOf(state, sector) / all : 1.0 / valuers.Length;
    }

    private static double CapacityOf(ChainState state, int[] sectors)
    {
        double all = 0.0;
        foreach (int s in sectors) all += CapacityOf(state, s);
        return all;
    }

    private static double CapacityOf(ChainState state, int sector)
    {
        double own = 0.0;
        foreach (int f in state.Layout.FacilitiesOfSector[sector]) own += state.Capacity[f].Value;
        return own;
    }

    private static UsdPerUnit FreightToValuation(ChainLayout layout, ChainNumbers numbers, int market)
    {
        int route = layout.Lists.ValuationRoute[market];
        return route >= 0 ? numbers.Freight[route] : UsdPerUnit.Zero;
    }
}
