namespace Offtake.Model.Evidence;

/// <summary>What one source says of a number of which another says something else. It is not averaged with it and nothing computes with it.</summary>
/// <param name="Subject">Pattern of parameters, <c>observed/id</c> of an observed figure, <c>assumptions/id</c>, or <c>facts/name</c> for a fact the model does not hold.</param>
/// <param name="Value">What the source says, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Note">Scope, year or definition, where they differ.</param>
/// <param name="Address">File and line.</param>
public sealed record RivalValue(string Subject, double Value, string Unit, string Source, string Note, string Address);
