using System.Text.Json;
using Offtake.Cli;
using Offtake.Tests.Cli;
using Offtake.Tests.World;
using static Offtake.Tests.Evidence.RecordFolder;

namespace Offtake.Tests.Evidence;

/// <summary>From a procurement package to the verdict on a claim, and from there to the report: said, done, caused, with arithmetic and date.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly TinyWorld _world = new();
    private readonly Shell _shell = new();
    private readonly string _root;

    public CheckCommandTests()
    {
        _shell.GoTo(_world);
        _root = Path.GetDirectoryName(_world.Worlds)!;
        Directory.CreateDirectory(Path.Combine(_root, "records"));
        Directory.CreateDirectory(Path.Combine(_root, "checks"));
        Check("motors", 10);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _world.Dispose();
    }

    private void Check(string id, int asked, string more = "") => File.WriteAllText(Path.Combine(_root, "checks", $"{id}.yaml"),
        $"check: {id}\ntitle: Were motors bought?\nworld: tiny\nclaim: HC-01\naspect: done\nrecord: r.json\nform: ocds\nwho: [Hill Works*]\nwhat: [\"CPV:3111*\"]\nperiod: 2026-01..2026-06\ncount: quantity\nunit: piece\nconfirmed-at: {asked}\n{more}");

    private void Record(params string[] releases) => File.WriteAllText(Path.Combine(_root, "records", "r.json"), $$"""{"releases":[{{string.Join(',', releases)}}]}""");

    private static string Chairs(string ocid, string date) => Release(ocid, "r", date, "5").Replace("31110000", "39110000", StringComparison.Ordinal);

    private JsonElement Found(params string[] more)
    {
        Said said = _shell.Run(["evidence", "check", "motors", "--json", .. more]);
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        return JsonDocument.Parse(said.Out).RootElement.GetProperty("checks")[0];
    }

    private string DoneIn(string command)
    {
        Said said = _shell.Run("evidence", "list", "--world", "tiny", "--json");
        Assert.True(said.ExitCode == ExitCodes.Done, command + said.Error);
        return JsonDocument.Parse(said.Out).RootElement.GetProperty("worlds")[0].GetProperty("claims")[0].GetProperty("done").GetString()!;
    }

    [Fact]
    public void A_record_that_covers_buyer_and_months_and_shows_no_purchase_disputes_the_claim()
    {
        Record(Chairs("o-1", "2026-01-10"), Chairs("o-2", "2026-06-20"));
        JsonElement found = Found("--set");
        Assert.Equal("disputed", found.GetProperty("verdict").GetString());
        Assert.Contains("0 of 'CPV:3111*'", found.GetProperty("arithmetic")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("disputed", DoneIn("after"));
    }

    [Theory]
    [InlineData("4", "partly")]
    [InlineData("10", "confirmed")]
    [InlineData("11", "confirmed")]
    public void A_matching_purchase_confirms_in_part_or_in_full(string quantity, string verdict)
    {
        Record(Release("o-1", "r", "2026-02-01", quantity), Chairs("o-2", "2026-06-20"));
        JsonElement found = Found("--set");
        Assert.Equal(verdict, found.GetProperty("verdict").GetString());
        Assert.Equal(double.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), found.GetProperty("sum").GetDouble());
        Assert.Equal(verdict, DoneIn("after"));
    }

    [Fact]
    public void A_record_that_does_not_cover_the_months_leaves_the_claim_as_it_was_and_says_why()
    {
        Record(Chairs("o-1", "2026-01-10"), Chairs("o-2", "2026-03-20"));
        JsonElement found = Found("--set");
        Assert.Equal("unverified", found.GetProperty("verdict").GetString());
        Assert.Contains("run from 2026-01 to 2026-03", found.GetProperty("arithmetic")[1].GetString(), StringComparison.Ordinal);
        Assert.Equal("partly", DoneIn("after"));
        Assert.False(Directory.Exists(Path.Combine(_root, "verdicts")));
    }

    [Fact]
    public void Other_units_are_listed_and_never_added()
    {
        Record(Release("o-1", "r", "2026-02-01", "4"), Release("o-2", "r", "2026-02-01", "900", "kg"), Release("o-3", "r", "2026-02-01", "null"));
        JsonElement found = Found();
        Assert.Equal(4.0, found.GetProperty("sum").GetDouble());
        Assert.Contains("1 row in kg (900)", found.GetProperty("arithmetic")[2].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_set_nothing_is_kept_and_an_illustration_never_is()
    {
        Record(Release("o-1", "r", "2026-02-01", "12"));
        Found();
        Assert.False(Directory.Exists(Path.Combine(_root, "verdicts")));
        Check("motors", 10, "illustration: yes\n");
        Assert.Equal("confirmed", Found("--set").GetProperty("verdict").GetString());
        Assert.Equal("partly", DoneIn("after"));
    }

    [Fact]
    public void The_newest_verdict_holds_and_the_older_stays_in_the_file()
    {
        Directory.CreateDirectory(Path.Combine(_root, "verdicts"));
        File.WriteAllText(Path.Combine(_root, "verdicts", "tiny.csv"), "claim,aspect,verdict,date,check,record_sha256,arithmetic\nHC-01,done,refuted,2030-02-01,b,00,later\nHC-01,done,confirmed,2030-01-01,a,00,\"one, two\"\n");
        Assert.Equal("refuted", DoneIn("newest"));
        Record(Release("o-1", "r", "2026-02-01", "12"));
        Found("--set");
        Found("--set");
        Assert.Equal("refuted", DoneIn("still newest"));
        Assert.Equal(4, File.ReadAllLines(Path.Combine(_root, "verdicts", "tiny.csv")).Length);
    }

    [Fact]
    public void A_verdict_on_a_claim_that_is_not_there_is_an_error_with_its_line()
    {
        Directory.CreateDirectory(Path.Combine(_root, "verdicts"));
        File.WriteAllText(Path.Combine(_root, "verdicts", "tiny.csv"), "claim,aspect,verdict,date,check,record_sha256,arithmetic\nHC-02,done,confirmed,2026-01-01,a,00,x\n");
        Said said = _shell.Run("evidence", "list");
        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        Assert.Contains("verdicts/tiny.csv:2: unknown claim 'HC-02'; did you mean 'HC-01'?", said.Error, StringComparison.Ordinal);
    }

    private void Kept(params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(_root, "verdicts"));
        File.WriteAllText(Path.Combine(_root, "verdicts", "tiny.csv"), "claim,aspect,verdict,date,check,record_sha256,arithmetic\n" + string.Concat(lines.Select(l => l + "\n")));
    }

    [Fact]
    public void Checks_that_contradict_each_other_on_one_day_dispute_the_claim_in_either_order()
    {
        string[] lines = ["HC-01,done,confirmed,2026-01-02,z,00,full", "HC-01,done,disputed,2026-01-02,a,01,nothing"];
        Kept(lines);
        Assert.Equal("disputed", DoneIn("one order"));
        Kept([.. lines.Reverse()]);
        Assert.Equal("disputed", DoneIn("the other"));
        Assert.Contains("Records contradict each other. a: nothing z: full", _shell.Run("evidence", "list", "--world", "tiny").Out, StringComparison.Ordinal);
        Kept([.. lines, "HC-01,done,confirmed,2026-01-02,a,02,found after all"]);
        Assert.Equal("confirmed", DoneIn("a check may correct itself"));
        Kept([.. lines, "HC-01,done,partly,2026-01-03,b,03,later"]);
        Assert.Equal("partly", DoneIn("the newest day holds"));
    }

    [Fact]
    public void A_verdict_dated_in_times_to_come_is_said_to_outlive_the_check()
    {
        Kept("HC-01,done,disputed,2199-01-01,motors,00,x");
        Record(Release("o-1", "r", "2026-02-01", "12"));
        Assert.Contains("disputed still holds: verdicts/tiny.csv:2 is dated 2199-01-01", _shell.Run("evidence", "check", "motors", "--set").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_whose_record_or_check_has_become_another_is_pointed_out()
    {
        Record(Release("o-1", "r", "2026-02-01", "12"));
        Found("--set");
        Assert.DoesNotContain("verdicts/", _shell.Run("check", "--quick").Out, StringComparison.Ordinal);
        Record(Release("o-1", "r", "2026-02-01", "1"));
        Assert.Contains("verdicts/tiny.csv:2: the record of a verdict that holds is gone or has changed since: 'r.json'", _shell.Run("check", "--quick").Out, StringComparison.Ordinal);
        File.Delete(Path.Combine(_root, "checks", "motors.yaml"));
        Assert.Contains("the check of a verdict that holds is gone", _shell.Run("check", "--quick").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_on_the_claims_of_no_world_are_an_error()
    {
        Kept("HC-01,done,disputed,2026-01-01,motors,00,x");
        File.Move(Path.Combine(_root, "verdicts", "tiny.csv"), Path.Combine(_root, "verdicts", "tinny.csv"));
        Assert.Contains("verdicts/tinny.csv: these are verdicts on the claims of no world: 'tinny'; did you mean 'tiny'?", _shell.Run("check", "--quick").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uses", "'drives' names a whole table: 'uses'", "write 'uses/*/*'")]
    [InlineData("used/a/b", "'drives' does not begin with a table of numbers: 'used/a/b'", "did you mean 'uses'?")]
    public void A_pattern_that_names_no_numbers_is_an_error_with_what_to_write(string drives, string what, string remedy)
    {
        string path = Path.Combine(_world.Worlds, "tiny", "claims.csv");
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Select((l, i) => i == 0 ? l + ",drives" : l + "," + drives));
        string error = _shell.Run("evidence", "list", "--world", "tiny").Error;
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_names_a_file_outside_the_records_is_refused_in_its_own_line()
    {
        string path = Path.Combine(_root, "checks", "motors.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("record: r.json", "record: ../secret.json", StringComparison.Ordinal));

        _shell.Run("evidence", "check", "motors").Refused("checks/motors.yaml:6", "outside the folder of records", "../secret.json");
    }
}
