using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;

namespace Offtake.Model.Scenarios;

/// <summary>A world, the policies dated into it and the months to show. It is a question, not an answer.</summary>
/// <param name="Id">The id of its folder.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Story">One page of plain words.</param>
/// <param name="Chain">The world.</param>
/// <param name="Calendar">The measures in force, in file order.</param>
/// <param name="From">First month shown; the walk itself begins with the world's first month.</param>
/// <param name="To">Last month walked and shown.</param>
/// <param name="Exogenous">Whether drivers, dated projects and shocks move.</param>
/// <param name="Fingerprint">Hashes of the files it was read from.</param>
public sealed record Scenario(
    string Id, string Title, string Story, ValueChain Chain, IReadOnlyList<Measure> Calendar, Month From, Month To, Exogenous Exogenous, Fingerprint Fingerprint)
{
    /// <summary>How sellers form posted prices.</summary>
    public PriceRule PriceRule { get; init; }

    /// <summary>Who decides during the run, in ordinal order of ids; empty where only the calendar acts.</summary>
    public IReadOnlyList<Institution> Institutions { get; init; } = [];

    /// <summary>Number of months shown.</summary>
    public int MonthCount => To - From + 1;
}

/// <summary>What from outside the model moves during a run.</summary>
public enum Exogenous
{
    /// <summary>Drivers, dated projects, policies and shocks all move.</summary>
    Moving,

    /// <summary>Everything stays as in the opening month, past and future: the balanced start must then not move.</summary>
    Frozen,
}

/// <summary>Which files a scenario was read from.</summary>
/// <param name="WorldSha256">Hash over the world's files.</param>
/// <param name="ScenarioSha256">Hash over the scenario's files.</param>
public sealed record Fingerprint(string WorldSha256, string ScenarioSha256);
