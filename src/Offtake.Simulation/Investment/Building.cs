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
        FinanceNumbers? finance = numbers.Finance;
        if (finance is not null) UnitEarnings.Measure(state, numbers);
        if (finance is { HasCapital: true }) Profitability.Expect(state, numbers, finance);

        // Margins first: what is added below changes what separators are worth, and mines must not see it one by one.
        for (int f = 0; f < state.Capacity.Length; f++)
        {
            if (state.Layout.DriveOf(state.Layout.SectorOf[f]) != Drive.Margin)
            {
                if (finance is not null) Mothballing.DecideOwners(state, numbers, finance, f);
                continue;
            }

            state.Margin[f] += (MineMargin.Of(state, numbers, f) - state.Margin[f]) / numbers.Behaviour.MineMarginMemoryMonths;
            Mothballing.Decide(state, numbers, f);
        }

        for (int f = 0; f < state.Capacity.Length; f++)
        {
            int s = state.Layout.SectorOf[f];
            Amount added = projects.AddedThisMonth(f, month);
            state.Capacity[f] += added;
            if (finance is { HasCapital: true }) Construction.Pay(state, finance, f, added);
            if (projects.EndsThisMonth(f, month)) state.Capacity[f] = Amount.Zero;
            if (state.Layout.Facilities[f].IsExpandable)
            {
                if (finance is { HasCapital: true }) PaidPipeline.Advance(state, numbers, finance, f, s);
                else Pipeline.Advance(state, numbers, f, s);
            }

            if (finance is not null) Exit.Decide(state, numbers, finance, f);
        }
    }
}
