namespace Offtake.Model.Evidence;

/// <summary>All sources, assumptions, claims and parameters of a world: what every number rests on.</summary>
/// <remarks>A parameter enters here when it is read; the simulation can draw only parameters that stand here.</remarks>
public sealed class EvidenceLedger(
    IReadOnlyList<Source> sources, IReadOnlyList<Assumption> assumptions, IReadOnlyList<Claim> claims, IReadOnlyList<Parameter> parameters)
{
    private readonly Dictionary<string, Source> _sourceOf = sources.ToDictionary(s => s.Id);

    /// <summary>Publications, in file order.</summary>
    public IReadOnlyList<Source> Sources { get; } = sources;

    /// <summary>Assumptions, in file order.</summary>
    public IReadOnlyList<Assumption> Assumptions { get; } = assumptions;

    /// <summary>Claims, in file order.</summary>
    public IReadOnlyList<Claim> Claims { get; } = claims;

    /// <summary>Every number of the world, in reading order.</summary>
    public IReadOnlyList<Parameter> Parameters { get; } = parameters;

    /// <summary>What others say of the same numbers, side by side. Nothing computes with them unless a study chooses one.</summary>
    public IReadOnlyList<RivalValue> Rivals { get; init; } = [];

    /// <summary>What was announced, and what came of it, year by year.</summary>
    public IReadOnlyList<PlanYear> Plans { get; init; } = [];

    /// <summary>The source with an id, or null when the id names an assumption.</summary>
    public Source? SourceOf(string witness) => _sourceOf.GetValueOrDefault(witness);

    /// <summary>The number of parameters by the kind of their strongest witness.</summary>
    public IReadOnlyDictionary<SourceKind, int> CountByKind() =>
        Enum.GetValues<SourceKind>().ToDictionary(kind => kind, kind => Parameters.Count(p => p.Kind == kind));

    /// <summary>The number of independent witnesses: publishers, not publications.</summary>
    public int PublisherCount => Parameters
        .SelectMany(p => p.Witnesses).Select(w => SourceOf(w)?.Publisher).Where(p => p is not null).Distinct().Count();
}
