using System.Diagnostics;
using System.Globalization;
using Offtake.Experiments;
using Offtake.Experiments.Exploring;
using Offtake.Model.Studies;
using Offtake.Results.Studies;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Carries out <c>offtake explore</c>: reads, walks while storing, then says what was found.</summary>
internal static class StudyWalk
{
    private const int MostFutures = 10_000_000;
    private const int MostSlices = 100_000;

    /// <summary>Explores a study.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Go(ExploreWords words, Surroundings around)
    {
        OptionText options = new();
        int? futures = words.Futures is null ? null : options.CountOf("--futures", words.Futures, 1000, MostFutures);
        ulong? seed = words.Seed is null ? null : options.SeedOf(words.Seed);
        int workers = options.WorkersOf(words.Workers);
        options.FolderOf(words.Out);
        if (words.Json && words.Shard is not null) options.Refuse("--json", "a slice has no findings of its own:", $"--shard {words.Shard}", null, "leave --json away here, and ask 'offtake merge' for it");
        (int Number, int Of)? slice = SliceOf(words, options);
        if (options.Problems.Count > 0) return Refuse(options.Problems, around);
        if (FileFinder.Studies(around.Folder) is not { } studies || FileFinder.Scenarios(around.Folder) is not { } scenarios || FileFinder.Worlds(around.Folder) is not { } worlds)
            return Refuse([MissingFolder.OfStudies(around.Folder)], around);

        Reading<Study> reading = StudyModels.Read(studies, words.Study, scenarios, worlds, futures, seed);
        if (!reading.Succeeded) return Refuse(reading.Problems, around);
        ProblemText.Write(reading.Warnings, around.Error);
        try
        {
            return Walk(reading.Value, words, slice, workers, around);
        }
        catch (StudyRefusedException refusal)
        {
            around.Error.WriteLine($"error: {Printable.Line(refusal.Message)}");
            return ExitCodes.BadInput;
        }
        catch (StudyMismatchException mismatch)
        {
            around.Error.WriteLine($"error: {Printable.Line(mismatch.Message)}");
            return ExitCodes.BadInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: {Printable.Line(failure.Message)}");
            return ExitCodes.Failed;
        }
    }

    private static int Walk(Study study, ExploreWords words, (int Number, int Of)? part, int workers, Surroundings around)
    {
        Exploration exploration = new(study, StudyModels.Of(study));
        StudyHeader header = StudyHeader.Of(study, ProgramName.WithVersion);
        StudySlice slice = part is { } p ? StudySlice.Of(study.Futures, p.Number, p.Of) : StudySlice.Whole(header);
        StudyFolder folder = FolderOf(study, words, part, around);
        if (File.Exists(folder.Finished)) return FinishedStudy.Again(folder, header, words, around);

        long start = Stopwatch.GetTimestamp();
        using StudyStore store = folder.Open(header, words.Resume);
        string goOn = $"go on with 'offtake explore {study.Id} --resume --out {Printable.Word(folder.Path)}{Repeated(words)}'";
        bool isWhole;
        double seconds;
        try
        {
            isWhole = Progress.WhileExploring(study.Id, slice.Count, around, told => exploration.Run(slice, store, workers, told, around.Stop));
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (isWhole) folder.Finish(store, slice);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FutureFailedException or OutOfMemoryException)
        {
            around.Error.WriteLine($"error: {Printable.Line(failure.Message)}");
            around.Error.WriteLine($"Stopped safely: {ProblemText.Of(store.Done.Count, "future")} of {slice.Count:#,0} are stored; when the cause is gone, {goOn}.");
            return ExitCodes.Failed;
        }

        if (!isWhole)
        {
            around.Error.WriteLine($"Stopped: {ProblemText.Of(store.Done.Count, "future")} of {slice.Count:#,0} are stored; {goOn}.");
            return ExitCodes.Stopped;
        }

        around.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ProblemText.Of(slice.Count, "future")} under {ProblemText.Words(study.Policies.Count, "policy", "policies")} walked and stored in {seconds:0.0} s with {ProblemText.Of(workers, "worker")}."));
        if (part is not null)
        {
            around.Out.WriteLine(folder.Finished);
            return ExitCodes.Done;
        }

        try
        {
            return StudyFindingsFiles.Write(folder, workers, seconds, words.Json, around);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: {Printable.Line(failure.Message)}");
            around.Error.WriteLine($"All futures are stored, but not what was found in them; when the cause is gone, {goOn}.");
            return ExitCodes.Failed;
        }
    }

    private static StudyFolder FolderOf(Study study, ExploreWords words, (int Number, int Of)? part, Surroundings around)
    {
        string root = Path.Combine(around.Folder, "runs");
        if (words.Out is { } named) return StudyFolder.At(Path.GetFullPath(named, around.Folder), part);
        if (!words.Resume) return StudyFolder.Under(root, study.Id, around.Clock);
        return StudyFolder.Unfinished(root, study.Id) is { } unfinished
            ? StudyFolder.At(unfinished, part)
            : throw new StudyMismatchException($"no unfinished run of '{study.Id}' lies in '{root}'; start one without --resume, or name its folder with --out.");
    }

    private static (int, int)? SliceOf(ExploreWords words, OptionText options)
    {
        if (words.Shard is not { } text) return null;
        string[] parts = text.Split('/');
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of) && of is >= 1 and <= MostSlices && number >= 1 && number <= of)
        {
            if (words.Out is null) options.Refuse("--shard", "a slice needs a folder that its fellows know:", text, null, "name one with --out");
            return (number, of);
        }

        options.Refuse("--shard", "this is no slice:", text, "1/8 to 8/8 for eight slices", "write which slice, a slash and how many there are");
        return null;
    }

    private static string Repeated(ExploreWords words) => string.Concat(
        words.Futures is { } f ? $" --futures {f}" : "", words.Seed is { } s ? $" --seed {s}" : "", words.Shard is { } p ? $" --shard {p}" : "");

    private static int Refuse(IReadOnlyList<Problem> problems, Surroundings around)
    {
        ProblemText.Write(problems, around.Error);
        around.Error.WriteLine($"Nothing was explored: {ProblemText.Count(problems)}.");
        return ExitCodes.BadInput;
    }
}
