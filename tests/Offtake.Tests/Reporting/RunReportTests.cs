using System.Text.RegularExpressions;
using System.Xml.Linq;
using Offtake.Reporting;
using Offtake.Results;

namespace Offtake.Tests.Reporting;

public class RunReportTests
{
    private const string Attack = "<script>alert('x')</script>";

    private static readonly Lazy<string> Usual = new(() => Write(MadeUpRun.Of()));

    [Fact]
    public void The_page_holds_no_script_and_fetches_nothing()
    {
        Assert.DoesNotMatch(new Regex(@"<script|<link|<iframe|<img|<object|\bsrc=|url\(|@import|\son\w+=", RegexOptions.IgnoreCase), Usual.Value);
        Assert.DoesNotContain("href=\"javascript", Usual.Value);
    }

    [Fact]
    public void Every_picture_on_the_page_is_well_formed_and_named()
    {
        MatchCollection pictures = Regex.Matches(Usual.Value, "<svg xmlns.*?</svg>", RegexOptions.Singleline);

        Assert.True(pictures.Count > 30);
        Assert.All(pictures, p => Assert.NotEmpty(XDocument.Parse(p.Value).Root!.Attribute("aria-label")!.Value));
    }

    [Fact]
    public void Every_figure_has_a_number_a_source_and_its_numbers_behind_it()
    {
        string[] figures = [.. Regex.Matches(Usual.Value, "<figure .*?</figure>", RegexOptions.Singleline).Select(m => m.Value)];

        Assert.True(figures.Length >= 10);
        Assert.All(figures, (f, i) =>
        {
            Assert.Contains($"Figure {i + 1}.", f);
            Assert.Contains("Source: ", f);
            Assert.Contains("<details><summary>Numbers behind figure", f);
        });
    }

    [Fact]
    public void The_page_stays_below_three_megabytes() => Assert.True(Usual.Value.Length < 3_000_000);

    [Fact]
    public void The_verdict_has_five_to_eight_findings_with_ranges_and_standing()
    {
        string verdict = Regex.Match(Usual.Value, "<dl class=\"verdict\">.*?</dl>", RegexOptions.Singleline).Value;

        Assert.InRange(Regex.Count(verdict, "<dt>"), 5, 8);
        Assert.Contains("(8 futures: ", verdict);
        Assert.True(Regex.Count(verdict, "class=\"tag ") >= Regex.Count(verdict, "<dt>") - 1);
        Assert.Contains("no material effect", verdict);
    }

    [Fact]
    public void Eight_futures_never_show_percentiles()
    {
        Assert.DoesNotContain("percentile", Usual.Value);
        Assert.Contains("5th to 95th percentile", Write(MadeUpRun.Of(futures: 25, months: 12)));
    }

    [Fact]
    public void Ids_and_titles_from_the_files_of_users_cannot_become_tags()
    {
        RunResults run = MadeUpRun.Of(futures: 2, months: 24);
        var titles = MadeUpWorld.Titles.ToDictionary(t => t.Key, t => Attack + t.Value);
        string page = Write(run with
        {
            Titles = titles,
            Story = Attack,
            Warnings = [Attack],
            Events = [.. run.Events.Select(e => e with { Kind = Attack, Subject = Attack })],
            Figures = [.. run.Figures.Select(f => f with { Title = Attack, Source = Attack, Unit = Attack })],
            Manifest = run.Manifest with { ScenarioTitle = Attack, WorldTitle = Attack, Program = Attack },
            Evidence = run.Evidence with { Assumptions = [new AssumptionLine(Attack, 1, 0, 2, Attack, Attack, 3)], Sources = [new SourceLine("s", Attack, "2020", Attack, Attack, Attack, 1)] },
        });

        Assert.DoesNotContain("<script", page);
        Assert.Contains("&lt;script&gt;", page);
        Assert.All(Regex.Matches(page, "<svg xmlns.*?</svg>", RegexOptions.Singleline), p => XDocument.Parse(p.Value));
    }

    [Fact]
    public void A_run_without_panels_is_reported_as_not_recorded()
    {
        string page = Write(MadeUpRun.Of(1, 12) with { Panels = new Dictionary<string, Panel>(), Figures = [], Events = [] });

        Assert.Contains("Prices: not recorded", page);
        Assert.Contains("Flows: not recorded", page);
        Assert.Contains("How to read this", page);
    }

    [Fact]
    public void Panels_that_hold_only_missing_values_never_turn_into_zeros()
    {
        RunResults run = MadeUpRun.Of(2, 24);
        var empty = run.Panels.ToDictionary(p => p.Key, p => new Panel(p.Value.Name, p.Value.Keys, p.Value.Entities, p.Value.Columns, p.Value.Frequency, 2, p.Value.First, p.Value.PeriodCount));
        string page = Write(run with { Panels = empty });

        Assert.Contains("not recorded", page);
        Assert.DoesNotContain("<strong>0", page);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(2, 12)]
    [InlineData(1, 30)]
    public void Short_runs_are_reported_too(int futures, int months) => Assert.Contains("How to read this", Write(MadeUpRun.Of(futures, months)));

    [Fact]
    public void A_world_without_cities_has_no_section_on_cities()
    {
        RunResults run = MadeUpRun.Of(2, 24);
        Panel use = run.Panels["use"];
        IReadOnlyList<IReadOnlyList<string>> noCities = [.. use.Entities.Select(e => (IReadOnlyList<string>)[e[0], e[1], e[2], "", e[4]])];
        var panels = run.Panels.Where(p => p.Key != "city").ToDictionary(p => p.Key, p => p.Value);
        panels["use"] = new Panel("use", use.Keys, noCities, use.Columns, use.Frequency, 2, use.First, use.PeriodCount);
        string page = Write(run with { Panels = panels });

        Assert.DoesNotContain("id=\"cities\"", page);
        Assert.DoesNotContain("id=\"materiality\"", page);
    }

    [Fact]
    public void The_command_to_run_it_again_is_on_the_page() => Assert.Contains("offtake run baseline --from 2025-01 --to 2040-12 --futures 8 --seed 20260101", Usual.Value);

    [Fact]
    public void The_same_results_give_the_same_page() => Assert.Equal(Usual.Value, Write(MadeUpRun.Of()));

    private static string Write(RunResults run)
    {
        using var page = new StringWriter();
        RunReport.Write(run, page);
        return page.ToString();
    }
}
