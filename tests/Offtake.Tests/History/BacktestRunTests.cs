using System.Text.Json;
using System.Text.RegularExpressions;
using Offtake.History;
using Offtake.History.Series;
using Offtake.Model.Chain;
using Offtake.Model.History;
using Offtake.Model.Scenarios;
using Offtake.Reporting;
using Offtake.Results;
using Offtake.Results.Backtests;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.History.MadeUpHistory;

namespace Offtake.Tests.History;

/// <summary>A backtest from fits to page: bands, standing, JSON, report.</summary>
public sealed class BacktestRunTests
{
    private const string Attack = "<script>alert('x')</script>";

    private static readonly Score Error = ScoreOf(ScoreKind.LogRmse, "2025", "2027") with { Id = "error", Title = Attack, High = 0.5 };
    private static readonly Score Late = ScoreOf(ScoreKind.LogRmse, "2026", "2027") with { Id = "late", High = 0.5, AmbitiousHigh = 0.4 };
    private static readonly Score Inside = ScoreOf(ScoreKind.Coverage, "2025", "2027") with { Id = "inside", Low = 0.75 };
    private static readonly Score Shape = ScoreOf(ScoreKind.Peak, "2025", "2027") with { Id = "shape", Low = 1e9 };
    private static readonly Score Wedge = ScoreOf(ScoreKind.Wedge, "2026", "2026", AwayPrice) with { Id = "wedge", Against = HomePrice, Observed = 1.1, Low = 0.5, High = 2.0 };

    // What was observed is what the central path gives, or a multiple of it.
    private static readonly Lazy<double[]> CentralYears = new(() =>
    {
        Scenario scenario = TinyChain.Scenario(TinyChain.Draft(scatter: 0.2).Build(), 36);
        SeriesPlan plan = PlanOf(scenario.Chain, Error);
        HistoryPath path = new HistoryWalk(new ChainLayout(scenario.Chain), scenario, plan).Walk(new Dictionary<string, double>());
        return [.. new[] { "2025", "2026", "2027" }.Select(year => path.At(0, At(year)))];
    });

    private static Fit FitOf(string id, string window) => new(id, "one", window, 1, 0.5, 0.0, 0.0, "world", new Dictionary<string, double>());

    private static Backtest Made(double times = 1.0, string standing = "calibrated", params string[] imposes)
    {
        ValueChain chain = TinyChain.Draft(scatter: 0.2).Build();
        ObservedFigure[] observed = [.. CentralYears.Value.Select((price, i) => Observed(HomePrice, $"{2025 + i}", price * times))];
        Score[] scores = [.. new[] { Error, Late, Inside, Shape, Wedge }.Select(s => s with { Standing = standing })];
        Backtest backtest = MadeUpHistory.Of(chain with { Observed = observed }, scores);
        return backtest with
        {
            Variants = [backtest.Variants[0] with { Imposes = imposes }],
            Fits = [FitOf("seen", Backtest.FullWindow), FitOf("unseen", "to-2025")],
            Ablations = [new Ablation("thrift", "Thrift", "one", 0.1, 0.3, 0.2, ["error"], [])],
            Forecasts = [new Forecast("theirs", "Theirs", HomePrice, At("2027"), 1, 2, "USD/t", "them", "")],
        };
    }

    private static BacktestResults Run(Backtest backtest, string? window = null, int futures = 24, int workers = 2) =>
        BacktestRun.Of(backtest, new BacktestPlan(window, 1, futures, workers)).Value!.Run()!;

    private static ScoreResult Of(BacktestResults results, string score, string window) => results.Pooled(window).Single(s => s.Score.Id == score);

    [Fact]
    public void Coverage_is_whole_when_the_band_holds_the_figures_and_nothing_when_the_path_is_elsewhere()
    {
        Assert.Equal(1.0, Of(Run(Made()), "inside", "full").Value);
        Assert.Equal(0.0, Of(Run(Made(times: 10)), "inside", "full").Value);
    }

    [Fact]
    public void Only_what_fits_have_not_seen_is_predicted()
    {
        BacktestResults results = Run(Made(), futures: 0);
        Assert.Equal(Standing.Calibrated, Of(results, "late", "full").Standing);
        Assert.Equal(Standing.Predicted, Of(results, "late", "to-2025").Standing);
        Assert.Equal(Standing.Calibrated, Of(results, "error", "to-2025").Standing);
        Assert.Equal(Standing.Imposed, Of(Run(Made(imposes: ["late"]), futures: 0), "late", "to-2025").Standing);
        Assert.Equal(Standing.Imposed, Of(Run(Made(standing: "imposed"), futures: 0), "late", "to-2025").Standing);
    }

    [Fact]
    public void Workers_do_not_change_a_byte() =>
        Assert.Equal(BacktestWriter.Text(Run(Made(), workers: 1)), BacktestWriter.Text(Run(Made(), workers: 3)));

    [Fact]
    public void Without_fits_the_worlds_own_numbers_are_walked()
    {
        FitLine fit = Assert.Single(Run(Made(), BacktestResults.Unfitted, futures: 0).Fits);
        Assert.Equal(("one-unfitted", BacktestResults.Unfitted), (fit.Id, fit.Window));
    }

    [Fact]
    public void A_window_without_fits_is_refused() =>
        Assert.Contains("offtake calibrate", Assert.Single(BacktestRun.Of(Made(), new BacktestPlan("to-1999", 1, 0, 1)).Problems).Remedy, StringComparison.Ordinal);

    [Fact]
    public void A_fit_of_another_world_is_named_in_the_warnings() =>
        Assert.Contains(Run(Made() with { Fits = [FitOf("seen", "full") with { WorldSha256 = "older" }] }, futures: 0).Warnings, w => w.Contains("calibrate again", StringComparison.Ordinal));

    [Fact]
    public void The_document_has_every_figure_with_observed_modelled_error_and_standing()
    {
        JsonElement root = JsonDocument.Parse(BacktestWriter.Text(Run(Made()))).RootElement;
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        JsonElement late = root.GetProperty("scores").EnumerateArray().First(s => s.GetProperty("id").GetString() == "late" && s.GetProperty("window").GetString() == "to-2025");
        Assert.Equal("predicted", late.GetProperty("standing").GetString());
        Assert.True(late.GetProperty("isMet").GetBoolean());
        Assert.Equal(late.GetProperty("modelled").GetDouble(), late.GetProperty("error").GetDouble());
        JsonElement point = late.GetProperty("points").EnumerateArray().First();
        Assert.Equal(("2026", CentralYears.Value[1]), (point.GetProperty("period").GetString(), point.GetProperty("observed").GetDouble()));
        Assert.Equal((point.GetProperty("modelled").GetDouble() / CentralYears.Value[1]) - 1.0, point.GetProperty("relativeError").GetDouble(), 1e-12);
        Assert.Contains("shape", root.GetProperty("summary").EnumerateArray().First().GetProperty("missedScores").EnumerateArray().Select(m => m.GetString()));
        JsonElement wedge = root.GetProperty("scores").EnumerateArray().First(s => s.GetProperty("id").GetString() == "wedge");
        Assert.Equal(wedge.GetProperty("modelled").GetDouble() - 1.1, wedge.GetProperty("error").GetDouble(), 1e-12);
    }

    [Fact]
    public void The_page_says_first_what_is_met_and_what_is_missed()
    {
        using StringWriter text = new();
        BacktestReport.Write(Run(Made()), text);
        string page = text.ToString();
        Assert.True(page.IndexOf("Scores met: 4 of 5", StringComparison.Ordinal) is > 0 and var verdict && verdict < page.IndexOf("<nav", StringComparison.Ordinal));
        Assert.Contains("Missed: Peak.", page, StringComparison.Ordinal);
        foreach (string id in new[] { "scores", "unseen", "prices", "wedges", "figures", "naive", "ablations", "fits", "reading" })
            Assert.Contains($"<section id=\"{id}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_holds_no_script_whatever_a_title_says()
    {
        using StringWriter text = new();
        BacktestReport.Write(Run(Made(), futures: 0), text);
        Assert.DoesNotMatch(new Regex(@"<script|<link|<iframe|<img|<object|\bsrc=|url\(|@import|\son\w+=", RegexOptions.IgnoreCase), text.ToString());
    }

    [Fact]
    public void A_mechanism_switched_off_cannot_be_fitted_better_than_with_it_by_much()
    {
        Mechanism off = new("beta", "Answer to cover", new Dictionary<string, double> { ["markets/a-oxide/home/beta"] = 0.05 }, [], "");
        Backtest backtest = Made() with
        {
            Scores = [Error with { Weight = 1.0 }],
            Free = [new FreeNumber("markets/a-oxide/home/beta", 0.3, 1.2, true, "test"), new FreeNumber("uses/a-home/elasticity", 0.1, 0.8, false, "test")],
            Mechanisms = [off],
            Fits = [],
        };
        Ablation ablation = AblationTrial.Of(backtest, backtest.Variants[0], null).Value!.SwitchOff(off, new Offtake.History.Search.SearchPlan(1, 8, 4, 2));
        Assert.Equal(("beta", "one"), (ablation.Mechanism, ablation.Variant));
        Assert.True(ablation.LossRefitted <= ablation.LossFrozen);
        Assert.True(double.IsFinite(ablation.LossFull));
    }
}
