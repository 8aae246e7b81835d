namespace Offtake.Model.Evidence;

/// <summary>What one source says of a number of which another says something else. It is not averaged with it and nothing computes with it.</summary>
/// <param name="Subject">Pattern of parameters, <c>observed/id</c> of an observed figure, <c>assumptions/id</c>, or <c>facts/name</c> for a fact the model does not hold.</param>
/// <param name="Value">What the source says, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Note">Scope, year or definition, where they differ.</param>
/// <param name="Address">File and line.</param>
public sealed record RivalValue(string Subject, double Value, string Unit, string Source, string Note, string Address);

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
    /// <summary>Realised over announced; null while it is open.</summary>
    public double? Ratio => Realised / Announced;
}
