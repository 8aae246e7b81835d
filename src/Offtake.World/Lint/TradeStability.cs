namespace Offtake.World.Lint;

/// <summary>Whether habitual trade with arbitrage (LOG-2) settles, given how long goods are under way.</summary>
/// <remarks>
/// Around the balanced state the rule is s(t + 1) = s(t) + f(t + 1 − d), f(t) = h(t) − φ s(t − 1), h(t + 1) = h(t) + (f(t) − h(t)) / τ, with s the
/// importer's stock gap, h the habitual flow and d the months under way: proportional and integral control with a lag, for which the bound
/// 2 cos(d π / (2d + 1)) of purely proportional control is too generous. The largest φ that settles is found by walking the rule itself.
/// </remarks>
public static class TradeStability
{
    private const int MonthsWalked = 6000;
    private const int Halvings = 30;
    private const double Settled = 1e-3;

    // Above any bound of a lagged answer, which is 2 without a lag.
    private const double Highest = 2.5;

    /// <summary>Whether a kick dies out.</summary>
    /// <param name="arbitrageShare">Share of a price gap that arbitrage closes in a month.</param>
    /// <param name="habitMonths">Months over which habit follows.</param>
    /// <param name="lagMonths">Months under way.</param>
    /// <param name="months">How long to walk; the nearer to the bound, the longer it takes to see.</param>
    public static bool Settles(double arbitrageShare, double habitMonths, int lagMonths, int months = MonthsWalked)
    {
        double before = 0.0, now = 1.0, habit = 0.0, worst = 0.0;
        // What leaves this month and takes one month is there at the next month's end; longer routes wait in a row.
        int waiting = Math.Max(lagMonths - 1, 0);
        Span<double> underWay = stackalloc double[Math.Max(waiting, 1)];
        for (int t = 0; t < months; t++)
        {
            // Without any lag the answer sees the gap as it stands, otherwise as it was when the goods left.
            double flow = habit - (arbitrageShare * (lagMonths == 0 ? now : before));
            habit += (flow - habit) / habitMonths;
            double arriving = waiting == 0 ? flow : underWay[t % waiting];
            if (waiting > 0) underWay[t % waiting] = flow;
            (before, now) = (now, now + arriving);
            if (!double.IsFinite(now)) return false;
            if (t > months / 10 * 9) worst = Math.Max(worst, Math.Abs(now));
        }

        return worst < Settled;
    }

    /// <summary>The largest share that settles; 0 when none does.</summary>
    /// <param name="habitMonths">Months over which habit follows; infinite for a proportional answer without habit.</param>
    /// <param name="lagMonths">Months under way.</param>
    /// <param name="months">How long to walk.</param>
    public static double Bound(double habitMonths, int lagMonths, int months = MonthsWalked)
    {
        double low = 0.0, high = Highest;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2.0;
            if (middle > Settled && Settles(middle, habitMonths, lagMonths, months)) low = middle;
            else if (middle <= Settled) break;
            else high = middle;
        }

        return low;
    }
}
