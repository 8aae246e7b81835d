using Offtake.Experiments.Recording;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Simulation.Opening;

namespace Offtake.Experiments;

/// <summary>How a run is carried out. Workers change the time it takes, never a bit of the result.</summary>
/// <param name="Seed">Seed of all random numbers.</param>
/// <param name="Futures">Number of futures.</param>
/// <param name="Workers">Worker threads.</param>
public sealed record RunPlan(ulong Seed, int Futures, int Workers);

/// <summary>Walks many futures of a scenario side by side and records them.</summary>
public sealed class Ensemble
{
    private readonly Scenario _scenario;
    private readonly RunPlan _plan;
    private readonly ChainLayout _layout;
    private readonly Recorder _recorder;
    private readonly FutureDraw _drawOf;

    /// <summary>Compiles the scenario's chain once, for all futures.</summary>
    public Ensemble(Scenario scenario, RunPlan plan)
        : this(scenario, plan, future => (new Chance(plan.Seed, future), ParameterDraw.InFuture(scenario.Chain.Evidence, new Chance(plan.Seed, future))))
    {
    }

    /// <summary>The same with futures that draw their numbers otherwise.</summary>
    internal Ensemble(Scenario scenario, RunPlan plan, FutureDraw drawOf)
    {
        _drawOf = drawOf;
        _scenario = scenario;
        _plan = plan;
        _layout = new ChainLayout(scenario.Chain);
        _recorder = new Recorder(_layout, scenario, plan);
    }

    /// <summary>Walks all futures and gathers the results; stops early, with whole futures kept, when asked to.</summary>
    /// <param name="progress">Told the number of futures done so far.</param>
    /// <param name="stop">Asks to stop: futures not yet done are dropped.</param>
    /// <exception cref="FutureFailedException">A future could not be walked; names the first such, whatever the number of workers.</exception>
    public RunResults Run(IProgress<int>? progress = null, CancellationToken stop = default)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        int done = 0;
        var isDone = new bool[_plan.Futures];
        var options = new ParallelOptions { MaxDegreeOfParallelism = _plan.Workers };
        var failures = new System.Collections.Concurrent.ConcurrentBag<FutureFailedException>();
        Parallel.For(0, _plan.Futures, options, future =>
        {
            if (stop.IsCancellationRequested || failures.Any(f => f.Future < future)) return;
            try
            {
                if (!Walk(future, stop)) return;
                isDone[future] = true;
                progress?.Report(Interlocked.Increment(ref done));
            }
            catch (Exception fault) when (fault is OpeningException or Simulation.Ledger.NotConservedException)
            {
                failures.Add(new FutureFailedException(future, fault));
            }
        });

        if (failures.MinBy(f => f.Future) is { } first) throw first;
        return _recorder.Gather(isDone, clock.Elapsed.TotalSeconds);
    }

    private bool Walk(int future, CancellationToken stop)
    {
        int month = 0;
        (Chance chance, ParameterDraw draw) = _drawOf(future);
        foreach (MonthEnd end in MonthlyWalk.Run(_layout, _scenario, chance, draw))
        {
            if (stop.IsCancellationRequested) return false;
            _recorder.Record(future, month++, end);
        }

        return true;
    }
}

/// <summary>What happens to a future, and the numbers it goes by.</summary>
internal delegate (Chance Chance, ParameterDraw Draw) FutureDraw(int future);

/// <summary>A future could not be walked.</summary>
public sealed class FutureFailedException(int future, Exception cause) : Exception($"future {future + 1}: {cause.Message}", cause)
{
    /// <summary>Which future, counted from 0.</summary>
    public int Future { get; } = future;
}
