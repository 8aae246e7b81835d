using Offtake.Model.Quantities;

namespace Offtake.Simulation.Operations;

/// <summary>What a facility could run at this month.</summary>
internal static class Capacity
{
    /// <summary>Built capacity that is open and staffed, less what an outage takes and what a closure shuts, in the month's season.</summary>
    public static Amount Usable(ChainState state, int facility) => InMeanMonth(state, facility) * state.SeasonOfFacility[facility];

    /// <summary>The same in a month like the mean of the year.</summary>
    public static Amount InMeanMonth(ChainState state, int facility) =>
        state.Capacity[facility] * (state.OpenShare[facility] * (1.0 - state.OutageShare[facility]) * (1.0 - state.Policies.ShutShare[facility]) * state.StaffedShare[facility]);
}
