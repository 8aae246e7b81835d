using Offtake.Model.Quantities;

namespace Offtake.Simulation.Operations;

/// <summary>What a state firm runs because it is scored on output, whatever the margin. A firm without a target of its own is no state firm and is not scored.</summary>
/// <remarks>
/// Eq. OPS-8: while the target of a state firm is raised, it wants to run at least min(1, target + rise) of its usable capacity, whatever is ordered, and keeps at
/// least that share open (INV-3). What nobody ordered goes to stock, and its owners pay for it. Separators and recyclers run on what their pool releases and cannot.
/// </remarks>
internal static class StateTarget
{
    /// <summary>Share of capacity that a facility keeps open, and is to run, whatever the margin; zero for a firm without a target.</summary>
    public static double Of(ChainState state, ChainNumbers numbers, int facility)
    {
        double target = numbers.TargetPressure[facility];
        double rise = state.Policies.TargetRise[facility];
        return target > 0.0 && rise != 0.0 ? Math.Clamp(target + rise, 0.0, 1.0) : target;
    }

    /// <summary>Whether the target is raised this month.</summary>
    public static bool IsRaised(ChainState state, ChainNumbers numbers, int facility) =>
        state.Policies.TargetRise[facility] > 0.0 && numbers.TargetPressure[facility] > 0.0;

    /// <summary>Lets makers want what their raised target asks for, after orders have been shared out.</summary>
    public static void Press(ChainState state, ChainNumbers numbers)
    {
        MonthFlows month = state.Months;
        foreach (int s in state.Layout.Lists.OrderSectors)
        {
            foreach (int f in state.Layout.FacilitiesOfSector[s])
            {
                if (!IsRaised(state, numbers, f)) continue;
                Amount more = (month.Usable[f] * Of(state, numbers, f)) - month.Wanted[f];
                if (more.Value <= 0.0) continue;
                month.Wanted[f] += more;
                month.SectorWanted[s] += more;
            }
        }
    }
}
