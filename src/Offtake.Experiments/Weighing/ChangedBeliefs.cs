using Offtake.Analysis;
using Offtake.Model.Evidence;
using Offtake.Results.Weighing;
using Offtake.Simulation;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Weighing;

/// <summary>What becomes of differences when a belief is changed: the same futures once more, with levers that have no strength or numbers at the end of their range.</summary>
/// <remarks>
/// Eq. EVI-5: D(s) = mean over futures of (y of the scenario − y of the other) when a share s of what is believed is left; it turns when D(0) and D(1) have different signs and the interval of neither
/// holds zero. The smallest change is the s at which D is zero (EVI-6).
/// </remarks>
internal sealed class ChangedBeliefs
{
    private const double Within = 0.01;
    private const int MostSteps = 5;

    private readonly WeighingPlan _plan;
    private readonly IReadOnlyList<ChainLayout> _layouts;
    private readonly ParallelOptions _parallel;
    private readonly BeliefChange[] _changes;
    private readonly double[]?[][] _asIs;
    private readonly Dictionary<string, double[]?[]> _changed = new(StringComparer.Ordinal);

    private ChangedBeliefs(WeighingPlan plan, ClaimCarriage carriage, IReadOnlyList<ChainLayout> layouts, ParallelOptions parallel)
    {
        _plan = plan;
        _layouts = layouts;
        _parallel = parallel;
        _changes = [.. BeliefChange.All(plan, carriage)];
        _asIs = [.. plan.Scenarios.Select(_ => new double[]?[plan.Futures])];
    }

    /// <summary>Walks every change in the same futures.</summary>
    public static ChangedBeliefs Walk(WeighingPlan plan, ClaimCarriage carriage, IReadOnlyList<ChainLayout> layouts, ParallelOptions parallel, IProgress<int>? progress)
    {
        ChangedBeliefs beliefs = new(plan, carriage, layouts, parallel);
        Parallel.For(0, plan.Futures, parallel, n =>
        {
            for (int i = 0; i < plan.Scenarios.Count; i++) beliefs._asIs[i][n] = beliefs.Walk(i, n, ParameterDraw.InFuture(plan.Scenarios[i].Chain.Evidence, beliefs.ChanceOf(n)));
            progress?.Report(1);
        });
        foreach (BeliefChange change in beliefs._changes.Where(c => !c.IsIdle))
        {
            if (!beliefs._changed.ContainsKey(change.Key)) beliefs._changed[change.Key] = beliefs.At(change, 0.0);
        }

        return beliefs;
    }

    /// <summary>What every change does to a difference.</summary>
    /// <param name="outcome">Which outcome.</param>
    /// <param name="all">The difference as it is in all futures that were walked, those in which beliefs are changed among them.</param>
    public IReadOnlyList<WeighedChange> Of(int outcome, double[] all) => [.. _changes.Select(c => Of(outcome, all, c))];

    private WeighedChange Of(int outcome, double[] all, BeliefChange change)
    {
        if (change.IsIdle) return new WeighedChange(change.Kind, change.Id, change.Title, new Interval(double.NaN, double.NaN, double.NaN), Fate.Carried, double.NaN, double.NaN);
        (double[] before, double[] after) = Pairs(outcome, _changed[change.Key]);
        Interval asIs = IntervalOf(DoubleSampling.Mean(all)), mean = IntervalOf(DoubleSampling.Mean(after, before, all));
        Fate fate = FateOf(before, after, asIs, mean);
        double crossing = fate != Fate.Turns ? double.NaN : ZeroCrossing.Find(s => Mean(outcome, all, At(change, s)), (0.0, mean.Value), (1.0, asIs.Value), Within, MostSteps);
        double value = change.Ends.Count > 0 && double.IsFinite(crossing) ? change.ValuesAt(crossing)[1] : double.NaN;
        return new WeighedChange(change.Kind, change.Id, change.Title, mean, fate, crossing, value);
    }

    private static Fate FateOf(double[] before, double[] after, Interval asIs, Interval changed)
    {
        if (after.AsSpan().SequenceEqual(before)) return Fate.NoEffect;
        if (after.All(v => v == 0.0)) return Fate.Vanishes;
        if (changed.HoldsZero) return Fate.Unsettled;
        if (asIs.HoldsZero) return Fate.Settles;
        return Math.Sign(changed.Value) == Math.Sign(asIs.Value) ? Fate.Stays : Fate.Turns;
    }

    // What no slot moves is as it is.
    private double[]?[] At(BeliefChange change, double share)
    {
        NumberSlots[] slots = [.. _plan.Scenarios.Select(s => change.SlotsOf(s.Chain.Evidence))];
        double[] values = change.ValuesAt(share);
        double[]?[] found = new double[]?[_plan.Futures];
        Parallel.For(0, found.Length, _parallel, n =>
        {
            double[]?[] sides = new double[]?[_plan.Scenarios.Count];
            for (int i = 0; i < sides.Length; i++)
            {
                EvidenceLedger ledger = _plan.Scenarios[i].Chain.Evidence;
                bool isIdle = Enumerable.Range(0, slots[i].Count).All(slots[i].IsIdle);
                sides[i] = isIdle ? _asIs[i][n] : Walk(i, n, ParameterDraw.Slotted(ledger, slots[i], values, ChanceOf(n), 0));
            }

            found[n] = OutcomeWalker.Difference(sides[0], sides[^1], isPaired: true);
        });
        return found;
    }

    private double[]? Walk(int scenario, int future, ParameterDraw draw) => new OutcomeWalker(_plan, _plan.Scenarios[scenario], _layouts[scenario]).Walk(ChanceOf(future), draw);

    private Chance ChanceOf(int future) => new(_plan.Seed, 2 * future);

    private double Mean(int outcome, double[] all, double[]?[] changed)
    {
        (double[] before, double[] after) = Pairs(outcome, changed);
        return DoubleSampling.Mean(after, before, all).Value;
    }

    // Futures that have a value both as it is and changed.
    private (double[] Before, double[] After) Pairs(int outcome, double[]?[] changed)
    {
        (double Before, double After)[] pairs =
        [
            .. Enumerable.Range(0, _plan.Futures)
                .Select(n => (Before: OutcomeWalker.Difference(_asIs[0][n], _asIs[^1][n], isPaired: true), After: changed[n]))
                .Where(p => p.Before is not null && p.After is not null).Select(p => (p.Before![outcome], p.After![outcome])).Where(p => double.IsFinite(p.Item1) && double.IsFinite(p.Item2)),
        ];
        return ([.. pairs.Select(p => p.Before)], [.. pairs.Select(p => p.After)]);
    }

    private static Interval IntervalOf(Estimate estimate) => new(estimate.Value, estimate.Low, estimate.High);
}
