using System.Security.Cryptography;
using System.Text.Json;
using Offtake.Results;

namespace Offtake.Tests.Results;

public sealed class RunFolderTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_gets_a_folder_named_after_its_scenario_and_time()
    {
        using RunFolder run = RunFolder.Under(_folder["runs"], "baseline", new StoppedClock());
        run.Save(SampleRun.Of());

        Assert.Equal(_folder["runs/baseline-20261130-140509"], run.Path);
    }

    [Fact]
    public void All_files_are_there_with_the_hashes_the_manifest_says()
    {
        using RunFolder run = RunFolder.At(_folder["out"]);
        run.Save(SampleRun.Of(), new RunFile("report.html", path => File.WriteAllText(path, "<p>")));

        Assert.Equal(["iamc.csv", "manifest.json", "report.html", "results.sqlite", "summary.json"], NamesIn("out"));
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(_folder["out/manifest.json"])).RootElement;
        foreach (JsonElement file in manifest.GetProperty("files").EnumerateArray())
        {
            byte[] bytes = File.ReadAllBytes(_folder["out/" + file.GetProperty("name").GetString()]);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
            Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt64());
        }
    }

    [Fact]
    public void Runs_that_start_in_the_same_second_get_folders_of_their_own()
    {
        using RunFolder first = RunFolder.Under(_folder.Path, "baseline", new StoppedClock());
        using RunFolder second = RunFolder.Under(_folder.Path, "baseline", new StoppedClock());
        using RunFolder third = RunFolder.Under(_folder.Path, "baseline", new StoppedClock());

        Assert.Equal(["baseline-20261130-140509", "baseline-20261130-140509-2", "baseline-20261130-140509-3"], _folder.Names);
    }

    [Fact]
    public void Many_runs_that_start_at_once_never_share_a_folder()
    {
        var runs = new RunFolder[32];
        Parallel.For(0, runs.Length, i => runs[i] = RunFolder.Under(_folder.Path, "baseline", new StoppedClock()));

        Assert.Equal(runs.Length, runs.Select(r => r.Path).Distinct().Count());
    }

    [Fact]
    public void A_folder_that_holds_something_is_refused_with_a_remedy()
    {
        File.WriteAllText(_folder["older.txt"], "precious");

        RunFolderTakenException refusal = Assert.Throws<RunFolderTakenException>(() => RunFolder.At(_folder.Path));

        Assert.Contains(_folder.Path, refusal.Message);
        Assert.Contains("--out", refusal.Message);
        Assert.Equal(["older.txt"], _folder.Names);
    }

    [Fact]
    public void A_file_cannot_be_the_folder()
    {
        File.WriteAllText(_folder["out"], "precious");

        Assert.Throws<RunFolderTakenException>(() => RunFolder.At(_folder["out"]));
    }

    [Fact]
    public void A_folder_taken_by_one_run_is_refused_to_another()
    {
        using RunFolder first = RunFolder.At(_folder["out"]);

        Assert.Throws<RunFolderTakenException>(() => RunFolder.At(_folder["out"]));
    }

    [Fact]
    public void An_empty_folder_may_be_used()
    {
        Directory.CreateDirectory(_folder["out"]);
        using RunFolder run = RunFolder.At(_folder["out"]);
        run.Save(SampleRun.Of());

        Assert.Equal(["iamc.csv", "manifest.json", "results.sqlite", "summary.json"], NamesIn("out"));
    }

    [Fact]
    public void A_scenario_cannot_lead_out_of_the_folder_of_runs()
    {
        using RunFolder run = RunFolder.Under(_folder.Path, "../up", new StoppedClock());

        Assert.Equal(["---up-20261130-140509"], _folder.Names);
    }

    [Fact]
    public void When_a_report_fails_no_file_of_the_run_stays()
    {
        RunFile broken = new("report.html", path =>
        {
            File.WriteAllText(path, "half a rep");
            throw new InvalidOperationException("no ink");
        });
        using (RunFolder run = RunFolder.At(_folder["out"]))
        {
            Assert.Equal("no ink", Assert.Throws<InvalidOperationException>(() => run.Save(SampleRun.Of(), broken)).Message);
            Assert.Equal(["manifest.json.part"], NamesIn("out"));
        }

        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_run_that_saved_nothing_gives_its_folder_back()
    {
        RunFolder.Under(_folder.Path, "baseline", new StoppedClock()).Dispose();

        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_folder_is_saved_once()
    {
        using RunFolder run = RunFolder.At(_folder["out"]);
        run.Save(SampleRun.Of());

        Assert.Throws<InvalidOperationException>(() => run.Save(SampleRun.Of()));
    }

    [Fact]
    public void The_same_futures_give_the_same_files_whoever_walks_them()
    {
        RunResults run = SampleRun.Of();
        using RunFolder one = RunFolder.At(_folder["one"]);
        using RunFolder two = RunFolder.At(_folder["two"]);

        Assert.Equal(one.Save(run), two.Save(run with { Manifest = run.Manifest with { Workers = 1, RunSeconds = 99 } }));
    }

    private string[] NamesIn(string name) =>
        [.. Directory.EnumerateFileSystemEntries(_folder[name]).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    private sealed class StoppedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("eight", TimeSpan.FromHours(8), "eight", "eight");

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 30, 6, 5, 9, TimeSpan.Zero);
    }
}
