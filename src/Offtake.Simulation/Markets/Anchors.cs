using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Markets;

/// <summary>Where expected prices are drawn to: own cost where goods are made, landed price where they come in.</summary>
internal static class Anchors
{
    /// <summary>Moves slow averages, cost bases and expected prices on by a month.</summary>
    public static void Follow(ChainState state, ChainNumbers numbers)
    {
        BehaviourNumbers b = numbers.Behaviour;
        ChainLayout layout = state.Layout;
        AverageCost.FollowFeedCost(state, numbers);
        for (int s = 0; s < layout.Sectors.Length; s++) state.Months.CostRise[s] = CostRise(state, numbers, s);
        foreach (int m in layout.Lists.PostedMarkets)
        {
            double expected = Math.Log(state.Price[m] / state.ExpectedPrice[m]) / b.ExpectationMonths;
            double months = layout.MakersOfMarket[m].Length > 0 ? b.MakerAnchorMonths : b.AnchorMonths;
            expected += state.OwnSupplyShare[m] * OwnCost(state, m) / months;
            Amount imports = Amount.Zero;
            foreach (int q in layout.RoutesIn[m]) imports += state.HabitualFlow[q];
            foreach (int q in layout.RoutesIn[m])
            {
                if (imports.Value <= 0.0) break;
                double weight = (1.0 - state.OwnSupplyShare[m]) * (state.HabitualFlow[q] / imports);
                UsdPerUnit landed = Landed.Price(state, numbers, q, state.Rent[q]);
                expected += weight * Math.Log(landed / state.ExpectedPrice[m]) / b.LandedAnchorMonths;
            }

            if (b.ExportAnchorShare > 0.0) expected += b.ExportAnchorShare * Abroad(state, numbers, m) / b.LandedAnchorMonths;
            state.ExpectedPrice[m] *= Math.Exp(expected);
        }

        // Only now: joint cost is shared by the slow prices of the whole month before.
        foreach (int m in layout.Lists.PostedMarkets) state.SlowPrice[m] *= Math.Exp(Math.Log(state.Price[m] / state.SlowPrice[m]) / b.RevenueMemoryMonths);
    }

    /// <summary>Log of what exports fetch over the expected price, weighted by the part of sales that is used to leave.</summary>
    /// <remarks>Eq. PRI-6: Σ over routes out (H / E) · ln(N / Pe), with N the netback of the price abroad after duty, tariff and freight, before rent.</remarks>
    private static double Abroad(ChainState state, ChainNumbers numbers, int market)
    {
        double sum = 0.0;
        foreach (int q in state.Layout.RoutesOut[market])
        {
            if (state.HabitualFlow[q].Value <= 0.0 || state.ExpectedOrders[market].Value <= 0.0) continue;
            UsdPerUnit netback = Landed.Netback(state, numbers, q);
            if (netback.Value <= 0.0) continue;
            sum += Math.Min(1.0, state.HabitualFlow[q] / state.ExpectedOrders[market]) * Math.Log(netback / state.ExpectedPrice[market]);
        }

        return sum;
    }

    /// <summary>Log of the own-cost anchor over the expected price; 0 where no maker's cost anchors the price.</summary>
    private static double OwnCost(ChainState state, int market)
    {
        ChainLayout layout = state.Layout;
        double sum = 0.0;
        double weight = 0.0;
        foreach ((int s, int o) in layout.AnchorsOfMarket[market])
        {
            if (double.IsNaN(state.Months.CostRise[s])) continue;
            double made = state.Months.ProducedFrom[s][o].Value;
            UsdPerUnit basis = layout.DriveOf(s) == Drive.Feed ? state.SlowPrice[market] : state.OpeningPrice[market];
            sum += made * (Math.Log(basis / state.ExpectedPrice[market]) + state.Months.CostRise[s]);
            weight += made;
        }

        return weight > 0.0 ? sum / weight : 0.0;
    }

    /// <summary>Log of a sector's cost over that of the opening, for joint products over revenue as well; NaN where it anchors no price this month.</summary>
    private static double CostRise(ChainState state, ChainNumbers numbers, int sector)
    {
        if (!state.Layout.Lists.AnchorsPrice[sector] || double.IsNaN(state.OpeningUnitCost[sector].Value) || state.Months.SectorActivity[sector].Value <= 0.0) return double.NaN;
        double rise = Math.Log(AverageCost.Full(state, numbers, sector) / state.OpeningUnitCost[sector]);
        return state.Layout.DriveOf(sector) == Drive.Feed ? rise - Math.Log(AverageCost.SlowRevenue(state, sector) / OpeningRevenue(state, sector)) : rise;
    }

    private static UsdPerUnit OpeningRevenue(ChainState state, int sector)
    {
        SectorRecipe recipe = state.Layout.Recipes[sector];
        UsdPerUnit revenue = UsdPerUnit.Zero;
        for (int o = 0; o < recipe.OutputMarkets.Length; o++)
            revenue += state.OpeningPrice[recipe.OutputMarkets[o]] * state.OpeningYieldPerActivity[sector][o];
        return revenue;
    }
}
