namespace Offtake.Simulation.Investment;

/// <summary>Mines close after months in a row of poor margin and reopen after months in a row of good ones, bit by bit.</summary>
/// <remarks>
/// Eq. INV-3: r = R / min(1, R₀); after n months of r below the closing ratio a mine closes 1/n of its capacity a month, after n months above the
/// reopening ratio it reopens 1/n a month. An aggregate stands for many mines with costs of their own, so it never closes in one stroke,
/// and a state firm keeps the share open that its targets press for.
/// </remarks>
internal static class Mothballing
{
    public static void Decide(ChainState state, ChainNumbers numbers, int facility)
    {
        BehaviourNumbers b = numbers.Behaviour;
        double ratio = state.Margin[facility] / Math.Min(1.0, state.OpeningMargin[facility]);
        state.MonthsBelow[facility] = ratio < b.MineCloseRatio ? state.MonthsBelow[facility] + 1 : 0;
        state.MonthsAbove[facility] = ratio > b.MineReopenRatio ? state.MonthsAbove[facility] + 1 : 0;
        double step = 1.0 / b.MineCloseMonths;
        if (state.MonthsBelow[facility] >= b.MineCloseMonths) state.OpenShare[facility] = Math.Max(numbers.TargetPressure[facility], state.OpenShare[facility] - step);
        else if (state.MonthsAbove[facility] >= b.MineCloseMonths) state.OpenShare[facility] = Math.Min(1.0, state.OpenShare[facility] + step);
    }
}
