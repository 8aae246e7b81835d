using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;

namespace Offtake.Experiments.Weighing;

/// <summary>Which numbers of some scenarios hang on a claim: those it drives by name, and those of the levers that it names or, where no claim names a lever, whose institution lists it.</summary>
public sealed class ClaimCarriage
{
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly Institution[] _institutions;
    private readonly Dictionary<string, string[]> _namersOf = new(StringComparer.Ordinal);

    /// <summary>Finds who hangs on what.</summary>
    public ClaimCarriage(IReadOnlyList<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        foreach (Claim claim in scenarios.SelectMany(s => s.Chain.Evidence.Claims)) _claims.TryAdd(claim.Id, claim);
        _institutions = [.. scenarios.SelectMany(s => s.Institutions).DistinctBy(i => i.Id).OrderBy(i => i.Id, StringComparer.Ordinal)];
        Claim[] naming = [.. _claims.Values.Where(c => c.Drives.Count > 0)];
        if (naming.Length == 0) return;
        foreach (string id in scenarios.SelectMany(s => s.Chain.Evidence.Parameters).Select(p => p.Id).Distinct(StringComparer.Ordinal))
        {
            string[] named = [.. naming.Where(c => c.Drives.Any(d => ParameterPattern.Fits(d, id))).Select(c => c.Id)];
            if (named.Length > 0) _namersOf[id] = named;
        }
    }

    /// <summary>Institutions of the scenarios, in the order of their ids.</summary>
    public IReadOnlyList<Institution> Institutions => _institutions;

    /// <summary>Claims that institutions list or that drive a number, in the order of their ids.</summary>
    public IEnumerable<Claim> Carried => _institutions.SelectMany(i => i.Claims).Concat(_namersOf.Values.SelectMany(n => n)).Distinct(StringComparer.Ordinal)
        .Where(_claims.ContainsKey).Order(StringComparer.Ordinal).Select(id => _claims[id]);

    /// <summary>Ids of the numbers that hang on an unverified claim: those it drives by name, and those of levers. A lever whose strength claims name hangs on these alone, any other on all claims of its institution.</summary>
    /// <remarks>Eq. EVI-4.</remarks>
    public HashSet<string> Unverified()
    {
        HashSet<string> found = [.. _namersOf.Where(n => AnyUnverified(n.Value)).Select(n => n.Key)];
        foreach (Institution institution in _institutions)
            found.UnionWith(institution.Reach.Where(r => AnyUnverified(_namersOf.GetValueOrDefault(r.AtMost.Id) ?? institution.Claims)).SelectMany(NumbersOf).Select(p => p.Id));
        return found;
    }

    /// <summary>The levers that fall when a claim is not so: those it names, and those of institutions that list it where neither another claim of theirs is listed nor any names the lever.</summary>
    public IEnumerable<ReachedInstrument> LeversOf(Claim claim) =>
        from i in _institutions
        from r in i.Reach
        where _namersOf.TryGetValue(r.AtMost.Id, out string[]? namers) ? namers.Contains(claim.Id) : i.Claims.Count == 1 && i.Claims[0] == claim.Id
        select r;

    /// <summary>Ids of the numbers a claim names that are not the strength of a lever.</summary>
    public IEnumerable<string> OthersOf(Claim claim)
    {
        HashSet<string> strengths = [.. _institutions.SelectMany(i => i.Reach).Select(r => r.AtMost.Id)];
        return _namersOf.Where(n => n.Value.Contains(claim.Id) && !strengths.Contains(n.Key)).Select(n => n.Key).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<Parameter> NumbersOf(ReachedInstrument lever) => lever.Terms.Numbers().Select(n => n.Number).Prepend(lever.AtMost);

    private bool AnyUnverified(IEnumerable<string> claims) => claims.Any(c => _claims.TryGetValue(c, out Claim? claim) && claim.IsUnverified);
}
