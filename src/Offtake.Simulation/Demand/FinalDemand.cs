using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Numerics;

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
        int[] buyerOf = layout.BuyerOfUse;
        Span<double> ratio = state.Months.Working(0, buyerOf.Length);
        Span<double> x = state.Months.Working(1, buyerOf.Length);
        for (int k = 0; k < x.Length; k++)
            x[k] = ratio[k] = state.PerceivedPrice[buyerOf[k]] * (1.0 - state.Policies.Subsidy[k]) / state.OpeningPerceivedPrice[buyerOf[k]];
        Logarithm.Of(x);
        for (int k = 0; k < x.Length; k++) x[k] = state.DemandShock[k] + PriceResponse.LogOf(numbers.Elasticity[k], x[k], behaviour);
        Exponential.Of(x);
        for (int k = 0; k < x.Length; k++)
        {
            double kept = PriceResponse.Kept(ratio[k], behaviour.SubstituteBeginRatio, behaviour.SubstituteEndRatio);
            state.Months.Wanting[k] = state.ReferenceUse[k] * (index[layout.Lists.DriverOfUse[k]] * state.SeasonOfUse[k] * x[k] * kept);
        }

        Cities.CityBudget.Limit(state, numbers);
        for (int k = 0; k < state.ReferenceUse.Length; k++) state.Months.Demand[layout.BuyerOfUse[k]] = state.Months.Wanting[k];
    }
}
