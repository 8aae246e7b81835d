using Offtake.Model.Chain;
using Offtake.Model.History;
using Offtake.Model.Quantities;
using static Offtake.Tests.History.MadeUpHistory;

namespace Offtake.Tests.History;

/// <summary>BCK-1 to BCK-8: each kind of score against numbers calculated by hand.</summary>
public sealed class ScoreTests
{
    private static readonly ObservedFigure[] ThreeYears = [Observed(HomePrice, "2025", 100), Observed(HomePrice, "2026", 200), Observed(HomePrice, "2027", 100)];

    [Fact]
    public void Log_error_is_the_root_mean_square_of_log_ratios() => Assert.Equal(
        Math.Sqrt(((Math.Log(2) * Math.Log(2)) + (Math.Log(0.5) * Math.Log(0.5)) + 0) / 3),
        Value(ScoreOf(ScoreKind.LogRmse, "2025", "2027"), ThreeYears, (HomePrice, Years(200, 100, 100))), 1e-12);

    [Fact]
    public void Log_error_does_not_depend_on_the_unit()
    {
        double plain = Value(ScoreOf(ScoreKind.LogRmse, "2025", "2027"), ThreeYears, (HomePrice, Years(130, 170, 90)));
        ObservedFigure[] inGrams = [.. ThreeYears.Select(o => o with { Value = o.Value * 1e6 })];
        Assert.Equal(plain, Value(ScoreOf(ScoreKind.LogRmse, "2025", "2027"), inGrams, (HomePrice, Years(130e6, 170e6, 90e6))), 1e-12);
    }

    [Fact]
    public void The_mean_over_series_weighs_a_series_with_few_figures_like_one_with_many()
    {
        ObservedFigure[] observed = [.. ThreeYears, Observed(AwayPrice, "2025", 100)];
        double value = Value(ScoreOf(ScoreKind.MeanLogRmse, "2025", "2027", HomePrice, AwayPrice), observed, (HomePrice, Years(100, 200, 100)), (AwayPrice, Years(Math.E * 100, 1, 1)));
        Assert.Equal(0.5, value, 1e-12);
    }

    [Fact]
    public void Only_figures_of_the_length_asked_for_count()
    {
        ObservedFigure[] observed = [.. ThreeYears, Observed(HomePrice, "2025-03", 1)];
        Assert.Equal(0.0, Value(ScoreOf(ScoreKind.LogRmse, "2025", "2027") with { Every = PeriodLength.Year }, observed, (HomePrice, Years(100, 200, 100))), 1e-12);
        Assert.NotEqual(0.0, Value(ScoreOf(ScoreKind.LogRmse, "2025", "2027"), observed, (HomePrice, Years(100, 200, 100))));
    }

    [Fact]
    public void A_price_of_a_longer_period_is_the_mean_of_its_months() => Assert.Equal(
        0.0, Value(ScoreOf(ScoreKind.LogRmse, "2025", "2025"), [Observed(HomePrice, "2025-Q1", 20)], (HomePrice, [10, 20, 30, .. new double[9]])), 1e-12);

    [Fact]
    public void A_flow_of_a_longer_period_is_the_sum_of_its_months()
    {
        SeriesName output = new("output", Oxide, "world");
        Assert.Equal(0.0, Value(ScoreOf(ScoreKind.LogRmse, "2025", "2025", output), [Observed(output, "2025-Q1", 60)], (output, [10, 20, 30, .. new double[9]])), 1e-12);
    }

    [Fact]
    public void Relative_errors_are_shares_of_what_was_observed()
    {
        Assert.Equal((1.0 + 0.5 + 0.0) / 3, Value(ScoreOf(ScoreKind.Mape, "2025", "2027"), ThreeYears, (HomePrice, Years(200, 100, 100))), 1e-12);
        Assert.Equal(1.0, Value(ScoreOf(ScoreKind.LargestError, "2025", "2027"), ThreeYears, (HomePrice, Years(200, 100, 100))), 1e-12);
    }

    [Fact]
    public void Direction_counts_changes_above_five_per_cent_with_the_right_sign()
    {
        ObservedFigure[] observed = [.. ThreeYears, Observed(HomePrice, "2028", 104)];
        Assert.Equal(2, Value(ScoreOf(ScoreKind.Direction, "2025", "2028"), observed, (HomePrice, Years(1, 2, 1, 0.5))));
        Assert.Equal(0, Value(ScoreOf(ScoreKind.Direction, "2025", "2028"), observed, (HomePrice, Years(2, 1, 2, 3))));
    }

    [Fact]
    public void Direction_does_not_compare_years_with_a_gap_between_them() => Assert.Equal(
        0, Value(ScoreOf(ScoreKind.Direction, "2025", "2027"), [Observed(HomePrice, "2025", 1), Observed(HomePrice, "2027", 2)], (HomePrice, Years(1, 2, 3))));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-4)]
    public void A_peak_is_late_by_as_many_months_as_it_is_shifted(int months)
    {
        double[] path = new double[36];
        path[19 + months] = 1.0;
        Assert.Equal(months, Value(ScoreOf(ScoreKind.PeakMonth, "2025", "2027"), [Observed(HomePrice, "2026-07..2026-09", 9), Observed(HomePrice, "2026-02", 5)], (HomePrice, path)));
    }

    [Fact]
    public void Falls_multiples_and_levels_compare_with_their_base()
    {
        double[] path = [.. Years(10, 40, 20)];
        path[15] = 80;
        Score at = ScoreOf(ScoreKind.Fall, "2027", "2027") with { Base = At("2026-Q3") };
        Assert.Equal(-0.5, Value(at, [], (HomePrice, path)), 1e-12);
        Assert.Equal(8.0, Value(ScoreOf(ScoreKind.Multiple, "2026", "2027") with { Base = At("2025") }, [], (HomePrice, path)), 1e-12);
        Assert.Equal(80.0, Value(ScoreOf(ScoreKind.Peak, "2025", "2027"), [], (HomePrice, path)), 1e-12);
        Assert.Equal(20.0, Value(ScoreOf(ScoreKind.Level, "2027", "2027"), [], (HomePrice, path)), 1e-12);
    }

    [Fact]
    public void A_wedge_is_the_ratio_of_two_means() => Assert.Equal(
        1.25, Value(ScoreOf(ScoreKind.Wedge, "2025", "2025", AwayPrice) with { Against = HomePrice }, [], (AwayPrice, Years(125)), (HomePrice, Years(100))), 1e-12);

    [Fact]
    public void Growth_that_is_never_there_is_as_wrong_as_a_random_walk() => Assert.Equal(
        1.0, Value(ScoreOf(ScoreKind.GrowthError, "2025", "2027"), ThreeYears, (HomePrice, Years(7, 7, 7))), 1e-12);

    [Fact]
    public void Right_growth_at_a_wrong_level_has_no_growth_error() => Assert.Equal(
        0.0, Value(ScoreOf(ScoreKind.GrowthError, "2025", "2027"), ThreeYears, (HomePrice, Years(1, 2, 1))), 1e-12);

    [Fact]
    public void A_path_that_ends_early_has_no_value() => Assert.Equal(
        double.NaN, Value(ScoreOf(ScoreKind.LogRmse, "2025", "2027"), ThreeYears, (HomePrice, Years(100))));

    [Fact]
    public void What_happened_is_read_off_observed_figures()
    {
        ObservedFigure[] observed = [Observed(HomePrice, "2025", 10), Observed(HomePrice, "2026-08", 120), Observed(HomePrice, "2027", 30)];
        ValueChain chain = Simulation.Chains.TinyChain.Draft().Build() with { Observed = observed };
        double? Of(Score score) => new Offtake.History.Scoring.Question(score, PlanOf(chain, score), null).Observed;

        Assert.Equal(2.0, Of(ScoreOf(ScoreKind.Fall, "2027", "2027") with { Base = At("2025") }));
        Assert.Equal(12.0, Of(ScoreOf(ScoreKind.Multiple, "2025", "2027") with { Base = At("2025") }));
        Assert.Equal(Month.Of(2026, 8).Number, Of(ScoreOf(ScoreKind.PeakMonth, "2025", "2027")));
        Assert.Null(Of(ScoreOf(ScoreKind.Fall, "2026", "2026") with { Base = At("2025") }));
    }
}
