using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Offtake.Model.Studies;
using Offtake.Reporting;
using Offtake.Results.Studies.Findings;
using Offtake.Tests.Experiments.Findings;
using Offtake.Tests.Results;

namespace Offtake.Tests.Reporting;

public class StudyReportTests
{
    private const string Attack = "<script>alert('x')</script>";

    private static readonly MadeUpStudy Study = new()
    {
        Futures = 600, Inputs = 3, Policies = ["as-is", "more", "less"], Lever = [0.0, 1.0, 2.0],
        Outcomes =
        [
            (Better.Higher, (p, x, c) => x[0] + (p * (x[1] - 0.3)) + MadeUpStudy.Noise(c, p, 0.2)),
            (Better.Lower, (p, x, _) => x[2] > 0.5 ? double.NaN : x[0]),
            (Better.Unsaid, (_, _, _) => double.NaN),
            (Better.Higher, (_, _, _) => 7.0),
        ],
        Conditions = [new Condition("It is rationed for a year", 0, 0.8, null), new Condition("It never happens", 3, 8, null)],
        Maps = [new WinnerMap(0, 0, 1), new WinnerMap(2, 1, 2)],
        IsRefused = f => f == 17,
    };

    private static readonly Lazy<string> Usual = new(() => Page(Study.Find()));

    [Fact]
    public void The_page_holds_no_script_and_fetches_nothing() =>
        Assert.DoesNotMatch(new Regex(@"<script|<link|<iframe|<img|<object|\bsrc=|url\(|@import|\son\w+=", RegexOptions.IgnoreCase), Usual.Value);

    [Fact]
    public void Every_outcome_policy_uncertainty_and_condition_appears()
    {
        Assert.All(Study.Header.Outcomes, o => Assert.Contains(o.Title, Usual.Value));
        Assert.All(Study.Header.Policies, p => Assert.Contains(p.Title, Usual.Value));
        Assert.All(Study.Header.Uncertainties, u => Assert.Contains(u.Title, Usual.Value));
        Assert.All(Study.Header.Conditions, c => Assert.Contains(c.Title, Usual.Value));
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void No_study_makes_the_page_print_what_is_not_a_number(int number)
    {
        string page = Page(Kinds[number].Find());
        Assert.DoesNotContain("NaN", page);
        Assert.DoesNotContain("∞", page);
        Assert.DoesNotContain("Infinity", page);
    }

    [Fact]
    public void Every_picture_is_well_formed_and_every_figure_has_a_source_and_its_numbers()
    {
        Assert.All(Regex.Matches(Usual.Value, "<svg xmlns.*?</svg>", RegexOptions.Singleline), p => Assert.NotEmpty(XDocument.Parse(p.Value).Root!.Attribute("aria-label")!.Value));
        string[] figures = [.. Regex.Matches(Usual.Value, "<figure .*?</figure>", RegexOptions.Singleline).Select(m => m.Value)];
        Assert.True(figures.Length >= 5);
        Assert.All(figures, (f, i) =>
        {
            Assert.Contains($"Figure {i + 1}.", f);
            Assert.Contains("Source: ", f);
            Assert.Contains("<details><summary>Numbers behind figure", f);
        });
    }

    [Fact]
    public void Titles_from_the_files_of_users_cannot_become_tags() => Assert.DoesNotContain("<script", Page((Study with { Title = Attack }).Find()));

    [Fact]
    public void Few_futures_never_show_percentiles() => Assert.DoesNotContain("5–95", Page((Study with { Futures = 8 }).Find()));

    [Fact]
    public void Indices_are_named_after_Sobol_only_where_points_lie_in_pairs()
    {
        Assert.DoesNotContain("total index", Usual.Value);
        Assert.DoesNotContain("total index", Page((Study with { IsCorrelated = true }).Find()));
        Assert.Contains("total index", Page((Study with { Indices = IndexDesign.Total }).Find()));
    }

    [Fact]
    public void The_verdict_names_the_winner_and_what_one_must_believe()
    {
        StudyProse prose = StudyReport.Prose(Study.Find());

        Assert.Contains(prose.Verdict, s => s.Text.Contains("“Thing less” is better than “Thing as-is” on average"));
        Assert.Contains(prose.Verdict, s => s.Topic == "What you must believe" && Regex.IsMatch(s.Text, @"Thing u1 above 0\.(29|30)"));
        Assert.Contains(prose.Boxes[0], b => Regex.IsMatch(b, @"^In \d+.% of the futures where thing u\d .*, it is rationed for a year \(\d+.% of all such futures\); elsewhere in .*%\."));
        Assert.All(prose.Boxes[1], b => Assert.Contains("it comes about in no future", b));
    }

    [Fact]
    public void The_summary_is_one_document_without_invented_numbers()
    {
        StudyFindings findings = Study.Find();
        JsonElement root = JsonDocument.Parse(StudySummaryWriter.Text(findings, StudyReport.Prose(findings))).RootElement;

        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(599, root.GetProperty("study").GetProperty("independentFutures").GetInt32());
        Assert.Equal(1, root.GetProperty("study").GetProperty("refusedFutures").GetInt32());
        Assert.Equal(["y-0", "y-1", "y-2", "y-3"], root.GetProperty("outcomes").EnumerateArray().Select(o => o.GetProperty("id").GetString()!));
        JsonElement none = root.GetProperty("outcomes")[2].GetProperty("levels")[0];
        Assert.Equal(JsonValueKind.Null, none.GetProperty("median").ValueKind);
        Assert.Equal(1.0, none.GetProperty("missingShare").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("maps")[1].GetProperty("cells").EnumerateArray().Select(c => c.GetProperty("winner")).FirstOrDefault(JsonDocument.Parse("null").RootElement).ValueKind);
    }

    [Fact]
    public void The_flat_table_has_a_row_a_future_and_policy_and_leaves_absent_values_empty()
    {
        using ScratchFolder folder = new();
        Study.With(results =>
        {
            OutcomeTable.Fill(results, folder["outcomes.csv"]);
            return 0;
        });
        string[] lines = File.ReadAllLines(folder["outcomes.csv"]);

        Assert.Equal("future,policy,u0,u1,u2,y_0,y_1,y_2,y_3", lines[0]);
        Assert.Equal(1 + (599 * 3), lines.Length);
        Assert.All(lines.Skip(1), l => Assert.EndsWith(",,7", l));
        Assert.DoesNotContain(lines, l => l.StartsWith("18,", StringComparison.Ordinal));
    }

    public static TheoryData<int> Studies => [.. Enumerable.Range(0, Kinds.Length)];

    private static MadeUpStudy[] Kinds =>
    [
        Study, Study with { Futures = 3 }, Study with { Futures = 1 }, Study with { Futures = 20, IsRefused = _ => true }, Study with { Inputs = 3, IsCorrelated = true },
        Study with { Indices = IndexDesign.Total, Futures = 6 * 64, IsRefused = f => f == 40 }, Study with { Indices = IndexDesign.SecondOrder, Futures = 10 * 64 },
        Study with { Policies = ["as-is"], Lever = [] }, Study with { Inputs = 0, Maps = [], Conditions = [], Outcomes = [(Better.Higher, (p, _, c) => p + c)] },
    ];

    private static string Page(StudyFindings findings)
    {
        using StringWriter to = new();
        StudyReport.Write(findings, StudyReport.Prose(findings), to);
        return to.ToString();
    }
}
