using Offtake.Model.Quantities;
using Offtake.Simulation.Institutions;
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
        PoliciesInForce policies = state.Policies;
        if (policies.Subsidies.Count > 0)
        {
            Form(state, numbers, paths, month, policies.SubsidyOfCalendar);
            state.Months.Wanting.CopyTo(state.Programmes!.Demand.WantsWithout.AsSpan());
        }

        Form(state, numbers, paths, month, policies.Subsidy);
        if (state.Programmes is { } programmes) ProgrammeDemand.Join(state, numbers, programmes);
        int[] buyerOf = state.Layout.BuyerOfUse;
        Amount[] wanting = state.Months.Wanting;
        Amount[] demand = state.Months.Demand;
        for (int k = 0; k < wanting.Length; k++) demand[buyerOf[k]] = wanting[k];
    }

    /// <summary>What users want at a given subsidy, and cities can pay for.</summary>
    private static void Form(ChainState state, ChainNumbers numbers, DriverPaths paths, Month month, double[] granted)
    {
        ChainLayout layout = state.Layout;
        BehaviourNumbers behaviour = numbers.Behaviour;
        ReadOnlySpan<double> index = paths.IndexIn(month);
        int[] buyerOf = layout.BuyerOfUse;
        Span<double> ratio = state.Months.Working(0, buyerOf.Length);
        Span<double> x = state.Months.Working(1, buyerOf.Length);
        UsdPerUnit[] perceived = state.PerceivedPrice;
        UsdPerUnit[] atOpening = state.OpeningPerceivedPrice;
        ReadOnlySpan<double> subsidy = granted.AsSpan(0, x.Length);
        for (int k = 0; k < x.Length; k++) x[k] = ratio[k] = perceived[buyerOf[k]] * (1.0 - subsidy[k]) / atOpening[buyerOf[k]];
        Logarithm.Of(x);
        ReadOnlySpan<double> shock = state.DemandShock.AsSpan(0, x.Length);
        ReadOnlySpan<double> elasticity = numbers.Elasticity.AsSpan(0, x.Length);
        for (int k = 0; k < x.Length; k++) x[k] = shock[k] + PriceResponse.LogOf(elasticity[k], x[k], behaviour);
        Exponential.Of(x);
        (double begin, double end) = (behaviour.SubstituteBeginRatio, behaviour.SubstituteEndRatio);
        ReadOnlySpan<Amount> reference = state.ReferenceUse.AsSpan(0, x.Length);
        ReadOnlySpan<double> season = state.SeasonOfUse.AsSpan(0, x.Length);
        ReadOnlySpan<int> driverOf = layout.Lists.DriverOfUse.AsSpan(0, x.Length);
        Span<Amount> wanting = state.Months.Wanting.AsSpan(0, x.Length);
        for (int k = 0; k < x.Length; k++)
            wanting[k] = reference[k] * (index[driverOf[k]] * season[k] * x[k] * PriceResponse.Kept(ratio[k], begin, end));

        Cities.CityBudget.Limit(state, numbers, granted);
    }
}
