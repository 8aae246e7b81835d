using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;

namespace Offtake.Tests.Evidence;

/// <summary>What the record of plans says about the next one (EVI-7).</summary>
public sealed class RealisationPriorTests
{
    private static PlanYear Plan(double? realised, string period = "2025", string definition = "d", string series = "s") =>
        new(series, "k", "who", "what", "u", 2024, period, 1.0, realised, definition, "src", "", "");

    [Fact]
    public void With_a_median_ratio_of_one_half_of_the_plans_are_met() =>
        Assert.Equal(0.5, RealisationPrior.Of("k", [Plan(0.5), Plan(1.0), Plan(2.0)])!.ProbabilityMet, 12);

    [Fact]
    public void Worse_records_make_the_next_plan_less_likely_and_nothing_is_dropped()
    {
        double good = RealisationPrior.Of("k", [Plan(0.8), Plan(0.9), Plan(1.1)])!.ProbabilityMet, bad = RealisationPrior.Of("k", [Plan(0.4), Plan(0.45), Plan(0.55)])!.ProbabilityMet;
        RealisationPrior withZero = RealisationPrior.Of("k", [Plan(0.8), Plan(0.9), Plan(1.1), Plan(0.0)])!;
        Assert.True(bad < good);
        Assert.Equal(good * 3 / 4, withZero.ProbabilityMet, 12);
        Assert.Equal(1, withZero.Zeros);
    }

    [Fact]
    public void Too_few_or_equal_ratios_give_no_prior()
    {
        Assert.Null(RealisationPrior.Of("k", [Plan(0.5), Plan(0.6), Plan(null)]));
        Assert.Null(RealisationPrior.Of("k", [Plan(0.5), Plan(0.5), Plan(0.5)]));
    }

    // Abramowitz and Stegun 1964, table 26.10.
    [Theory]
    [InlineData(1, 6.314)]
    [InlineData(2, 2.920)]
    [InlineData(5, 2.015)]
    [InlineData(30, 1.697)]
    public void Student_s_distribution_has_its_95_percent_points(int freedom, double point) => Assert.Equal(0.95, RealisationPrior.StudentT(point, freedom), 4);

    [Fact]
    public void A_definition_that_changes_within_a_series_raises_the_alarm()
    {
        (PlanYear before, PlanYear after) = Assert.Single(RealisationPrior.ChangedDefinitions([Plan(1, "2025", "all routes"), Plan(1, "2024", "all routes"), Plan(1, "2026", "logistics routes"), Plan(1, "2026", "other", "t")]));
        Assert.Equal(("2025", "2026"), (before.Period, after.Period));
    }
}
