using Offtake.Experiments;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Tests.Experiments;

public class GoldenTests
{
    [Theory]
    [InlineData("baseline")]
    [InlineData("hands-off")]
    [InlineData("history")]
    [InlineData("history-ratio")]
    [InlineData("history-response")]
    [InlineData("rice-wine")]
    [InlineData("two-chains")]
    [InlineData("export-stop")]
    [InlineData("western-magnets")]
    [InlineData("slow-down")]
    [InlineData("yuecheng")]
    [InlineData("baotou")]
    [InlineData("nanshan-zhanggong")]
    [InlineData("state-assets")]
    [InlineData("command-chain")]
    [InlineData("inspection-deters")]
    [InlineData("full-system")]
    [InlineData("western-toolkit")]
    [InlineData("aligned-west")]
    [InlineData("export-softening")]
    [InlineData("myanmar-closure")]
    [InlineData("retaliation")]
    [InlineData("programme-ends-2030")]
    public void A_shipped_scenario_gives_what_was_last_accepted(string id)
    {
        Scenario scenario = Read(id);
        Golden fresh = Golden.Of(new Ensemble(scenario, new RunPlan(Golden.Seed, Golden.Futures, 2)).Run());
        IReadOnlyList<string> moved = GoldenComparison.Differences(Golden.Read(Path.Combine(Scenarios, id, "golden.json")), fresh, scenario.From);
        Assert.True(moved.Count == 0, $"{id} moved; if that is meant, run 'offtake accept {id} --reason WHY':\n{string.Join('\n', moved)}");
    }

    [Fact]
    public void A_moved_result_is_named_by_its_first_month_and_figures()
    {
        var before = new Golden(Golden.ThisPlatform, [["a", "b", "c"]], new Dictionary<string, double> { ["price x 2025, future 1"] = 1.0, ["price x 2026, future 1"] = 2.0 });
        var after = new Golden(Golden.ThisPlatform, [["a", "B", "C"]], new Dictionary<string, double> { ["price x 2025, future 1"] = 1.0, ["price x 2026, future 1"] = 2.5 });
        Assert.Equal(["future 1 differs from 2025-02 on.", "price x 2026, future 1: 2 -> 2.5"], GoldenComparison.Differences(before, after, Month.Of(2025, 1)));
    }

    [Fact]
    public void Another_kind_of_machine_may_round_the_last_bits_but_not_move_a_figure()
    {
        var here = new Golden("here", [["a"]], new Dictionary<string, double> { ["price x 2025, future 1"] = 1.0 });
        var there = new Golden("there", [["b"]], new Dictionary<string, double> { ["price x 2025, future 1"] = 1.0 + 1e-9 });
        var wrong = there with { Figures = new Dictionary<string, double> { ["price x 2025, future 1"] = 1.001 } };
        Assert.Empty(GoldenComparison.Differences(here, there, Month.Of(2025, 1)));
        Assert.Single(GoldenComparison.Differences(here, wrong, Month.Of(2025, 1)));
    }

    [Fact]
    public void A_golden_moves_only_with_a_reason_that_reaches_the_changelog()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string golden = Path.Combine(folder, "golden.json"), changelog = Path.Combine(folder, "CHANGELOG.md");
        File.WriteAllText(changelog, "# Changelog\n\n### Results changed\n\n- older\n");
        var fresh = new Golden("here", [["a"]], new Dictionary<string, double>());
        Assert.Throws<ArgumentException>(() => GoldenComparison.Accept(fresh, golden, changelog, "s", " ", Month.Of(2025, 1)));
        Assert.False(File.Exists(golden));
        GoldenComparison.Accept(fresh, golden, changelog, "s", "a better price rule", Month.Of(2025, 1));
        Assert.Equal(fresh.Digests, Golden.Read(golden).Digests);
        Assert.Contains("- `s`: a better price rule (accepted for the first time)\n\n- older", File.ReadAllText(changelog), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static string Scenarios => FileFinder.Scenarios(AppContext.BaseDirectory)!;

    private static Scenario Read(string id) => ScenarioReader.Read(Scenarios, id, FileFinder.Worlds(AppContext.BaseDirectory)!).Value!;
}
