using Offtake.Model.Quantities;

namespace Offtake.Simulation.Nature;

/// <summary>Phase 0: capacity that is dated from outside, such as a border that opens and closes or an output that is known only from records.</summary>
/// <remarks>Eq. NAT-3: capacity(t) = full capacity · v(t), with v the value of the facility's driver that stands in the month. It is no outcome, and nobody adds to it.</remarks>
internal static class DatedCapacity
{
    public static void Follow(ChainState state, DriverPaths paths, Month month)
    {
        foreach (int f in state.Layout.Lists.DatedFacilities)
            state.Capacity[f] = state.FullCapacity[f] * paths.Value(state.Layout.Facilities[f].Driver!.Value, month);
    }
}
