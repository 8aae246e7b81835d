using Offtake.Model.Quantities;

namespace Offtake.Simulation.Demand;

/// <summary>Users learn to need less of what has become dear, and forget it slowly.</summary>
/// <remarks>
/// Eq. DEM-2 (makers): rate = opening rate · a · response of P_perceived, for inputs with an elasticity. Eq. DEM-3: d ln a / dt = −s · deadband(ln(P_perceived / P_normal)) a year, recovery slower, never faster than a limit, never below a floor nor
/// above a ceiling. Only the inputs that a recipe marks can be thrifted: a maker of motors needs one rotor a motor. The normal price adapts: a fixed one would drive intensity to its floor and make the floor the parameter.
/// </remarks>
internal static class Thrift
{
    public static void Follow(ChainState state, ChainNumbers numbers)
    {
        BehaviourNumbers b = numbers.Behaviour;
        double floor = Math.Log(b.ThriftFloor);
        double ceiling = Math.Log(b.ThriftCeiling);
        for (int buyer = 0; buyer < state.PerceivedPrice.Length; buyer++)
        {
            UsdPerUnit price = state.Price[state.Layout.Lists.MarketOfBuyer[buyer]];
            state.PerceivedPrice[buyer] *= Math.Exp(Math.Log(price / state.PerceivedPrice[buyer]) / b.PerceptionMonths);
            double dear = Math.Log(state.PerceivedPrice[buyer] / state.NormalPrice[buyer]);
            state.NormalPrice[buyer] *= Math.Exp(dear / b.ThriftAnchorMonths);
            if (numbers.ThriftMultiple[buyer] > 0.0) Learn(state, numbers, buyer, dear, floor, ceiling);
            double response = numbers.InputElasticity[buyer] > 0.0
                ? PriceResponse.Of(numbers.InputElasticity[buyer], state.PerceivedPrice[buyer] / state.OpeningPerceivedPrice[buyer], b)
                : 1.0;
            state.Intensity[buyer] = Math.Exp(state.LogIntensity[buyer]) * response;
        }
    }

    private static void Learn(ChainState state, ChainNumbers numbers, int buyer, double dear, double floor, double ceiling)
    {
        BehaviourNumbers b = numbers.Behaviour;
        double limit = b.ThriftLimitPerYear / 12.0;
        double signal = Math.Clamp(Precaution.DeadBand(dear, b.ThriftDeadBand), b.ThriftSignalLow, b.ThriftSignalHigh);
        double change = -b.ThriftSpeedPerYear * numbers.ThriftMultiple[buyer] / 12.0 * signal;
        if (change > 0.0) change *= b.ThriftRecoveryShare;
        state.LogIntensity[buyer] = Math.Clamp(state.LogIntensity[buyer] + Math.Clamp(change, -limit, limit), floor, ceiling);
    }
}
