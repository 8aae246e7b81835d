using System.Diagnostics;
using System.Globalization;
using System.Text;
using Offtake.Experiments;
using Offtake.Experiments.Comparing;
using Offtake.Experiments.Exploring;
using Offtake.Experiments.Weighing;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies;
using Offtake.Results.Studies.Findings;
using Offtake.Results.Weighing;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Carries out <c>offtake compare</c>: reads, walks all scenarios in the same futures, says what differs.</summary>
internal static class CompareWalk
{
    private const int UsualFutures = 200;
    private const int MostFutures = 1_000_000;

    /// <summary>Compares scenarios.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Go(CompareWords words, Surroundings around)
    {
        OptionText options = new();
        int futures = options.CountOf("--futures", words.Futures, UsualFutures, MostFutures);
        ulong seed = options.SeedOf(words.Seed);
        int workers = options.WorkersOf(words.Workers);
        options.FolderOf(words.Out);
        if (options.Problems.Count > 0) return Refuse(options.Problems, around);
        if (FileFinder.Scenarios(around.Folder) is not { } scenarios || FileFinder.Worlds(around.Folder) is not { } worlds)
            return Refuse([MissingFolder.In(around.Folder)], around);

        string comparisons = FileFinder.Comparisons(around.Folder) ?? Path.Combine(Path.GetDirectoryName(worlds)!, "comparisons");
        Reading<ComparisonPlan> reading = ComparisonReader.Read(comparisons, words.Scenarios, scenarios, worlds, futures, seed);
        if (!reading.Succeeded) return Refuse(reading.Problems, around);
        ProblemText.Write(reading.Warnings, around.Error);
        try
        {
            return Walk(reading.Value, words, workers, around);
        }
        catch (Exception refusal) when (refusal is StudyRefusedException or StudyMismatchException)
        {
            around.Error.WriteLine($"error: {Printable.Line(refusal.Message)}");
            return ExitCodes.BadInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FutureFailedException or OutOfMemoryException)
        {
            around.Error.WriteLine($"error: {Printable.Line(failure.Message)}");
            return ExitCodes.Failed;
        }
    }

    private static int Walk(ComparisonPlan asked, CompareWords words, int workers, Surroundings around)
    {
        long start = Stopwatch.GetTimestamp();
        (ComparisonPlan plan, MoneyFindings? money) = words.EqualMoney ? MoneyEqualiser.Apply(asked, workers) : (asked, null);
        StudyHeader header = StudyHeader.Of(plan.Study, ProgramName.WithVersion);
        CompareFolder at = CompareFolder.Of(words, around);
        StudyFolder folder = at.Folder;
        if (at.IsWalked(header))
        {
            Write(folder, plan, money, workers, 0.0, words.Json, around);
            return ExitCodes.Done;
        }

        using StudyStore store = at.Open(header);
        Exploration exploration = new(plan.Study, new ChainModel(plan.Study));
        bool isWhole;
        try
        {
            isWhole = Progress.WhileExploring(
                string.Join(", ", words.Scenarios), plan.Study.Futures, around, told => exploration.Run(StudySlice.Whole(header), store, workers, told, around.Stop));
        }
        catch (Exception failure) when (CompareFolder.IsOfOutside(failure))
        {
            return at.CutOff(failure, $"{ProblemText.Of(store.Done.Count, "future")} of {plan.Study.Futures:#,0} are stored, and nothing here is a result yet", around);
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        // What was stopped is the comparison of fewer futures: those before the first that is missing.
        int whole = Enumerable.Range(0, plan.Study.Futures).TakeWhile(store.Done.Contains).Count();
        if (whole == 0)
        {
            store.Dispose();
            foreach (string file in new[] { folder.Running, folder.Running + "-wal", folder.Running + "-shm" }) File.Delete(file);
            if (words.Out is null) Directory.Delete(folder.Path);
            around.Error.WriteLine("Stopped before the first future was whole; nothing was kept.");
            return ExitCodes.Stopped;
        }

        StudyHeader walked = header with { Futures = whole };
        try
        {
            StudyFile.Write(walked, StudySlice.Whole(walked), store.Rows().Where(r => r.Future < whole), folder.Finished);
            store.Dispose();
            folder.ForgetRunning();
            Tell(isWhole, whole, plan, workers, seconds, around);
            Write(folder, plan, money, workers, seconds, words.Json, around);
        }
        catch (Exception failure) when (CompareFolder.IsOfOutside(failure))
        {
            return at.CutOff(failure, "The futures are stored, but not all that was found in them", around);
        }

        return isWhole ? ExitCodes.Done : ExitCodes.Stopped;
    }

    private static void Tell(bool isWhole, int whole, ComparisonPlan plan, int workers, double seconds, Surroundings around)
    {
        string counted = $"{ProblemText.Of(whole, "future")} of {ProblemText.Of(plan.Study.Policies.Count, "scenario")}";
        around.Error.WriteLine(isWhole
            ? string.Create(CultureInfo.InvariantCulture, $"{counted} walked in {seconds:0.0} s with {ProblemText.Of(workers, "worker")}.")
            : $"Stopped: {counted} are whole and kept.");
    }

    private static void Write(StudyFolder folder, ComparisonPlan plan, MoneyFindings? money, int workers, double seconds, bool json, Surroundings around)
    {
        using StudyResults results = StudyResults.Open(folder.Finished);
        ComparisonFindings findings = ComparisonDiscovery.Of(results, plan, money) with { Weighed = [.. WeighedAgainstReference(plan, around)] };
        IReadOnlyList<Statement> verdict = ComparisonReport.Verdict(findings);
        folder.Explain(
            results, workers, seconds,
            new RunFile("report.html", part => Report(findings, part)),
            new RunFile(ComparisonSummaryWriter.FileName, part => ComparisonSummaryWriter.Fill(findings, verdict, part)),
            new RunFile(DifferenceTable.FileName, part => DifferenceTable.Fill(findings, part)),
            new RunFile(OutcomeTable.FileName, part => OutcomeTable.Fill(results, part)));
        if (json) around.Out.Write(ComparisonSummaryWriter.Text(findings, verdict));
        else CompareSummary.Write(findings, verdict, folder.Path, around);
    }

    private static void Report(ComparisonFindings findings, string part)
    {
        using StreamWriter to = new(part, false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        ComparisonReport.Write(findings, to);
    }

    private static IEnumerable<KeptWeighing> WeighedAgainstReference(ComparisonPlan plan, Surroundings around)
    {
        Scenario[] all = [.. plan.Scenarios];
        return all.Skip(1).Select(s => WeighingShelf.Newest(Path.Combine(around.Folder, "runs"), s.Id, all[0].Id, EvidenceScale.FingerprintOf([s, all[0]]))).OfType<KeptWeighing>();
    }

    private static int Refuse(IReadOnlyList<Problem> problems, Surroundings around)
    {
        ProblemText.Write(problems, around.Error);
        around.Error.WriteLine($"Nothing was compared: {ProblemText.Count(problems)}.");
        return ExitCodes.BadInput;
    }
}
