using Offtake.Analysis;

namespace Offtake.Tests.Analysis;

/// <summary>SEN-19: a mean from few futures, helped by many.</summary>
public sealed class DoubleSamplingTests
{
    private static readonly double[] Many = [.. Enumerable.Range(0, 400).Select(i => Math.Sin(12.9898 * i) * 43758.5453 % 1.0)];

    [Fact]
    public void What_moves_as_the_other_does_has_the_mean_and_the_error_of_many()
    {
        Estimate plain = DoubleSampling.Mean(Many), shifted = DoubleSampling.Mean([.. Many[..40].Select(v => (3.0 * v) + 2.0)], Many[..40], Many);

        Assert.Equal((3.0 * plain.Value) + 2.0, shifted.Value, 12);
        Assert.Equal(3.0 * plain.HalfWidth, shifted.HalfWidth, 12);
    }

    [Fact]
    public void What_is_nothing_in_every_future_is_nothing()
    {
        Estimate none = DoubleSampling.Mean(new double[40], Many[..40], Many);

        Assert.Equal((0.0, 0.0, 0.0), (none.Value, none.Low, none.High));
    }

    [Fact]
    public void The_other_never_widens_the_interval_by_much_and_narrows_it_where_it_is_akin()
    {
        double[] noise = [.. Enumerable.Range(0, 40).Select(i => Math.Cos(78.233 * (i + 1)))];
        double[] akin = [.. Many[..40].Select((v, i) => v + (0.1 * noise[i]))];

        Assert.True(DoubleSampling.Mean(noise, Many[..40], Many).HalfWidth < 1.1 * DoubleSampling.Mean(noise).HalfWidth);
        Assert.True(DoubleSampling.Mean(akin, Many[..40], Many).HalfWidth < 0.6 * DoubleSampling.Mean(akin).HalfWidth);
    }

    [Fact]
    public void The_plain_mean_has_the_usual_standard_error()
    {
        Estimate found = DoubleSampling.Mean([1.0, 2.0, 3.0, 6.0]);

        Assert.Equal(3.0, found.Value, 12);
        Assert.Equal(Estimate.StandardErrors * Math.Sqrt(14.0 / 3.0 / 4.0), found.HalfWidth, 12);
    }

    [Fact]
    public void Values_that_do_not_stand_beside_each_other_are_refused() => Assert.Throws<ArgumentException>(() => DoubleSampling.Mean([1.0], [1.0, 2.0], Many));
}
