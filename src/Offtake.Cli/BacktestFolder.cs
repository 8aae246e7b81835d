using Offtake.Model.History;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>Finds and reads the backtest that a command names, or tells why it cannot.</summary>
/// <param name="Path">The folder of the backtest.</param>
/// <param name="Backtest">What stands in it.</param>
internal sealed record BacktestFolder(string Path, Backtest Backtest)
{
    /// <summary>Reads a backtest; null after everything that is wrong has been written to standard error.</summary>
    /// <param name="id">Its id; null for the only one there is.</param>
    /// <param name="withFits">Whether to read its fits too.</param>
    /// <param name="around">Where to look and to write.</param>
    public static BacktestFolder? Read(string? id, bool withFits, Surroundings around)
    {
        if (FileFinder.Scenarios(around.Folder) is not { } scenarios || FileFinder.Worlds(around.Folder) is not { } worlds)
            return Refuse([MissingFolder.In(around.Folder)], around);
        if (FileFinder.Backtests(around.Folder) is not { } backtests)
            return Refuse([new Problem(Severity.Error, "backtest", 0, null, "there is no folder backtests/ with a backtest in it", null, null, "see docs/backtest-format.md")], around);
        IReadOnlyList<string> known = BacktestReader.Ids(backtests);
        if (id is null && known.Count != 1)
            return Refuse([new Problem(Severity.Error, "backtest", 0, null, "there are several backtests", null, string.Join(", ", known), "name one of them")], around);
        Reading<Backtest> reading = BacktestReader.Read(backtests, id ?? known[0], scenarios, worlds, withFits);
        if (!reading.Succeeded) return Refuse(reading.Problems, around);
        ProblemText.Write(reading.Problems, around.Error);
        return new BacktestFolder(System.IO.Path.Combine(backtests, reading.Value.Id), reading.Value);
    }

    /// <summary>The fits that stand beside the backtest now; none when they cannot be read.</summary>
    public IReadOnlyList<Fit> FitsNow(Surroundings around)
    {
        if (FileFinder.Scenarios(around.Folder) is not { } scenarios || FileFinder.Worlds(around.Folder) is not { } worlds) return [];
        return BacktestReader.Read(System.IO.Path.GetDirectoryName(Path)!, Backtest.Id, scenarios, worlds).Value?.Fits ?? [];
    }

    /// <summary>Tells what is wrong, and that nothing was done.</summary>
    public static BacktestFolder? Refuse(IReadOnlyList<Problem> problems, Surroundings around)
    {
        ProblemText.Write(problems, around.Error);
        around.Error.WriteLine($"Nothing was run: {ProblemText.Count(problems)}.");
        return null;
    }
}
