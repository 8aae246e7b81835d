using Offtake.Experiments.Tracing;
using Offtake.Experiments.Weighing;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Results.Studies.Findings;
using Offtake.Results.Weighing;

namespace Offtake.Cli.Evidence;

/// <summary>What earlier commands found about the strength of something that is traced: weighings, and influences of studies.</summary>
/// <param name="Weighings">By weighing of the scenario, what it says.</param>
/// <param name="Influences">Influences of the newest finished studies.</param>
/// <param name="OutdatedStudies">Studies whose files have changed since.</param>
internal sealed record StoredResults(IReadOnlyList<StoredStrength> Weighings, IReadOnlyList<StoredInfluence> Influences, IReadOnlySet<string> OutdatedStudies)
{
    /// <summary>Reads what is stored below the current folder.</summary>
    public static StoredResults Of(NamedTrace named, EvidenceFolder folder)
    {
        if (named.Scenario is not { } scenario) return new StoredResults([], [], new HashSet<string>());
        string study = named.Trace.Name.StartsWith(TraceName.Studies, StringComparison.Ordinal) ? named.Trace.Name.Split('/')[1] : "";
        StoredInfluence[] influences = [.. StoredInfluences.Of(folder.Runs, scenario.Id).Where(i => study.Length > 0 ? i.Study == study && named.Trace.Outcomes.Contains(i.Outcome) : Moves(i, named.Trace))];
        HashSet<string> outdated = [.. influences.Select(i => i.Study).Distinct().Where(s => influences.First(i => i.Study == s).Sha256 is var sha && folder.Study(s).Value?.Sha256 != sha)];
        return new StoredResults(study.Length > 0 ? [] : [.. Weighed(named.Trace, scenario, folder)], influences, outdated);
    }

    /// <summary>Whether nothing is stored.</summary>
    public bool IsEmpty => Weighings.Count + Influences.Count == 0;

    private static IEnumerable<StoredStrength> Weighed(Trace trace, Scenario scenario, EvidenceFolder folder)
    {
        foreach ((string id, string against) in WeighingShelf.Pairs(folder.Runs, scenario.Id))
        {
            // Compared scenarios may be walked in larger worlds than their own; a scenario that cannot be read any more leaves what was weighed outdated.
            IReadOnlyList<Scenario> scenarios = against.Length == 0 ? [scenario] : [.. folder.Comparison([against, id]).Value?.Scenarios ?? []];
            string now = scenarios.Count == 0 ? "" : EvidenceScale.FingerprintOf(scenarios);
            if (WeighingShelf.Newest(folder.Runs, id, against, now) is { } kept && StoredStrength.Of(trace, kept, scenarios.Count == 0 ? [scenario] : scenarios) is { } strength) yield return strength;
        }
    }

    private static bool Moves(StoredInfluence influence, Trace trace) => trace.Kind is "parameter" or "assumption" or "source" or "claim"
        && influence.Moves.Any(m => m[0] == '@' ? trace.Parameters.Any(p => p.Witnesses[0] == m) : trace.Parameters.Any(p => p.Id == m));
}
