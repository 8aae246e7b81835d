namespace Offtake.Simulation.Innovations;

/// <summary>Hands what is no longer lost to products. Content is never made: of each element at most what entered leaves.</summary>
internal static class RecoveredContent
{
    /// <summary>Sets a sector's recovery and shares for what is left of its losses. With nothing taken away it touches nothing.</summary>
    /// <param name="state">The state whose shares are set.</param>
    /// <param name="numbers">Shares as drawn.</param>
    /// <param name="sector">Which sector.</param>
    /// <param name="left">What is left of the loss that goes to all products alike.</param>
    /// <param name="leftBy">What is left of the remaining loss after what goes to one product, by output.</param>
    public static void Raise(ChainState state, ChainNumbers numbers, int sector, double left, ReadOnlySpan<double> leftBy)
    {
        if (left < 1.0 && !double.IsNaN(numbers.ExtractionRecovery[sector]))
            state.ExtractionRecovery[sector] = 1.0 - ((1.0 - numbers.ExtractionRecovery[sector]) * left);
        bool touches = left < 1.0;
        foreach (double one in leftBy) touches |= one < 1.0;
        if (!touches) return;
        double[][] drawn = numbers.Share[sector];
        double[][] now = state.Share[sector];
        for (int e = 0; e < state.Layout.ElementCount; e++)
        {
            double kept = 0.0;
            for (int o = 0; o < drawn.Length; o++) kept += drawn[o][e];
            if (kept <= 0.0 || kept >= 1.0) continue;
            double lost = 1.0 - kept;
            double more = 1.0 + (lost * (1.0 - left) / kept);
            lost *= left;
            for (int o = 0; o < drawn.Length; o++)
            {
                double own = drawn[o][e] > 0.0 ? lost * (1.0 - leftBy[o]) : 0.0;
                now[o][e] = (drawn[o][e] * more) + own;
                lost -= own;
            }
        }
    }
}
