using Offtake.Results;

namespace Offtake.Tests.Results;

public class QuantilesTests
{
    // Known values: quantile type 7 of Hyndman and Fan (1996) for 1..10 and for 15, 20, 35, 40, 50.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.45)]
    [InlineData(0.25, 3.25)]
    [InlineData(0.5, 5.5)]
    [InlineData(0.9, 9.1)]
    [InlineData(1, 10)]
    public void Quantiles_of_one_to_ten_are_those_of_the_textbook(double share, double expected) =>
        Assert.Equal(expected, Quantiles.At([10, 3, 1, 2, 4, 9, 5, 7, 6, 8], share), 12);

    [Theory]
    [InlineData(0.25, 20)]
    [InlineData(0.4, 29)]
    [InlineData(0.75, 40)]
    public void Quantiles_between_uneven_values_lie_on_the_straight_line(double share, double expected) =>
        Assert.Equal(expected, Quantiles.At([15, 20, 35, 40, 50], share), 12);

    [Fact]
    public void The_median_of_an_odd_number_of_values_is_the_middle_one() => Assert.Equal(3, Quantiles.Median([5, 1, 3]));

    [Fact]
    public void The_median_of_one_value_is_that_value() => Assert.Equal(42, Quantiles.Median([42]));

    [Fact]
    public void Values_that_do_not_exist_are_left_out() => Assert.Equal(2, Quantiles.Median([double.NaN, 1, 2, 3, double.NaN]));

    [Fact]
    public void Nothing_has_no_median() => Assert.Equal(double.NaN, Quantiles.Median([double.NaN]));

    [Fact]
    public void The_sample_keeps_its_order()
    {
        double[] sample = [3, 1, 2];
        Quantiles.Median(sample);
        Assert.Equal([3, 1, 2], sample);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_outside_zero_to_one_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.At([1, 2], share));

    [Fact]
    public void Nineteen_futures_show_their_range() =>
        Assert.Equal(new Band(10, 1, 19, BandKind.Range, 19), Band.Of([.. Enumerable.Range(1, 19).Select(i => (double)i)]));

    [Fact]
    public void Twenty_one_futures_show_percentiles() =>
        Assert.Equal(new Band(10, 1, 19, BandKind.Percentiles, 21), Band.Of([.. Enumerable.Range(0, 21).Select(i => (double)i)]));
}
