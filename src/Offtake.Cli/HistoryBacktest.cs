using System.Text;
using Offtake.History;
using Offtake.Reporting;
using Offtake.Results.Backtests;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Carries out <c>offtake backtest</c>: reads, walks every fit, judges, writes.</summary>
internal static class HistoryBacktest
{
    private const int UsualFutures = 8;
    private const int MostFutures = 1000;

    /// <summary>Backtests.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Go(BacktestWords words, Surroundings around)
    {
        OptionText options = new();
        int futures = options.CountOf("--futures", words.Futures, UsualFutures, MostFutures, least: 0);
        BacktestPlan plan = new(words.Fits, options.SeedOf(words.Seed), futures, options.WorkersOf(words.Workers));
        options.FolderOf(words.Out);
        if (options.Problems.Count > 0)
        {
            BacktestFolder.Refuse(options.Problems, around);
            return ExitCodes.BadInput;
        }

        if (BacktestFolder.Read(words.Backtest, words.Fits != BacktestResults.Unfitted, around) is not { } folder) return ExitCodes.BadInput;
        Reading<BacktestRun> reading = BacktestRun.Of(folder.Backtest, plan);
        if (!reading.Succeeded)
        {
            BacktestFolder.Refuse(reading.Problems, around);
            return ExitCodes.BadInput;
        }

        if (FolderFor(words, folder.Backtest.Id, around) is not { } target) return ExitCodes.BadInput;
        if (reading.Value.Run(null, around.Stop) is not { } results)
        {
            around.Error.WriteLine("Stopped; nothing was written.");
            return ExitCodes.Stopped;
        }

        if (words.Json) around.Out.Write(BacktestWriter.Text(results));
        else BacktestText.Write(results, around.Out);
        if (target.Length > 0 && !Save(results, target, around)) return ExitCodes.Failed;
        bool isMissed = results.Windows.SelectMany(results.Pooled).Any(s => s.IsJudged && !s.IsMet);
        return words.Strict && isMissed ? ExitCodes.NotAsExpected : ExitCodes.Done;
    }

    /// <summary>The folder to write; empty for none, null when it cannot be used, which has been told.</summary>
    private static string? FolderFor(BacktestWords words, string id, Surroundings around)
    {
        if (words.Out is null) return words.Json ? "" : Path.Combine(around.Folder, "runs", $"{id}-{around.Clock.GetLocalNow():yyyyMMdd-HHmmss}");
        string path = Path.GetFullPath(words.Out, around.Folder);
        if (!File.Exists(path) && (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())) return path;
        around.Error.WriteLine($"error: '{Printable.Line(path)}' is not an empty folder, and results are never written over older ones; name another with --out.");
        return null;
    }

    private static bool Save(BacktestResults results, string folder, Surroundings around)
    {
        try
        {
            Directory.CreateDirectory(folder);
            Write("backtest.json", BacktestWriter.Text(results));
            Write("series.csv", SeriesTable.Text(results));
            using StringWriter page = new() { NewLine = "\n" };
            BacktestReport.Write(results, page);
            Write("report.html", page.ToString());
            around.Error.WriteLine($"Results are in {Printable.Line(folder)}: open report.html; programs read backtest.json and series.csv.");
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"error: the results cannot be written: {Printable.Line(failure.Message)} Name another folder with --out.");
            return false;
        }

        void Write(string name, string text)
        {
            string part = Path.Combine(folder, name + ".part");
            File.WriteAllText(part, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(part, Path.Combine(folder, name));
        }
    }
}
