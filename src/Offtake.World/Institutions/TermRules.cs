using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.World.Numbers;
using Offtake.World.Scenarios;

namespace Offtake.World.Institutions;

/// <summary>A number that may come with a lever within reach.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Kind">What it counts; null where it counts what the instrument's strength counts.</param>
/// <param name="Meaning">One line for readers.</param>
internal sealed record TermRule(string Name, NumberKind? Kind, string Meaning);

/// <summary>The terms of instruments, one row each. Which of them an instrument needs or knows stands in <see cref="InstrumentRules"/>.</summary>
internal static class TermRules
{
    public const string Realised = "realised";
    public const string LawfulAtMost = "lawful-at-most";
    public const string Budget = "budget";
    public const string Cost = "cost";
    public const string Payer = "payer";
    public const string CrowdingOut = "crowding-out";
    public const string PullForward = "pull-forward";
    public const string PullForwardMonths = "pull-forward-months";
    public const string Cities = "cities";
    public const string ReplicationGain = "replication-gain";
    public const string Leverage = "leverage";
    public const string Term = "term";
    public const string Pressure = "pressure";
    public const string Hurdle = "hurdle";
    public const string ProjectLoss = "project-loss";
    public const string ResidueRemoved = "residue-removed";
    public const string Compensation = "compensation";

    private const int MostCities = 10_000;
    private const double LargestLog = 3.0;
    private const double LargestLeverage = 100.0;

    /// <summary>Terms that every instrument knows; <see cref="Payer"/> is one too, but no number.</summary>
    public static IReadOnlyList<string> Common { get; } = [Realised, LawfulAtMost, Budget, Cost, Term, Payer];

    /// <summary>All terms that are numbers.</summary>
    public static IReadOnlyList<TermRule> All { get; } =
    [
        new(Realised, NumberKind.Share, "share of what is announced that is realised; left out, what is ordered is what counts"),
        new(LawfulAtMost, null, "strength that the law allows, in the unit of `at-most`; what is ordered above it is refused"),
        new(Budget, NumberKind.AtLeastZero("USD/yr"), "what it may cost a year; left out, money does not limit it"),
        new(Cost, NumberKind.AtLeastZero("USD/yr"), "what administering it costs a year when pulled in full"),
        new(CrowdingOut, new NumberKind("units per unit bought", -1.0, 1.0), "units that others would have bought and now do not; below zero it draws others in"),
        new(PullForward, new NumberKind("units per unit bought", 0.0, 1.0), "units that the same users would have bought later"),
        new(PullForwardMonths, new NumberKind("months", 1.0, 240.0), "months over which what was pulled forward is missing later"),
        new(Cities, NumberKind.Whole("cities", 1, MostCities), "cities that do the same, the named one among them"),
        new(ReplicationGain, NumberKind.ShareAboveZero, "gain of the second city over that of the first, and of every doubling over the one before"),
        new(Leverage, new NumberKind("USD per USD", 0.0, LargestLeverage), "private money that joins public money in a fund"),
        new(Term, new NumberKind("months", 1.0, 600.0), "months that the effect lasts after an order; left out, as long as the order stands"),
        new(Pressure, NumberKind.Share, "share of capacity that state firms run more, whatever the margin"),
        new(Hurdle, new NumberKind("log", -LargestLog, LargestLog), "log by which the return that owners ask for moves; above zero they dare less"),
        new(ProjectLoss, new NumberKind("projects per project", -1.0, 1.0), "share of projects that would pass a stage and do not; below zero more pass"),
        new(ResidueRemoved, new NumberKind("share of residues per share of unit cost", 0.0, LargestLeverage), "share of what is left behind that the standard removes, per unit of cost share"),
        new(Compensation, NumberKind.Share, "share of what new capacity costs that owners are paid for capacity closed for good; left out, they are paid nothing"),
    ];

    /// <summary>Keys of all terms.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(t => t.Name), Payer];

    /// <summary>Terms an instrument may come with.</summary>
    public static IEnumerable<string> KnownTo(InstrumentRule rule) => Common.Where(t => !rule.IsCap || t != LawfulAtMost).Concat(rule.Knows);

    /// <summary>The terms under which numbers stand; what has none is null.</summary>
    public static InstrumentTerms Of(IReadOnlyDictionary<string, Parameter> numbers, Target? payer) => new()
    {
        Realised = numbers.GetValueOrDefault(Realised),
        LawfulAtMost = numbers.GetValueOrDefault(LawfulAtMost),
        BudgetUsdPerYear = numbers.GetValueOrDefault(Budget),
        CostUsdPerYear = numbers.GetValueOrDefault(Cost),
        Payer = payer,
        CrowdingOut = numbers.GetValueOrDefault(CrowdingOut),
        PullForward = numbers.GetValueOrDefault(PullForward),
        PullForwardMonths = numbers.GetValueOrDefault(PullForwardMonths),
        Cities = numbers.GetValueOrDefault(Cities),
        ReplicationGain = numbers.GetValueOrDefault(ReplicationGain),
        Leverage = numbers.GetValueOrDefault(Leverage),
        TermMonths = numbers.GetValueOrDefault(Term),
        Pressure = numbers.GetValueOrDefault(Pressure),
        HurdleLog = numbers.GetValueOrDefault(Hurdle),
        ProjectLoss = numbers.GetValueOrDefault(ProjectLoss),
        ResidueRemoved = numbers.GetValueOrDefault(ResidueRemoved),
        Compensation = numbers.GetValueOrDefault(Compensation),
    };
}
