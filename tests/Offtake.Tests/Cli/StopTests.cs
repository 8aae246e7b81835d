using Offtake.Cli;
using Offtake.Tests.World;

namespace Offtake.Tests.Cli;

public sealed class StopTests
{
    [Fact]
    public void A_stopped_run_keeps_whole_futures_and_says_how_many()
    {
        using CancellationTokenSource stop = new();
        using Shell shell = new() { Stop = stop.Token, Watcher = new StopAfter(2, stop) };

        Said said = shell.Run("run", "--futures", "5", "--workers", "1", "--to", "2025-12", "--out", "out");

        Assert.Equal(ExitCodes.Stopped, said.ExitCode);
        Assert.Contains("2 of 5 futures are whole", said.Error);
        Assert.Contains("stopped at 2 of 5 futures", said.Out);
        Assert.Equal(2, shell.Json("out/manifest.json").GetProperty("futuresDone").GetInt32());
        Assert.True(shell.Json("out/manifest.json").GetProperty("stopped").GetBoolean());
        Assert.Contains("2 of 5 futures", File.ReadAllText(shell["out/report.html"]));
    }

    [Fact]
    public void The_futures_of_a_stopped_run_are_those_of_a_whole_one()
    {
        using CancellationTokenSource stop = new();
        using Shell shell = new() { Stop = stop.Token, Watcher = new StopAfter(1, stop) };
        using Shell other = new();
        shell.Run("run", "--futures", "2", "--workers", "1", "--to", "2025-12", "--out", "out");
        other.Run("run", "--futures", "2", "--workers", "1", "--to", "2025-12", "--out", "out");

        Assert.Equal(other.Digests("out")[0], shell.Digests("out")[0]);
    }

    [Fact]
    public void A_stopped_run_with_json_still_writes_one_document()
    {
        using CancellationTokenSource stop = new();
        using Shell shell = new() { Stop = stop.Token, Watcher = new StopAfter(1, stop) };

        Said said = shell.Run("run", "--futures", "3", "--workers", "1", "--to", "2025-12", "--out", "out", "--json");

        Assert.Equal(ExitCodes.Stopped, said.ExitCode);
        Assert.True(said.Json.GetProperty("manifest").GetProperty("stopped").GetBoolean());
        Assert.Equal(1, said.Json.GetProperty("manifest").GetProperty("futuresDone").GetInt32());
    }

    [Fact]
    public void A_stop_before_the_first_whole_future_leaves_nothing()
    {
        using Shell shell = new() { Stop = new CancellationToken(canceled: true) };

        Said said = shell.Run("run", "--futures", "2", "--to", "2025-12", "--out", "out");

        Assert.Equal(ExitCodes.Stopped, said.ExitCode);
        Assert.Equal("", said.Out);
        Assert.Contains("nothing was kept", said.Error);
        Assert.Empty(shell.Names);
    }

    [Fact]
    public void A_stop_that_comes_when_all_is_done_changes_nothing()
    {
        using CancellationTokenSource stop = new();
        using Shell shell = new() { Stop = stop.Token, Watcher = new StopAfter(2, stop) };

        Assert.Equal(ExitCodes.Done, shell.Run("run", "--futures", "2", "--workers", "1", "--to", "2025-12", "--out", "out").ExitCode);
    }

    [Fact]
    public void A_future_that_cannot_be_walked_ends_the_run_with_its_number_and_leaves_nothing()
    {
        using TinyWorld world = new();
        world.Replace("routes.csv", "motor,abroad,home,2,2,1,bureau\n", "").Replace("markets.csv", "motor,home,,2", "motor,home,130,2");
        using Shell shell = new();

        Said said = shell.GoTo(world).Run("run", "--futures", "2", "--out", shell["out"]);

        Assert.Equal(ExitCodes.Failed, said.ExitCode);
        Assert.Equal("", said.Out);
        Assert.Contains("error: future 1: opening balance", said.Error);
        Assert.Contains("Nothing was written.", said.Error);
        Assert.Empty(shell.Names);
    }

    private sealed class StopAfter(int futures, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= futures) stop.Cancel();
        }
    }
}
