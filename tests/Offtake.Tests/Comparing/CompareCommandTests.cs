using System.Text.Json;
using System.Text.RegularExpressions;
using Offtake.Cli;
using Offtake.Experiments;
using Offtake.Model.Quantities;
using Offtake.Results;
using Offtake.Tests.Cli;
using Offtake.World;

namespace Offtake.Tests.Comparing;

/// <summary><c>offtake compare</c> from a shell.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private readonly Shell _shell = WineComparison.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_comparison_writes_a_report_that_fetches_nothing_and_tables_that_agree_with_each_other()
    {
        Said said = _shell.Run("compare", "rice-wine", "subsidy", "rice-wine+stop", "--futures", "3", "--out", "out", "--json");
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);

        string page = File.ReadAllText(_shell["out/report.html"]);
        Assert.DoesNotMatch(new Regex(@"<script|<link|<iframe|<img|<object|\bsrc=|url\(|@import|\son\w+=", RegexOptions.IgnoreCase), page);
        Assert.DoesNotMatch(new Regex(@"\bNaN\b|∞|Infinity"), page);
        Assert.Contains("3 futures", page, StringComparison.Ordinal);
        Assert.Contains("smallest to largest", page, StringComparison.Ordinal);
        Assert.DoesNotContain("5 to 95", page, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 9), n => Assert.Matches($"<h2>{n}\\. ", page));
        Assert.Equal(File.ReadAllText(_shell["out/compare.json"]), said.Out);

        Dictionary<string, string[]> rows = File.ReadAllLines(_shell["out/differences.csv"]).Skip(1).Select(Cells).ToDictionary(c => $"{c[1]}/{c[5]}");
        string[] head = Cells(File.ReadLines(_shell["out/differences.csv"]).First());
        int median = Array.IndexOf(head, "difference_median");
        foreach (JsonElement outcome in said.Json.GetProperty("outcomes").EnumerateArray())
            foreach (JsonElement c in outcome.GetProperty("comparisons").EnumerateArray())
            {
                string[] row = rows[$"{outcome.GetProperty("id").GetString()}/{c.GetProperty("policy").GetString()}"];
                JsonElement value = c.GetProperty("difference").GetProperty("median");
                Assert.Equal(value.ValueKind == JsonValueKind.Null ? "" : value.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture), row[median]);
            }
    }

    [Fact]
    public void Ranges_stand_below_their_middle_so_that_many_scenarios_fit_beside_each_other()
    {
        Said said = _shell.Run("compare", "rice-wine", "subsidy", "stop", "--futures", "3", "--out", "out");
        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);

        string page = File.ReadAllText(_shell["out/report.html"]);
        string[] cells = [.. Regex.Matches(page, "<div class=\"scroll [^\"]*wide\".*?</table>", RegexOptions.Singleline).SelectMany(t => Regex.Matches(t.Value, "<td class=\"n\">(.*?)</td>").Select(c => c.Groups[1].Value))];
        Assert.NotEmpty(cells);
        Assert.Contains(cells, c => c.Contains('('));
        Assert.All(cells.Where(c => c.Contains('(')), c => Assert.Matches(@"<br><span class=""note"">\(", c));
    }

    [Fact]
    public void Workers_change_no_bit()
    {
        foreach (string workers in new[] { "1", "3" }) _shell.Run("compare", "rice-wine", "stop", "--futures", "5", "--workers", workers, "--out", workers);

        Assert.Equal(File.ReadAllBytes(_shell["1/study.sqlite"]), File.ReadAllBytes(_shell["3/study.sqlite"]));
        Assert.Equal(File.ReadAllText(_shell["1/compare.json"]), File.ReadAllText(_shell["3/compare.json"]));
    }

    [Fact]
    public void A_future_of_a_comparison_is_that_of_a_run()
    {
        const int future = 1;
        RunResults run = new Ensemble(ScenarioReader.Read(_shell["scenarios"], "stop", _shell["worlds"], to: Month.Of(2028, 12)).Value!, new RunPlan(1, 2, 1)).Run();
        Panel use = run.Panels["use"];
        int[] wine = [.. Enumerable.Range(0, use.Entities.Count).Where(e => use.Entities[e].Contains("bottled-wine"))];
        double drunk = Enumerable.Range(12, 24).Sum(t => wine.Sum(e => use[future, t, e, use.ColumnOf("used_amount")]));

        Band compared = WineComparison.Find(_shell, 2, "rice-wine", "stop").Study.Outcomes[0].Levels[1].Band;

        Assert.Contains(new[] { compared.Low, compared.High }, v => Math.Abs(v - drunk) <= 1e-12 * drunk);
        Assert.NotEqual(compared.Low, compared.High);
    }

    [Fact]
    public void A_stopped_comparison_keeps_the_first_futures_as_they_would_be_in_a_whole_one()
    {
        using CancellationTokenSource stop = new();
        using Shell impatient = WineComparison.In(new Shell { Stop = stop.Token, Watcher = new StopAfter(2, stop) });

        Said said = impatient.Run("compare", "rice-wine", "stop", "--futures", "50", "--workers", "1", "--out", "out");

        Assert.Equal(ExitCodes.Stopped, said.ExitCode);
        int whole = impatient.Json("out/compare.json").GetProperty("futures").GetInt32();
        Assert.InRange(whole, 2, 49);
        Assert.True(impatient.Json("out/compare.json").GetProperty("stopped").GetBoolean());
        _shell.Run("compare", "rice-wine", "stop", "--futures", $"{whole}", "--out", "out");
        Assert.Equal(_shell.Json("out/compare.json").GetProperty("digest").GetString(), impatient.Json("out/compare.json").GetProperty("digest").GetString());
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_with_a_remedy()
    {
        _shell.Run("compare", "rice-wine").Refused("one scenario alone", "offtake run");
        _shell.Run("compare", "rice-wine", "stp").Refused("unknown scenario 'stp'", "did you mean 'stop'?");
        _shell.Run("compare", "rice-wine", "stop+stop").Refused("the same overlay twice", "name 'stop' once");
        _shell.Run("compare", "rice-wine", "stop", "--equal-money").Refused("no outcome of the comparison plays the part 'outlay'");
        _shell.Run("compare", "rice-wine", "stop", "--futures", "0").Refused("--futures");
        File.Delete(_shell["comparisons/rice-wine.yaml"]);
        _shell.Run("compare", "rice-wine", "stop").Refused("nobody says what is to be compared", "docs/compare.md");
    }

    [Theory]
    [InlineData("question: surplus, role: surplus", "question: surplos, role: surplus", "unknown question 'surplos'; did you mean 'surplus'?")]
    [InlineData("role: left", "role: lft", "unknown role 'lft'; did you mean 'left'?")]
    [InlineData("role: left", "role: absorbed", "a part is played twice: 'absorbed'")]
    [InlineData("comparison: rice-wine", "comparison: wine", "not named after its world")]
    [InlineData("each-in: [china, rest-of-world], period: 2027", "each-in: [china, mars], period: 2027", "'in' names nothing that this variable is of: 'mars'")]
    [InlineData("each-of: [bottled-wine], each-in", "of: paddy, each-of: [bottled-wine], each-in", "states both 'each-of' and 'of'")]
    public void A_fault_in_what_is_asked_is_reported(string old, string by, string sentence)
    {
        Assert.Contains(old, WineComparison.Text, StringComparison.Ordinal);
        File.WriteAllText(_shell["comparisons/rice-wine.yaml"], WineComparison.Text.Replace(old, by, StringComparison.Ordinal));

        _shell.Run("compare", "rice-wine", "stop").Refused("comparisons/rice-wine.yaml:", sentence);
    }

    [Fact]
    public void A_run_of_overlays_is_named_after_them()
    {
        Said said = _shell.Run("run", "subsidy+stop", "--futures", "1", "--to", "2025-06");

        Assert.True(said.ExitCode == ExitCodes.Done, said.Error);
        Assert.StartsWith("subsidy+stop-", Path.GetFileName(Assert.Single(Directory.GetDirectories(_shell["runs"]))), StringComparison.Ordinal);
        Assert.Contains("With subsidy + With stop", said.Out, StringComparison.Ordinal);
    }

    // Cells of a line of which some are in quotes.
    private static string[] Cells(string line) => [.. Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value)];

    private sealed class StopAfter(int futures, CancellationTokenSource stop) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value >= futures) stop.Cancel();
        }
    }
}
