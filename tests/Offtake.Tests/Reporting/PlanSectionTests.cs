using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Results.Comparisons;
using Offtake.Results.Plans;
using Offtake.Results.Studies.Findings;
using Offtake.Tests.Cli;
using Offtake.Tests.Comparing;
using Offtake.Tests.Evidence;

namespace Offtake.Tests.Reporting;

/// <summary>Announced against realised on both pages and in both documents: the same numbers, and nothing where there are no plans.</summary>
public sealed class PlanSectionTests
{
    private const string Attack = "<script>alert('x')</script>";

    private static PlanLine Line(string id, double? realised, double? byRecord, params PlanReach[] reached) => new(
        id, "fleet", "A city" + Attack, "drones in use", "units", 2024, "2027", false, 1000, realised, realised / 1000, byRecord, "all drones", [new SourceLine("s", "Gazette", "2024", "press", "A notice", "https://example.org/s", 0)], "", "plans.csv:2", reached);

    private static PlanReach Measured(double share) => new("a", PlanStanding.Measured, new Interval(share, 0.2, 0.6), Band.Of([800, 900, 1100]), 1.0);

    private static PlanReach Without(PlanStanding standing) => new("a", standing, Interval.None, Band.Of([]), 1.0);

    private static readonly PlanFindings Plans = new(
        [Line("open", null, 0.31, Measured(0.37)), Line("late", null, 0.31, Without(PlanStanding.OutsideRun)), Line("other", null, 0.31, Without(PlanStanding.NotInModel)), Line("over", 520, null, Without(PlanStanding.OutsideRun))],
        [new KindRecord("fleet", 4, 1, 0, 3, 0.52, 0.3, 0.31), new KindRecord("fund", 2, 0, 0, 3, null, null, null)],
        [new ChangedDefinition("open", "A city", "drones in use", "2026", "all drones", "2027", "drones of the city", "plans.csv:3")]);

    private static string Page(PlanFindings plans)
    {
        using StringWriter to = new();
        RunReport.Write(MadeUpRun.Of(futures: 3, months: 24) with { Plans = plans }, to);
        return to.ToString();
    }

    private static string Words(string html) => System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")).Replace('\u00A0', ' ');

    [Fact]
    public void Both_chances_the_ratio_the_alarm_and_the_sources_stand_on_the_page()
    {
        string section = Regex.Match(Page(Plans), "<section id=\"plans\">.*?</section>", RegexOptions.Singleline).Value, words = Words(section);
        Assert.Contains("31 %", words);
        Assert.Matches(@"37 %\s+\(20–60\)", words);
        Assert.Contains("900 units", words);
        Assert.Contains("0.52", words);
        Assert.Contains("not in these months", words);
        Assert.Contains("not in the model", words);
        Assert.Contains("in 2026 “all drones”, in 2027 “drones of the city”", words);
        Assert.Contains("Half of such plans come to 52 % of what was announced or less; the chance that the next is met is 31 %", words);
        Assert.Contains("fund (two over)", words);
        Assert.Contains("https://example.org/s", section);
        Assert.DoesNotContain("<script", section);
    }

    [Fact]
    public void Without_plans_there_is_no_section_and_the_document_says_null()
    {
        Assert.DoesNotContain("id=\"plans\"", Page(PlanFindings.None));
        RunResults run = MadeUpRun.Of(futures: 2, months: 12);
        Assert.Null(JsonNode.Parse(SummaryWriter.Text(run))!["plans"]);
    }

    [Fact]
    public void The_document_holds_what_the_page_shows_and_null_for_what_is_not_known()
    {
        JsonNode plans = JsonNode.Parse(SummaryWriter.Text(MadeUpRun.Of(futures: 2, months: 12) with { Plans = Plans }))!["plans"]!;
        JsonNode open = plans["plans"]![0]!, late = plans["plans"]![1]!;
        Assert.Equal(0.37, open["runs"]![0]!["reached"]!["value"]!.GetValue<double>());
        Assert.Null(open["realised"]);
        Assert.Equal("outside-run", late["runs"]![0]!["standing"]!.GetValue<string>());
        Assert.Null(late["runs"]![0]!["reached"]);
        Assert.Equal(4, plans["priors"]![0]!["ratios"]!.GetValue<int>());
        Assert.Null(plans["priors"]![1]!["probabilityMet"]);
        Assert.Equal("drones of the city", plans["changedDefinitions"]![0]!["to"]!.GetValue<string>());
    }

    [Fact]
    public void A_comparison_shows_the_chance_under_every_scenario_as_its_futures_have_it()
    {
        using Shell shell = WinePlans.In(
            new Shell(), "wine,output,Somebody,wine drunk,kl,2024,2027,1,,,bottled wine,used,bottled-wine,,sum,1,", "wine-price,price,Somebody,price of wine,USD per kl,2024,2027,1,,lower,bottled wine,price,bottled-wine,china,mean,1,");
        ComparisonFindings findings = WineComparison.Find(shell, 3, "rice-wine", "subsidy");
        Assert.Equal([1.0, 1.0], findings.Plans.Plans[0].Reached.Select(r => r.Share.Value));
        Assert.Equal([0.0, 0.0], findings.Plans.Plans[1].Reached.Select(r => r.Share.Value));
        Assert.Equal(["rice-wine", "subsidy"], findings.Plans.Plans[0].Reached.Select(r => r.Scenario));
        Assert.Equal(findings.Study.Outcomes.Single(o => findings.Study.Header.Outcomes[o.Outcome].Id == "plan-wine-2027").Levels.Select(l => l.Band.Median), findings.Plans.Plans[0].Reached.Select(r => r.Modelled.Median));

        using StringWriter to = new();
        ComparisonReport.Write(findings, to);
        Assert.Contains("Somebody: wine drunk", Words(Regex.Match(to.ToString(), "<section id=\"targets\">.*?</section>", RegexOptions.Singleline).Value));
    }
}
