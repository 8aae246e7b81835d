using Offtake.Model.Scenarios;

namespace Offtake.Tests.World;

public class FingerprintTests
{
    [Fact]
    public void The_same_files_have_the_same_fingerprint_wherever_they_lie()
    {
        using TinyWorld one = new(), other = new();

        Assert.Equal(one.Scenario("baseline").Fingerprint, other.Scenario("baseline").Fingerprint);
        Assert.Matches("^[0-9a-f]{64}$", one.Scenario("baseline").Fingerprint.WorldSha256);
    }

    [Fact]
    public void Line_endings_do_not_change_a_fingerprint()
    {
        using TinyWorld one = new(), other = new();
        foreach (string file in TinyTables.Files.Keys) other.Write(file, other.Text(file).ReplaceLineEndings("\r\n"));

        Assert.Equal(one.Scenario("baseline").Fingerprint.WorldSha256, other.Scenario("baseline").Fingerprint.WorldSha256);
    }

    [Fact]
    public void One_changed_cell_changes_the_fingerprint_of_the_world_alone()
    {
        using TinyWorld one = new(), other = new();
        other.Replace("markets.csv", "50000", "50001");

        Fingerprint before = one.Scenario("baseline").Fingerprint, after = other.Scenario("baseline").Fingerprint;

        Assert.NotEqual(before.WorldSha256, after.WorldSha256);
        Assert.Equal(before.ScenarioSha256, after.ScenarioSha256);
    }

    [Fact]
    public void What_a_scenario_extends_is_part_of_its_fingerprint()
    {
        using TinyWorld world = new();
        world.WriteScenario("x", "scenario: x\ntitle: X\nextends: baseline\n");
        string before = world.Scenario("x").Fingerprint.ScenarioSha256;

        world.WriteScenario("baseline", "scenario: baseline\ntitle: Another title\nworld: tiny\ncalendar: as-enacted\n");

        Assert.NotEqual(before, world.Scenario("x").Fingerprint.ScenarioSha256);
    }

    [Fact]
    public void A_file_the_reader_does_not_read_is_no_part_of_the_fingerprint()
    {
        using TinyWorld world = new();
        string before = world.Scenario("baseline").Fingerprint.WorldSha256;

        world.Write("README.md", "Read me.");

        Assert.Equal(before, world.Scenario("baseline").Fingerprint.WorldSha256);
    }
}
