using Offtake.Model.Quantities;
using Offtake.Simulation.Treasury;

namespace Offtake.Simulation.Investment;

/// <summary>Capacity that stood closed for long is given up for good, and the debt that goes with it is written off. State firms, who run to a target, stay.</summary>
/// <remarks>Eq. INV-3 (exit): after N months in a row of r below the closing ratio what is closed of a facility's capacity is gone, with the same part of the sector's debt.</remarks>
internal static class Exit
{
    public static void Decide(ChainState state, ChainNumbers numbers, FinanceNumbers n, int facility)
    {
        double closed = 1.0 - state.OpenShare[facility];
        if (numbers.TargetPressure[facility] > 0.0 || closed <= 0.0 || state.MonthsBelow[facility] < n.OwnerExitMonths) return;
        int s = state.Layout.SectorOf[facility];
        Amount all = Amount.Zero;
        foreach (int f in state.Layout.FacilitiesOfSector[s]) all += state.Capacity[f];
        if (state.Capacity[facility].Value > 0.0)
            Insolvency.WriteOff(state, state.Finance!, s, Debts.OfOwners(state, s) * (state.Capacity[facility] * closed / all));
        Abandon(state, facility, closed);
        state.OpenShare[facility] = 1.0;
        state.MonthsBelow[facility] = 0;
    }

    /// <summary>Closes a share of what a facility has and is building.</summary>
    public static void Abandon(ChainState state, int facility, double share)
    {
        double left = 1.0 - share;
        if (state.Finance is { } finance)
        {
            finance.Abandoned[facility] += state.Capacity[facility] * share;
            finance.Permits[facility] *= left;
            finance.Ramping[facility] *= left;
        }

        state.Capacity[facility] *= left;
        state.FullCapacity[facility] *= left;
        foreach (ref Amount stage in state.Pipeline.AsSpan(facility * Pipeline.Stages, Pipeline.Stages)) stage *= left;
    }
}
