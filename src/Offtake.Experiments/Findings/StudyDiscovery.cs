using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Works out what a finished study shows. It reads results and walks nothing; outcomes are read a few at a time, so memory does not grow with their number.</summary>
public static partial class StudyDiscovery
{
    private const long ValuesAtATime = 16_000_000;
    private const long IndexBudget = 40_000_000_000;
    private const int MostReplicates = 100;
    private const int FewestReplicates = 20;
    private const int MostPolicies = 8;
    private const int MostShapleySets = 2048;
    private const int ReasonsKept = 5;
    private const string AndAlike = " (and alike with other numbers)";

    /// <summary>All findings.</summary>
    /// <param name="results">A whole study, not a slice of one.</param>
    /// <param name="workers">Threads at a time; 0 for one a core. It changes the time, never a finding.</param>
    public static StudyFindings Of(StudyResults results, int workers = 0)
    {
        ArgumentNullException.ThrowIfNull(results);
        FutureTable table = new(results);
        StudyHeader header = results.Header;
        Scope scope = Scope.Of(table);
        OutcomeInfluences influences = new(table, scope.InfluencePolicies, scope.Shapley, scope.Replicates);
        ScenarioBoxes boxes = new(table);
        IReadOnlyList<(int Lever, int[] Policies)> paths = LeverPaths.Of(header);
        ParallelOptions threads = new() { MaxDegreeOfParallelism = workers > 0 ? workers : Environment.ProcessorCount };
        OutcomeFindings[] outcomes = new OutcomeFindings[header.Outcomes.Count];
        ConditionUnderPolicy[][] conditions = [.. header.Conditions.Select(_ => new ConditionUnderPolicy[header.Policies.Count])];
        WinnerMapFindings[] maps = new WinnerMapFindings[header.Maps.Count];
        foreach (int[] some in Enumerable.Range(0, outcomes.Length).Chunk((int)Math.Clamp(ValuesAtATime / Math.Max(1L, (long)table.Futures * header.Policies.Count), 1, outcomes.Length)))
        {
            double[][][] values = results.Outcomes(some);
            double[][][] independent = [.. values.Select(o => o.Select(table.At).ToArray())];
            List<Action> longest = [], work = [];
            for (int n = 0; n < some.Length; n++)
            {
                (int outcome, double[][] all, double[][] own) = (some[n], values[n], independent[n]);
                work.Add(() => outcomes[outcome] = Describe(table, outcome, all, own, influences, paths));
                foreach (int c in Indices(header.Conditions, c => c.Outcome == outcome))
                    for (int p = 0; p < own.Length; p++)
                    {
                        int policy = p;
                        longest.Add(() => conditions[c][policy] = boxes.Of(policy, header.Conditions[c], own[policy], policy < MostPolicies));
                    }

                foreach (int m in Indices(header.Maps, m => m.Outcome == outcome)) work.Add(() => maps[m] = WinnerMaps.Of(table, m, header.Maps[m], header.Outcomes[outcome].Better, own));
            }

            Parallel.ForEach(Partitioner.Create(Enumerable.Concat(longest, work), EnumerablePartitionerOptions.NoBuffering), threads, w => w());
        }

        return new StudyFindings(
            header, results.Digest, table.Futures, table.Rows.Length, RefusedOf(results), outcomes,
            [.. conditions.Select((c, i) => new ConditionFindings(i, c))], maps, scope.Limits);
    }

    private static OutcomeFindings Describe(
        FutureTable table, int index, double[][] all, double[][] own, OutcomeInfluences influences, IReadOnlyList<(int Lever, int[] Policies)> paths)
    {
        Better better = table.Header.Outcomes[index].Better;
        (RegretFindings Findings, (int First, int Second) Best)? regret = Regrets.Of(table, better, own);
        return new OutcomeFindings(
            index, [.. own.Select((values, p) => Levels.Of(p, values))], [.. Comparisons.Of(table, new Outcome(index, better), own, regret?.Best)],
            regret?.Best.First, regret?.Findings, [.. influences.Of(index, all, own)], [.. paths.Select(p => LeverPaths.Along(table.Header, p, better, own))]);
    }

    /// <summary>Futures that could not be walked, and why.</summary>
    internal static RefusedFutures RefusedOf(StudyResults results)
    {
        IReadOnlyList<(int Future, string Reason)> refused = results.Refused();
        (string Reason, int Futures)[] reasons = [.. refused.GroupBy(r => WithoutNumbers(r.Reason), r => r.Reason, StringComparer.Ordinal).Select(g => (g.Distinct().Skip(1).Any() ? g.First() + AndAlike : g.First(), g.Count()))];
        return new RefusedFutures(refused.Count, [.. reasons.OrderByDescending(r => r.Futures).ThenBy(r => r.Reason, StringComparer.Ordinal).Take(ReasonsKept)]);
    }

    // "exceeds by 1648 a month" and "exceeds by 2153 a month" are one reason; ids keep their digits.
    private static string WithoutNumbers(string reason) => LoneNumber().Replace(reason, "#");

    [GeneratedRegex(@"(?<=^|\s)[-−]?[0-9][0-9.,E+-]*(?=\s|[.,;:)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LoneNumber();

    private static IEnumerable<int> Indices<T>(IReadOnlyList<T> all, Func<T, bool> fits) => Enumerable.Range(0, all.Count).Where(i => fits(all[i]));

    // What is worth its time: the dear methods for some policies, with fewer resamplings where outcomes are many.
    private sealed record Scope(int InfluencePolicies, int Shapley, int Replicates, IReadOnlyList<string> Limits)
    {
        public static Scope Of(FutureTable table)
        {
            StudyHeader h = table.Header;
            int policies = Math.Min(h.Policies.Count, MostPolicies), inputs = table.Inputs + 1;
            long products = (table.Header.Sampling.Indices == IndexDesign.SecondOrder ? (inputs * (inputs - 1) / 2) + (2 * inputs) : 2 * inputs) + 5;
            long once = Math.Max(1L, (long)table.Futures / table.Block * products * policies * h.Outcomes.Count);
            int replicates = table.Block == 1 ? MostReplicates : (int)Math.Clamp(IndexBudget / once, FewestReplicates, MostReplicates);
            int shapley = Math.Max(1, MostShapleySets >> Math.Min(table.Inputs, OutcomeInfluences.MostShapleyInputs));
            List<string> limits = [];
            if (h.Policies.Count > policies) limits.Add($"Influences and boxes were looked for under the first {policies} of {h.Policies.Count} policies only.");
            if (h.Policies.Count > Comparisons.MostSearched + 1) limits.Add("Break-evens along uncertainties were looked for between the first policy and the best one for each outcome only.");
            if (replicates < MostReplicates) limits.Add($"Intervals of indices rest on {replicates} resamplings instead of {MostReplicates}, since there are many outcomes.");
            if (table.Block == 1 && h.Correlations.Count > 0 && shapley < policies * h.Outcomes.Count) limits.Add($"Shapley effects were computed for {shapley} of {policies * h.Outcomes.Count} pairs of outcome and policy only, the first policy first; for the others there are rank correlations.");
            if (table.Rows.Length > ScenarioBoxes.MostFutures && h.Conditions.Count > 0) limits.Add($"Boxes were looked for among {ScenarioBoxes.MostFutures:#,0} futures drawn at random from {table.Rows.Length:#,0}.");
            return new Scope(policies, shapley, replicates, limits);
        }
    }
}
