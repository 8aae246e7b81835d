using Offtake.Experiments.Weighing;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Results.Weighing;

namespace Offtake.Experiments.Tracing;

/// <summary>How far something that was traced carries, as a weighing that was made before found it. It says nothing that was not weighed.</summary>
/// <param name="Kept">The weighing, and whether it is outdated.</param>
/// <param name="Groups">The groups of evidence its numbers are in (EVI-4), with how many of them.</param>
/// <param name="Outcomes">By outcome, what was found.</param>
public sealed record StoredStrength(KeptWeighing Kept, IReadOnlyList<(EvidenceGroup Group, int Numbers)> Groups, IReadOnlyList<OutcomeStrength> Outcomes)
{
    /// <summary>What a weighing says of a trace; null when it says nothing.</summary>
    /// <param name="trace">What was traced.</param>
    /// <param name="kept">The weighing.</param>
    /// <param name="scenarios">The scenarios it is of, as they are now; groups are found anew.</param>
    public static StoredStrength? Of(Trace trace, KeptWeighing kept, IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(scenarios);
        if (trace.Kind is "figure" or "measurement" or "plan" or "event" or "fact") return null;
        EvidenceCells cells = new(scenarios, new ClaimCarriage(scenarios));
        (EvidenceGroup, int)[] groups = trace.Kind == "outcome" ? [] : [.. trace.Parameters.CountBy(cells.GroupOf).OrderBy(g => g.Key).Select(g => (g.Key, g.Value))];
        string[] publishers = trace.Kind == "source" ? [.. scenarios.Select(s => s.Chain.Evidence.SourceOf(trace.Name)?.Publisher).OfType<string>().Distinct()] : [];
        HashSet<string> numbers = SameUnknowns(trace, scenarios);
        OutcomeStrength[] outcomes =
        [
            .. kept.Weighing.Outcomes.Where(o => trace.Kind != "outcome" || trace.Outcomes.Contains(o.Id))
                .Select(o => OutcomeStrength.Of(kept.Weighing, o, IsOfAll(trace) ? Enum.GetValues<EvidenceGroup>() : [.. groups.Select(g => g.Item1)], IsOfAll(trace) ? null : publishers, c => Concerns(o, c, trace, numbers))),
        ];
        return outcomes.Length == 0 ? null : new StoredStrength(kept, groups, outcomes);
    }

    private static bool IsOfAll(Trace trace) => trace.Kind is "outcome" or "ledger";

    private static bool Concerns(WeighedOutcome outcome, WeighedChange change, Trace trace, HashSet<string> numbers) => trace.Kind switch
    {
        "claim" => change.Kind == "claim" && change.Id == trace.Name,
        "outcome" or "ledger" => change.Fate is Fate.Turns or Fate.Vanishes || (change.Fate == Fate.Unsettled && !outcome.AsIs.HoldsZero),
        "source" => change.Kind == "claim" && trace.Claims.Any(c => c.Id == change.Id),
        _ => change.Kind == "number" ? numbers.Contains(change.Id)
            : change.Kind == "claim" ? trace.Claims.Any(c => c.Id == change.Id)
            : change.Kind == "institution" && numbers.Any(n => n.StartsWith($"institutions/{change.Id}/", StringComparison.Ordinal)),
    };

    // All that rest on one assumption are one unknown, and a change bears the name of the first of them.
    private static HashSet<string> SameUnknowns(Trace trace, IReadOnlyList<Scenario> scenarios)
    {
        HashSet<string> assumed = [.. trace.Parameters.Where(p => p.Kind == SourceKind.Assumption).Select(p => p.Witnesses[0])];
        return [.. trace.Parameters.Select(p => p.Id), .. scenarios.SelectMany(s => s.Chain.Evidence.Parameters).Where(p => p.Kind == SourceKind.Assumption && assumed.Contains(p.Witnesses[0])).Select(p => p.Id)];
    }
}

/// <summary>How far it carries to one outcome.</summary>
/// <param name="Outcome">The outcome as it was weighed.</param>
/// <param name="Groups">By group its numbers are in, the share of the spread the group explains alone and with others.</param>
/// <param name="Publishers">By publisher, the same; a publisher that is not among the largest has no share of its own.</param>
/// <param name="Changes">What becomes of the difference when the belief is changed.</param>
public sealed record OutcomeStrength(
    WeighedOutcome Outcome, IReadOnlyList<(EvidenceGroup Group, Interval Total)> Groups, IReadOnlyList<(string Publisher, Interval? Total)> Publishers, IReadOnlyList<WeighedChange> Changes)
{
    /// <summary>What a weighing found of an outcome.</summary>
    /// <param name="weighing">The weighing.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="groups">Groups that are asked for.</param>
    /// <param name="publishers">Publishers that are asked for; null for all that were weighed.</param>
    /// <param name="concerns">Which changes are asked for.</param>
    internal static OutcomeStrength Of(EvidenceWeighing weighing, WeighedOutcome outcome, IEnumerable<EvidenceGroup> groups, IReadOnlyList<string>? publishers, Func<WeighedChange, bool> concerns)
    {
        string[] weighed = [.. weighing.Publishers.Select(p => p.Publisher)];
        bool isShared = outcome.WhyNot.Length == 0;
        return new OutcomeStrength(
            outcome,
            isShared ? [.. groups.Select(g => (g, outcome.Total[weighing.Groups.Select(c => c.Group).ToList().IndexOf(g)]))] : [],
            isShared ? [.. (publishers ?? weighed).Select(p => (p, weighed.IndexOf(p) is var i and >= 0 ? outcome.Publishers[i] : (Interval?)null))] : [],
            [.. outcome.Changes.Where(concerns)]);
    }
}
