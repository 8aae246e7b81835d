using Offtake.Simulation.Operations;

namespace Offtake.Simulation.Investment;

/// <summary>Mines, and with rules of money makers and separators too, close after months in a row of poor margin and reopen after months in a row of good ones, bit by bit.</summary>
/// <remarks>
/// Eq. INV-3: r = R / min(1, R₀); after n months of r below the closing ratio it closes 1/n of its capacity a month, after n months above the
/// reopening ratio it reopens 1/n a month. An aggregate stands for many mines with costs of their own, so it never closes in one stroke,
/// and a state firm keeps the share open that its targets press for.
/// </remarks>
internal static class Mothballing
{
    public static void Decide(ChainState state, ChainNumbers numbers, int facility)
    {
        BehaviourNumbers b = numbers.Behaviour;
        Decide(state, numbers, facility, b.MineCloseRatio, b.MineReopenRatio, b.MineCloseMonths);
    }

    /// <summary>The same for makers and separators, where the world has rules of money; what is not built yet does not close.</summary>
    public static void DecideOwners(ChainState state, ChainNumbers numbers, FinanceNumbers n, ReadOnlySpan<int> facilities)
    {
        double memory = 1.0 / numbers.Behaviour.MineMarginMemoryMonths;
        foreach (int f in facilities)
        {
            double now = state.Finance!.MarginNow[f];
            double margin = state.Margin[f];
            if (!double.IsNaN(now)) state.Margin[f] = double.IsNaN(margin) ? now : margin + ((now - margin) * memory);
            if (state.Capacity[f].Value > 0.0) Decide(state, numbers, f, n.OwnerCloseRatio, n.OwnerReopenRatio, n.OwnerCloseMonths);
        }
    }

    private static void Decide(ChainState state, ChainNumbers numbers, int facility, double closeRatio, double reopenRatio, double months)
    {
        double ratio = state.Margin[facility] / Math.Min(1.0, state.OpeningMargin[facility]);
        state.MonthsBelow[facility] = ratio < closeRatio ? state.MonthsBelow[facility] + 1 : 0;
        state.MonthsAbove[facility] = ratio > reopenRatio ? state.MonthsAbove[facility] + 1 : 0;
        if (state.MonthsBelow[facility] >= months) state.OpenShare[facility] = Math.Max(StateTarget.Of(state, numbers, facility), state.OpenShare[facility] - (1.0 / months));
        else if (state.MonthsAbove[facility] >= months) state.OpenShare[facility] = Math.Min(1.0, state.OpenShare[facility] + (1.0 / months));
    }
}
