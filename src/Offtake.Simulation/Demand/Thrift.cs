using Offtake.Model.Quantities;
using Offtake.Simulation.Numerics;

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
        Perceive(state, numbers.Behaviour);
        Learn(state, numbers);
        Respond(state, numbers);
    }

    private static void Perceive(ChainState state, BehaviourNumbers b)
    {
        UsdPerUnit[] perceived = state.PerceivedPrice;
        int[] marketOf = state.Layout.Lists.MarketOfBuyer;
        Span<double> x = state.Months.Working(0, perceived.Length);
        UsdPerUnit[] price = state.Price;
        double months = b.PerceptionMonths;
        for (int i = 0; i < x.Length; i++) x[i] = price[marketOf[i]] / perceived[i];
        if (state.Policies.InputCredits.Count > 0) SeeCredits(state, marketOf, x);
        Logarithm.Of(x);
        for (int i = 0; i < x.Length; i++) x[i] /= months;
        Exponential.Of(x);
        for (int i = 0; i < x.Length; i++) perceived[i] *= x[i];
    }

    /// <summary>Makers see what is left to pay of an input after a credit on what their region makes of it.</summary>
    /// <remarks>Eq. DEM-14: what makers perceive follows P · (1 − credit · own share), own share the remembered share of own production in the market's supply.</remarks>
    private static void SeeCredits(ChainState state, int[] marketOf, Span<double> seen)
    {
        BuyerLink[] buyers = state.Layout.Buyers;
        for (int i = 0; i < seen.Length; i++)
        {
            if (buyers[i].Use < 0) seen[i] *= state.Policies.LeftToPay(marketOf[i], state.OwnSupplyShare[marketOf[i]]);
        }
    }

    private static void Learn(ChainState state, ChainNumbers numbers)
    {
        BehaviourNumbers b = numbers.Behaviour;
        int[] thrifty = state.Layout.Lists.ThriftyBuyers;
        Span<double> dear = state.Months.Working(0, thrifty.Length);
        for (int i = 0; i < dear.Length; i++) dear[i] = state.PerceivedPrice[thrifty[i]] / state.NormalPrice[thrifty[i]];
        Logarithm.Of(dear);
        Span<double> x = state.Months.Working(1, thrifty.Length);
        for (int i = 0; i < x.Length; i++) x[i] = dear[i] / b.ThriftAnchorMonths;
        Exponential.Of(x);
        double floor = Logarithm.Of(b.ThriftFloor);
        double ceiling = Logarithm.Of(b.ThriftCeiling);
        for (int i = 0; i < x.Length; i++)
        {
            state.NormalPrice[thrifty[i]] *= x[i];
            if (numbers.ThriftMultiple[thrifty[i]] > 0.0) Learn(state, numbers, thrifty[i], dear[i], floor, ceiling);
        }
    }

    private static void Respond(ChainState state, ChainNumbers numbers)
    {
        BehaviourNumbers b = numbers.Behaviour;
        int[] answering = state.Layout.Lists.AnsweringBuyers;
        double[] elasticity = numbers.InputElasticity;
        Span<double> ratio = state.Months.Working(0, answering.Length);
        Span<double> x = state.Months.Working(1, answering.Length);
        UsdPerUnit[] perceived = state.PerceivedPrice;
        UsdPerUnit[] atOpening = state.OpeningPerceivedPrice;
        double[] learned = state.LogIntensity;
        double[] intensity = state.Intensity;
        (double begin, double end) = (b.SubstituteBeginRatio, b.SubstituteEndRatio);
        for (int i = 0; i < x.Length; i++) x[i] = ratio[i] = perceived[answering[i]] / atOpening[answering[i]];
        Logarithm.Of(x);
        for (int i = 0; i < x.Length; i++) x[i] = learned[answering[i]] + PriceResponse.LogOf(elasticity[answering[i]], x[i], b);
        Exponential.Of(x);
        Array.Fill(intensity, 1.0);
        for (int i = 0; i < x.Length; i++)
            intensity[answering[i]] = x[i] * (elasticity[answering[i]] > 0.0 ? PriceResponse.Kept(ratio[i], begin, end) : 1.0);
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
