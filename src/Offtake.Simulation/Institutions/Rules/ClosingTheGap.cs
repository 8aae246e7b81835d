using Offtake.Model.Quantities;

namespace Offtake.Simulation.Institutions.Rules;

/// <summary>Pulls more as long as the worst target is missed, less as long as all are met.</summary>
/// <remarks>
/// Eq. INS-2: p' = p + g · n · s, with s the largest shortfall seen, g the gain a month and n the months since the last decision. It remembers, so that a
/// gap that stays is answered more and more; with a lag it overshoots, and beyond a bound (INS-3) it oscillates. Where nothing has been seen the pull stays.
/// </remarks>
internal sealed class ClosingTheGap(double gainPerMonth) : Rule
{
    public override double Wish(in Observation seen, double standing, Month month, int monthsSince)
    {
        double shortfall = seen.Largest;
        return double.IsNaN(shortfall) ? standing : standing + (gainPerMonth * monthsSince * shortfall);
    }
}
