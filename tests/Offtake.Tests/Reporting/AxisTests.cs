using Offtake.Reporting.Figures;

namespace Offtake.Tests.Reporting;

public class AxisTests
{
    [Theory]
    [InlineData(0, 87, "0", "25", "50", "75", "100")]
    [InlineData(0, 0.9, "0.00", "0.25", "0.50", "0.75", "1.00")]
    [InlineData(-30, 60, "−50", "−25", "0", "25", "50", "75")]
    [InlineData(0, 1_900_000, "0.0", "0.5m", "1.0m", "1.5m", "2.0m")]
    public void Ticks_stand_at_round_numbers(double low, double high, params string[] labels)
    {
        Axis axis = Axis.Linear(low, high, fromZero: true);

        Assert.Equal(labels, axis.Ticks.Select(t => t.Label));
    }

    [Theory]
    [InlineData(3.1, 977)]
    [InlineData(-0.004, 0.0031)]
    [InlineData(12, 12)]
    [InlineData(0, 0)]
    public void An_axis_holds_every_value_and_every_tick(double low, double high)
    {
        Axis axis = Axis.Linear(low, high);

        Assert.True(axis.Low <= low && axis.High >= high && axis.High > axis.Low);
        Assert.All(axis.Ticks, t => Assert.InRange(axis.Place(t.Value), 0, 1));
        Assert.InRange(axis.Ticks.Count, 2, 9);
    }

    [Fact]
    public void Prices_that_span_more_than_a_factor_of_ten_get_a_logarithmic_axis()
    {
        Assert.True(Axis.Fitting([30, 2000], mayBeLog: true, fromZero: true).IsLog);
        Assert.False(Axis.Fitting([30, 290], mayBeLog: true, fromZero: true).IsLog);
        Assert.False(Axis.Fitting([0, 2000], mayBeLog: true, fromZero: true).IsLog);
    }

    [Fact]
    public void Equal_ratios_are_equal_lengths_on_a_logarithmic_axis()
    {
        Axis axis = Axis.Log(1, 1000);

        Assert.Equal(axis.Place(10) - axis.Place(1), axis.Place(1000) - axis.Place(100), 9);
        Assert.Equal(["1", "10", "100", "1,000"], axis.Ticks.Select(t => t.Label));
    }

    [Fact]
    public void A_logarithmic_axis_refuses_zero() => Assert.Throws<ArgumentOutOfRangeException>(() => Axis.Log(0, 10));

    [Fact]
    public void A_time_axis_has_ticks_at_whole_years()
    {
        Assert.Equal(["2025", "2030", "2035", "2040"], Axis.Years(2025, 2041).Ticks.Select(t => t.Label));
        Assert.Equal(["2025", "2026", "2027"], Axis.Years(2025, 2027).Ticks.Select(t => t.Label));
    }

    [Fact]
    public void Values_that_are_all_missing_still_give_an_axis() => Assert.NotEmpty(Axis.Fitting([double.NaN], mayBeLog: true, fromZero: true).Ticks);
}
