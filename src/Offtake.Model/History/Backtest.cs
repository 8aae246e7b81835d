using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;

namespace Offtake.Model.History;

/// <summary>A history held against what happened: scenarios that walk it, scores that judge it, numbers that may be fitted and fits found so far.</summary>
/// <param name="Id">The id of its folder.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Variants">Ways to put the history, each a scenario of one world.</param>
/// <param name="Holdout">Last month that fits for validation may see; everything after it is their test.</param>
/// <param name="Scores">How each figure is judged, in file order.</param>
/// <param name="Free">Numbers that calibration may choose.</param>
/// <param name="Forecasts">What others had said beforehand, for comparison.</param>
/// <param name="Mechanisms">What can be switched off.</param>
/// <param name="Fits">Fits in the folder.</param>
/// <param name="Ablations">What switching mechanisms off did, when somebody last tried.</param>
/// <param name="Objective">What makes a fit good.</param>
public sealed record Backtest(
    string Id,
    string Title,
    IReadOnlyList<Variant> Variants,
    Month Holdout,
    IReadOnlyList<Score> Scores,
    IReadOnlyList<FreeNumber> Free,
    IReadOnlyList<Forecast> Forecasts,
    IReadOnlyList<Mechanism> Mechanisms,
    IReadOnlyList<Fit> Fits,
    IReadOnlyList<Ablation> Ablations,
    ObjectiveWeights Objective)
{
    /// <summary>The name of fits that saw every figure.</summary>
    public const string FullWindow = "full";

    /// <summary>The name of fits that saw nothing after a month: <c>to-2016</c>, or <c>to-2016-06</c> within a year.</summary>
    public static string WindowUntil(Month? until) => until is not { } month ? FullWindow : month.OfYear == 12 ? $"to-{month.Year:0000}" : $"to-{month}";

    /// <summary>The name of the fits for validation.</summary>
    public string HoldoutWindow => WindowUntil(Holdout);
}

/// <summary>One way to put the history.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Scenario">What is walked.</param>
/// <param name="Sets">Numbers this variant fixes, by parameter or assumption id.</param>
/// <param name="Imposes">Ids of the scores whose figure is an input here.</param>
public sealed record Variant(string Id, string Title, Scenario Scenario, IReadOnlyDictionary<string, double> Sets, IReadOnlyList<string> Imposes);

/// <summary>A number that calibration may choose. Its value in the world is the centre that a weak prior pulls to.</summary>
/// <param name="Id">Id of a parameter, or <c>@</c> and the id of an assumption.</param>
/// <param name="Low">Least value tried.</param>
/// <param name="High">Largest value tried.</param>
/// <param name="IsLog">Whether ratios matter rather than differences.</param>
/// <param name="Reason">Why these bounds.</param>
public sealed record FreeNumber(string Id, double Low, double High, bool IsLog, string Reason);

/// <summary>Numbers found by a search.</summary>
/// <param name="Id">Name of its file.</param>
/// <param name="Variant">Id of the variant it was found in.</param>
/// <param name="Window">What it was allowed to see: <see cref="Backtest.FullWindow"/> or such as <c>to-2016</c>.</param>
/// <param name="Seed">Seed of the search.</param>
/// <param name="Loss">What the objective made of it.</param>
/// <param name="FreezeDrift">Largest relative move of a price while nothing moves from outside.</param>
/// <param name="KickLeft">Share of the largest price move after a small kick that is left at the end.</param>
/// <param name="WorldSha256">Hash of the world it was found in; another world needs another fit.</param>
/// <param name="Values">Numbers by id.</param>
public sealed record Fit(
    string Id, string Variant, string Window, ulong Seed, double Loss, double FreezeDrift, double KickLeft, string WorldSha256, IReadOnlyDictionary<string, double> Values);

/// <summary>A mechanism and how it is switched off.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Sets">Numbers that switch it off, by parameter or assumption id.</param>
/// <param name="Without">Ids of measures that are left out.</param>
/// <param name="Note">What the switch does not do.</param>
public sealed record Mechanism(string Id, string Title, IReadOnlyDictionary<string, double> Sets, IReadOnlyList<string> Without, string Note);

/// <summary>What switching a mechanism off did to the loss.</summary>
/// <param name="Mechanism">Id of the mechanism.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Variant">Id of the variant.</param>
/// <param name="LossFull">Loss with everything on, after the same search.</param>
/// <param name="LossFrozen">Loss without it, all other numbers as fitted: its size.</param>
/// <param name="LossRefitted">Loss without it after a new search: whether it is needed.</param>
/// <param name="MissedFrozen">Ids of scores missed that the full model meets, numbers as fitted.</param>
/// <param name="MissedRefitted">The same after a new search.</param>
public sealed record Ablation(
    string Mechanism, string Title, string Variant, double LossFull, double LossFrozen, double LossRefitted,
    IReadOnlyList<string> MissedFrozen, IReadOnlyList<string> MissedRefitted);

/// <summary>What somebody had said beforehand.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Who said what.</param>
/// <param name="Series">What it is about.</param>
/// <param name="Period">When it should have come about.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end; the same when a single value was given.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Note">What to keep in mind.</param>
public sealed record Forecast(string Id, string Title, SeriesName Series, Period Period, double Low, double High, string Unit, string Source, string Note);

/// <summary>How the parts of the objective count against each other, and how stillness is tried.</summary>
/// <param name="HuberWidth">Errors beyond this many standard errors count linearly, not squared.</param>
/// <param name="PriorWeight">Weight of the mean squared distance from the centres, in half ranges.</param>
/// <param name="HoldoutPriorWeight">The same in fits that see nothing after a month: fewer figures, so the centres count for more.</param>
/// <param name="StillnessWeight">Weight of drift and lasting swings.</param>
/// <param name="KickMonths">Months in which a kick of 5 % to sellers' stocks must die out.</param>
public sealed record ObjectiveWeights(double HuberWidth, double PriorWeight, double HoldoutPriorWeight, double StillnessWeight, int KickMonths);
