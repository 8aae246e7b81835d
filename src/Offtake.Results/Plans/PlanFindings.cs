using Offtake.Results.Studies.Findings;

namespace Offtake.Results.Plans;

/// <summary>What was announced, what came of it, what the record says of the targets that are still open, and in how many futures each is reached. It judges nobody's intentions.</summary>
/// <param name="Plans">The plans, in the order of their kinds.</param>
/// <param name="Kinds">By kind, how far plans came true so far.</param>
/// <param name="Changed">Years of a series in which something else is counted than the year before.</param>
public sealed record PlanFindings(IReadOnlyList<PlanLine> Plans, IReadOnlyList<KindRecord> Kinds, IReadOnlyList<ChangedDefinition> Changed)
{
    /// <summary>No plans at all.</summary>
    public static PlanFindings None { get; } = new([], [], []);

    /// <summary>The record of a plan's kind.</summary>
    public KindRecord RecordOf(PlanLine plan) => Kinds.First(k => k.Kind == plan.Kind);
}

/// <summary>One period of a series of plans.</summary>
/// <param name="Id">Id of the series.</param>
/// <param name="Kind">Which plans are alike.</param>
/// <param name="Who">Who announced it.</param>
/// <param name="Target">What was announced.</param>
/// <param name="Unit">Unit of all figures.</param>
/// <param name="YearAnnounced">When.</param>
/// <param name="Period">The period it was announced for.</param>
/// <param name="IsCeiling">Whether the figure is one to stay below.</param>
/// <param name="Announced">The figure announced.</param>
/// <param name="Realised">What came of it; null while that is not known.</param>
/// <param name="Ratio">How far it came true, one or more when it was met; null while it is open.</param>
/// <param name="ByRecord">Probability that the plan is met, from the record of its kind (EVI-7); null where it is over, or where there is no record.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="Note">Anything else.</param>
/// <param name="Address">File and line.</param>
/// <param name="Reached">By scenario, what the futures say.</param>
public sealed record PlanLine(
    string Id, string Kind, string Who, string Target, string Unit, int YearAnnounced, string Period, bool IsCeiling, double Announced, double? Realised, double? Ratio, double? ByRecord,
    string Definition, IReadOnlyList<SourceLine> Sources, string Note, string Address, IReadOnlyList<PlanReach> Reached);

/// <summary>In how many futures of a scenario a target is reached.</summary>
/// <remarks>Eq. EVI-8.</remarks>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Standing">Whether there is an answer, and if not, why.</param>
/// <param name="Share">Share of futures that reach it, with Wilson's interval of 95 %; no number without an answer.</param>
/// <param name="Modelled">The figure the futures come to, in the plan's unit.</param>
/// <param name="MetAt">Share of the announced figure from which on it counts as met.</param>
public sealed record PlanReach(string Scenario, PlanStanding Standing, Interval Share, Band Modelled, double MetAt);

/// <summary>Whether a run can say anything of a target.</summary>
public enum PlanStanding
{
    /// <summary>It measures it.</summary>
    Measured,

    /// <summary>Nobody says how the model measures it, mostly because it does not hold it.</summary>
    NotInModel,

    /// <summary>The run does not hold all months of the period.</summary>
    OutsideRun,

    /// <summary>It is measured, and no future has a value.</summary>
    NoValue,
}

/// <summary>How far plans of a kind came true so far.</summary>
/// <remarks>Eq. EVI-7.</remarks>
/// <param name="Kind">The kind.</param>
/// <param name="Over">Plans of which it is known what came of them.</param>
/// <param name="Met">Those of them that were met.</param>
/// <param name="Nothing">Those of them of which nothing came.</param>
/// <param name="Needed">Ratios below which there is no prior.</param>
/// <param name="Median">Median ratio of the prior; null where there is none.</param>
/// <param name="SigmaOfLog">Standard deviation of the logarithm of the ratio; null where there is none.</param>
/// <param name="ProbabilityMet">Probability that the next plan of the kind is met; null where there is none.</param>
public sealed record KindRecord(string Kind, int Over, int Met, int Nothing, int Needed, double? Median, double? SigmaOfLog, double? ProbabilityMet);

/// <summary>Something else is counted than in the period before, so that ratios of the two are not comparable.</summary>
/// <param name="Id">Id of the series.</param>
/// <param name="Who">Who announced it.</param>
/// <param name="Target">What was announced.</param>
/// <param name="Before">The period before.</param>
/// <param name="From">What was counted then, with its unit where that changed.</param>
/// <param name="Period">The period.</param>
/// <param name="To">What is counted now.</param>
/// <param name="Address">File and line.</param>
public sealed record ChangedDefinition(string Id, string Who, string Target, string Before, string From, string Period, string To, string Address);
