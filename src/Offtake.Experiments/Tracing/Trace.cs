using Offtake.Model.Evidence;

namespace Offtake.Experiments.Tracing;

/// <summary>What was traced, and all that hangs together with it.</summary>
/// <param name="Name">As it was asked for.</param>
/// <param name="Kind">Parameter, assumption, source, claim, figure, measurement, outcome, plan, event, ledger or fact.</param>
/// <param name="Facts">What it says itself, a sentence each.</param>
/// <param name="Parameters">The numbers it is, or that rest on it; for what is modelled those that stand nearest to it.</param>
/// <param name="Claims">Claims that drive these numbers, or state it.</param>
/// <param name="Rivals">What others say, side by side.</param>
/// <param name="Figures">Figures of a report that stand nearest to these numbers.</param>
public sealed record Trace(
    string Name, string Kind, IReadOnlyList<string> Facts, IReadOnlyList<Parameter> Parameters, IReadOnlyList<Claim> Claims, IReadOnlyList<RivalValue> Rivals, IReadOnlyList<string> Figures)
{
    /// <summary>For what is modelled: which phase makes it, by which equations.</summary>
    public IReadOnlyList<MadeBy> Made { get; init; } = [];

    /// <summary>For outcomes: their ids, as weighings and studies name them.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Whether it is a result, to which numbers stand near, and not a number that somebody put in.</summary>
    public bool IsModelled => Made.Count > 0 || Kind is "figure" or "measurement" or "outcome" or "plan" or "event";
}

/// <summary>Who makes something that is modelled.</summary>
/// <param name="What">A variable of the model, or a kind of event.</param>
/// <param name="Phase">Phases of the month.</param>
/// <param name="Equations">Ids of equations.</param>
public sealed record MadeBy(string What, string Phase, IReadOnlyList<string> Equations);
