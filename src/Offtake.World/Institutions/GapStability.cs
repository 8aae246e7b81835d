using Offtake.Model.Governance;
using Offtake.World.Numbers;
using Offtake.World.Problems;

namespace Offtake.World.Institutions;

/// <summary>Warns of an institution that closes a gap faster than it sees and acts: it steers by what is past and swings without end.</summary>
/// <remarks>
/// Eq. INS-3: x' = -g x(t - T) settles only while g T &lt; π/2, and without overshooting only while g T ≤ 1/e, where T = lag + delay + half the interval
/// between decisions. It takes the levers at their strongest, so that a full pull closes a relative gap of one: a weak lever may be
/// pulled faster than it allows, and what swings for other reasons is not its business.
/// </remarks>
public static class GapStability
{
    /// <summary>The product of gain and dead time from which on a gap swings without end.</summary>
    public const double Swinging = Math.PI / 2.0;

    /// <summary>The product of gain and dead time up to which a gap closes without overshooting.</summary>
    public const double Overshooting = 1.0 / Math.E;

    /// <summary>Months between what is and what is felt of a decision about it: the latest statistic its targets name, the way to effect and half the interval between decisions.</summary>
    public static double DeadTimeMonths(Institution institution)
    {
        ArgumentNullException.ThrowIfNull(institution);
        double lag = institution.Mandate.Targets.Select(t => institution.Sight[t.Statistic].LagMonths.Value).DefaultIfEmpty(0.0).Max();
        return lag + institution.Tempo.DelayMonths.Value + (institution.Tempo.DecidesEveryMonths / 2.0);
    }

    internal static void Check(InstitutionDraft draft, ProblemList problems)
    {
        Institution institution = draft.Institution;
        if (institution.Rule is not CloseTheGap { GainPerMonth: var gain } || gain == WitnessBook.Unread || institution.Tempo.DelayMonths == WitnessBook.Unread) return;
        if (institution.Mandate.Targets.Any(t => t.Statistic < 0 || institution.Sight[t.Statistic].LagMonths == WitnessBook.Unread)) return;
        double months = DeadTimeMonths(institution), product = gain.Value * months;
        if (product < Swinging) return;
        problems.Warn(
            draft.RuleAt, $"the institution oscillates: gain times a dead time of {months:0.#} months is", $"{product:0.##}", $"below {Swinging:0.##}, without overshoot up to {Overshooting:0.##}",
            $"lower 'gain' below {Swinging / months:0.###} a month, or see and decide sooner");
    }
}
