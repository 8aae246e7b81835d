using Offtake.History.Scoring;
using Offtake.History.Series;
using Offtake.Model.History;
using Offtake.Results.Backtests;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.World;

namespace Offtake.History;

/// <summary>How a backtest is carried out. Workers change the time it takes, never a bit of the result.</summary>
/// <param name="Window">Fits of which window to walk; null for all there are, <see cref="BacktestResults.Unfitted"/> for the world's own numbers.</param>
/// <param name="Seed">Seed of the futures.</param>
/// <param name="FuturesPerFit">Futures with shocks and drawn numbers for each fit, besides its central one.</param>
/// <param name="Workers">Worker threads.</param>
public sealed record BacktestPlan(string? Window, ulong Seed, int FuturesPerFit, int Workers);

/// <summary>Walks every fit of a backtest and judges it.</summary>
public sealed class BacktestRun
{
    private readonly Backtest _backtest;
    private readonly BacktestPlan _plan;
    private readonly Dictionary<string, VariantChain> _chains;
    private readonly Fit[] _fits;

    private BacktestRun(Backtest backtest, BacktestPlan plan, Dictionary<string, VariantChain> chains, Fit[] fits)
    {
        _backtest = backtest;
        _plan = plan;
        _chains = chains;
        _fits = fits;
    }

    /// <summary>Makes a backtest ready, or says what a score names that the chain does not have.</summary>
    public static Reading<BacktestRun> Of(Backtest backtest, BacktestPlan plan)
    {
        List<Problem> problems = [];
        Dictionary<string, VariantChain> chains = [];
        foreach (Variant variant in backtest.Variants)
        {
            ChainLayout layout = new(variant.Scenario.Chain);
            SeriesPlan series = new(backtest, layout, problems);
            if (problems.Count > 0) return new Reading<BacktestRun>(null, [.. problems.Distinct()]);
            chains[variant.Id] = new VariantChain(variant, series, new HistoryWalk(layout, variant.Scenario, series), new FreezeAndKick(layout, variant.Scenario, backtest.Objective.KickMonths));
        }

        Fit[] fits = plan.Window is { } window
            ? [.. backtest.Fits.Where(f => f.Window == window)]
            : [.. backtest.Fits.OrderBy(f => f.Window != Backtest.FullWindow).ThenBy(f => f.Window, StringComparer.Ordinal)];
        if (fits.Length == 0 && plan.Window is not (null or BacktestResults.Unfitted))
            problems.Add(new Problem(Severity.Error, $"{backtest.Id}/fits.csv", 0, null, "there are no fits of window", plan.Window, null, "run 'offtake calibrate' first"));
        if (fits.Length == 0) fits = [.. backtest.Variants.Select(Own)];
        return new Reading<BacktestRun>(problems.Count == 0 ? new BacktestRun(backtest, plan, chains, fits) : null, problems);
    }

    /// <summary>Walks all fits and judges them.</summary>
    /// <param name="progress">Told the number of paths walked and of all.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>The results; null when stopped.</returns>
    public BacktestResults? Run(IProgress<(int Done, int All)>? progress = null, CancellationToken stop = default)
    {
        int perFit = _plan.FuturesPerFit + 1;
        var paths = new HistoryPath[_fits.Length * perFit];
        var still = new Stillness?[_fits.Length];
        int done = 0;
        Parallel.For(0, paths.Length, new ParallelOptions { MaxDegreeOfParallelism = _plan.Workers }, i =>
        {
            if (stop.IsCancellationRequested) return;
            Fit fit = _fits[i / perFit];
            VariantChain chain = _chains[fit.Variant];
            Dictionary<string, double> values = new(chain.Variant.Sets, StringComparer.Ordinal);
            foreach ((string id, double value) in fit.Values) values.TryAdd(id, value);
            int future = i % perFit;
            paths[i] = chain.Walk.Walk(values, null, future == 0 ? null : new Chance(_plan.Seed, future - 1));
            if (future == 0) still[i / perFit] = chain.Still.Try(values);
            progress?.Report((Interlocked.Increment(ref done), paths.Length));
        });
        if (stop.IsCancellationRequested) return null;
        WalkedFit[] walked = [.. _fits.Select((fit, i) => new WalkedFit(fit, _chains[fit.Variant], paths[(i * perFit)..((i + 1) * perFit)], still[i]))];
        return new Judgement(_backtest, _plan, walked).Results();
    }

    private static Fit Own(Variant variant) => new(
        $"{variant.Id}-unfitted", variant.Id, BacktestResults.Unfitted, 0, double.NaN, double.NaN, double.NaN, variant.Scenario.Fingerprint.WorldSha256,
        new Dictionary<string, double>());
}

/// <summary>A variant ready to be walked.</summary>
internal sealed record VariantChain(Variant Variant, SeriesPlan Plan, HistoryWalk Walk, FreezeAndKick Still);

/// <summary>A fit and its paths, the central one first.</summary>
internal sealed record WalkedFit(Fit Fit, VariantChain Chain, HistoryPath[] Paths, Stillness? Still)
{
    public HistoryPath Central => Paths[0];
}
