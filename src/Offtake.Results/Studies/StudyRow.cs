namespace Offtake.Results.Studies;

/// <summary>One future of a study, under all its policies.</summary>
/// <param name="Future">Which, from 0.</param>
/// <param name="Inputs">By uncertainty, the value it has in this future.</param>
/// <param name="Outcomes">By policy, then by outcome; NaN where there is no value.</param>
/// <param name="Refused">Why its numbers cannot all be true at once, and it was not walked; null when it was.</param>
public sealed record StudyRow(int Future, double[] Inputs, double[] Outcomes, string? Refused);
