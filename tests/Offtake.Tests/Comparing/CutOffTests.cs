using System.Diagnostics;
using Offtake.Cli;
using Offtake.Tests.Cli;

namespace Offtake.Tests.Comparing;

/// <summary>A comparison with institutions that is killed, or meets a full disk, loses only what was under way and leaves nothing that could be taken for a result.</summary>
public sealed class CutOffTests : IDisposable
{
    private const string Futures = "150";

    private static readonly string[] Results = ["study.sqlite", "compare.json", "differences.csv", "outcomes.csv", "report.html", "manifest.json"];

    private readonly Shell _shell = GovernedComparison.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(40_000)]
    [InlineData(120_000)]
    public void A_comparison_that_is_killed_goes_on_where_it_was_to_the_same_bytes(long bytesBefore)
    {
        using (Process process = Start("", "--workers", "2"))
        {
            // Waits for the first futures to reach the disk: the log of the database grows by whole transactions.
            while (!process.HasExited && Length(_shell["cut/running.sqlite-wal"]) < bytesBefore) Thread.Sleep(1);
            process.Kill();
            process.WaitForExit();
        }

        Assert.False(File.Exists(_shell["cut/study.sqlite"]), "It was done before it could be killed; more futures are needed for this test.");
        NothingLooksLikeAResult();
        if (Directory.Exists(_shell["cut"])) Compare("cut").Refused("unfinished", "--resume", "--out");
        Said resumed = Compare("cut", "--resume");
        if (bytesBefore == 0 && resumed.ExitCode != ExitCodes.Done) resumed = Compare("cut");
        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        IsAsIfNothingHadBeen();
    }

    // A limit on the size of files stands for the full disk: what is written beyond it fails alike, with the process told so.
    [Theory]
    [InlineData(64)]
    [InlineData(300)]
    public void A_comparison_on_a_full_disk_says_so_and_how_to_go_on(int blocks)
    {
        if (OperatingSystem.IsWindows()) return;
        string told;
        using (Process process = Start($"trap '' XFSZ; ulimit -f {blocks}; ", "--workers", "2"))
        {
            told = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == ExitCodes.Failed, $"exit code {process.ExitCode}: {told}");
        }

        Assert.Contains("error: ", told, StringComparison.Ordinal);
        Assert.Contains("are stored", told, StringComparison.Ordinal);
        Assert.Contains($"'offtake compare rice-wine {GovernedComparison.Id} --resume --out ", told, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Offtake.", told, StringComparison.Ordinal);
        NothingLooksLikeAResult();

        Said resumed = Compare("cut", "--resume");
        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        IsAsIfNothingHadBeen();
    }

    [Fact]
    public void A_comparison_whose_report_is_missing_gets_it_without_a_walk_and_a_whole_one_is_left_alone()
    {
        Assert.Equal(ExitCodes.Done, Compare("cut").ExitCode);
        Compare("cut", "--resume").Refused("holds a comparison already", "--out");
        foreach (string name in Results.Except(["study.sqlite"])) File.Delete(_shell[$"cut/{name}"]);
        Compare("cut").Refused("cut off before its report", "--resume");

        Said resumed = Compare("cut", "--resume");

        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        Assert.DoesNotContain("walked", resumed.Error, StringComparison.Ordinal);
        IsAsIfNothingHadBeen();
    }

    [Fact]
    public void Another_comparison_is_not_gone_on_with()
    {
        Assert.Equal(ExitCodes.Done, Compare("cut").ExitCode);
        foreach (string name in Results.Except(["study.sqlite"])) File.Delete(_shell[$"cut/{name}"]);

        _shell.Run("compare", "rice-wine", "subsidy", "--futures", Futures, "--resume", "--out", "cut").Refused("something else");
        _shell.Run("compare", "rice-wine", "subsidy", "--resume").Refused("no comparison that was cut off", "--resume");
    }

    private Said Compare(string folder, params string[] more) => _shell.Run(["compare", "rice-wine", GovernedComparison.Id, "--futures", Futures, "--out", folder, .. more]);

    private Process Start(string before, params string[] more)
    {
        string command = $"{before}exec dotnet '{Path.Combine(AppContext.BaseDirectory, "offtake.dll")}' compare rice-wine {GovernedComparison.Id} --futures {Futures} --out cut {string.Join(' ', more)}";
        ProcessStartInfo start = OperatingSystem.IsWindows()
            ? new("dotnet", [Path.Combine(AppContext.BaseDirectory, "offtake.dll"), "compare", "rice-wine", GovernedComparison.Id, "--futures", Futures, "--out", "cut", .. more])
            : new("sh", ["-c", command]);
        start.WorkingDirectory = _shell.Folder;
        start.RedirectStandardError = start.RedirectStandardOutput = true;

        // The runtime maps files larger than the limit unless it is told not to.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    private void NothingLooksLikeAResult() =>
        Assert.All(Results, name => Assert.False(File.Exists(_shell[$"cut/{name}"]) && name != "study.sqlite", $"'{name}' of a comparison that was cut off could be taken for a result."));

    private void IsAsIfNothingHadBeen()
    {
        Said whole = Compare("whole");
        Assert.True(whole.ExitCode == ExitCodes.Done, whole.Error);
        foreach (string name in new[] { "study.sqlite", "compare.json", "differences.csv", "outcomes.csv", "report.html" })
            Assert.True(File.ReadAllBytes(_shell[$"whole/{name}"]).AsSpan().SequenceEqual(File.ReadAllBytes(_shell[$"cut/{name}"])), name);
        Assert.False(File.Exists(_shell["cut/running.sqlite"]));
        Assert.Empty(Directory.EnumerateFiles(_shell["cut"], "*.part*"));
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : -1;
}
