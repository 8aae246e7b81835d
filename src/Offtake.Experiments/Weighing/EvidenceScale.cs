using System.Collections.Concurrent;
using Offtake.Analysis;
using Offtake.Model.Evidence;
using Offtake.Results.Weighing;
using Offtake.Simulation;

namespace Offtake.Experiments.Weighing;

/// <summary>Weighs how much of outcomes, or of their difference between two scenarios, rests on which evidence.</summary>
/// <remarks>
/// Grouped Sobol' and Shapley shares (SEN-18) over the groups of EVI-4. Inputs are drawn independently of each other but for numbers of one assumption, which are one unknown in one group; so groups are independent.
/// Two futures make a pair: the numbers of a group fall all as in one of them. A pair with a point that cannot be true at once is left out and counted (EVI-3).
/// </remarks>
public static class EvidenceScale
{
    private const int Replicates = 200;

    /// <summary>Weighs.</summary>
    /// <param name="plan">What is weighed.</param>
    /// <param name="workers">Threads; they change nothing but the time.</param>
    /// <param name="made">When it was weighed.</param>
    /// <param name="progress">Told when a pair or a changed belief is walked.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="OperationCanceledException">It was stopped before all was walked.</exception>
    public static EvidenceWeighing Weigh(WeighingPlan plan, int workers, string made, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ClaimCarriage carriage = new(plan.Scenarios);
        EvidenceCells cells = new(plan.Scenarios, carriage);
        ChainLayout[] layouts = [.. plan.Scenarios.Select(s => new ChainLayout(s.Chain))];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = workers, CancellationToken = stop };
        PairOutputs[]?[] pairs = new PairOutputs[]?[plan.Pairs];
        ConcurrentBag<PairWalk> idle = [];
        Parallel.For(0, plan.Pairs, parallel, n =>
        {
            PairWalk walk = idle.TryTake(out PairWalk? waiting) ? waiting : new PairWalk(plan, cells, layouts);
            pairs[n] = walk.Of(n);
            idle.Add(walk);
            progress?.Report(1);
        });
        PairOutputs[][] whole = [.. pairs.OfType<PairOutputs[]>()];
        ChangedBeliefs? changed = plan.Against is null ? null : ChangedBeliefs.Walk(plan, carriage, layouts, parallel, progress);
        EvidenceLedger[] ledgers = [.. plan.Scenarios.Select(s => s.Chain.Evidence)];
        return new EvidenceWeighing(
            ProgramName.WithVersion, made, plan.Scenario.Id, plan.Against?.Id ?? "", FingerprintOf(plan.Scenarios), plan.Seed, plan.Pairs, plan.Pairs - whole.Length,
            ledgers.SelectMany(l => l.Parameters).DistinctBy(p => p.Id).GroupBy(p => p.Kind).OrderBy(g => g.Key).ToDictionary(g => g.Key.Name(), g => g.Count(), StringComparer.Ordinal),
            cells.Groups, cells.ByPublisher, [.. Enumerable.Range(0, plan.Asked).Select(o => OutcomeOf(plan, o, [.. whole.Select(w => w[o])], changed))]);
    }

    /// <summary>How many times <see cref="Weigh"/> tells its progress.</summary>
    public static int Steps(WeighingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Pairs + (plan.Against is null ? 0 : plan.Futures);
    }

    /// <summary>Hash over the files of scenarios; a weighing with another one is outdated.</summary>
    public static string FingerprintOf(IEnumerable<Model.Scenarios.Scenario> scenarios)
    {
        Model.Scenarios.Scenario[] all = [.. scenarios];
        return WeighingFingerprint.Of(all.Select(s => (s.Id, s.Fingerprint.WorldSha256, s.Fingerprint.ScenarioSha256)), all.SelectMany(s => s.Chain.Evidence.Claims));
    }

    private static WeighedOutcome OutcomeOf(WeighingPlan plan, int index, PairOutputs[] outputs, ChangedBeliefs? changed)
    {
        Model.Studies.Outcome outcome = plan.Outcomes[index];
        PairOutputs[] finite = [.. outputs.Where(o => o.IsFinite)];
        GroupEstimates? shares = finite.Length < Math.Max(2, outputs.Length) ? null : GroupShares.Of(finite, new Resampling(Replicates, plan.Seed, 1));
        double[] all = [.. outputs.SelectMany(o => new[] { o.A, o.B }).Where(double.IsFinite)];
        Interval asIs = changed is null || all.Length == 0 ? None : Of(DoubleSampling.Mean(all));
        IReadOnlyList<WeighedChange> changes = changed?.Of(index, all) ?? [];
        if (shares is null)
        {
            string why = outputs.Length < 2 ? "fewer than two pairs are whole" : finite.Length < outputs.Length ? "it has no value in some futures" : "it is the same in all futures";
            return new WeighedOutcome(outcome.Id, outcome.Title, outcome.Unit, why, finite.Length == 0 ? double.NaN : finite.Average(o => o.A), 0.0, [], [], [], None, None, [], asIs, changes);
        }

        return new WeighedOutcome(
            outcome.Id, outcome.Title, outcome.Unit, "", shares.Mean, Math.Sqrt(shares.Variance), All(shares.First), All(shares.Total), All(shares.Shapley), Of(shares.FirstSum), Of(shares.TotalSum), All(shares.Others), asIs, changes);
    }

    private static Interval None => new(double.NaN, double.NaN, double.NaN);

    private static Interval[] All(IReadOnlyList<Estimate> estimates) => [.. estimates.Select(Of)];

    private static Interval Of(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High);
}
