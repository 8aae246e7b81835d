using Offtake.Simulation.Numerics;

namespace Offtake.Simulation.Demand;

/// <summary>Makers move between two inputs that do the same work, towards the one that has become cheaper.</summary>
/// <remarks>
/// Eq. DEM-8: z' = z + (σ · ln((P_b / P_b,opening) / (P_a / P_a,opening)) − z) / τ, with a the substitute, b what it displaces and perceived prices;
/// rate a · e^z / D and rate b / D with D = 1 + w (e^z − 1), where w is the share of the work that the substitute does at the opening. Their work
/// rate b + displaces · rate a is what it was, and neither rate reaches zero. Comes on top of thrift.
/// </remarks>
internal static class InputSubstitution
{
    public static void Follow(ChainState state, ChainNumbers numbers)
    {
        ChainLayout layout = state.Layout;
        BehaviourNumbers b = numbers.Behaviour;
        for (int i = 0; i < state.LogSubstitution.Length; i++)
        {
            (int substitute, int displaced) = (layout.Substitutions[i].Buyer, layout.Substitutions[i].Displaced);
            double dearer = Logarithm.Of(Rise(state, displaced) / Rise(state, substitute));
            state.LogSubstitution[i] += ((b.InputSubstitutionElasticity * dearer) - state.LogSubstitution[i]) / b.InputSubstitutionMonths;
            double ratio = Exponential.Of(state.LogSubstitution[i]);
            double work = numbers.Displaces[i] * OpeningRate(layout, state, substitute);
            double spread = 1.0 + (work / (work + OpeningRate(layout, state, displaced)) * (ratio - 1.0));
            state.Intensity[substitute] *= ratio / spread;
            state.Intensity[displaced] *= 1.0 / spread;
        }
    }

    /// <summary>Perceived price over that of the opening.</summary>
    private static double Rise(ChainState state, int buyer) => state.PerceivedPrice[buyer] / state.OpeningPerceivedPrice[buyer];

    private static double OpeningRate(ChainLayout layout, ChainState state, int buyer) =>
        state.InputRate[layout.Buyers[buyer].Sector][layout.Buyers[buyer].Input];
}
