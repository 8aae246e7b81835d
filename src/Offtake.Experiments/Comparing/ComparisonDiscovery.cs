using Offtake.Experiments.Findings;
using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Comparisons;
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
            study, plan.Asked, results.Slice.Count < plan.Study.Futures, [.. ProgrammesOf(plan, values)], [.. plan.Scenarios.Select((s, p) => ScenarioEvidence.Of(s, plan.Study.Policies[0].Scenario!, p))],
            MapOf(table, plan, values), money);
    }

    private static OutcomeFindings Describe(FutureTable table, int index, double[][] byPolicy, OutcomeRole? role)
    {
        Better better = table.Header.Outcomes[index].Better;
        return new OutcomeFindings(
            index, [.. byPolicy.Select((v, p) => Levels.Of(p, v))],
            [.. Comparisons.Of(table, new Findings.Outcome(index, better), byPolicy, null, search: role is OutcomeRole.Absorbed or OutcomeRole.Left)], null, null, [], []);
    }

    /// <remarks>Eq. DIS-10: by future, more = y_p − y_reference; additional = bought − crowded out − pulled forward; cost = outlay / additional where additional &gt; 0.</remarks>
    private static IEnumerable<ProgrammeFindings> ProgrammesOf(ComparisonPlan plan, double[][][] values)
    {
        double[][]? Of(OutcomeRole role) => plan.IndexOf(role) is { } o ? values[o] : null;
        (double[][]? absorbed, double[][]? surplus, double[][]? left) = (Of(OutcomeRole.Absorbed), Of(OutcomeRole.Surplus), Of(OutcomeRole.Left));
        (double[][]? bought, double[][]? crowded, double[][]? pulled, double[][]? outlay) = (Of(OutcomeRole.Programme), Of(OutcomeRole.CrowdedOut), Of(OutcomeRole.PulledForward), Of(OutcomeRole.Outlay));
        for (int p = 0; p < plan.Study.Policies.Count; p++)
        {
            double[]? more = Combine(absorbed?[p], absorbed?[0], (a, b) => a - b);
            double[]? additional = Combine(Combine(bought?[p], crowded?[p], (a, b) => a - b), pulled?[p], (a, b) => a - b);
            yield return new ProgrammeFindings(
                p, BandOf(more), BandOf(Combine(more, surplus?[0], Ratio)), BandOf(Combine(more, absorbed?[0], Ratio)), BandOf(Of(OutcomeRole.Announced)?[p]), BandOf(bought?[p]), BandOf(additional),
                BandOf(Combine(additional, bought?[p], Ratio)), BandOf(Combine(left?[p], left?[0], (a, b) => a - b)), BandOf(Combine(outlay?[p], additional, Ratio)), BandOf(outlay?[p]));
        }
    }

    private static double Ratio(double above, double below) => below > 0.0 ? above / below : double.NaN;

    private static double[]? Combine(double[]? one, double[]? other, Func<double, double, double> of) => one is null || other is null ? null : [.. one.Zip(other, of)];

    private static Band BandOf(double[]? values) => Band.Of(values ?? []);

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
