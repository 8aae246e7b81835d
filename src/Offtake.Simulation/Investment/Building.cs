using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation.Operations;

namespace Offtake.Simulation.Investment;

/// <summary>Phase 8: margins are remembered, mines close and reopen, dated projects ramp up, and capacity is started, built and added.</summary>
internal static class Building
{
    public static void Build(ChainState state, ChainNumbers numbers, ProjectSchedule projects, Month month)
    {
        Pipeline.Measure(state);

        // Margins first: what is added below changes what separators are worth, and mines must not see it one by one.
        for (int f = 0; f < state.Capacity.Length; f++)
        {
            if (state.Layout.DriveOf(state.Layout.SectorOf[f]) != Drive.Margin) continue;
            state.Margin[f] += (MineMargin.Of(state, numbers, f) - state.Margin[f]) / numbers.Behaviour.MineMarginMemoryMonths;
            Mothballing.Decide(state, numbers, f);
        }

        for (int f = 0; f < state.Capacity.Length; f++)
        {
            int s = state.Layout.SectorOf[f];
            state.Capacity[f] += projects.AddedThisMonth(f, month);
            if (projects.EndsThisMonth(f, month)) state.Capacity[f] = Amount.Zero;
            if (state.Layout.Facilities[f].IsExpandable) Pipeline.Advance(state, numbers, f, s);
        }
    }
}
