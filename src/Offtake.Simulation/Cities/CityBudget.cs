using Offtake.Model.Quantities;
using Offtake.Simulation.Treasury;

namespace Offtake.Simulation.Cities;

/// <summary>What a city can pay for this month.</summary>
/// <remarks>
/// Eq. CIT-4: what a city wants, at last month's price, ≤ deployment share × revenue − running cost of its fleets − interest, and nothing while its
/// debt is above its ceiling. Orders may exceed wants while its stock is being filled, so a month's payments may exceed the budget; the rest is debt.
/// What the budget refuses is recorded; it is not bought later unless it is still wanted. What a programme orders comes on top (DEM-13), but not above the ceiling.
/// </remarks>
internal static class CityBudget
{
    public static void Limit(ChainState state, ChainNumbers numbers, ReadOnlySpan<double> subsidy)
    {
        ChainLayout layout = state.Layout;
        Array.Clear(state.Months.RefusedPurchase);
        for (int c = 0; c < layout.Cities.Length; c++)
        {
            Usd wanted = Usd.Zero;
            foreach (int k in layout.Lists.UsesOfCity[c]) wanted += Cost(state, k, subsidy[k]);

            Usd affordable = Affordable(state, numbers, c);
            if (wanted <= affordable) continue;
            double share = affordable / wanted;
            foreach (int k in layout.Lists.UsesOfCity[c]) state.Months.Wanting[k] *= share;

            state.Months.RefusedPurchase[c] = wanted - affordable;
        }
    }

    /// <summary>Running cost a month of the fleets a city holds.</summary>
    public static Usd RunningCost(ChainState state, ChainNumbers numbers, int city)
    {
        Usd cost = Usd.Zero;
        foreach (int k in state.Layout.Lists.FleetsOfCity[city])
            cost += numbers.RunningCost[k] * (state.Holdings.Amounts[state.Layout.InUse(k)] / 12.0);

        return cost;
    }

    /// <summary>What a city spends a month on products as it stands: its wants, its fleets and the interest on its debt.</summary>
    public static Usd Spending(ChainState state, ChainNumbers numbers, int city)
    {
        Usd spending = RunningCost(state, numbers, city) + Interest(state, numbers, city);
        foreach (int k in state.Layout.Lists.UsesOfCity[city]) spending += Cost(state, k, state.Policies.Subsidy[k]);

        return spending;
    }

    /// <summary>Whether a city's debt is above its ceiling, so that it may not buy.</summary>
    public static bool IsIndebted(ChainState state, ChainNumbers numbers, int city) => Debts.OfCity(state, city) > CityRevenue.DebtCeiling(state, numbers, city);

    private static Usd Interest(ChainState state, ChainNumbers numbers, int city) => Debts.OfCity(state, city) * (numbers.Behaviour.InterestRatePerYear / 12.0);

    private static Usd Affordable(ChainState state, ChainNumbers numbers, int city)
    {
        if (IsIndebted(state, numbers, city)) return Usd.Zero;
        Usd budget = state.CityRevenue[city] * state.DeploymentShare[city];
        return Usd.Max(Usd.Zero, budget - RunningCost(state, numbers, city) - Interest(state, numbers, city));
    }

    private static Usd Cost(ChainState state, int use, double subsidy) =>
        state.Price[state.Layout.Lists.MarketOfBuyer[state.Layout.BuyerOfUse[use]]] * state.Months.Wanting[use] * (1.0 - subsidy);
}
