using Offtake.Experiments.Findings;
using Offtake.Experiments.Tracing;
using Offtake.Model.Studies;
using Offtake.Results.Comparisons;
using Offtake.Results.Plans;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Comparing;

/// <summary>Works out what walked scenarios show beside each other. It reads results and walks nothing.</summary>
public static class ComparisonDiscovery
{
    // Uncertainties of a comparison are the terms of institutions; their ids begin so (ComparisonReader).
    private static readonly string[] Lost = ["crowding-out", "pull-forward"];
    private const string Realised = "realised";

    /// <summary>All findings.</summary>
    /// <param name="results">The futures that were walked.</param>
    /// <param name="plan">What was asked.</param>
    /// <param name="money">How money was equalised, if it was.</param>
    public static ComparisonFindings Of(StudyResults results, ComparisonPlan plan, MoneyFindings? money = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(plan);
        FutureTable table = new(results);
        StudyHeader header = results.Header;
        double[][][] values = [.. results.Outcomes([.. Enumerable.Range(0, header.Outcomes.Count)]).Select(o => o.Select(table.At).ToArray())];
        OutcomeFindings[] outcomes = [.. Enumerable.Range(0, values.Length).AsParallel().AsOrdered().Select(o => Describe(table, o, values[o], plan.Asked[o].Role))];
        StudyFindings study = new(header, results.Digest, table.Futures, table.Rows.Length, StudyDiscovery.RefusedOf(results), outcomes, [], [], []);
        return new ComparisonFindings(
            study, plan.Asked, results.Slice.Count < plan.Study.Futures, [.. Additionality.OfScenarios(plan, values)], [.. Additionality.OfInstruments(plan, values)],
            [.. plan.Scenarios.Select((s, p) => ScenarioEvidence.Of(s, plan.Study.Policies[0].Scenario!, p, plan.IndexOf(OutcomeRole.Answered) is { } a ? 1.0 - outcomes[a].Levels[p].MissingShare : double.NaN))],
            MapOf(table, plan, values), money is null ? null : money with { Pairs = [.. Additionality.AtEqualMoney(plan, values, money)] })
        {
            Plans = PlansOf(plan, values),
        };
    }

    private static PlanFindings PlansOf(ComparisonPlan plan, double[][][] values) => PlanRecord.Of(plan.Scenarios.First().Chain.Evidence, target =>
    {
        int outcome = Enumerable.Range(0, plan.Study.Outcomes.Count).FirstOrDefault(o => plan.Study.Outcomes[o].Id == target.OutcomeId, -1);
        return [.. plan.Study.Policies.Select((p, i) => PlanRecord.Reach(p.Id, target, outcome < 0 ? null : values[outcome][i]))];
    });

    private static OutcomeFindings Describe(FutureTable table, int index, double[][] byPolicy, OutcomeRole? role)
    {
        Better better = table.Header.Outcomes[index].Better;
        return new OutcomeFindings(
            index, [.. byPolicy.Select((v, p) => Levels.Of(p, v))],
            [.. Comparisons.Of(table, new Findings.Outcome(index, better), byPolicy, null, search: role is OutcomeRole.Absorbed or OutcomeRole.Left)], null, null, [], []);
    }

    private static WinnerMapFindings? MapOf(FutureTable table, ComparisonPlan plan, double[][][] values)
    {
        if (plan.IndexOf(OutcomeRole.Absorbed) is not { } absorbed) return null;
        double[][] lost = [.. Lost.Select(name => MeanOf(table, name)).OfType<double[]>()];
        if (lost.Length == 0 || MeanOf(table, Realised) is not { } realised) return null;
        double[] additionality = [.. Enumerable.Range(0, realised.Length).Select(f => 1.0 - lost.Sum(l => l[f]))];
        return WinnerMaps.Of(table, 0, additionality, realised, plan.Study.Outcomes[absorbed].Better, values[absorbed]);
    }

    // The mean over all institutions: one axis for all scenarios.
    private static double[]? MeanOf(FutureTable table, string name)
    {
        double[][] found = [.. Enumerable.Range(0, table.Inputs).Where(u => table.Header.Uncertainties[u].Id.StartsWith(name, StringComparison.Ordinal)).Select(table.Input)];
        return found.Length == 0 ? null : [.. Enumerable.Range(0, found[0].Length).Select(f => found.Average(v => v[f]))];
    }
}
