using Offtake.Cli;
using Offtake.Tests.World;

namespace Offtake.Tests.Cli;

/// <summary>Blank forms: they run at once, they overwrite nothing, and a chain of one's own can be made out of them.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly TinyWorld _world = new();
    private readonly Shell _shell = new();

    public NewCommandTests() => _shell.GoTo(_world);

    public void Dispose()
    {
        _shell.Dispose();
        _world.Dispose();
    }

    [Fact]
    public void A_new_world_passes_the_check_without_a_warning_and_runs()
    {
        Done(_shell.Run("new", "world", "my-town"));

        Assert.Contains("No errors and no warnings.", Done(_shell.Run("check", "my-town")).Out, StringComparison.Ordinal);
        Done(_shell.Run("run", "my-town", "--futures", "2", "--to", "2028-12", "--out", _shell["out"]));
        Assert.True(File.Exists(Path.Combine(_shell["out"], "report.html")));
    }

    [Fact]
    public void The_tables_of_a_new_world_open_in_a_spreadsheet_as_what_they_are()
    {
        Done(_shell.Run("new", "world", "my-town"));
        string[] tables = Directory.GetFiles(Path.Combine(_world.Worlds, "my-town"), "*.csv");

        Assert.Equal(19, tables.Length);
        Assert.All(tables, t => Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(t).Take(3).Select(b => (int)b)));
        Assert.All(Directory.GetFiles(Path.Combine(_world.Worlds, "my-town")), f => Assert.DoesNotContain("{name}", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_scenario_is_about_the_only_world_or_the_one_that_is_named()
    {
        Done(_shell.Run("new", "scenario", "my-question"));
        Assert.Contains("No errors and no warnings.", Done(_shell.Run("check", "my-question")).Out, StringComparison.Ordinal);
        Done(_shell.Run("new", "world", "my-town"));
        Said said = _shell.Run("new", "scenario", "another");
        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        Assert.Contains("my-town, tiny", said.Error, StringComparison.Ordinal);
        Done(_shell.Run("new", "scenario", "another", "--world", "my-town"));
        Assert.Contains("world: my-town", File.ReadAllText(Path.Combine(_world.Scenarios, "another", "scenario.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_institution_asks_for_names_of_the_world_and_for_nothing_else()
    {
        Done(_shell.Run("new", "institution", "my-committee"));
        string file = Path.Combine(_world.Scenarios, "..", "institutions", "my-committee.yaml"), form = File.ReadAllText(file);
        Assert.Contains("no scenario names the institution, and it has not been read: 'my-committee'", Done(_shell.Run("check", "--quick")).Out, StringComparison.Ordinal);
        _world.WriteScenario("mine", "scenario: mine\ntitle: Mine\nextends: baseline\ninstitutions: [my-committee]\n");

        Said said = _shell.Run("check", "mine", "--quick");

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        string[] problems = [.. said.Out.Split('\n').Where(l => l.StartsWith("error:", StringComparison.Ordinal))];
        Assert.True(problems.Length == 3 && problems.All(p => p.Contains("unknown facility", StringComparison.Ordinal) || p.Contains("unknown use", StringComparison.Ordinal) || p.Contains("unknown source", StringComparison.Ordinal)), said.Out);
        File.WriteAllText(file, form.Replace("some-facility", "works", StringComparison.Ordinal).Replace("some-use-of-a-city", "motors-hill", StringComparison.Ordinal).Replace("some-source", "paper", StringComparison.Ordinal));
        Assert.Contains("1 institution", Done(_shell.Run("check", "mine", "--quick")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.BadInput, _shell.Run("new", "institution", "my-committee").ExitCode);
    }

    [Fact]
    public void Nothing_is_ever_overwritten()
    {
        Done(_shell.Run("new", "world", "my-town"));
        string row = Path.Combine(_world.Worlds, "my-town", "uses.csv");
        File.WriteAllText(row, "mine");
        foreach (string[] words in new string[][] { ["new", "world", "my-town"], ["new", "scenario", "my-town", "--world", "my-town"] })
        {
            Said said = _shell.Run(words);
            Assert.Equal(ExitCodes.BadInput, said.ExitCode);
            Assert.Contains("is not overwritten", said.Error, StringComparison.Ordinal);
        }

        Assert.Equal("mine", File.ReadAllText(row));
    }

    [Theory]
    [InlineData("My Town")]
    [InlineData("../elsewhere")]
    [InlineData("my_town")]
    [InlineData("-town")]
    [InlineData("")]
    public void A_name_that_cannot_be_a_folder_here_is_refused(string name)
    {
        Said said = _shell.Run("new", "world", name);

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        Assert.Single(Directory.GetDirectories(_world.Worlds));
        Assert.False(Directory.Exists(Path.Combine(_world.Worlds, "..", "elsewhere")));
    }

    [Theory]
    [InlineData("new")]
    [InlineData("new", "planet", "mars")]
    [InlineData("new", "scenario", "question", "--world", "tinny")]
    public void Words_that_mean_nothing_are_told_so(params string[] words)
    {
        Said said = _shell.Run(words);

        Assert.Equal(ExitCodes.BadInput, said.ExitCode);
        Assert.DoesNotContain("a fault it does not know", said.Error, StringComparison.Ordinal);
        Assert.NotEqual("", said.Error);
    }

    [Fact]
    public void A_third_chain_of_brine_carbonate_batteries_and_buses_runs_on_the_same_program()
    {
        Done(_shell.Run("new", "world", "lithium"));
        foreach ((string file, string text) in LithiumTables.Files) File.WriteAllText(Path.Combine(_world.Worlds, "lithium", file), text);

        Assert.Contains("No errors", Done(_shell.Run("check", "lithium")).Out, StringComparison.Ordinal);
        Done(_shell.Run("run", "lithium", "--futures", "3", "--out", _shell["out"]));
        string[] rows = File.ReadAllLines(Path.Combine(_shell["out"], "iamc.csv"));
        string buses = rows.First(r => r.Contains(",World,Output|Electric bus,", StringComparison.Ordinal));
        Assert.All(buses.Split(',')[5..], year => Assert.True(double.Parse(year, System.Globalization.CultureInfo.InvariantCulture) > 0.0, buses));
    }

    private static Said Done(Said said)
    {
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error + said.Out);
        return said;
    }
}
