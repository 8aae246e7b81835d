using Offtake.Model.Quantities;
using Offtake.Simulation.Operations;

namespace Offtake.Simulation.Investment;

/// <summary>Phase 8: margins are remembered, mines close and reopen, dated projects ramp up, and capacity is started, built and added.</summary>
internal static class Building
{
    public static void Build(ChainState state, ChainNumbers numbers, ProjectSchedule projects, Month month)
    {
        Pipeline.Measure(state);
        LayoutLists lists = state.Layout.Lists;
        FinanceNumbers? finance = numbers.Finance;
        FinanceNumbers? capital = finance is { HasCapital: true } ? finance : null;
        if (capital is not null)
        {
            CapitalSupport.Reach(state, capital);
            Profitability.Expect(state, numbers, capital);
        }
        else
        {
            MineMargin.Measure(state, numbers);
            if (finance is not null) UnitEarnings.Measure(state, numbers);
        }

        // Margins first: what is added below changes what separators are worth, and mines must not see it one by one.
        double memory = 1.0 / numbers.Behaviour.MineMarginMemoryMonths;
        foreach (int f in lists.Mines)
        {
            state.Margin[f] += (MineMargin.Measured(state, f) - state.Margin[f]) * memory;
            Mothballing.Decide(state, numbers, f);
        }

        ClosingForGood.Close(state, numbers);
        if (finance is not null) Mothballing.DecideOwners(state, numbers, finance, lists.OtherFacilities);
        for (int f = 0; f < state.Capacity.Length; f++)
        {
            if (projects.IsUnderWay(f, month))
            {
                Amount added = projects.AddedThisMonth(f, month);
                state.Capacity[f] += added;
                if (capital is not null) Construction.Pay(state, capital, f, added);
                if (projects.EndsThisMonth(f, month)) state.Capacity[f] = Amount.Zero;
            }

            if (lists.IsExpandable[f])
            {
                if (capital is not null) PaidPipeline.Advance(state, numbers, capital, f, state.Layout.SectorOf[f]);
                else Pipeline.Advance(state, numbers, f, state.Layout.SectorOf[f]);
            }

            if (finance is not null) Exit.Decide(state, numbers, finance, f);
        }
    }
}
