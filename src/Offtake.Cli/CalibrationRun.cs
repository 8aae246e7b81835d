using System.Diagnostics;
using Offtake.History;
using Offtake.History.Search;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Carries out <c>offtake calibrate</c>: searches variant by variant and seed by seed, and writes every fit as soon as it is found.</summary>
internal static class CalibrationRun
{
    private const int UsualSeeds = 3;
    private const int UsualGenerations = 200;
    private const int UsualPopulation = 64;
    private const int LeastPopulation = 8;
    private const int Most = 100_000;

    /// <summary>Calibrates.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Go(CalibrateWords words, Surroundings around)
    {
        OptionText options = new();
        Month? until = options.MonthOf("--until", words.Until);
        int seeds = options.CountOf("--seeds", words.Seeds, UsualSeeds, Most);
        ulong seed = options.SeedOf(words.Seed);
        SearchPlan plan = new(
            seed, options.CountOf("--population", words.Population, UsualPopulation, Most, LeastPopulation),
            options.CountOf("--generations", words.Generations, UsualGenerations, Most), options.WorkersOf(words.Workers));
        if (options.Problems.Count > 0) return Refused(options.Problems, around);
        if (BacktestFolder.Read(words.Backtest, words.Ablations || words.Continue, around) is not { } folder) return ExitCodes.BadInput;
        Backtest backtest = folder.Backtest;
        if (Choose(words.Variant, "--variant", backtest.Variants, v => v.Id, around) is not { } variants) return ExitCodes.BadInput;
        Mechanism? off = null;
        if (words.SwitchOff is not null)
        {
            if (Choose(words.SwitchOff, "--switch-off", backtest.Mechanisms, m => m.Id, around) is not { } chosen) return ExitCodes.BadInput;
            off = chosen[0];
        }

        if (words.Ablations && (until is not null || off is not null))
            return Refused([new Problem(Severity.Error, "--ablations", 0, null, "cannot go with --until or --switch-off:", words.Until ?? words.SwitchOff, null, "leave them out; ablations are those of fits that saw everything")], around);
        var order = new Order(folder, until, plan, seeds, off, around);
        try
        {
            foreach (Variant variant in variants)
            {
                int code = words.Ablations ? Ablate(variant, order) : Fit(variant, order);
                if (code != ExitCodes.Done) return code;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: a fit cannot be written: {Printable.Line(failure.Message)} Fits written before it are kept; make room or free the file, and search again with its seed.");
            return ExitCodes.Failed;
        }

        return ExitCodes.Done;
    }

    private static int Fit(Variant variant, Order order)
    {
        Reading<Calibration> reading = Calibration.Of(order.Folder.Backtest, variant, order.Until, order.Off);
        if (!reading.Succeeded) return Refused(reading.Problems, order.Around);
        TextWriter error = order.Around.Error;
        error.WriteLine($"{variant.Id}: {reading.Value.Free.Count} free numbers, {reading.Value.Targets} figures and shapes; at the world's own values the loss is {reading.Value.Loss([.. reading.Value.Centre]):G5}.");
        string[] elsewhere = [.. order.Folder.Backtest.Free.Select(f => f.Id).Except(reading.Value.Free.Select(f => f.Id))];
        if (elsewhere.Length > 0) error.WriteLine($"{variant.Id}: not searched here, because the variant fixes them or does not have them: {string.Join(", ", elsewhere)}.");
        Fit? best = order.Folder.Backtest.Fits.Where(f => f.Variant == variant.Id && f.Window == Backtest.WindowUntil(order.Until)).MinBy(f => f.Loss);
        double[]? start = best is null ? null : reading.Value.PointOf(best.Values);
        if (best is not null) error.WriteLine($"{variant.Id}: begins at {best.Id}, loss {reading.Value.Loss(start!):G5}.");
        for (int i = 0; i < order.Seeds; i++)
        {
            SearchPlan plan = order.Plan with { Seed = order.Plan.Seed + (ulong)i };
            long began = Stopwatch.GetTimestamp();
            Fit fit = reading.Value.Search(plan, start, new Told(variant.Id, plan, error), order.Around.Stop);
            error.WriteLine($"{fit.Id}: loss {fit.Loss:G5}, drift {fit.FreezeDrift:G2}, {fit.KickLeft:P1} of a kick left; {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
            if (order.Around.Stop.IsCancellationRequested && Kept(fit, order) is { } older)
            {
                error.WriteLine($"Stopped; {older.Id} of an earlier search has a loss of {older.Loss:G5} and was kept.");
                return ExitCodes.Stopped;
            }

            if (order.Off is null) FitFiles.Write(order.Folder.Path, fit);
            order.Around.Out.WriteLine(order.Off is null ? $"fits/{fit.Id}.csv" : $"{order.Off.Id} {variant.Id} {fit.Loss:R}");
            if (!order.Around.Stop.IsCancellationRequested) continue;
            error.WriteLine("Stopped; the best of this search so far was kept.");
            return ExitCodes.Stopped;
        }

        return ExitCodes.Done;
    }

    /// <summary>An earlier fit of the same name that a stopped search has not beaten; null when there is none.</summary>
    private static Fit? Kept(Fit stopped, Order order) => order.Folder.FitsNow(order.Around)
        .FirstOrDefault(f => f.Id == stopped.Id && f.WorldSha256 == stopped.WorldSha256 && f.Loss < stopped.Loss);

    private static int Ablate(Variant variant, Order order)
    {
        Reading<AblationTrial> reading = AblationTrial.Of(order.Folder.Backtest, variant, order.Until);
        if (!reading.Succeeded) return Refused(reading.Problems, order.Around);
        foreach (Mechanism mechanism in order.Folder.Backtest.Mechanisms)
        {
            Ablation ablation = reading.Value.SwitchOff(mechanism, order.Plan, order.Around.Stop);
            if (order.Around.Stop.IsCancellationRequested) return ExitCodes.Stopped;
            FitFiles.Write(order.Folder.Path, ablation);
            order.Around.Out.WriteLine($"{variant.Id} without {mechanism.Id}: loss {ablation.LossFrozen:G4} as fitted, {ablation.LossRefitted:G4} fitted anew, {ablation.LossFull:G4} with it");
        }

        return ExitCodes.Done;
    }

    private static IReadOnlyList<T>? Choose<T>(string? id, string option, IReadOnlyList<T> all, Func<T, string> idOf, Surroundings around)
    {
        if (id is null) return all;
        T[] chosen = [.. all.Where(x => idOf(x) == id)];
        if (chosen.Length > 0) return chosen;
        BacktestFolder.Refuse([new Problem(Severity.Error, option, 0, null, "unknown", id, null, NearestName.Remedy(id, [.. all.Select(idOf)]))], around);
        return null;
    }

    private static int Refused(IReadOnlyList<Problem> problems, Surroundings around)
    {
        BacktestFolder.Refuse(problems, around);
        return ExitCodes.BadInput;
    }

    private sealed record Order(BacktestFolder Folder, Month? Until, SearchPlan Plan, int Seeds, Mechanism? Off, Surroundings Around);

    /// <summary>Tells every tenth round.</summary>
    private sealed class Told(string variant, SearchPlan plan, TextWriter error) : IProgress<SearchProgress>
    {
        private const int Every = 10;

        public void Report(SearchProgress value)
        {
            if (value.Generation % Every == 0) error.WriteLine($"{variant}, seed {plan.Seed}: round {value.Generation} of {plan.Generations}, loss {value.Loss:G5}");
        }
    }
}
