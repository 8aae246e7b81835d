using System.Text.RegularExpressions;
using Offtake.Equilibrium;

namespace Offtake.Tests.Equilibrium;

/// <summary>The page that describes the file is true: its examples are read, solved and printed here.</summary>
public class FormatPageTests
{
    private const string Names = "goods: {wheat: tonnes, rice: tonnes}\nregions: [north, south, sea]\n";
    private const string Everywhere = "routes:\n  - {between: [north, south, sea], freight: 1}\n";

    private static readonly string Page = File.ReadAllText(Path.Combine(ValidationFolder.Path, "..", "..", "docs", "equilibrium-format.md")).ReplaceLineEndings("\n");

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Blocks("yaml").Length)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_can_be_read_and_solved(int index)
    {
        string block = Blocks("yaml")[index];
        string text = block.Contains("goods:", StringComparison.Ordinal) ? block
            : Names + (block.Contains("routes:", StringComparison.Ordinal) ? "" : Everywhere) + block;

        EquilibriumReading reading = EquilibriumFile.Parse(text, "page");

        Assert.True(reading.Faults.Count == 0, string.Join("\n", reading.Faults));
        SpatialEquilibrium found = Draft.Solve(reading.Problem!);
        Assert.All(reading.Expected?.Compare(found) ?? [], c => Assert.True(c.IsMet, c.ToString()));
    }

    [Fact]
    public void The_answer_shown_is_the_answer_given()
    {
        EquilibriumReading reading = EquilibriumFile.Parse(Blocks("yaml")[0], "page");

        Assert.Equal(Blocks("text")[0], EquilibriumReport.Text(SpatialSolver.Solve(reading.Problem!)));
    }

    [Fact]
    public void Every_key_the_reader_knows_is_on_the_page()
    {
        IEnumerable<string> keys = Directory.EnumerateFiles(Path.Combine(ValidationFolder.Path, "..", "..", "src", "Offtake.Equilibrium", "Reading"), "*Block*.cs")
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"(?:Keys =[^;]*?\[|OfMarkets|OfRegions)[^;]*;", RegexOptions.Singleline))
            .SelectMany(m => Regex.Matches(m.Value, "\"([a-z_]+)\"").Select(k => k.Groups[1].Value));

        Assert.All(keys.Distinct(), key => Assert.Contains(key, Page, StringComparison.Ordinal));
    }

    private static string[] Blocks(string language) =>
        [.. Regex.Matches(Page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value)];
}
