using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;

namespace Offtake.Experiments.Tracing;

/// <summary>A claim with what hangs on it.</summary>
/// <param name="Claim">The claim, with the newest verdicts.</param>
/// <param name="Publishers">Who states it; several publications of one house are one witness.</param>
/// <param name="Levers">Levers of institutions that make it executable, as <c>institution/lever</c>.</param>
/// <param name="Parameters">Ids of the numbers it drives: those its table names; where it names none, those of the institutions that carry it.</param>
/// <param name="IsByName">Whether its table names them.</param>
public sealed record ClaimLine(Claim Claim, IReadOnlyList<string> Publishers, IReadOnlyList<string> Levers, IReadOnlyList<string> Parameters, bool IsByName);

/// <summary>All claims of a world, and what hangs on each in some scenarios of it.</summary>
public static class ClaimRoll
{
    /// <summary>The lines, in the order of the claims.</summary>
    /// <param name="ledger">Whose claims are listed.</param>
    /// <param name="scenarios">Where institutions and numbers are looked for.</param>
    public static IReadOnlyList<ClaimLine> Of(EvidenceLedger ledger, IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(scenarios);
        Institution[] institutions = [.. scenarios.SelectMany(s => s.Institutions).DistinctBy(i => i.Id).OrderBy(i => i.Id, StringComparer.Ordinal)];
        string[] ids = [.. scenarios.Select(s => s.Chain.Evidence).Append(ledger).SelectMany(l => l.Parameters).Select(p => p.Id).Distinct(StringComparer.Ordinal)];
        return [.. ledger.Claims.Select(c => Line(c, ledger, institutions, ids))];
    }

    /// <summary>Patterns that fit no number of any scenario: whoever wrote them meant something else.</summary>
    /// <param name="scenarios">All scenarios there are.</param>
    /// <returns>World, claim and pattern.</returns>
    public static IEnumerable<(string World, string Claim, string Pattern)> Idle(IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        string[] ids = [.. scenarios.SelectMany(s => s.Chain.Evidence.Parameters).Select(p => p.Id).Distinct(StringComparer.Ordinal)];

        // Where no scenario has institutions, nothing can be said of patterns about them.
        bool areGoverned = scenarios.Any(s => s.Institutions.Count > 0);
        return
            from scenario in scenarios.DistinctBy(s => s.Chain.Id)
            from claim in scenario.Chain.Evidence.Claims
            from pattern in claim.Drives
            where (areGoverned || !pattern.StartsWith("institutions/", StringComparison.Ordinal)) && !ids.Any(id => ParameterPattern.Fits(pattern, id))
            select (scenario.Chain.Id, claim.Id, pattern);
    }

    private static ClaimLine Line(Claim claim, EvidenceLedger ledger, Institution[] institutions, string[] ids)
    {
        Institution[] carrying = [.. institutions.Where(i => i.Claims.Contains(claim.Id))];
        bool isByName = claim.Drives.Count > 0;
        string[] driven = [.. isByName
            ? ids.Where(id => claim.Drives.Any(d => ParameterPattern.Fits(d, id)))
            : ids.Where(id => carrying.Any(i => id.StartsWith($"institutions/{i.Id}/", StringComparison.Ordinal)))];
        string[] publishers = [.. claim.Source.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(s => ledger.SourceOf(s)?.Publisher ?? s).Distinct()];
        return new ClaimLine(claim, publishers, [.. carrying.SelectMany(i => i.Reach.Select(r => $"{i.Id}/{r.Id}"))], driven, isByName);
    }
}
