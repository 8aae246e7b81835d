using Offtake.Model.Quantities;

namespace Offtake.Simulation.Investment;

/// <summary>What a unit of activity of a maker or separator brings in and takes in, from prices alone, so that it is known while nothing runs.</summary>
/// <remarks>
/// Eq. INV-3 (makers and separators): R = Σ over outputs y · p / (unit cost · (1 − credit) + Σ over inputs a · p), prices net of value-added tax and of credits on inputs (DEM-14),
/// with y the amount made per unit of activity and a the amount taken in. It is no cash flow: stocks that are filled or emptied are not in it.
/// </remarks>
internal static class UnitEarnings
{
    /// <summary>Takes down revenue over cost at this month's prices for every facility that is no mine.</summary>
    public static void Measure(ChainState state, ChainNumbers numbers)
    {
        FinanceState finance = state.Finance!;
        NetOfTax(state, numbers, state.Price, finance.NetPrice);
        foreach (int s in state.Layout.Lists.OtherSectors)
        {
            (UsdPerUnit revenue, UsdPerUnit inputs) = Of(state, numbers, s, finance.NetPrice);
            finance.UnitRevenue[s] = revenue;
            finance.UnitInputs[s] = inputs;
            foreach (int f in state.Layout.FacilitiesOfSector[s]) finance.MarginNow[f] = Ratio(revenue, Processing(state, numbers, f) + inputs);
        }
    }

    /// <summary>Prices net of value-added tax where they are posted; where a formula sets them they bear none.</summary>
    public static void NetOfTax(ChainState state, ChainNumbers numbers, ReadOnlySpan<UsdPerUnit> posted, Span<UsdPerUnit> net)
    {
        ChainLayout layout = state.Layout;
        Span<double> share = stackalloc double[numbers.Vat.Length];
        for (int r = 0; r < share.Length; r++) share[r] = 1.0 / (1.0 + numbers.Vat[r]);
        bool[] isPosted = layout.IsPosted;
        int[] regionOf = layout.Lists.RegionOfMarket;
        UsdPerUnit[] price = state.Price;
        for (int m = 0; m < net.Length; m++) net[m] = isPosted[m] ? posted[m] * share[regionOf[m]] : price[m];
    }

    /// <summary>Revenue and cost of inputs per unit of activity; NaN when it is not known what the sector would make.</summary>
    /// <param name="state">The chain.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="sector">A sector that does not mine.</param>
    /// <param name="netPrice">Price net of value-added tax by market.</param>
    public static (UsdPerUnit Revenue, UsdPerUnit Inputs) Of(ChainState state, ChainNumbers numbers, int sector, ReadOnlySpan<UsdPerUnit> netPrice)
    {
        ChainLayout layout = state.Layout;
        int[] markets = layout.Recipes[sector].OutputMarkets;
        bool[] isCounted = layout.Recipes[sector].IsCounted;
        double activity = state.Months.SectorActivity[sector].Value;
        double perActivity = 1.0 / activity;
        double[] yield = numbers.Yield[sector];
        Amount[] producedFrom = state.Months.ProducedFrom[sector];
        double[] openingYield = state.OpeningYieldPerActivity[sector];
        UsdPerUnit revenue = UsdPerUnit.Zero;
        for (int o = 0; o < markets.Length; o++)
        {
            double made = isCounted[o] ? yield[o] : activity > 0.0 ? producedFrom[o].Value * perActivity : openingYield[o];
            revenue += netPrice[markets[o]] * made;
        }

        if (layout.FeedMarket(sector) is >= 0 and var feed) return (revenue, netPrice[feed]);
        UsdPerUnit inputs = UsdPerUnit.Zero;
        int[] buyers = layout.BuyersOfSector[sector];
        double[] rates = state.InputRate[sector];
        double[] intensity = state.Intensity;
        int[] marketOf = layout.Lists.MarketOfBuyer;
        for (int i = 0; i < buyers.Length; i++)
        {
            int m = marketOf[buyers[i]];
            inputs += netPrice[m] * (rates[i] * intensity[buyers[i]] * state.Policies.LeftToPay(m, state.OwnSupplyShare[m]));
        }

        return (revenue, inputs);
    }

    /// <summary>Processing cost after credits.</summary>
    public static UsdPerUnit Processing(ChainState state, ChainNumbers numbers, int facility) =>
        state.UnitCost[facility] * (1.0 - state.Policies.ProcessingCredit[facility]);

    /// <summary>Revenue over cost; NaN where there is no cost to compare with.</summary>
    public static double Ratio(UsdPerUnit revenue, UsdPerUnit cost) => cost.Value > 0.0 ? revenue / cost : double.NaN;
}
