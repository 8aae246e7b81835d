using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Offtake.Cli;
using Offtake.Experiments.Tracing;
using Offtake.Model.Studies;
using Offtake.Tests.Cli;
using Offtake.Tests.Comparing;
using Offtake.World;

namespace Offtake.Tests.Evidence;

/// <summary>From every figure and every table of a report a reader can go to its trace, and the trace ends at witnesses or says why there are none.</summary>
public sealed class ReportTraceTests : IDisposable
{
    private static readonly Regex Command = new("Trace: <code>offtake evidence trace ([^<]+)</code>");
    private static readonly Regex Figure = new("<figure.*?</figure>", RegexOptions.Singleline);
    private static readonly Regex Table = new(@"</table></div>\n(?<after>.{0,60})", RegexOptions.Singleline);
    private static readonly Regex RowName = new("<th scope=\"row\" title=\"([^\"]+)\"");
    private Shell _shell = WineComparison.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_figure_and_table_of_a_run_has_a_trace()
    {
        _shell.RunShort("out", "rice-wine");
        FollowAll("out/report.html", "rice-wine");
        foreach (JsonElement figure in _shell.Json("out/summary.json").GetProperty("figures").EnumerateArray()) Follow(figure.GetProperty("trace").GetString()!, "rice-wine");
    }

    [Fact]
    public void Every_figure_and_table_and_every_outcome_of_a_comparison_has_a_trace()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("compare", "rice-wine", "subsidy", "stop", "--futures", "4", "--out", "out").ExitCode);
        FollowAll("out/report.html", "subsidy");
        JsonElement[] outcomes = [.. _shell.Json("out/compare.json").GetProperty("outcomes").EnumerateArray()];
        Assert.Contains(outcomes, o => o.GetProperty("id").GetString() == "short-bottled-wine-china");
        foreach (JsonElement outcome in outcomes)
        {
            Follow(outcome.GetProperty("trace").GetString()!, "subsidy");
            Follow(outcome.GetProperty("id").GetString()!, "subsidy");
        }
    }

    [Fact]
    public void Every_plan_says_who_announced_it_and_what_in_the_model_it_rests_on_or_that_nothing_does()
    {
        _shell.Dispose();
        _shell = WinePlans.In(new Shell(), "sales,output,Somebody,wine,kl,2024,2026,1,,,wine,used,bottled-wine,,sum,1,", "none,output,Somebody,wine,kl,2023,2024,1,1,,wine,,,,,,");
        _shell.RunShort("out", "rice-wine");
        Assert.Contains("title=\"plans/sales/2026\"", File.ReadAllText(_shell["out/report.html"]), StringComparison.Ordinal);
        FollowAll("out/report.html", "rice-wine");
        Assert.NotEmpty(_shell.Run("evidence", "trace", "plans/sales", "rice-wine", "--json").Json.GetProperty("parameters").EnumerateArray());
        Assert.Contains("Said by", _shell.Run("evidence", "trace", "plans/none/2024", "rice-wine").Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Done, _shell.Run("compare", "rice-wine", "subsidy", "--futures", "3", "--out", "compared").ExitCode);
        FollowAll("compared/report.html", "subsidy");
        foreach (JsonElement outcome in _shell.Json("compared/compare.json").GetProperty("outcomes").EnumerateArray()) Follow(outcome.GetProperty("trace").GetString()!, "subsidy");
    }

    [Fact]
    public void Every_figure_and_table_of_a_study_has_a_trace_that_needs_no_scenario()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("explore", "wine", "--out", "out").ExitCode);
        FollowAll("out/report.html", null);
        foreach (JsonElement outcome in _shell.Json("out/summary.json").GetProperty("outcomes").EnumerateArray()) Follow(outcome.GetProperty("trace").GetString()!, null);
    }

    [Fact]
    public void Every_figure_and_table_of_a_weighing_has_a_trace()
    {
        Assert.Equal(ExitCodes.Done, _shell.Run("evidence", "weigh", "stop", "--against", "rice-wine", "--futures", "3", "--out", "out", "--outcome", "drunk").ExitCode);
        FollowAll("out/weigh.html", "stop");
    }

    [Fact]
    public void Every_variable_and_every_kind_of_event_says_who_makes_it()
    {
        Assert.Equal(Enum.GetValues<ChainVariable>(), VariableMakers.All.Select(m => m.Variable).Order());
        string recorders = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "src", "Offtake.Experiments", "Recording"), "*.cs").Select(File.ReadAllText));
        string[] kinds = [.. Regex.Matches(recorders, "Stand(?:Apart)?\\(future, month, (?:mines \\? \"(?<kind>[a-z-]+)\" : )?\"(?<kind>[a-z-]+)\"").SelectMany(m => m.Groups["kind"].Captures.Select(c => c.Value)).Distinct()];
        Assert.NotEmpty(kinds);
        Assert.Equal(kinds.Order(StringComparer.Ordinal), EventMakers.All.Select(e => e.Kind).Order(StringComparer.Ordinal));

        string pages = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs", "model"), "*.md").Select(File.ReadAllText));
        Assert.All(VariableMakers.All.SelectMany(m => m.Equations).Concat(EventMakers.All.SelectMany(e => e.Equations)).Distinct(), e => Assert.Contains($"### {e} ", pages, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_can_be_traced_in_a_world_that_has_it()
    {
        var scenario = ScenarioReader.Read(FileFinder.Scenarios(Root)!, "yuecheng", FileFinder.Worlds(Root)!).Value!;
        Assert.All(Enum.GetValues<ChainVariable>(), v => Assert.True(EvidenceTrace.Of(TraceName.Of(v), scenario) is { Parameters.Count: > 0 }, $"{v}"));
        string[] patterns = [.. VariableMakers.All.SelectMany(m => m.Reads).Concat(EventMakers.All.SelectMany(e => e.Reads)).Distinct()];
        Assert.All(patterns, p => Assert.NotNull(EvidenceTrace.Of(p, scenario)));
    }

    [Fact]
    public void A_measurement_is_nearest_to_the_numbers_of_its_own_place()
    {
        JsonElement trace = _shell.Run("evidence", "trace", "modelled/price/bottled-wine/china", "rice-wine", "--json").Json;
        string[] ids = [.. trace.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
        Assert.Contains("markets/bottled-wine/china/price_usd_per_unit", ids);
        Assert.DoesNotContain(ids, i => i.StartsWith("markets/", StringComparison.Ordinal) && i.Contains("rest-of-world", StringComparison.Ordinal));
        Assert.DoesNotContain(ids, i => i.StartsWith("markets/paddy", StringComparison.Ordinal));
        Assert.Contains("PRI-1", trace.GetProperty("made")[0].GetProperty("equations").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(ids.Length, trace.GetProperty("witnesses").EnumerateArray().Sum(w => w.GetProperty("numbers").GetInt32()));
    }

    [Theory]
    [InlineData("modelled/prise/bottled-wine/chnia", "did you mean 'modelled/price/bottled-wine/china'?")]
    [InlineData("outcomes/drunck", "did you mean 'outcomes/drunk'?")]
    [InlineData("shrot", "did you mean 'short'?")]
    [InlineData("events/quota-bond", "did you mean 'events/quota-bound'?")]
    [InlineData("studies/wine/drunck", "did you mean 'drunk'?")]
    [InlineData("studies/wien", "did you mean 'wine'?")]
    [InlineData("ledgr", "did you mean 'ledger'?")]
    public void A_misspelt_name_is_refused_with_the_nearest_one(string name, string remedy) => _shell.Run("evidence", "trace", name, "rice-wine").Refused(remedy);

    private static string Root => Path.GetDirectoryName(FileFinder.Worlds(AppContext.BaseDirectory)!)!;

    private void FollowAll(string page, string? scenario)
    {
        string html = File.ReadAllText(_shell[page]);
        MatchCollection figures = Figure.Matches(html);
        Assert.NotEmpty(figures);
        Assert.All(figures, f => Assert.Matches(Command, f.Value));
        Assert.All(Table.Matches(Figure.Replace(html, "")), t => Assert.StartsWith("<p class=\"source\">Trace: <code>", t.Groups["after"].Value, StringComparison.Ordinal));
        foreach (string command in Command.Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct()) Follow(command, scenario, isWhole: true);
        foreach (string name in RowName.Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct()) Follow(name, name.StartsWith(TraceName.Studies, StringComparison.Ordinal) ? null : scenario ?? "rice-wine");
    }

    private void Follow(string name, string? scenario, bool isWhole = false)
    {
        string[] words = isWhole ? name.Split(' ') : [name, .. scenario is null ? Array.Empty<string>() : [scenario]];
        if (isWhole && scenario is not null) Assert.Equal(scenario, words[^1]);
        Said said = _shell.Run(["evidence", "trace", .. words, "--json"]);
        Assert.True(said.ExitCode == ExitCodes.Done, $"{name}: {said.Error}");
        bool isVouchedFor = said.Json.GetProperty("parameters").GetArrayLength() > 0 && said.Json.GetProperty("witnesses").GetArrayLength() > 0;
        Assert.True(isVouchedFor || said.Json.GetProperty("facts").EnumerateArray().Any(f => Regex.IsMatch(f.GetString()!, "no number|nobody vouches|cannot happen|No institution")), $"{name} ends at no witness and does not say why");
    }
}
