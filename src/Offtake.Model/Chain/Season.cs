using Offtake.Model.Evidence;

namespace Offtake.Model.Chain;

/// <summary>How the months of a year differ: harvests, festivals, frost. Years are alike; what differs between them is a driver.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Factors">Multiple of the mean month, January first; twelve numbers whose mean is one.</param>
public sealed record Season(string Id, IReadOnlyList<Parameter> Factors);
