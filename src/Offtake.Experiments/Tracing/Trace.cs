using Offtake.Model.Evidence;

namespace Offtake.Experiments.Tracing;

/// <summary>What was traced, and all that hangs together with it.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Kind">Parameter, assumption, source, claim, figure or fact.</param>
/// <param name="Facts">What it says itself, a sentence each.</param>
/// <param name="Parameters">The numbers it is, or that rest on it; for a figure those that stand nearest to it.</param>
/// <param name="Claims">Claims that drive these numbers, or state it.</param>
/// <param name="Rivals">What others say, side by side.</param>
/// <param name="Figures">Figures of a report that stand nearest to these numbers.</param>
public sealed record Trace(
    string Name, string Kind, IReadOnlyList<string> Facts, IReadOnlyList<Parameter> Parameters, IReadOnlyList<Claim> Claims, IReadOnlyList<RivalValue> Rivals, IReadOnlyList<string> Figures);
