using Offtake.Experiments;
using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Tests.Cli;
using Offtake.World;
using Offtake.World.Checking;

namespace Offtake.Tests.Evidence;

/// <summary>The shipped evidence: every figure has a trace, every number a row, and the box of a report is what plain counting gives.</summary>
public sealed class TraceTests
{
    private static readonly string Worlds = FileFinder.Worlds(AppContext.BaseDirectory)!;
    private static readonly string Scenarios = FileFinder.Scenarios(AppContext.BaseDirectory)!;
    private static readonly Lazy<Scenario> Yuecheng = new(() => Read("yuecheng"));

    private static Scenario Read(string id) => ScenarioReader.Read(Scenarios, id, Worlds).Value!;

    [Fact]
    public void Every_figure_of_a_report_has_a_trace_that_ends_at_numbers_with_witnesses()
    {
        Scenario scenario = Yuecheng.Value with { To = Yuecheng.Value.From + 11 };
        RunResults results = new Ensemble(scenario, new RunPlan(1, 1, 1)).Run();
        Assert.NotEmpty(results.Figures);
        foreach (Figure figure in results.Figures)
        {
            Trace? trace = EvidenceTrace.Of(figure.Id, scenario);
            Assert.True(trace is { Kind: "figure" } && trace.Parameters.Count > 0, figure.Id);
            Assert.All(trace!.Parameters, p => Assert.NotEmpty(p.Witnesses));
        }
    }

    [Fact]
    public void Every_number_of_every_kind_can_be_traced_and_says_which_phase_reads_it()
    {
        EvidenceLedger ledger = Yuecheng.Value.Chain.Evidence;
        Assert.All(ledger.Parameters, p => Assert.NotNull(ParameterReaders.Of(p.Id)));
        foreach (string name in EvidenceTrace.Names(Yuecheng.Value).Where((_, i) => i % 97 == 0)) Assert.NotNull(EvidenceTrace.Of(name, Yuecheng.Value));
        Assert.Null(EvidenceTrace.Of("no-such-thing", Yuecheng.Value));
    }

    [Fact]
    public void A_kind_of_witness_has_one_name_in_text_and_JSON()
    {
        using Shell shell = new();
        Said text = shell.Run("evidence", "trace", "ledger", "baseline"), json = shell.Run("evidence", "trace", "ledger", "baseline", "--json");
        Assert.Contains("state-media", text.Out, StringComparison.Ordinal);
        Assert.Contains("\"state-media\"", json.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("statemedia", text.Out + json.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void No_name_has_no_trace(string name)
    {
        using Shell shell = new();
        Assert.Contains("a trace needs a name", shell.Run("evidence", "trace", name, "baseline").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Equations_that_a_trace_names_stand_in_the_pages()
    {
        string pages = string.Concat(Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Worlds)!, "docs", "model"), "*.md").Select(File.ReadAllText));
        Assert.All(ParameterReaders.Equations, e => Assert.Contains($"### {e} ", pages, StringComparison.Ordinal));
    }

    [Fact]
    public void Rival_values_stand_side_by_side()
    {
        Trace magnets = EvidenceTrace.Of("blank-output-china-2024-acrei", Yuecheng.Value)!;
        Assert.Equal([300000.0, 260000.0], magnets.Rivals.Select(r => r.Value));
        Trace research = EvidenceTrace.Of("facts/research-outlay-hohhot-2022", Yuecheng.Value)!;
        Assert.Equal([4.45e9, 5.24e9], research.Rivals.Select(r => r.Value));
    }

    [Fact]
    public void No_pattern_of_a_shipped_claim_is_idle_and_every_shipped_check_can_be_put()
    {
        Scenario[] all = [.. ScenarioReader.Ids(Scenarios).Select(Read)];
        Assert.Empty(ClaimRoll.Idle(all));
        Assert.True(RecordCheckReader.ReadAll(Worlds).Succeeded);
    }

    [Fact]
    public void A_number_lists_a_figure_only_if_the_figure_lists_the_number_and_never_one_of_years_before()
    {
        Scenario scenario = Read("baseline");
        foreach (Parameter p in scenario.Chain.Evidence.Parameters.Where((_, i) => i % 97 == 0))
            foreach (string figure in EvidenceTrace.Of(p.Id, scenario)!.Figures)
                Assert.Contains(p.Id, EvidenceTrace.Of(figure, scenario)!.Parameters.Select(x => x.Id));

        string[] far = [.. scenario.Chain.Evidence.Parameters.Select(p => p.Id).Where(id => id.StartsWith("drivers/", StringComparison.Ordinal) && id.Split('/')[2] == "2040")];
        Assert.NotEmpty(far);
        Assert.All(far, id => Assert.DoesNotContain(EvidenceTrace.Of(id, scenario)!.Figures, f => f.EndsWith("-2025", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_report_changes_with_the_verdict_and_names_its_date()
    {
        Scenario before = Read("rice-wine");
        before = before with { To = before.From };
        EvidenceLedger ledger = before.Chain.Evidence;
        Verification found = new("YC-10", Aspect.Done, Verdict.Disputed, new DateOnly(2026, 11, 22), "wine", "00", "0 of 12 rows match.", "");
        Claim[] claims = [.. ledger.Claims.Select(c => c.Id == found.Claim ? c.With(found) : c)];
        Scenario after = before with { Chain = before.Chain with { Evidence = new EvidenceLedger(ledger.Sources, ledger.Assumptions, claims, ledger.Parameters) } };

        (string plain, RunResults first) = Report(before);
        (string changed, RunResults second) = Report(after);

        Assert.DoesNotContain("Checks against records", plain, StringComparison.Ordinal);
        Assert.Contains("Checks against records", changed, StringComparison.Ordinal);
        Assert.Contains("2026-11-22", changed, StringComparison.Ordinal);
        Assert.Contains("0 of 12 rows match.", changed, StringComparison.Ordinal);
        Assert.Equal(first.Evidence.Claims["done"]["unverified"] - 1, second.Evidence.Claims["done"]["unverified"]);
        Assert.Equal(1, second.Evidence.Claims["done"]["disputed"]);
        Assert.Contains("\"date\": \"2026-11-22\"", SummaryWriter.Text(second), StringComparison.Ordinal);
    }

    private static (string Text, RunResults Results) Report(Scenario scenario)
    {
        RunResults results = new Ensemble(scenario, new RunPlan(1, 1, 1)).Run();
        using StringWriter text = new();
        RunReport.Write(results, text);
        return (text.ToString(), results);
    }
}
