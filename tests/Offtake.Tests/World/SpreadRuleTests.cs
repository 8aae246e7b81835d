using Offtake.Model.Evidence;
using Offtake.World.Numbers;

namespace Offtake.Tests.World;

public class SpreadRuleTests
{
    private static readonly NumberKind Price = NumberKind.AboveZero("USD/t");

    [Theory]
    [InlineData(SourceKind.Measured)]
    [InlineData(SourceKind.Official)]
    [InlineData(SourceKind.StateMedia)]
    public void Without_a_range_the_spread_follows_from_the_kind_of_the_source(SourceKind kind)
    {
        Spread spread = SpreadRule.Implied(100.0, kind, Price);

        Assert.Equal(Spread.Lognormal(100.0, Pedigree.Of(kind).SigmaOfLog), spread);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Exactly_nothing_and_exactly_all_have_no_spread(double value) =>
        Assert.Equal(Spread.None(value), SpreadRule.Implied(value, SourceKind.Estimate, NumberKind.Share));

    [Fact]
    public void A_count_has_no_spread_whatever_is_stated()
    {
        NumberKind count = NumberKind.Whole("months", 1, 3);

        Assert.Equal(Spread.None(2.0), SpreadRule.Implied(2.0, SourceKind.Press, count));
        Assert.Equal(Spread.None(2.0), SpreadRule.Between(2.0, 1.0, 3.0, count));
        Assert.Equal(Spread.None(2.0), SpreadRule.Stated(Spread.Uniform(1.0, 3.0), 2.0, count));
    }

    [Theory]
    [InlineData(0.3, SourceKind.Measured, SpreadShape.Lognormal)]
    [InlineData(0.9, SourceKind.Measured, SpreadShape.Triangular)]
    [InlineData(0.3, SourceKind.Estimate, SpreadShape.Triangular)]
    [InlineData(0.1, SourceKind.Estimate, SpreadShape.Lognormal)]
    public void A_share_is_lognormal_only_where_no_draw_can_exceed_one(double value, SourceKind kind, SpreadShape shape)
    {
        Spread spread = SpreadRule.Implied(value, kind, NumberKind.Share);

        Assert.Equal(shape, spread.Shape);
        if (shape == SpreadShape.Triangular)
        {
            Assert.InRange(spread.Low, 0.0, value);
            Assert.InRange(spread.High, value, 1.0);
        }
    }

    [Fact]
    public void The_triangle_that_replaces_a_lognormal_has_its_standard_deviation()
    {
        double sigma = Pedigree.Of(SourceKind.Estimate).SigmaOfLog;

        Spread spread = SpreadRule.Implied(0.5, SourceKind.Estimate, NumberKind.Share);

        Assert.Equal(Math.Sqrt(6.0) * sigma, Math.Log(spread.High / 0.5), 12);
        Assert.Equal(Math.Sqrt(6.0) * sigma, -Math.Log(spread.Low / 0.5), 12);
    }

    [Fact]
    public void Two_positive_bounds_are_the_ends_of_a_lognormal() =>
        Assert.Equal(Spread.LognormalBetween(80.0, 130.0), SpreadRule.Between(100.0, 80.0, 130.0, Price));

    [Fact]
    public void A_range_from_zero_is_a_triangle_around_the_value() =>
        Assert.Equal(Spread.Triangular(0.0, 3.0), SpreadRule.Between(1.5, 0.0, 3.0, NumberKind.AtLeastZero("x")));

    [Fact]
    public void A_range_whose_end_is_the_value_is_uniform() =>
        Assert.Equal(Spread.Uniform(0.0, 3.0), SpreadRule.Between(0.0, 0.0, 3.0, NumberKind.AtLeastZero("x")));

    [Fact]
    public void A_range_of_a_share_up_to_one_is_not_lognormal() =>
        Assert.Equal(Spread.Triangular(0.6, 1.0), SpreadRule.Between(0.8, 0.6, 1.0, NumberKind.Share));

    [Fact]
    public void A_range_without_width_is_no_spread() => Assert.Equal(Spread.None(5.0), SpreadRule.Between(5.0, 5.0, 5.0, Price));

    [Fact]
    public void A_lognormal_assumption_used_as_a_share_stays_within_it()
    {
        Spread spread = SpreadRule.Stated(Spread.LognormalBetween(0.5, 0.95), 0.7, NumberKind.Share);

        Assert.Equal(Spread.Triangular(0.5, 0.95), spread);
    }

    [Fact]
    public void A_negative_value_has_its_bounds_the_right_way_round()
    {
        NumberKind any = new("log", double.NegativeInfinity, double.PositiveInfinity);

        Spread spread = SpreadRule.Implied(-0.5, SourceKind.Estimate, any);

        Assert.Equal(SpreadShape.Triangular, spread.Shape);
        Assert.True(spread.Low < -0.5 && -0.5 < spread.High && spread.High < 0.0);
    }

    [Fact]
    public void The_values_of_a_driver_are_not_drawn_one_by_one()
    {
        using TinyWorld world = new();
        world.Replace("drivers.csv", "2030,1.6,paper", "2030,@clock,");

        var values = world.Chain().Drivers[0].Values;

        Assert.All(values, v => Assert.Equal(SpreadShape.Fixed, v.Value.Spread.Shape));
        Assert.Equal(SourceKind.Assumption, values[^1].Value.Kind);
    }

    [Fact]
    public void An_assumed_value_of_a_driver_keeps_its_range()
    {
        using TinyWorld world = new();
        world.Replace("drivers.csv", "2030,1.6,paper", "2030,@cost,");

        Assert.Equal(SpreadShape.Lognormal, world.Chain().Drivers[0].Values[^1].Value.Spread.Shape);
    }
}
