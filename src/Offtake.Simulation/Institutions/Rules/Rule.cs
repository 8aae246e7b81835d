using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Simulation.Nature;

namespace Offtake.Simulation.Institutions.Rules;

/// <summary>How an institution turns what it sees into orders. It gets an observation and the calendar, nothing else.</summary>
internal abstract class Rule
{
    /// <summary>How far the levers are to be pulled, as a share of reach: below zero is none, above one is more than reach allows and will be refused.</summary>
    /// <param name="seen">What has arrived.</param>
    /// <param name="standing">The pull asked for last time, within reach.</param>
    /// <param name="month">The month in which it decides.</param>
    /// <param name="monthsSince">Months since the last decision.</param>
    public abstract double Wish(in Observation seen, double standing, Month month, int monthsSince);

    /// <summary>The rule of an institution, with its numbers as they fall in one future.</summary>
    public static Rule Of(DecisionRule rule, ParameterDraw draw) => rule switch
    {
        CloseTheGap gap => new ClosingTheGap(draw.Of(gap.GainPerMonth)),
        Schedule schedule => new Scheduled([.. schedule.Steps.Select(s => (s.Month, draw.Of(s.Pull)))]),
        TargetSprint sprint => new Sprinting(sprint.Months, draw.Of(sprint.Gain)),
        Retaliation retaliation => new Retaliating((int)Math.Round(draw.Of(retaliation.LastsMonths))),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "This rule has no decision; add one here."),
    };
}
