namespace Offtake.Results.Weighing;

/// <summary>How much of the outcomes of a scenario, or of the difference between two, rests on what. A share of the spread that the files state, not of the truth.</summary>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Made">When it was weighed, ISO 8601.</param>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Against">Id of the scenario it is held against; empty when its levels are weighed.</param>
/// <param name="Sha256">Hash over the files of all that was walked.</param>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Pairs">Pairs of futures asked for.</param>
/// <param name="LeftOut">Pairs of which a point could not be true at once (EVI-3).</param>
/// <param name="Numbers">Numbers by the kind of their strongest witness.</param>
/// <param name="Groups">What is in each group.</param>
/// <param name="Publishers">What rests on each of the largest publishers.</param>
/// <param name="Outcomes">What was found, by outcome.</param>
public sealed record EvidenceWeighing(
    string Program, string Made, string Scenario, string Against, string Sha256, ulong Seed, int Pairs, int LeftOut, IReadOnlyDictionary<string, int> Numbers,
    IReadOnlyList<GroupCount> Groups, IReadOnlyList<PublisherCount> Publishers, IReadOnlyList<WeighedOutcome> Outcomes);

/// <summary>What is in a group.</summary>
/// <param name="Group">Which.</param>
/// <param name="Numbers">Numbers of the ledgers, each once; none in chance.</param>
/// <param name="Unknowns">Of these, unknowns that vary: all that rest on one assumption are one.</param>
public sealed record GroupCount(EvidenceGroup Group, int Numbers, int Unknowns);

/// <summary>What rests on a publisher.</summary>
/// <param name="Publisher">Who answers for it.</param>
/// <param name="Numbers">Numbers of which it is the strongest witness.</param>
/// <param name="Unknowns">Of these, numbers that vary.</param>
public sealed record PublisherCount(string Publisher, int Numbers, int Unknowns);

/// <summary>What one outcome rests on.</summary>
/// <param name="Id">Id of the outcome.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="WhyNot">Why it could not be weighed; empty when it was.</param>
/// <param name="Mean">Mean of the level, or of the difference.</param>
/// <param name="Deviation">Its standard deviation among futures.</param>
/// <param name="First">By group, the share it explains alone.</param>
/// <param name="Total">By group, the share it explains alone and with others.</param>
/// <param name="Shapley">By group, the share it adds, averaged over orders; they sum to one.</param>
/// <param name="FirstSum">At most one up to sampling error.</param>
/// <param name="TotalSum">At least one up to sampling error.</param>
/// <param name="Publishers">By publisher, the share it explains alone and with others.</param>
/// <param name="AsIs">Mean of the difference in both futures of all pairs.</param>
/// <param name="Changes">By changed belief, what becomes of the difference; empty when levels are weighed.</param>
public sealed record WeighedOutcome(
    string Id, string Title, string Unit, string WhyNot, double Mean, double Deviation, IReadOnlyList<Interval> First, IReadOnlyList<Interval> Total, IReadOnlyList<Interval> Shapley,
    Interval FirstSum, Interval TotalSum, IReadOnlyList<Interval> Publishers, Interval AsIs, IReadOnlyList<WeighedChange> Changes)
{
    /// <summary>The claims of which one alone, not being so, turns the sign.</summary>
    public IEnumerable<WeighedChange> SingleClaims => Changes.Where(c => c.Kind == "claim" && c.Fate == Fate.Turns);

    /// <summary>The change that turns the sign with the least change of belief; null when none does.</summary>
    public WeighedChange? Smallest => Changes.Where(c => c.Fate == Fate.Turns && double.IsFinite(c.Crossing)).MaxBy(c => c.Crossing);
}

/// <summary>A number with the interval that holds the true one in 95 of 100 samples.</summary>
public readonly record struct Interval(double Value, double Low, double High)
{
    /// <summary>Whether the interval leaves the sign open.</summary>
    public bool HoldsZero => !(Low > 0.0 || High < 0.0);
}

/// <summary>What becomes of a difference when a belief changes.</summary>
public enum Fate
{
    /// <summary>The sign stays.</summary>
    Stays,

    /// <summary>The sign turns.</summary>
    Turns,

    /// <summary>Nothing is left of it.</summary>
    Vanishes,

    /// <summary>The interval of what is left holds zero.</summary>
    Unsettled,

    /// <summary>Nothing falls with it alone: other claims carry the same levers.</summary>
    Carried,

    /// <summary>The sign is open as it is, and clear with the belief changed.</summary>
    Settles,

    /// <summary>The difference is the same in every future: what hangs on the belief does not reach the outcome.</summary>
    NoEffect,
}

/// <summary>A changed belief and what it does to a difference.</summary>
/// <param name="Kind"><c>claim</c>, <c>institution</c>, <c>number</c> or <c>group</c>.</param>
/// <param name="Id">Of the claim, the institution or the number.</param>
/// <param name="Title">What is believed, in words.</param>
/// <param name="Mean">Mean of the difference under the changed belief; NaN where nothing falls.</param>
/// <param name="Fate">What becomes of the sign.</param>
/// <param name="Crossing">Share of what is believed, from 1 as it is to 0 as changed, at which the mean difference is zero; NaN where it crosses nowhere between.</param>
/// <param name="Value">For a number, its value there; NaN otherwise.</param>
public sealed record WeighedChange(string Kind, string Id, string Title, Interval Mean, Fate Fate, double Crossing, double Value);
