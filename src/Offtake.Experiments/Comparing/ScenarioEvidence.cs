using System.Globalization;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Results.Comparisons;

namespace Offtake.Experiments.Comparing;

/// <summary>What a scenario rests on beside what the reference rests on.</summary>
internal static class ScenarioEvidence
{
    public static EvidenceFindings Of(Scenario scenario, Scenario reference, int policy, double answeredShare)
    {
        HashSet<string> known = [.. reference.Chain.Evidence.Parameters.Select(p => p.Id)];
        IReadOnlyList<Parameter> all = scenario.Chain.Evidence.Parameters;
        Parameter[] own = [.. all.Where(p => !known.Contains(p.Id))];
        return new EvidenceFindings(
            policy, all.Count, all.Count(IsAssumed), own.Length, own.Count(IsAssumed), scenario.Institutions.Count, scenario.Institutions.Any(i => i.Rule is Retaliation), answeredShare,
            [.. scenario.Institutions.SelectMany(i => i.Claims).Distinct().Order(StringComparer.Ordinal).Select(id => VerdictOf(id, scenario))]);
    }

    private static ClaimVerdict VerdictOf(string id, Scenario scenario) =>
        scenario.Chain.Evidence.Claims.FirstOrDefault(c => c.Id == id) is { } claim ? new ClaimVerdict(id, claim.Statement, $"said: {Word(claim, Aspect.Said)}; done: {Word(claim, Aspect.Done)}; caused: {Word(claim, Aspect.Caused)}") : new ClaimVerdict(id, "", "");

    private static string Word(Claim claim, Aspect aspect)
    {
        string word = claim.On(aspect).Name();
        return claim.Verifications.FirstOrDefault(v => v.Aspect == aspect) is { } found ? $"{word} (checked {found.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})" : word;
    }

    private static bool IsAssumed(Parameter parameter) => parameter.Kind == SourceKind.Assumption;
}
