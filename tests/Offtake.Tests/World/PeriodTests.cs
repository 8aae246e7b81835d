using Offtake.Model.Quantities;

namespace Offtake.Tests.World;

/// <summary>Periods as tables write them.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2011", "2011-01", "2011-12", PeriodLength.Year)]
    [InlineData("2011-H2", "2011-07", "2011-12", PeriodLength.Other)]
    [InlineData("2011-Q3", "2011-07", "2011-09", PeriodLength.Quarter)]
    [InlineData("2011-08", "2011-08", "2011-08", PeriodLength.Month)]
    [InlineData("2009..2013", "2009-01", "2013-12", PeriodLength.Other)]
    [InlineData("2008-11..2009-Q1", "2008-11", "2009-03", PeriodLength.Other)]
    public void A_period_is_read_and_written(string text, string first, string last, PeriodLength length)
    {
        Assert.True(Period.TryParse(text, out Period period));
        Assert.Equal((first, last, length), (period.First.ToString(), period.Last.ToString(), period.Length));
        Assert.True(Period.TryParse(period.ToString(), out Period again));
        Assert.Equal(period, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("11")]
    [InlineData("2011-Q5")]
    [InlineData("2011-H3")]
    [InlineData("2011-X1")]
    [InlineData("2011-13")]
    [InlineData("2011-Q")]
    [InlineData("2013..2009")]
    [InlineData("2009..")]
    [InlineData("cooling year 2025")]
    public void What_is_no_period_is_not_read(string text) => Assert.False(Period.TryParse(text, out _));
}
