using Offtake.Model.Evidence;

namespace Offtake.Model.Studies;

/// <summary>Something that is not known and nobody can choose, drawn anew in every future.</summary>
/// <param name="Id">Name in tables and on the command line.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Central">Value that is thought most likely; the middle of the range where nothing better is known.</param>
/// <param name="Spread">The range it is drawn from.</param>
/// <param name="Sets">What of the model it moves.</param>
/// <param name="IsOfLedger">Whether the range is the evidence ledger's own, and not the study's.</param>
public sealed record Uncertainty(string Id, string Title, string Unit, double Central, Spread Spread, NumberChoice Sets, bool IsOfLedger);

/// <summary>Something that somebody can choose.</summary>
/// <param name="Id">Name in tables and on the command line.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Low">Smallest value that may be chosen.</param>
/// <param name="High">Largest value that may be chosen.</param>
/// <param name="Values">Values that a grid of policies takes; empty where it is only drawn or set.</param>
/// <param name="Sets">What of the model it moves.</param>
public sealed record Lever(string Id, string Title, string Unit, double Low, double High, IReadOnlyList<double> Values, NumberChoice Sets);

/// <summary>Which numbers of a model one value moves.</summary>
/// <param name="Names">Ids of parameters; for all that rest on one assumption <c>@</c> and its id; for an example, names of its inputs.</param>
/// <param name="Multiplies">Whether each number is multiplied by the value; otherwise the value takes its place.</param>
public sealed record NumberChoice(IReadOnlyList<string> Names, bool Multiplies);

/// <summary>Two uncertainties that go together.</summary>
/// <param name="One">Index of one.</param>
/// <param name="Other">Index of the other.</param>
/// <param name="Rank">Rank correlation (Spearman), above -1 and below 1.</param>
public sealed record Correlation(int One, int Other, double Rank);
