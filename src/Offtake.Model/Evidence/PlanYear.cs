using System.Globalization;
using Offtake.Model.Studies;

namespace Offtake.Model.Evidence;

/// <summary>One year of a series of plans: what was announced, and what came of it.</summary>
/// <param name="Series">Id of the series.</param>
/// <param name="Kind">Which plans are alike, so that their record says something about each other, such as <c>growth</c> or <c>fund</c>.</param>
/// <param name="Who">Who announced it.</param>
/// <param name="Target">What was announced.</param>
/// <param name="Unit">Unit of both figures.</param>
/// <param name="YearAnnounced">When.</param>
/// <param name="Period">The period it was announced for.</param>
/// <param name="Announced">The figure announced.</param>
/// <param name="Realised">What came of it; null while that is not known.</param>
/// <param name="Definition">What is counted. Where it changes within a series, ratios of its years are not comparable.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Note">Anything else.</param>
/// <param name="Address">File and line.</param>
public sealed record PlanYear(
    string Series, string Kind, string Who, string Target, string Unit, int YearAnnounced, string Period, double Announced, double? Realised, string Definition, string Source, string Note, string Address)
{
    /// <summary>Whether the figure is one to reach, which is usual, or one to stay below.</summary>
    public Better Better { get; init; } = Better.Higher;

    /// <summary>Id of the outcome that measures it where scenarios are compared.</summary>
    public string OutcomeId => $"plan-{Series}-{Period.Replace("..", "-to-", StringComparison.Ordinal).ToLowerInvariant()}";

    /// <summary>How a run measures the target; null where the model does not hold it.</summary>
    public PlanMeasure? Measured { get; init; }

    /// <summary>How far the plan came true, one or more when it was met: realised over announced, or announced over realised where the figure is one to stay below. Null while it is open.</summary>
    public double? Ratio => Better == Better.Lower ? Announced / Realised : Realised / Announced;}

/// <summary>How a run measures what a plan announces.</summary>
/// <param name="Measurement">What is read off the months of the plan's period.</param>
/// <param name="Factor">What that is multiplied by to stand in the plan's unit: 12 for a capacity by month that is announced by year.</param>
/// <param name="MetAt">Share of the announced figure from which on a future counts as having met it; 1 unless the plan is a round number.</param>
public sealed record PlanMeasure(Measurement Measurement, double Factor, double MetAt)
{
    /// <summary>The measurement as an outcome of a study. Nobody says that more of it is better: whether a plan is met is no wish of the reader's.</summary>
    /// <param name="plan">The plan it belongs to.</param>
    public Outcome AsOutcome(PlanYear plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Outcome(plan.OutcomeId, $"{plan.Who}: {plan.Target}, {plan.Period} (as the model measures it)", Factor == 1.0 ? plan.Unit : string.Create(CultureInfo.InvariantCulture, $"{plan.Unit} / {Factor}"), Better.Unsaid, Measurement, null, null);
    }
}
