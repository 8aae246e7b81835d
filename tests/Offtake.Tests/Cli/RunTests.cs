using System.Text.Json;
using Offtake.Cli;
using Offtake.Results;

namespace Offtake.Tests.Cli;

public sealed class RunTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_run_leaves_its_five_files_and_no_others()
    {
        _shell.RunShort("out");

        Assert.Equal(
            ["iamc.csv", "manifest.json", "report.html", "results.sqlite", "summary.json"],
            Directory.EnumerateFileSystemEntries(_shell["out"]).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(_shell["out/report.html"]));
    }

    [Fact]
    public void Without_a_folder_a_run_gets_one_named_after_the_scenario()
    {
        Said said = _shell.Run("run", "hands-off", "--futures", "1", "--to", "2025-02");

        Assert.Equal(ExitCodes.Done, said.ExitCode);
        string folder = Assert.Single(Directory.GetDirectories(_shell["runs"]));
        Assert.StartsWith("hands-off-", Path.GetFileName(folder));
        Assert.Contains(Path.Combine("runs", Path.GetFileName(folder), "report.html"), said.Out);
    }

    [Fact]
    public void The_summary_for_people_names_figures_gaps_evidence_and_the_report()
    {
        Said said = _shell.RunShort("out");

        string[] expected = ["2025-01 to 2026-12 · 2 futures · seed 1", "observed", "predicted", "Ledger: largest gap", "Evidence: ", "open out/report.html"];
        foreach (string text in expected) Assert.Contains(text, said.Out.Replace('\\', '/'));
        Assert.Single(said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void With_json_standard_output_is_the_summary_file_and_nothing_else()
    {
        Said said = _shell.RunShort("out", "--json");

        Assert.Equal(File.ReadAllText(_shell["out/summary.json"]), said.Out);
        Assert.Equal(2, said.Json.GetProperty("manifest").GetProperty("futuresDone").GetInt32());
        Assert.Equal(SummaryWriter.SchemaVersion, said.Json.GetProperty("schemaVersion").GetInt32());
    }

    [Fact]
    public void Options_reach_the_manifest()
    {
        _shell.RunShort("out", "--from", "2025-01", "--seed", "18446744073709551615", "--workers", "3");

        JsonElement manifest = _shell.Json("out/manifest.json");
        Assert.Equal("baseline", manifest.GetProperty("scenario").GetString());
        Assert.Equal(ulong.MaxValue, manifest.GetProperty("seed").GetUInt64());
        Assert.Equal(3, manifest.GetProperty("workers").GetInt32());
        Assert.Equal("2026-12", manifest.GetProperty("to").GetString());
    }

    [Fact]
    public void The_number_of_workers_does_not_change_a_bit()
    {
        _shell.RunShort("one", "--workers", "1");
        _shell.RunShort("four", "--workers", "4");

        Assert.Equal(_shell.Digests("one"), _shell.Digests("four"));
        Assert.Equal(File.ReadAllText(_shell["one/summary.json"]), File.ReadAllText(_shell["four/summary.json"]));
    }

    [Fact]
    public void Further_futures_leave_the_first_ones_as_they_are()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("run", "--futures", "8", "--to", "2025-12", "--out", "eight").ExitCode);
        Assert.Equal(ExitCodes.Done, _shell.Run("run", "--futures", "16", "--to", "2025-12", "--out", "sixteen").ExitCode);

        Assert.Equal(_shell.Digests("eight"), _shell.Digests("sixteen").Take(8));
        Assert.Equal(16, _shell.Digests("sixteen").Distinct().Count());
    }

    [Fact]
    public void Another_seed_gives_other_futures()
    {
        _shell.RunShort("one", "--seed", "1");
        _shell.RunShort("two", "--seed", "2");

        Assert.Empty(_shell.Digests("one").Intersect(_shell.Digests("two")));
    }

    [Fact]
    public void A_run_from_a_later_month_shows_the_same_months_as_the_whole_walk()
    {
        _shell.Run("run", "--futures", "1", "--from", "2026-01", "--to", "2026-03", "--out", "late");
        _shell.Run("run", "--futures", "1", "--to", "2026-03", "--out", "whole");
        string[] late = Ndpr("late"), whole = Ndpr("whole");
        Assert.Equal(3, late.Length);
        Assert.Equal(whole[^3..], late);

        string[] Ndpr(string folder)
        {
            using Microsoft.Data.Sqlite.SqliteConnection file = new($"Data Source={_shell[folder + "/results.sqlite"]};Mode=ReadOnly;Pooling=False");
            file.Open();
            using Microsoft.Data.Sqlite.SqliteCommand query = file.CreateCommand();
            query.CommandText = "select price_usd_per_unit from market where commodity = (select min(commodity) from market where pricing = 'posted') and region = (select min(region) from market where commodity = (select min(commodity) from market where pricing = 'posted')) order by period";
            using Microsoft.Data.Sqlite.SqliteDataReader rows = query.ExecuteReader();
            List<string> prices = [];
            while (rows.Read()) prices.Add($"{rows.GetDouble(0):R}");
            return [.. prices];
        }
    }

    [Fact]
    public void A_folder_that_holds_something_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(_shell["out"]);
        File.WriteAllText(_shell["out/older.txt"], "precious");

        _shell.Run("run", "--out", "out").Refused("is not an empty folder", "--out");
        Assert.Equal([_shell["out/older.txt"]], Directory.GetFiles(_shell["out"]));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(_shell["file"], "");

        _shell.Run("run", "--out", "file/below").Refused("cannot be made", "--out");
    }

    [Fact]
    public void A_bar_for_a_terminal_stays_off_standard_output()
    {
        using Shell shell = new() { ErrorIsTerminal = true };
        Said said = shell.RunShort("out", "--json");

        Assert.Equal(JsonValueKind.Object, said.Json.ValueKind);
        Assert.Contains("baseline", said.Error);
    }
}
