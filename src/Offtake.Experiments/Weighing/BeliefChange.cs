using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Studies;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Weighing;

/// <summary>A belief that may be wrong: levers that then have no strength, and numbers that then lie at an end of their range.</summary>
/// <param name="Kind"><c>claim</c>, <c>institution</c>, <c>number</c> or <c>group</c>.</param>
/// <param name="Id">Of the claim, the institution or the number.</param>
/// <param name="Title">What is then so, in words.</param>
/// <param name="Strengths">Ids of the strengths of levers.</param>
/// <param name="Ends">Numbers with the value they then have.</param>
internal sealed record BeliefChange(string Kind, string Id, string Title, IReadOnlyList<string> Strengths, IReadOnlyList<(string Number, double Central, double End)> Ends)
{
    /// <summary>Whether anything falls with it.</summary>
    public bool IsIdle => Strengths.Count == 0 && Ends.Count == 0;

    /// <summary>What is the same for changes that move the same numbers the same way.</summary>
    public string Key => string.Join('|', Strengths.Order(StringComparer.Ordinal)) + "#" + string.Join('|', Ends.Select(e => FormattableString.Invariant($"{e.Number}={e.End:R}")));

    /// <summary>The slots of a ledger that it moves.</summary>
    public NumberSlots SlotsOf(EvidenceLedger ledger) => new(ledger, [(Strengths, true), .. Ends.Select(e => ((IReadOnlyList<string>)[e.Number], false))]);

    /// <summary>Values of the slots when a share of what was believed is left.</summary>
    public double[] ValuesAt(double share) => [share, .. Ends.Select(e => e.End + (share * (e.Central - e.End)))];

    /// <summary>Everything that is tried.</summary>
    public static IEnumerable<BeliefChange> All(WeighingPlan plan, ClaimCarriage carriage)
    {
        Dictionary<string, Parameter> numbers = [];
        foreach (Parameter p in plan.Scenarios.SelectMany(s => s.Chain.Evidence.Parameters)) numbers.TryAdd(p.Id, p);
        foreach (Claim claim in carriage.Carried)
        {
            string[] levers = [.. carriage.LeversOf(claim).Select(l => l.AtMost.Id).Distinct(StringComparer.Ordinal)];
            Parameter[] others = [.. carriage.OthersOf(claim).Select(id => numbers[id]).Where(p => p.Spread.Shape != SpreadShape.Fixed)];
            if (others.Length == 0)
            {
                yield return new BeliefChange("claim", claim.Id, claim.Statement, levers, []);
                continue;
            }

            yield return new BeliefChange("claim", claim.Id, $"{claim.Statement} (its numbers at the lower end)", levers, [.. others.Select(p => (p.Id, p.Value, p.Spread.Low))]);
            yield return new BeliefChange("claim", claim.Id, $"{claim.Statement} (its numbers at the upper end)", levers, [.. others.Select(p => (p.Id, p.Value, p.Spread.High))]);
        }

        foreach (Institution institution in carriage.Institutions)
            yield return new BeliefChange("institution", institution.Id, $"{institution.Title}: all its claims together", [.. institution.Reach.Select(l => l.AtMost.Id).Distinct(StringComparer.Ordinal)], []);
        HashSet<string> unverified = carriage.Unverified();
        string[] all = [.. carriage.Institutions.SelectMany(i => i.Reach).Select(r => r.AtMost.Id).Where(unverified.Contains).Distinct(StringComparer.Ordinal)];
        if (all.Length > 0) yield return new BeliefChange("group", "claims", "All unverified claims together", all, []);
        foreach (Uncertainty term in plan.Terms.Where(t => t.Spread.Shape != SpreadShape.Fixed))
        {
            yield return AtEnd(term, term.Spread.Low);
            yield return AtEnd(term, term.Spread.High);
        }
    }

    private static BeliefChange AtEnd(Uncertainty term, double end) =>
        new("number", term.Sets.Names[0], FormattableString.Invariant($"{term.Title} at {end:0.###} {term.Unit} instead of {term.Central:0.###}"), [], [.. term.Sets.Names.Select(n => (n, term.Central, end))]);
}
