using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Markets;

/// <summary>Cost averages that anchor expected prices. They are costs of production, not prices.</summary>
internal static class AverageCost
{
    /// <summary>Processing cost per unit of activity of a sector, averaged over its facilities by activity, or by capacity when all stand still.</summary>
    public static UsdPerUnit Processing(ChainState state, ChainNumbers numbers, int sector)
    {
        int[] facilities = state.Layout.FacilitiesOfSector[sector];
        if (facilities.Length == 1)
        {
            int only = facilities[0];
            return state.Months.Activity[only].Value > 0.0 || state.Capacity[only].Value > 0.0 ? state.UnitCost[only] : UsdPerUnit.Zero;
        }

        Usd byActivity = Usd.Zero;
        Usd byCapacity = Usd.Zero;
        Amount activity = Amount.Zero;
        Amount capacity = Amount.Zero;
        UsdPerUnit[] unitCost = state.UnitCost;
        Amount[] activityOf = state.Months.Activity;
        Amount[] capacityOf = state.Capacity;
        foreach (int f in facilities)
        {
            UsdPerUnit cost = unitCost[f];
            byActivity += cost * activityOf[f];
            activity += activityOf[f];
            byCapacity += cost * capacityOf[f];
            capacity += capacityOf[f];
        }

        if (activity.Value > 0.0) return new UsdPerUnit(byActivity.Value / activity.Value);
        return capacity.Value > 0.0 ? new UsdPerUnit(byCapacity.Value / capacity.Value) : UsdPerUnit.Zero;
    }

    /// <summary>Cost per unit of activity with feed at cost (feed sectors) or inputs at perceived prices (makers to order).</summary>
    public static UsdPerUnit Full(ChainState state, ChainNumbers numbers, int sector)
    {
        ChainLayout layout = state.Layout;
        UsdPerUnit cost = Processing(state, numbers, sector);
        if (layout.DriveOf(sector) == Drive.Feed) return cost + state.CostBasis[layout.FeedMarket(sector)];
        int[] buyers = layout.BuyersOfSector[sector];
        for (int i = 0; i < buyers.Length; i++)
            cost += state.PerceivedPrice[buyers[i]] * (state.InputRate[sector][i] * state.Intensity[buyers[i]]);
        return cost;
    }

    /// <summary>Revenue per unit of activity at slow-average prices and opening yields: the key by which joint cost is shared.</summary>
    public static UsdPerUnit SlowRevenue(ChainState state, int sector)
    {
        SectorRecipe recipe = state.Layout.Recipes[sector];
        UsdPerUnit revenue = UsdPerUnit.Zero;
        for (int o = 0; o < recipe.OutputMarkets.Length; o++)
            revenue += state.SlowPrice[recipe.OutputMarkets[o]] * state.OpeningYieldPerActivity[sector][o];
        return revenue;
    }

    /// <summary>Moves the cost basis of formula markets towards the cost of what mines and routes bring in.</summary>
    public static void FollowFeedCost(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        UsdPerUnit[] average = state.Months.FeedCost;
        foreach (int m in layout.Lists.FormulaMarkets)
        {
            (Usd cost, Amount amount) = Inflow(state, numbers, m, state.Months.Activity, state.Months.Shipped);
            average[m] = new(amount.Value > 0.0 ? cost.Value / amount.Value : double.NaN);
        }

        foreach (int m in layout.Lists.FormulaMarkets)
        {
            if (double.IsNaN(average[m].Value)) continue;
            state.CostBasis[m] += (average[m] - state.CostBasis[m]) / numbers.Behaviour.RevenueMemoryMonths;
        }
    }

    /// <summary>Cost and amount of what mines and routes bring into a formula market.</summary>
    public static (Usd Cost, Amount Amount) Inflow(ChainState state, ChainNumbers numbers, int market, ReadOnlySpan<Amount> activity, ReadOnlySpan<Amount> shipped)
    {
        ChainLayout layout = state.Layout;
        Usd cost = Usd.Zero;
        Amount amount = Amount.Zero;
        foreach (int f in layout.MinesOfMarket[market])
        {
            cost += state.UnitCost[f] * activity[f];
            amount += activity[f];
        }

        foreach (int q in layout.RoutesIn[market])
        {
            cost += (state.CostBasis[layout.RouteFrom[q]] + numbers.Freight[q]) * shipped[q];
            amount += shipped[q];
        }

        return (cost, amount);
    }
}
