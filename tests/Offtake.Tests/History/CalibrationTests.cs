using Offtake.History;
using Offtake.History.Scoring;
using Offtake.History.Search;
using Offtake.History.Series;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.History.MadeUpHistory;

namespace Offtake.Tests.History;

/// <summary>BCK-9 and BCK-10: what a search is steered by, and what it must not see.</summary>
public sealed class CalibrationTests
{
    private const string Beta = "markets/a-oxide/home/beta";
    private const string Elasticity = "uses/a-home/elasticity";

    private static readonly FreeNumber[] Free = [new(Beta, 0.3, 1.2, true, "test"), new(Elasticity, 0.1, 0.8, false, "test")];

    private static readonly Score[] Scores =
    [
        ScoreOf(ScoreKind.LogRmse, "2025", "2027") with { Weight = 1.0, Sigma = 0.05 },
        ScoreOf(ScoreKind.LogRmse, "2025", "2027", new SeriesName("use", "a-home", TinyChain.Home)) with { Id = "use", Weight = 1.0, Sigma = 0.05 },
    ];

    private static readonly SearchPlan Short = new(1, 12, 8, 2);

    // A reserve that is filled in 2025 and 2026 shakes the market, so that its answers can be told.
    private static ValueChain Shaken()
    {
        ValueChain chain = TinyChain.Draft().Build();
        return chain with { Observed = [] };
    }

    private static Measure Purchase(ValueChain chain) =>
        TinyChain.Measure(chain, InstrumentKind.Stockpile, 900.0, 2, TinyChain.Market(chain, Oxide, TinyChain.Home)) with { End = Month.Of(2026, 6) };

    private static Backtest With(ValueChain chain, IReadOnlyList<Score> scores)
    {
        Scenario scenario = TinyChain.Scenario(chain, 36, Exogenous.Moving, Purchase(chain));
        Backtest backtest = MadeUpHistory.Of(scenario.Chain, scores, Free);
        return backtest with { Variants = [backtest.Variants[0] with { Scenario = scenario }] };
    }

    private static ValueChain ObservedWith(double beta, double elasticity)
    {
        ValueChain chain = Shaken();
        Backtest backtest = With(chain, Scores);
        Scenario scenario = backtest.Variants[0].Scenario;
        ChainLayout layout = new(scenario.Chain);
        SeriesPlan plan = new(backtest, layout, []);
        HistoryPath path = new HistoryWalk(layout, scenario, plan).Walk(new Dictionary<string, double> { [Beta] = beta, [Elasticity] = elasticity });
        Assert.Null(path.Failure);
        IEnumerable<ObservedFigure> figures = plan.Names.SelectMany((name, s) =>
            Enumerable.Range(0, 12).Select(q => new Period(First + (3 * q), First + (3 * q) + 2)).Select(p => Observed(name, p.ToString(), path.At(s, p))));
        return chain with { Observed = [.. figures] };
    }

    private static Calibration Of(ValueChain chain, Month? until = null) => Calibration.Of(With(chain, Scores), With(chain, Scores).Variants[0], until).Value!;

    [Fact]
    public void Known_numbers_are_found_again()
    {
        Calibration calibration = Of(ObservedWith(0.5, 0.55));
        Fit fit = calibration.Search(new SearchPlan(1, 20, 40, 3));
        Assert.True(calibration.Loss([.. calibration.Centre]) > 10 * fit.Loss);
        Assert.Equal(0.5, fit.Values[Beta], 0.02);
        Assert.Equal(0.55, fit.Values[Elasticity], 0.05);
    }

    [Fact]
    public void Workers_do_not_change_a_bit_of_a_fit()
    {
        ValueChain chain = ObservedWith(0.5, 0.55);
        Fit one = Of(chain).Search(Short with { Workers = 1 }), three = Of(chain).Search(Short with { Workers = 3 });
        Assert.Equal(one.Values, three.Values);
        Assert.Equal(one.Loss, three.Loss);
    }

    [Fact]
    public void What_was_observed_later_changes_no_bit_of_a_fit()
    {
        ValueChain chain = ObservedWith(0.5, 0.55);
        Month until = Month.Of(2026, 6);
        ValueChain other = chain with { Observed = [.. chain.Observed.Select(o => At(o.Period).Last > until ? o with { Value = o.Value * 3.0 } : o)] };
        Fit first = Of(chain, until).Search(Short), second = Of(other, until).Search(Short);
        Assert.Equal(first.Values, second.Values);
        Assert.Equal(first.Loss, second.Loss);
        Assert.NotEqual(Of(chain).Loss([.. Of(chain).Centre]), Of(other).Loss([.. Of(chain).Centre]));
    }

    [Fact]
    public void A_shape_that_ends_later_is_not_asked()
    {
        ValueChain chain = ObservedWith(0.5, 0.55);
        Score late = ScoreOf(ScoreKind.Level, "2027", "2027") with { Id = "late", High = 1.0, Weight = 100.0 };
        Backtest backtest = With(chain, [.. Scores, late]);
        double[] centre = [.. Of(chain).Centre];
        Assert.Equal(Of(chain, Month.Of(2026, 12)).Loss(centre), Calibration.Of(backtest, backtest.Variants[0], Month.Of(2026, 12)).Value!.Loss(centre));
        Assert.True(Calibration.Of(backtest, backtest.Variants[0], null).Value!.Loss(centre) > 100.0);
    }

    [Fact]
    public void Numbers_that_cannot_open_are_worse_than_any_that_can()
    {
        ValueChain chain = ObservedWith(0.5, 0.55);
        FreeNumber[] free = [new("uses/motors-home-use/amount", 6000, 1e9, true, "test")];
        Backtest backtest = With(chain, Scores) with { Free = free };
        Calibration calibration = Calibration.Of(backtest, backtest.Variants[0], null).Value!;
        Assert.InRange(calibration.Loss([0.0]), 0.0, 1e5);
        Assert.InRange(calibration.Loss([1.0]), 1e5, 1e8);
    }

    [Fact]
    public void A_stable_chain_is_not_punished_and_comes_back_after_a_kick()
    {
        ValueChain chain = Shaken();
        Scenario scenario = TinyChain.Scenario(chain, 36);
        Stillness? still = new FreezeAndKick(new ChainLayout(chain), scenario, 240).Try(new Dictionary<string, double>());
        Assert.NotNull(still);
        Assert.InRange(still.Value.Drift, 0.0, 1e-9);
        Assert.Equal(0.0, FreezeAndKick.Penalty(new Stillness(1e-12, 0.01)));
        Assert.True(FreezeAndKick.Penalty(new Stillness(1e-12, 0.9)) > FreezeAndKick.Penalty(new Stillness(1e-12, 0.3)));
        Assert.True(FreezeAndKick.Penalty(null) > FreezeAndKick.Penalty(new Stillness(1e-3, 0.9)));
    }

    [Fact]
    public void An_unknown_word_in_a_score_is_reported_with_its_place_and_the_nearest_known_one()
    {
        ValueChain chain = Shaken();
        Score wrong = ScoreOf(ScoreKind.LogRmse, "2025", "2027", new SeriesName("price", "a-oxid", TinyChain.Home));
        Backtest backtest = With(chain, [wrong]);
        Offtake.World.Problem problem = Assert.Single(Calibration.Of(backtest, backtest.Variants[0], null).Problems);
        Assert.Equal("scores.csv:2", problem.Address);
        Assert.Contains("did you mean 'a-oxide'?", problem.Remedy, StringComparison.Ordinal);
    }
}
