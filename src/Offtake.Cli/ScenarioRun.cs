using System.Diagnostics;
using Offtake.Experiments;
using Offtake.Experiments.Weighing;
using Offtake.Model.Scenarios;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Results.Weighing;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Carries out <c>offtake run</c>: reads, walks, writes. Nothing is written unless everything could be read.</summary>
internal static class ScenarioRun
{
    /// <summary>Runs a scenario.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Go(RunWords words, Surroundings around)
    {
        (RunOrder order, IReadOnlyList<Problem> wrong) = RunOrder.Read(words);
        if (wrong.Count > 0) return Refuse(wrong, around);
        if (FileFinder.Scenarios(around.Folder) is not { } scenarios || FileFinder.Worlds(around.Folder) is not { } worlds)
            return Refuse([MissingFolder.In(around.Folder)], around);

        Reading<Scenario> reading = ScenarioReader.Read(scenarios, words.Scenario, worlds);
        if (!reading.Succeeded) return Refuse(reading.Problems, around);
        (Scenario scenario, wrong) = order.Apply(reading.Value);
        if (wrong.Any(p => p.Severity == Severity.Error)) return Refuse(wrong, around);
        if (words.Json) ProblemText.Write([.. reading.Problems, .. wrong], around.Error);

        using RunFolder? folder = Take(words.Out, scenario.Id, around);
        return folder is null ? ExitCodes.BadInput : Walk(new Work(scenario, order.Plan, reading.Problems, wrong, words.Json), folder, around);
    }

    private static RunFolder? Take(string? path, string scenario, Surroundings around)
    {
        try
        {
            return path is null
                ? RunFolder.Under(Path.Combine(around.Folder, "runs"), scenario, around.Clock)
                : RunFolder.At(Path.GetFullPath(path, around.Folder));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            string sentence = failure is RunFolderTakenException ? failure.Message : $"the folder for the results cannot be made: {failure.Message} Name another with --out.";
            around.Error.WriteLine($"error: {Printable.Line(sentence)}");
            return null;
        }
    }

    private static int Walk(Work work, RunFolder folder, Surroundings around)
    {
        using CancellationTokenRegistration abort = around.Abort.Register(() => Abandon(folder));
        try
        {
            RunResults results = Progress.WhileWalking(
                work.Scenario.Id, work.Plan.Futures, around, told => new Ensemble(work.Scenario, work.Plan).Run(told, around.Stop));
            return Keep(results, work, folder, around);
        }
        catch (FutureFailedException failure)
        {
            around.Error.WriteLine($"error: {Printable.Line(failure.Message)} Nothing was written.");
        }
        catch (OutOfMemoryException)
        {
            around.Error.WriteLine($"error: {ProblemText.Of(work.Plan.Futures, "future")} of {ProblemText.Of(work.Scenario.MonthCount, "month")} do not fit into memory; give fewer with --futures, or fewer months with --to. Nothing was written.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: the results cannot be written: {Printable.Line(failure.Message)} Nothing was kept; make room, or name another folder with --out.");
        }

        return ExitCodes.Failed;
    }

    private static int Keep(RunResults results, Work work, RunFolder folder, Surroundings around)
    {
        int whole = results.Manifest.MonthDigests.Count(months => months.Count == work.Scenario.MonthCount);
        if (whole == 0)
        {
            around.Error.WriteLine("Stopped before the first future was whole; nothing was kept.");
            return ExitCodes.Stopped;
        }

        results = results with { Warnings = [.. results.Warnings, .. work.OfMonths.Select(r => r.Sentence)] };
        long start = Stopwatch.GetTimestamp();
        Progress.WhileWriting(around, () => folder.Save(results, new RunFile("report.html", part => WriteReport(results, part, Weighed(work.Scenario, around)))));
        string seconds = $"walked in {results.Manifest.RunSeconds:0.0} s, written in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s";
        around.Error.WriteLine(results.Manifest.Stopped
            ? $"Stopped: {whole} of {ProblemText.Of(results.Manifest.FuturesAsked, "future")} are whole and kept; {seconds}."
            : $"{ProblemText.Of(whole, "future")} {seconds}.");
        if (work.Json) around.Out.Write(SummaryWriter.Text(results));
        else RunSummary.Write(results, whole, work.OfFiles, folder.Path, around);
        return results.Manifest.Stopped ? ExitCodes.Stopped : ExitCodes.Done;
    }

    /// <summary>Second Ctrl-C: the process is about to end, and no unfinished file shall stay.</summary>
    private static void Abandon(RunFolder folder)
    {
        try
        {
            foreach (string part in Directory.EnumerateFiles(folder.Path, "*.part")) File.Delete(part);
            folder.Dispose();
        }
        catch (IOException)
        {
            // Whoever aborts wants the end, not a reason why something stayed.
        }
    }

    private static KeptWeighing? Weighed(Scenario scenario, Surroundings around) => WeighingShelf.Newest(Path.Combine(around.Folder, "runs"), scenario.Id, "", EvidenceScale.FingerprintOf([scenario]));

    private static void WriteReport(RunResults results, string path, KeptWeighing? weighed)
    {
        using StreamWriter text = new(path) { NewLine = "\n" };
        RunReport.Write(results, text, weighed);
    }

    private static int Refuse(IReadOnlyList<Problem> problems, Surroundings around)
    {
        ProblemText.Write(problems, around.Error);
        around.Error.WriteLine($"Nothing was run: {ProblemText.Count(problems)}.");
        return ExitCodes.BadInput;
    }

    /// <summary>What is to be walked, with warnings of its files, which 'offtake check' shows too, and of the months asked for, which the report shows.</summary>
    private sealed record Work(Scenario Scenario, RunPlan Plan, IReadOnlyList<Problem> OfFiles, IReadOnlyList<Problem> OfMonths, bool Json);
}
