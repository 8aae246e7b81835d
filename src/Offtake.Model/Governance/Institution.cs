using Offtake.Model.Evidence;
using Offtake.Model.Quantities;

namespace Offtake.Model.Governance;

/// <summary>Somebody who answers for something, sees something, and may pull some levers: mandate, sight, reach, tempo and grip. It never sees the state of the chain.</summary>
/// <param name="Id">Kebab-case id, the name of its file.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Claims">Claims of the evidence that it makes executable.</param>
/// <param name="Mandate">What it answers for.</param>
/// <param name="Sight">The statistics it sees; targets of its mandate name them.</param>
/// <param name="Reach">The levers it may pull, how far.</param>
/// <param name="Tempo">When it decides and how long until that is felt.</param>
/// <param name="Grip">How much of an order is carried out.</param>
/// <param name="Rule">How it turns what it sees into orders.</param>
public sealed record Institution(
    string Id, string Title, IReadOnlyList<string> Claims, Mandate Mandate, IReadOnlyList<SeenStatistic> Sight, IReadOnlyList<ReachedInstrument> Reach,
    Tempo Tempo, Grip Grip, DecisionRule Rule);

/// <summary>What an institution answers for.</summary>
/// <param name="Chain">The chain it looks after, in its own words; nothing computes with it.</param>
/// <param name="Targets">What is to be reached; empty for an institution that only follows a schedule.</param>
public sealed record Mandate(string Chain, IReadOnlyList<MandateTarget> Targets);

/// <summary>A statistic that is to be at least, or at most, some value.</summary>
/// <param name="Statistic">Index into <see cref="Institution.Sight"/>.</param>
/// <param name="Side">Which side of the value is good.</param>
/// <param name="Value">The value, in the statistic's unit.</param>
public sealed record MandateTarget(int Statistic, TargetSide Side, Parameter Value);

/// <summary>Which side of a target's value is good.</summary>
public enum TargetSide
{
    /// <summary>At least the value.</summary>
    Attain,

    /// <summary>At most the value.</summary>
    HoldBelow,
}

/// <summary>A figure as it reaches an institution: late, with an error, and coloured by those who report it.</summary>
/// <param name="Statistic">What is counted.</param>
/// <param name="Of">Of which rows; kinds follow from the statistic.</param>
/// <param name="LagMonths">Months between the end of the month counted and its arrival.</param>
/// <param name="Noise">Standard deviation of the error, relative to the figure.</param>
/// <param name="ReportingBias">Share by which the figure is reported too good: too high where more is better in the mandate, too low where less is.</param>
public sealed record SeenStatistic(StatisticKind Statistic, IReadOnlyList<Target> Of, Parameter LagMonths, Parameter Noise, Parameter ReportingBias);

/// <summary>Figures that statistical offices publish about a chain. None is a stock or an expectation that only its owner knows, but those stated as such.</summary>
public enum StatisticKind
{
    /// <summary>Activity over capacity of facilities, share.</summary>
    Utilisation,

    /// <summary>Months of orders that sellers hold unsold, of markets.</summary>
    UnsoldStock,

    /// <summary>Price over that of the opening, geometric mean over markets.</summary>
    PriceRatio,

    /// <summary>Activity of twelve months over the twelve before, less one, of facilities.</summary>
    OutputGrowth,

    /// <summary>Orders of twelve months over the twelve before, less one, of markets.</summary>
    OrdersGrowth,

    /// <summary>What was used over what was wanted, of uses, share.</summary>
    DemandMet,

    /// <summary>Fleet over the fleet that covers the service, least of the uses, share.</summary>
    Coverage,

    /// <summary>Imports over all that came to market, of markets, share.</summary>
    ImportReliance,

    /// <summary>Debt over yearly revenue, of cities.</summary>
    DebtRatio,

    /// <summary>Research outlay over that of the opening, of regions.</summary>
    ResearchOutlay,

    /// <summary>Projects that reached deployment since the opening, of regions, count.</summary>
    ProjectsDeployed,

    /// <summary>Skilled workers over those of the opening, of regions.</summary>
    SkilledWorkers,

    /// <summary>Capacity over that of the opening, of facilities.</summary>
    CapacityRatio,

    /// <summary>The largest share by which the law of the destination taxes what comes over routes or rules it out by its content; law is public.</summary>
    TradeBarrier,
}

/// <summary>A lever within reach: an instrument on its targets, up to a strength.</summary>
/// <param name="Id">Kebab-case id within the institution.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Instrument">Which lever.</param>
/// <param name="Targets">What it acts on.</param>
/// <param name="AtMost">Strength when pulled in full, as announced, in the instrument's unit.</param>
/// <param name="Terms">The numbers that come with it.</param>
public sealed record ReachedInstrument(
    string Id, string Title, InstrumentKind Instrument, IReadOnlyList<Target> Targets, Parameter AtMost, InstrumentTerms Terms);

/// <summary>Numbers that come with a lever. What is null does not apply, or has no effect.</summary>
public sealed record InstrumentTerms
{
    /// <summary>No terms at all.</summary>
    public static InstrumentTerms None { get; } = new();

    /// <summary>Share of what is announced that is realised; null where nothing is announced beforehand, so that what is ordered is what counts.</summary>
    public Parameter? Realised { get; init; }

    /// <summary>Strength that the law allows; null where it allows all that is within reach. What is ordered above it is refused.</summary>
    public Parameter? LawfulAtMost { get; init; }

    /// <summary>What it may cost a year in USD; null where it is not limited by money of its own.</summary>
    public Parameter? BudgetUsdPerYear { get; init; }

    /// <summary>What administering it costs a year in USD when pulled in full, paid by the treasury or city that <see cref="Payer"/> names; null for nothing.</summary>
    public Parameter? CostUsdPerYear { get; init; }

    /// <summary>Who pays what it costs; null for the treasury of the region of its first target.</summary>
    public Target? Payer { get; init; }

    /// <summary>Units that others would have bought and now do not, per unit bought by the programme; below zero it draws others in.</summary>
    public Parameter? CrowdingOut { get; init; }

    /// <summary>Units that the same users would have bought later, per unit bought by the programme.</summary>
    public Parameter? PullForward { get; init; }

    /// <summary>Months over which what was pulled forward is missing later.</summary>
    public Parameter? PullForwardMonths { get; init; }

    /// <summary>Cities that do the same, the named one among them; null for one.</summary>
    public Parameter? Cities { get; init; }

    /// <summary>Gain of the second city over that of the first, and of every doubling over the one before, in (0, 1]; null for one.</summary>
    public Parameter? ReplicationGain { get; init; }

    /// <summary>Private money that joins a USD of public money in a fund; null for none.</summary>
    public Parameter? Leverage { get; init; }

    /// <summary>Months that the effect lasts after an order; null as long as the order stands.</summary>
    public Parameter? TermMonths { get; init; }

    /// <summary>Share of capacity that state firms run more, whatever the margin, under an inspection campaign.</summary>
    public Parameter? Pressure { get; init; }

    /// <summary>Log by which the return that owners ask for moves under an inspection campaign: above zero they dare less.</summary>
    public Parameter? HurdleLog { get; init; }

    /// <summary>Share of projects that would pass a stage and do not, under an inspection campaign; below zero more pass.</summary>
    public Parameter? ProjectLoss { get; init; }

    /// <summary>Share of what is left behind that a standard removes, per unit of cost share.</summary>
    public Parameter? ResidueRemoved { get; init; }

    /// <summary>Share of what new capacity costs that owners are paid for capacity closed for good; null for nothing.</summary>
    public Parameter? Compensation { get; init; }

    /// <summary>Every number there is, with its name.</summary>
    public IEnumerable<(string Name, Parameter Number)> Numbers()
    {
        (string Name, Parameter? Number)[] all =
        [
            ("realised", Realised), ("lawful-at-most", LawfulAtMost), ("budget", BudgetUsdPerYear), ("cost", CostUsdPerYear),
            ("crowding-out", CrowdingOut), ("pull-forward", PullForward), ("pull-forward-months", PullForwardMonths), ("cities", Cities),
            ("replication-gain", ReplicationGain), ("leverage", Leverage), ("term", TermMonths), ("pressure", Pressure), ("hurdle", HurdleLog),
            ("project-loss", ProjectLoss), ("residue-removed", ResidueRemoved),
            ("compensation", Compensation),
        ];
        foreach ((string name, Parameter? number) in all)
        {
            if (number is not null) yield return (name, number);
        }
    }
}

/// <summary>When an institution decides, from when to when it is at work, and how long a decision takes to be felt.</summary>
/// <param name="DecidesEveryMonths">Months between decisions, a whole number, at least one.</param>
/// <param name="DelayMonths">Months from decision to effect.</param>
/// <param name="From">First month it decides in.</param>
/// <param name="Until">Last month in which its orders stand; null for no end.</param>
public sealed record Tempo(int DecidesEveryMonths, Parameter DelayMonths, Month From, Month? Until);

/// <summary>How much of an order is carried out.</summary>
/// <param name="Compliance">Share that is carried out; the rest is left undone and said so.</param>
public sealed record Grip(Parameter Compliance);

/// <summary>How an institution turns what it sees into orders.</summary>
public abstract record DecisionRule;

/// <summary>Pulls its levers more as long as a target is missed, less as long as all are met.</summary>
/// <param name="GainPerMonth">Change of the pull a month per unit of relative shortfall.</param>
public sealed record CloseTheGap(Parameter GainPerMonth) : DecisionRule;

/// <summary>Pulls its levers by the calendar, whatever it sees.</summary>
/// <param name="Steps">Pull from a month on, as a share of reach, in the order of months; before the first step nothing.</param>
public sealed record Schedule(IReadOnlyList<ScheduleStep> Steps) : DecisionRule;

/// <summary>A step of a schedule.</summary>
/// <param name="Month">From which month.</param>
/// <param name="Pull">Share of reach.</param>
public sealed record ScheduleStep(Month Month, Parameter Pull);

/// <summary>Does nothing until the last months of the year, then pulls as far as the year's targets are missed.</summary>
/// <param name="Months">The last months of the year, a whole number from 1 to 12.</param>
/// <param name="Gain">Pull per unit of relative shortfall.</param>
public sealed record TargetSprint(int Months, Parameter Gain) : DecisionRule;

/// <summary>Answers what others do: pulls in full while a target is missed, and for some months after.</summary>
/// <param name="LastsMonths">Months an answer stands after its cause has gone.</param>
public sealed record Retaliation(Parameter LastsMonths) : DecisionRule;
