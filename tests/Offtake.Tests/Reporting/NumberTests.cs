using Offtake.Reporting.Numbers;
using Offtake.Results;

namespace Offtake.Tests.Reporting;

public class NumberTests
{
    [Theory]
    [InlineData(61.4, "61")]
    [InlineData(0.012345, "0.012")]
    [InlineData(312_345, "310,000")]
    [InlineData(3_449_000, "3.4 million")]
    [InlineData(9.96, "10")]
    [InlineData(0.0996, "0.10")]
    [InlineData(-0.25, "−0.25")]
    [InlineData(0, "0")]
    [InlineData(7, "7")]
    [InlineData(1.2e-9, "less than 0.000001")]
    public void Prose_has_two_significant_figures(double value, string text) => Assert.Equal(text, Numeral.Rough(value));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(0.00009, "about 0")]
    [InlineData(-0.00009, "about 0")]
    [InlineData(0.00011, "+0.00011")]
    [InlineData(-1.5, "−1.5")]
    public void A_difference_below_the_grain_is_told_as_about_nothing_and_never_as_nothing(double value, string text) => Assert.Equal(text, Numeral.Signed(value, v => Numeral.Beyond(1e-4, v)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_missing_value_is_shown_as_missing(double value)
    {
        Assert.Equal("not recorded", Numeral.Rough(value));
        Assert.Equal("not recorded", Measure.OfTonnes(1).Rough(value));
        Assert.Equal("not recorded", Ranges.InTable(Band.Of([value]), Measure.Percent));
        Assert.Equal("not recorded", Ranges.OverFutures(Band.Of([]), Measure.Percent));
    }

    [Fact]
    public void Eight_futures_show_their_range()
    {
        Band band = Band.Of([0.61, 0.66, 0.70, 0.71, 0.72, 0.75, 0.80, 0.84]);

        Assert.Equal("8 futures: 61–84", Ranges.OverFutures(band, Measure.Percent));
        Assert.False(band.HasPercentiles);
    }

    [Fact]
    public void Percentiles_appear_from_twenty_futures_on()
    {
        Band band = Bands.Over(Enumerable.Range(0, 101), f => f);

        Assert.Equal("5–95 % of 101 futures: 5–95", Ranges.OverFutures(band, new Measure(1, "")));
        Assert.DoesNotContain("%", Ranges.OverFutures(Bands.Over(Enumerable.Range(0, 19), f => f), new Measure(1, "")));
    }

    [Fact]
    public void Futures_that_agree_give_one_number() => Assert.Equal("all 3 futures: 48", Ranges.OverFutures(Band.Of([0.481, 0.482, 0.479]), Measure.Percent));

    [Fact]
    public void A_range_with_a_negative_end_is_written_in_words() =>
        Assert.Equal("2 futures: −12 to +30", Ranges.OverFutures(Band.Of([-0.12, 0.30]), Measure.Percent, signed: true));

    [Fact]
    public void A_future_without_a_value_does_not_count()
    {
        Band band = Bands.Over([0, 1, 2], f => f == 1 ? double.PositiveInfinity : f);

        Assert.Equal(2, band.Futures);
        Assert.Equal(2, band.High);
    }

    [Theory]
    [InlineData(31_000, "31 kt")]
    [InlineData(1.8, "1.8 t")]
    [InlineData(0.0044, "4.4 kg")]
    [InlineData(2_900_000, "2.9 million t")]
    public void Masses_get_a_unit_that_reads_well(double tonnes, string text) => Assert.Equal(text, Measure.OfTonnes(tonnes).Rough(tonnes).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("USD/t", 61_000, "USD/kg", 61)]
    [InlineData("share", 0.69, "%", 69)]
    [InlineData("cars", 58e6, "million cars", 58)]
    [InlineData("t REO", 390_000, "t REO", 390_000)]
    public void Recorded_units_become_readable_ones(string unit, double value, string shown, double number)
    {
        Measure measure = Measure.OfRecorded(unit, value);

        Assert.Equal(shown, measure.Unit);
        Assert.Equal(number, measure.Of(value), 9);
    }
}
