using Offtake.Cli;
using Offtake.Tests.Cli;

namespace Offtake.Tests.Exploring;

/// <summary><c>offtake explore</c> and <c>offtake merge</c> from a shell.</summary>
public sealed class ExploreTests : IDisposable
{
    private readonly Shell _shell = WineStudy.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_number_of_workers_changes_no_bit()
    {
        Explore("one", "--workers", "1");
        Explore("three", "--workers", "3");
        Assert.Equal(WineStudy.Bytes(_shell, "one"), WineStudy.Bytes(_shell, "three"));
        Assert.Equal(Digest("one"), Digest("three"));
    }

    [Fact]
    public void A_study_that_was_stopped_and_resumed_gives_the_bytes_of_one_that_was_not()
    {
        Explore("whole");
        using (CancellationTokenSource stop = new())
        {
            using Shell impatient = new() { Stop = stop.Token, Watcher = new StopAfter(3, stop) };
            WineStudy.In(impatient);
            Said stopped = impatient.Run("explore", WineStudy.Id, "--workers", "1", "--out", impatient["part"]);
            Assert.True(stopped.ExitCode == ExitCodes.Stopped, stopped.Error);
            Assert.Contains("--resume", stopped.Error);
            Assert.False(File.Exists(impatient["part/study.sqlite"]));
            Directory.Move(impatient["part"], _shell["part"]);
        }

        Said resumed = _shell.Run("explore", WineStudy.Id, "--resume", "--out", "part");
        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        Assert.Equal(WineStudy.Bytes(_shell, "whole"), WineStudy.Bytes(_shell, "part"));
        Assert.False(File.Exists(_shell["part/running.sqlite"]));
    }

    [Fact]
    public void Resuming_without_a_folder_finds_the_newest_unfinished_one_and_refuses_when_there_is_none()
    {
        _shell.Run("explore", WineStudy.Id, "--resume").Refused("no unfinished run of 'wine'");
        using CancellationTokenSource stop = new();
        using Shell impatient = new() { Stop = stop.Token, Watcher = new StopAfter(2, stop) };
        WineStudy.In(impatient);
        impatient.Run("explore", WineStudy.Id, "--workers", "1");
        Directory.Move(impatient["runs"], _shell["runs"]);
        Said resumed = _shell.Run("explore", WineStudy.Id, "--resume");
        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        Assert.Single(Directory.GetFiles(_shell["runs"], "study.sqlite", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_run_of_a_study_whose_name_begins_alike_is_not_resumed()
    {
        Stopped("runs/wine-red-20300101-120000");
        _shell.Run("explore", WineStudy.Id, "--resume").Refused("no unfinished run of 'wine'");
    }

    [Fact]
    public void What_hinders_the_last_files_loses_no_future_and_is_told_with_how_to_go_on()
    {
        Explore("whole");
        Stopped("a part");
        foreach ((string hindrance, string told) in new[] { ("study.sqlite.part", "Stopped safely: 12 futures of 12"), ("report.html", "All futures are stored") })
        {
            Directory.CreateDirectory(_shell[$"a part/{hindrance}/x"]);
            Said hindered = _shell.Run("explore", WineStudy.Id, "--resume", "--out", "a part");
            Assert.Equal(ExitCodes.Failed, hindered.ExitCode);
            Assert.Contains(told, hindered.Error, StringComparison.Ordinal);
            Assert.Contains($"--resume --out '{_shell["a part"]}'", hindered.Error, StringComparison.Ordinal);
            Directory.Delete(_shell[$"a part/{hindrance}"], recursive: true);
        }

        Said resumed = _shell.Run("explore", WineStudy.Id, "--resume", "--out", "a part");
        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        Assert.Equal(WineStudy.Bytes(_shell, "whole"), WineStudy.Bytes(_shell, "a part"));
    }

    [Fact]
    public void A_study_that_changed_since_is_not_resumed_and_keeps_what_is_stored()
    {
        Stopped("part");
        long before = new FileInfo(_shell["part/running.sqlite"]).Length;
        _shell.Run("explore", WineStudy.Id, "--resume", "--out", "part", "--seed", "2").Refused("begun with something else", "seed");
        File.AppendAllText(_shell["studies/wine/study.yaml"], "\n# another word\n");
        _shell.Run("explore", WineStudy.Id, "--resume", "--out", "part").Refused("begun with something else", "files");
        Assert.Equal(before, new FileInfo(_shell["part/running.sqlite"]).Length);
    }

    [Fact]
    public void An_unfinished_study_is_not_begun_anew_over_itself()
    {
        Stopped("part");
        _shell.Run("explore", WineStudy.Id, "--out", "part").Refused("unfinished", "--resume");
    }

    [Fact]
    public void Slices_joined_give_the_bytes_of_the_whole_in_any_order_and_again()
    {
        Explore("whole");
        foreach (string slice in new[] { "3/3", "1/3", "2/3" })
        {
            Said said = _shell.Run("explore", WineStudy.Id, "--shard", slice, "--out", "slices");
            Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        }

        for (int again = 0; again < 2; again++)
        {
            Said merged = _shell.Run("merge", "slices");
            Assert.True(merged.ExitCode == ExitCodes.Done, merged.Error);
            Assert.Equal(WineStudy.Bytes(_shell, "whole"), WineStudy.Bytes(_shell, "slices"));
        }
    }

    [Fact]
    public void Exploring_and_joining_leave_the_same_findings_and_say_them_as_JSON()
    {
        Said whole = _shell.Run("explore", WineStudy.Id, "--out", "whole", "--json");
        Slice("slices", "1/2");
        Slice("slices", "2/2");
        Said merged = _shell.Run("merge", "slices", "--json");

        Assert.Equal(whole.Out, merged.Out);
        Assert.Equal(File.ReadAllText(_shell["whole/summary.json"]), whole.Out);
        Assert.Equal("drunk", whole.Json.GetProperty("outcomes")[0].GetProperty("id").GetString());
        foreach (string file in new[] { "report.html", "outcomes.csv" }) Assert.Equal(File.ReadAllText(_shell[$"whole/{file}"]), File.ReadAllText(_shell[$"slices/{file}"]));
        Assert.Equal(["outcomes.csv", "report.html", "study.sqlite", "summary.json"], _shell.Json("whole/manifest.json").GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Joining_names_the_slice_that_is_missing_and_writes_nothing()
    {
        Slice("slices", "1/3");
        Slice("slices", "3/3");
        _shell.Run("merge", "slices").Refused("futures 5 to 8 are missing", "slice 2/3");
        Assert.False(File.Exists(_shell["slices/study.sqlite"]));
    }

    [Fact]
    public void Slices_of_different_studies_are_not_joined()
    {
        Slice("slices", "1/2");
        Slice("slices", "2/2", "--seed", "5");
        _shell.Run("merge", "slices").Refused("of another study", "seed");
    }

    [Fact]
    public void A_slice_that_is_done_is_not_walked_again()
    {
        Slice("slices", "1/2");
        Said again = _shell.Run("explore", WineStudy.Id, "--shard", "1/2", "--out", "slices", "--resume");
        Assert.Equal(ExitCodes.Done, again.ExitCode);
        Assert.Contains("Nothing to do", again.Error);
    }

    [Fact]
    public void A_finished_study_is_not_taken_for_another_one()
    {
        Explore("whole");
        _shell.Run("explore", WineStudy.Id, "--out", "whole", "--resume", "--futures", "13").Refused("is finished", "number of futures: 12 there, 13 here", "--out");
        _shell.Run("explore", WineStudy.Id, "--out", "whole", "--resume", "--seed", "2").Refused("is finished", "seed");
        _shell.Run("explore", WineStudy.Id, "--out", "whole").Refused("is finished already", "--resume");
        File.AppendAllText(_shell["studies/wine/study.yaml"], "\n# another word\n");
        _shell.Run("explore", WineStudy.Id, "--out", "whole", "--resume").Refused("is finished", "files");
    }

    [Theory]
    [InlineData("--out", "runs/wine-20300101-120000")]
    [InlineData]
    public void A_study_that_was_killed_before_its_report_gets_it_by_resuming(params string[] where)
    {
        Explore("runs/wine-20300101-120000");
        string[] files = ["manifest.json", "outcomes.csv", "report.html", "summary.json"];
        string[] before = [.. files.Skip(1).Select(f => File.ReadAllText(_shell[$"runs/wine-20300101-120000/{f}"]))];
        foreach (string file in files) File.Delete(_shell[$"runs/wine-20300101-120000/{file}"]);
        Said resumed = _shell.Run(["explore", WineStudy.Id, "--resume", .. where]);
        Assert.True(resumed.ExitCode == ExitCodes.Done, resumed.Error);
        Assert.Equal(before, files.Skip(1).Select(f => File.ReadAllText(_shell[$"runs/wine-20300101-120000/{f}"])));
        Assert.Equal(before[^1], _shell.Run("explore", WineStudy.Id, "--resume", "--json", "--out", "runs/wine-20300101-120000").Out);
    }

    [Fact]
    public void More_slices_than_futures_join_into_the_whole()
    {
        Explore("whole", "--futures", "2");
        for (int slice = 1; slice <= 5; slice++) Slice("slices", $"{slice}/5", "--futures", "2");
        Said merged = _shell.Run("merge", "slices");
        Assert.True(merged.ExitCode == ExitCodes.Done, merged.Error);
        Assert.Equal(WineStudy.Bytes(_shell, "whole"), WineStudy.Bytes(_shell, "slices"));
    }

    [Theory]
    [InlineData("update result set price = price * 2 where future = 2")]
    [InlineData("update result set price = 'dear' where future = 2")]
    [InlineData("update input set response = response + 1 where future = 2")]
    [InlineData("delete from result where future = 2 and policy = 1")]
    [InlineData("update input set future = 99 where future = 2")]
    public void A_slice_that_was_changed_by_hand_is_not_joined(string change)
    {
        Slice("slices", "1/2");
        Slice("slices", "2/2");
        Change("slices/slice-1-of-2.sqlite", change);
        _shell.Run("merge", "slices").Refused("changed by hand");
        Assert.False(File.Exists(_shell["slices/study.sqlite"]));
    }

    [Fact]
    public void Nothing_is_told_of_a_finished_study_that_was_changed_by_hand()
    {
        Explore("whole");
        File.Delete(_shell["whole/report.html"]);
        Change("whole/study.sqlite", "update result set price = price * 2 where future = 2");
        Said said = _shell.Run("explore", WineStudy.Id, "--out", "whole", "--resume");
        Assert.Equal(ExitCodes.Failed, said.ExitCode);
        Assert.Contains("changed by hand", said.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_shell["whole/report.html"]));
    }

    [Fact]
    public void A_slice_has_no_findings_to_say() => _shell.Run("explore", WineStudy.Id, "--shard", "1/2", "--out", "slices", "--json").Refused("--json", "offtake merge");

    [Fact]
    public void A_file_is_no_folder_for_a_study()
    {
        File.WriteAllText(_shell["taken"], "");
        _shell.Run("explore", WineStudy.Id, "--out", "taken").Refused("is a file, not a folder", "--out");
    }

    [Fact]
    public void What_is_no_study_is_not_joined()
    {
        File.WriteAllText(_shell["a.sqlite"], "not a database");
        _shell.Run("merge", "a.sqlite").Refused("no whole SQLite database");
        _shell.Run("merge", "b.sqlite").Refused("b.sqlite", "not there");
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("two/3")]
    [InlineData("2")]
    public void A_slice_that_cannot_be_is_refused(string slice) =>
        _shell.Run("explore", WineStudy.Id, "--shard", slice, "--out", "slices").Refused("--shard", slice);

    [Fact]
    public void A_slice_without_a_folder_is_refused() => _shell.Run("explore", WineStudy.Id, "--shard", "1/2").Refused("--shard", "--out");

    [Fact]
    public void A_file_held_by_another_program_stops_safely()
    {
        Stopped("part");
        using Microsoft.Data.Sqlite.SqliteConnection other = new($"Data Source={_shell["part/running.sqlite"]}");
        other.Open();
        using (Microsoft.Data.Sqlite.SqliteCommand hold = other.CreateCommand())
        {
            hold.CommandText = "pragma locking_mode=exclusive; begin exclusive";
            hold.ExecuteNonQuery();
        }

        Said said = _shell.Run("explore", WineStudy.Id, "--resume", "--out", "part");
        Assert.Equal(ExitCodes.Failed, said.ExitCode);
        Assert.Contains("in use by another program", said.Error);
    }

    private void Explore(string folder, params string[] more)
    {
        Said said = _shell.Run(["explore", WineStudy.Id, "--out", folder, .. more]);
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
    }

    private void Slice(string folder, string slice, params string[] more)
    {
        Said said = _shell.Run(["explore", WineStudy.Id, "--shard", slice, "--out", folder, .. more]);
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
    }

    private void Change(string file, string sql)
    {
        using Microsoft.Data.Sqlite.SqliteConnection link = new($"Data Source={_shell[file]};Pooling=False");
        link.Open();
        using Microsoft.Data.Sqlite.SqliteCommand command = link.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Stopped(string folder)
    {
        using CancellationTokenSource stop = new();
        using Shell impatient = new() { Stop = stop.Token, Watcher = new StopAfter(2, stop) };
        WineStudy.In(impatient);
        impatient.Run("explore", WineStudy.Id, "--workers", "1", "--out", impatient["x"]);
        Directory.CreateDirectory(Path.GetDirectoryName(_shell[folder])!);
        Directory.Move(impatient["x"], _shell[folder]);
    }

    private string Digest(string folder) => _shell.Json($"{folder}/manifest.json").GetProperty("digest").GetString()!;

    private sealed class StopAfter(int futures, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= futures) stop.Cancel();
        }
    }
}
