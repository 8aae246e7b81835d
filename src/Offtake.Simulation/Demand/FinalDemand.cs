using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Demand;

/// <summary>What final users want this month, and what cities can pay for.</summary>
/// <remarks>
/// Eq. DEM-1: reference = opening demand × driver index. Eq. DEM-2: D = reference · exp(z) · response of P_perceived (1 − subsidy) over the opening price.
/// Eq. DEM-10: the reference of a use with a season is multiplied by the month's factor.
/// </remarks>
internal static class FinalDemand
{
    public static void Want(ChainState state, ChainNumbers numbers, DriverPaths paths, Month month)
    {
        ChainLayout layout = state.Layout;
        BehaviourNumbers behaviour = numbers.Behaviour;
        ReadOnlySpan<double> index = paths.IndexIn(month);
        for (int k = 0; k < state.ReferenceUse.Length; k++)
        {
            int b = layout.BuyerOfUse[k];
            double ratio = state.PerceivedPrice[b] * (1.0 - state.Policies.Subsidy[k]) / state.OpeningPerceivedPrice[b];
            double response = PriceResponse.Of(numbers.Elasticity[k], ratio, behaviour);
            state.Months.Wanting[k] = state.ReferenceUse[k] * (index[layout.Lists.DriverOfUse[k]] * state.SeasonOfUse[k] * Math.Exp(state.DemandShock[k]) * response);
        }

        Cities.CityBudget.Limit(state, numbers);
        for (int k = 0; k < state.ReferenceUse.Length; k++) state.Months.Demand[layout.BuyerOfUse[k]] = state.Months.Wanting[k];
    }
}
