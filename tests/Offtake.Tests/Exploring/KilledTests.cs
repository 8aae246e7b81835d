using System.Diagnostics;
using Offtake.Cli;
using Offtake.Tests.Cli;

namespace Offtake.Tests.Exploring;

public sealed class KilledTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_process_that_is_killed_loses_only_what_was_under_way(int storedBefore)
    {
        using Shell shell = WineStudy.In(new Shell(), WineStudy.Text.Replace("futures: 12", "futures: 120", StringComparison.Ordinal));
        Said whole = shell.Run("explore", WineStudy.Id, "--out", "whole");
        Assert.True(whole.ExitCode == ExitCodes.Done, whole.Error);

        using (Process process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "offtake.dll"), "explore", WineStudy.Id, "--workers", "2", "--out", "part"])
        {
            UseShellExecute = false, WorkingDirectory = shell.Folder, RedirectStandardError = true, RedirectStandardOutput = true,
        })!)
        {
            // Waits for the first futures to reach the disk: the log of the database grows by whole transactions.
            long size = 40_000 * storedBefore;
            while (!process.HasExited && Length(shell["part/running.sqlite-wal"]) < size) Thread.Sleep(1);
            process.Kill();
            process.WaitForExit();
        }

        Assert.False(File.Exists(shell["part/study.sqlite"]), "It was done before it could be killed; more futures are needed for this test.");
        Said resumed = shell.Run("explore", WineStudy.Id, "--resume", "--out", "part");
        if (storedBefore == 0 && resumed.ExitCode != ExitCodes.Done) resumed = shell.Run("explore", WineStudy.Id, "--out", "part");
        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        Assert.Equal(WineStudy.Bytes(shell, "whole"), WineStudy.Bytes(shell, "part"));
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : -1;
}
