using System.Collections.Concurrent;
using Offtake.Analysis.Sampling;
using Offtake.Experiments.Sampling;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Exploring;

/// <summary>Walks the futures of a study under all its policies and stores them as they are done. Memory does not grow with their number.</summary>
/// <remarks>
/// Every future is drawn from counters of its own, so neither the number of workers, nor the order in which they finish, nor a stop in between changes a bit.
/// All policies of a future meet the same shocks and numbers; when its numbers cannot all be true at once under any one of them, all meet the next draw (EVI-3).
/// </remarks>
public sealed class Exploration
{
    private const int MostAttempts = 64;
    private const int Waiting = 256;

    private readonly Study _study;
    private readonly IStudyModel _model;
    private readonly FutureSample _sample;
    private readonly NormalCopula? _copula;

    /// <summary>Prepares a study.</summary>
    /// <param name="study">What is explored.</param>
    /// <param name="model">What answers.</param>
    /// <exception cref="StudyRefusedException">Its correlations contradict each other.</exception>
    public Exploration(Study study, IStudyModel model)
    {
        ArgumentNullException.ThrowIfNull(study);
        _study = study;
        _model = model;
        _sample = FutureSample.Of(study);
        _copula = study.Correlations.Count == 0
            ? null
            : CopulaOf(study.Uncertainties.Count, study.Correlations)
                ?? throw new StudyRefusedException($"study '{study.Id}': no uncertainties can have all the correlations it names at once; weaken some, or name those that are implied.");
    }

    /// <summary>Walks what a store does not hold yet.</summary>
    /// <param name="slice">Which futures.</param>
    /// <param name="store">Where they go; written by the calling thread only.</param>
    /// <param name="workers">Threads that walk.</param>
    /// <param name="progress">Told how many futures are stored.</param>
    /// <param name="stop">Asks to stop: futures under way are dropped, all others stored.</param>
    /// <returns>Whether all futures of the slice are stored.</returns>
    /// <exception cref="FutureFailedException">A future could not be walked; those done before are stored.</exception>
    /// <exception cref="IOException">A future could not be stored; those before are.</exception>
    public bool Run(StudySlice slice, StudyStore store, int workers, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        int[] left = [.. Enumerable.Range(slice.First, slice.Count).Where(f => !store.Done.Contains(f))];
        using BlockingCollection<StudyRow> done = new(Waiting);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ConcurrentBag<FutureFailedException> failures = [];
        int next = -1, alive = Math.Max(1, Math.Min(workers, left.Length));
        Thread[] threads = [.. Enumerable.Range(0, alive).Select(_ => new Thread(Work) { IsBackground = true })];
        foreach (Thread thread in threads) thread.Start();
        try
        {
            Store(done, store, slice, progress);
        }
        finally
        {
            // Whatever ended the storing, nobody may go on walking for it; and nobody may wait for room in a queue that is read no more.
            end.Cancel();
            while (done.TryTake(out _, Timeout.Infinite, CancellationToken.None))
            {
            }

            foreach (Thread thread in threads) thread.Join();
        }

        if (failures.MinBy(f => f.Future) is { } first) throw first;
        return slice.Count == store.Done.Count(f => f >= slice.First && f < slice.End);

        void Work()
        {
            try
            {
                IStudyWorker worker = _model.NewWorker();

                // What is taken is walked, so that the first future that fails is the same on any number of threads.
                for (int i; !end.IsCancellationRequested && (i = Interlocked.Increment(ref next)) < left.Length;)
                {
                    try
                    {
                        done.Add(Walk(left[i], worker), CancellationToken.None);
                    }
                    catch (Exception fault)
                    {
                        failures.Add(new FutureFailedException(left[i], fault));
                        end.Cancel();
                    }
                }
            }
            catch (Exception fault)
            {
                failures.Add(new FutureFailedException(slice.First, fault));
                end.Cancel();
            }
            finally
            {
                if (Interlocked.Decrement(ref alive) == 0) done.CompleteAdding();
            }
        }
    }

    /// <summary>Walks one future under all policies.</summary>
    /// <param name="future">Which, from 0.</param>
    /// <param name="worker">Who evaluates.</param>
    public StudyRow Walk(int future, IStudyWorker worker)
    {
        ArgumentNullException.ThrowIfNull(worker);
        int policies = _study.Policies.Count, outcomes = _study.Outcomes.Count;
        double[] values = new double[_study.Uncertainties.Count], found = new double[policies * outcomes];
        Chance chance = new(_study.Seed, _sample.ChanceOf(future));
        string? refused = null;

        // The points of a pair differ in one input only; a redrawn one would differ in all, so a pair with an impossible point is left out instead.
        int attempts = _study.Sampling.Indices == IndexDesign.None ? MostAttempts : 1;
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            refused = null;
            Draw(future, attempt, values);
            for (int p = 0; p < policies && refused is null; p++) refused = worker.Evaluate(p, chance, attempt, values, found.AsSpan(p * outcomes, outcomes));
            if (refused is null) break;
        }

        if (refused is not null) Array.Fill(found, double.NaN);
        for (int p = 0; p < policies; p++) Divide(found.AsSpan(p * outcomes, outcomes));
        return new StudyRow(future, values, found, refused);
    }

    internal static NormalCopula? CopulaOf(int uncertainties, IReadOnlyList<Correlation> correlations) =>
        NormalCopula.Of(uncertainties, correlations.Select(c => (c.One, c.Other, c.Rank)), NormalCurve.Area, NormalCurve.Quantile);

    private void Draw(int future, int attempt, double[] values)
    {
        _sample.Point(future, attempt, values);
        _copula?.Apply(values);
        for (int i = 0; i < values.Length; i++) values[i] = ParameterDraw.Quantile(_study.Uncertainties[i].Central, _study.Uncertainties[i].Spread, values[i]);
    }

    private void Divide(Span<double> outcomes)
    {
        for (int o = 0; o < outcomes.Length; o++)
        {
            if (_study.Outcomes[o].Quotient is not { } q) continue;
            double value = outcomes[q.Of] / outcomes[q.By];
            outcomes[o] = double.IsFinite(value) ? value : double.NaN;
        }
    }

    // All that is done by then goes into one transaction: the more workers, the fewer of them.
    private static void Store(BlockingCollection<StudyRow> done, StudyStore store, StudySlice slice, IProgress<int>? progress)
    {
        List<StudyRow> together = [];
        progress?.Report(store.Done.Count(f => f >= slice.First && f < slice.End));
        foreach (StudyRow row in done.GetConsumingEnumerable())
        {
            together.Add(row);
            while (together.Count < Waiting && done.TryTake(out StudyRow? more)) together.Add(more);
            store.Add(together);
            progress?.Report(together.Count);
            together.Clear();
        }
    }
}

/// <summary>A study asks for something that cannot be.</summary>
public sealed class StudyRefusedException(string message) : Exception(message);
