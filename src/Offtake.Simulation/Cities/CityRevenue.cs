using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Cities;

/// <summary>What cities take in, as it moves from outside.</summary>
/// <remarks>Eq. FIN-3: revenue(t) = revenue at the opening × driver index(t), or × (1 + growth)^years; constant where the world does not say, and when frozen.</remarks>
internal static class CityRevenue
{
    public static void Move(ChainState state, ChainNumbers numbers, DriverPaths paths, Month month)
    {
        ValueChain chain = state.Layout.Chain;
        for (int c = 0; c < chain.CityFinance.Count; c++)
        {
            double index = chain.CityFinance[c].Driver is { } driver ? paths.Index(driver, month)
                : paths.IsFrozen ? 1.0
                : Math.Pow(1.0 + numbers.CityGrowthPerYear[c], (month - chain.Opening) / 12.0);
            state.CityRevenue[c] = numbers.CityRevenue[c] * index;
        }
    }

    /// <summary>Debt above which a city may not buy: a multiple of its revenue, which moves with it.</summary>
    public static Usd DebtCeiling(ChainState state, ChainNumbers numbers, int city) => state.Layout.Chain.CityFinance.Count == 0
        ? numbers.CityDebtCeiling[city]
        : numbers.CityDebtCeiling[city] * (state.CityRevenue[city] / numbers.CityRevenue[city]);
}
