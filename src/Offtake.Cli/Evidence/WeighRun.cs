using System.Diagnostics;
using System.Globalization;
using System.Text;
using Offtake.Experiments;
using Offtake.Experiments.Weighing;
using Offtake.Model.Studies;
using Offtake.Reporting;
using Offtake.Results.Weighing;
using Offtake.World;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence weigh</c>: reads, walks pairs of futures, writes a page and keeps the result for later reports.</summary>
internal static class WeighRun
{
    private const int MostPairs = 100_000;

    /// <summary>Weighs.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Go(WeighWords words, Surroundings around)
    {
        OptionText options = new();
        int pairs = options.CountOf("--futures", words.Futures, WeighingPlan.UsualPairs, MostPairs, least: 2);
        ulong seed = options.SeedOf(words.Seed);
        int workers = options.WorkersOf(words.Workers);
        options.FolderOf(words.Out);
        if (words.Against == words.Scenario) options.Refuse("--against", "a scenario differs from itself in nothing:", words.Scenario, null, "name another, or leave --against away");
        if (options.Problems.Count > 0) return Refuse(options.Problems, around);
        if (FileFinder.Scenarios(around.Folder) is not { } scenarios || FileFinder.Worlds(around.Folder) is not { } worlds)
            return Refuse([MissingFolder.In(around.Folder)], around);

        // The first is what the second is held against; a scenario alone stands for both.
        string comparisons = FileFinder.Comparisons(around.Folder) ?? Path.Combine(Path.GetDirectoryName(worlds)!, "comparisons");
        Reading<ComparisonPlan> reading = ComparisonReader.Read(comparisons, [words.Against ?? words.Scenario, words.Scenario], scenarios, worlds, 1, seed);
        if (!reading.Succeeded) return Refuse(reading.Problems, around);
        string[] known = [.. reading.Value.Study.Outcomes.Select(o => o.Id)];
        foreach (string unknown in words.Outcomes.Where(o => !known.Contains(o)))
            options.Refuse("--outcome", "nobody measures this outcome:", unknown, null, PlainText.NearestName.Remedy(unknown, known));
        IReadOnlyList<string> asked = words.Outcomes.Count > 0 ? words.Outcomes : WeighingPlan.Usual(reading.Value);
        if (asked.Count == 0) options.Refuse("--outcome", "no outcome of the comparison plays a part, so nobody knows which to weigh:", words.Scenario, string.Join(", ", known), "name one with --outcome");
        if (options.Problems.Count > 0) return Refuse(options.Problems, around);
        ProblemText.Write(reading.Warnings, around.Error);
        try
        {
            return Weigh(WeighingPlan.Of(reading.Value, words.Against is not null, asked, pairs), words, workers, around);
        }
        catch (OperationCanceledException)
        {
            around.Error.WriteLine("Stopped; shares of fewer pairs would not be those that were asked for, so nothing was kept.");
            return ExitCodes.Stopped;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FutureFailedException or OutOfMemoryException)
        {
            around.Error.WriteLine($"error: {Printable.Line(failure.Message)}");
            return ExitCodes.Failed;
        }
    }

    private static int Weigh(WeighingPlan plan, WeighWords words, int workers, Surroundings around)
    {
        string folder = FolderOf(words, around);
        long start = Stopwatch.GetTimestamp();
        string made = around.Clock.GetLocalNow().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        EvidenceWeighing? weighing = null;
        Progress.WhileExploring(words.Scenario, EvidenceScale.Steps(plan), around, told =>
        {
            weighing = EvidenceScale.Weigh(plan, workers, made, told, around.Stop);
            return true;
        });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Directory.CreateDirectory(Path.Combine(folder, WeighingShelf.FolderName));
        WeighingFile.Fill(weighing!, Path.Combine(folder, WeighingShelf.FolderName, WeighingFile.NameOf(weighing!.Scenario, weighing.Against)));
        using (StreamWriter to = new(Path.Combine(folder, "weigh.html"), false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
            WeighReport.Write(weighing, to);
        WeighingShelf.Keep(Path.Combine(around.Folder, "runs"), weighing);
        around.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ProblemText.Of(plan.Pairs, "pair")} of futures weighed in {seconds:0.0} s with {ProblemText.Of(workers, "worker")}."));
        if (words.Json) around.Out.Write(WeighingFile.Text(weighing));
        else WeighSummary.Write(weighing, folder, around);
        return ExitCodes.Done;
    }

    private static string FolderOf(WeighWords words, Surroundings around)
    {
        if (words.Out is { } named)
        {
            string path = Path.GetFullPath(named, around.Folder);
            if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
                throw new IOException($"'{path}' is not an empty folder, and nothing is ever written over; name another with --out.");
            return path;
        }

        string name = Path.Combine(around.Folder, "runs", $"weigh-{words.Scenario}-{around.Clock.GetLocalNow():yyyyMMdd-HHmmss}");
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? name : $"{name}-{n}").First(p => !Path.Exists(p));
    }

    private static int Refuse(IReadOnlyList<Problem> problems, Surroundings around)
    {
        ProblemText.Write(problems, around.Error);
        around.Error.WriteLine($"Nothing was weighed: {ProblemText.Count(problems)}.");
        return ExitCodes.BadInput;
    }
}
