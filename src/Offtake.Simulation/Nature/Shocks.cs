using Offtake.Model.Chain;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Nature;

/// <summary>Phase 0: what nobody decides. Demand shocks by use and outages of mines.</summary>
/// <remarks>
/// Eq. NAT-1: z(t) = ρ z(t − 1) + σ ε(t), demand is multiplied by exp(z).
/// Eq. NAT-2: an open mine stops with probability λ / 12 a month and starts again with probability 1 / mean length; an outage takes a fixed
/// share of capacity. A capacity that is dated from records has its outages in it already. Numbers are keyed by entity and month, so every policy meets the same shocks.
/// </remarks>
internal static class Shocks
{
    /// <summary>Draws the shocks of a month. Without chance nothing happens.</summary>
    public static void Draw(ChainState state, ChainNumbers numbers, ShockKeys keys, Chance? chance, Month month)
    {
        if (chance is not { } c) return;
        double[] shock = state.DemandShock;
        int[] driverOf = state.Layout.Lists.DriverOfUse;
        for (int k = 0; k < shock.Length; k++)
        {
            int d = driverOf[k];
            double sigma = numbers.ShockSigma[d];
            shock[k] *= numbers.ShockPersistence[d];
            if (sigma != 0.0) shock[k] += sigma * c.Normal(month.Number, keys.Use[k], Purpose.DemandShock);
        }

        BehaviourNumbers behaviour = numbers.Behaviour;
        foreach (int f in state.Layout.Lists.FreeMines)
        {
            bool stopped = state.OutageShare[f] > 0.0;
            double odds = stopped ? 1.0 / behaviour.OutageMonths : behaviour.OutageRatePerYear / 12.0;
            if (c.Unit(month.Number, keys.Facility[f], stopped ? Purpose.OutageEnd : Purpose.Outage) < odds)
                state.OutageShare[f] = stopped ? 0.0 : behaviour.OutageDepth;
        }
    }
}

/// <summary>Keys of entities for random numbers, computed once per world.</summary>
internal sealed class ShockKeys(ValueChain chain)
{
    public ulong[] Use { get; } = [.. chain.Uses.Select(k => Chance.KeyOf(k.Id))];

    public ulong[] Facility { get; } = [.. chain.Facilities.Select(f => Chance.KeyOf(f.Id))];
}
