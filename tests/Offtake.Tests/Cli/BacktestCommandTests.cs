using System.Text.Json;
using Offtake.Cli;
using Offtake.World;

namespace Offtake.Tests.Cli;

/// <summary><c>offtake calibrate</c> and <c>offtake backtest</c> from a shell, on a copy of the backtests that are shipped.</summary>
public sealed class BacktestCommandTests : IDisposable
{
    private readonly Shell _shell = new();
    private readonly string _id;

    public BacktestCommandTests()
    {
        string shipped = FileFinder.Backtests()!;
        _id = BacktestReader.Ids(shipped)[0];
        Directory.CreateDirectory(_shell[$"backtests/{_id}"]);
        foreach (string file in Directory.GetFiles(Path.Combine(shipped, _id)).Where(f => Path.GetFileName(f) is not ("fits.csv" or "ablations.csv")))
            File.Copy(file, _shell[$"backtests/{_id}/{Path.GetFileName(file)}"]);
    }

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_fit_that_was_found_is_walked_by_the_backtest()
    {
        Said calibrated = _shell.Run("calibrate", _id, "--seeds", "1", "--generations", "1", "--population", "8", "--until", "2010-12");
        Assert.True(calibrated.ExitCode == ExitCodes.Done, calibrated.Error);
        string[] written = calibrated.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(written, file => Assert.True(File.Exists(_shell[$"backtests/{_id}/{file}"])));

        Said continued = _shell.Run("calibrate", _id, "--seeds", "1", "--seed", "2", "--generations", "1", "--population", "8", "--until", "2010-12", "--variant", written[0].Split('/')[1].Split("-to-")[0], "--continue");
        Assert.True(continued.ExitCode == ExitCodes.Done, continued.Error);
        Assert.Contains($"begins at {Path.GetFileNameWithoutExtension(written[0])}", continued.Error, StringComparison.Ordinal);
        written = [.. written, .. continued.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

        Said tested = _shell.Run("backtest", _id, "--fits", "to-2010", "--futures", "0", "--json");
        Assert.True(tested.ExitCode == ExitCodes.Done, tested.Error);
        Assert.Equal(written.Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal), tested.Json.GetProperty("fits").EnumerateArray().Select(f => f.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(["backtests"], _shell.Names);
    }

    [Fact]
    public void A_fit_that_no_search_could_have_found_is_refused()
    {
        Said calibrated = _shell.Run("calibrate", _id, "--seeds", "1", "--generations", "1", "--population", "8", "--until", "2009-12", "--variant", "dated");
        Assert.True(calibrated.ExitCode == ExitCodes.Done, calibrated.Error);
        string fit = _shell[$"backtests/{_id}/fits/dated-to-2009-1.csv"], index = _shell[$"backtests/{_id}/fits.csv"];
        string found = File.ReadAllText(fit), listed = File.ReadAllText(index);
        File.WriteAllLines(fit, found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.StartsWith("@beta-inside,", StringComparison.Ordinal) ? "@beta-inside,-5" : l));
        _shell.Run("backtest", _id, "--futures", "0", "--json").Refused("dated-to-2009-1.csv", "@beta-inside", "-5", "free.csv");
        File.WriteAllText(fit, found);
        File.WriteAllText(index, listed.Replace(",to-2009,", ",full,", StringComparison.Ordinal));
        _shell.Run("backtest", _id, "--futures", "0", "--json").Refused("fits.csv", "dated-to-2009-1", "dated-full-1");
    }

    [Fact]
    public void Ablations_are_those_of_fits_that_saw_everything() =>
        _shell.Run("calibrate", _id, "--ablations", "--until", "2016-12").Refused("--ablations", "2016-12");

    [Fact]
    public void A_backtest_writes_a_page_and_two_files_for_programs_and_never_over_older_ones()
    {
        Said first = _shell.Run("backtest", _id, "--fits", "none", "--futures", "0", "--out", "here");
        Assert.True(first.ExitCode == ExitCodes.Done, first.Error);
        Assert.Equal(["backtest.json", "report.html", "series.csv"], Directory.GetFiles(_shell["here"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal(1, JsonDocument.Parse(File.ReadAllText(_shell["here/backtest.json"])).RootElement.GetProperty("schemaVersion").GetInt32());
        _shell.Run("backtest", _id, "--fits", "none", "--futures", "0", "--out", "here").Refused("not an empty folder");
    }

    [Fact]
    public void Strict_tells_by_its_exit_status_that_a_score_is_missed()
    {
        string scores = _shell[$"backtests/{_id}/scores.csv"];
        string[] lines = File.ReadAllLines(scores);
        File.WriteAllLines(scores, [lines[0], lines[1].Replace(",0.3,", ",0.0000001,", StringComparison.Ordinal).Replace(",full,", ",,", StringComparison.Ordinal)]);
        File.WriteAllText(_shell[$"backtests/{_id}/backtest.yaml"], string.Join('\n', File.ReadAllLines(_shell[$"backtests/{_id}/backtest.yaml"]).Where(l => !l.Contains("imposes", StringComparison.Ordinal))) + "\n");
        Assert.Equal(ExitCodes.Done, _shell.Run("backtest", _id, "--fits", "none", "--futures", "0", "--json").ExitCode);
        Assert.Equal(ExitCodes.NotAsExpected, _shell.Run("backtest", _id, "--fits", "none", "--futures", "0", "--json", "--strict").ExitCode);
    }

    [Fact]
    public void Words_that_make_no_sense_are_refused_before_anything_runs()
    {
        _shell.Run("calibrate", _id, "--population", "3").Refused("--population", "8");
        _shell.Run("calibrate", _id, "--variant", "nobody").Refused("--variant", "nobody");
        _shell.Run("calibrate", _id, "--until", "2010").Refused("--until", "2010");
        _shell.Run("backtest", "nothing-like-it").Refused("unknown backtest");
        _shell.Run("backtest", _id, "--fits", "to-1999").Refused("to-1999", "offtake calibrate");
    }
}
