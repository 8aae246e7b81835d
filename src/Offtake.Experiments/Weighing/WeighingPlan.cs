using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;

namespace Offtake.Experiments.Weighing;

/// <summary>What is to be weighed, and how.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Against">What it is held against; null to weigh its levels.</param>
/// <param name="Outcomes">The outcomes, then those that quotients among them are made of.</param>
/// <param name="Asked">How many of them were asked for.</param>
/// <param name="Terms">Named numbers that decide whether bought is more than moved.</param>
/// <param name="Pairs">Pairs of futures.</param>
/// <param name="Futures">Futures in which beliefs are changed.</param>
/// <param name="Seed">Seed of all random numbers.</param>
public sealed record WeighingPlan(
    Scenario Scenario, Scenario? Against, IReadOnlyList<Outcome> Outcomes, int Asked, IReadOnlyList<Uncertainty> Terms, int Pairs, int Futures, ulong Seed)
{
    /// <summary>Pairs that are walked when nobody says otherwise.</summary>
    public const int UsualPairs = 128;

    private static readonly OutcomeRole[] Headlines = [OutcomeRole.Absorbed, OutcomeRole.Surplus, OutcomeRole.Outlay, OutcomeRole.Debt];

    /// <summary>The scenarios that are walked, the weighed one first.</summary>
    public IReadOnlyList<Scenario> Scenarios => Against is null ? [Scenario] : [Scenario, Against];

    /// <summary>The last month that an outcome looks at.</summary>
    public Month Last => Outcomes.Select(o => o.Measured).OfType<Measurement>().Select(m => m.Period.Last).DefaultIfEmpty(Scenario.To).Max();

    /// <summary>Ids of the outcomes that are weighed when nobody names one: what is absorbed, what is left over, what it costs and what is owed, as far as the comparison measures them.</summary>
    public static IReadOnlyList<string> Usual(ComparisonPlan comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return [.. Headlines.Select(r => comparison.IndexOf(r)).OfType<int>().Select(o => comparison.Study.Outcomes[o].Id)];
    }

    /// <summary>The plan for some outcomes of a comparison.</summary>
    /// <param name="comparison">One or two scenarios and all that can be asked of them.</param>
    /// <param name="isPaired">Whether the second scenario is held against the first.</param>
    /// <param name="ids">Ids of outcomes, all known to the comparison.</param>
    /// <param name="pairs">Pairs of futures; beliefs are changed in half as many futures, two at least.</param>
    public static WeighingPlan Of(ComparisonPlan comparison, bool isPaired, IReadOnlyList<string> ids, int pairs)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(ids);
        IReadOnlyList<Outcome> all = comparison.Study.Outcomes;
        List<int> rows = [.. ids.Distinct(StringComparer.Ordinal).Select(id => Enumerable.Range(0, all.Count).First(o => all[o].Id == id))];
        int asked = rows.Count;
        foreach (int part in rows.ToArray().Select(o => all[o].Quotient).OfType<Quotient>().SelectMany(q => new[] { q.Of, q.By }))
        {
            if (!rows.Contains(part)) rows.Add(part);
        }

        Outcome[] outcomes = [.. rows.Select(o => all[o] is { Quotient: { } q } quotient ? quotient with { Quotient = new Quotient(rows.IndexOf(q.Of), rows.IndexOf(q.By)) } : all[o])];
        Scenario[] walked = [.. comparison.Scenarios];
        return new WeighingPlan(walked[^1], isPaired ? walked[0] : null, outcomes, asked, comparison.Study.Uncertainties, pairs, Math.Max(2, pairs / 2), comparison.Study.Seed);
    }
}
