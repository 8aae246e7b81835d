using Offtake.Experiments.Comparing;

namespace Offtake.Tests.Comparing;

public class SecantSearchTests
{
    [Fact]
    public void What_grows_in_proportion_is_met_at_the_first_step()
    {
        int asked = 0;
        (double factor, double reached, bool isNear) = SecantSearch.Find(x => { asked++; return 8.0 * x; }, 8.0, 2.0, 0.01);

        Assert.Equal((0.25, 2.0, true, 1), (factor, reached, isNear, asked));
    }

    [Theory]
    [InlineData(0.5, 0.0)]
    [InlineData(3.0, 0.0)]
    [InlineData(1.0, 4.0)]
    [InlineData(2.0, 0.3)]
    public void What_is_curved_is_met_within_a_hundredth(double power, double straight)
    {
        double Outlay(double x) => (10.0 * Math.Pow(x, power)) + (straight * x);

        (double factor, double reached, bool isNear) = SecantSearch.Find(Outlay, Outlay(1.0), 1.2, 0.01);

        Assert.True(isNear, $"{reached}");
        Assert.Equal(Outlay(factor), reached);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void What_jumps_is_met_by_a_factor_that_is_never_above_one(double jumpAt)
    {
        List<double> asked = [];
        double Outlay(double x)
        {
            asked.Add(x);
            return x < jumpAt ? 0.5 * x : 6.0 + x;
        }

        (double factor, _, bool isNear) = SecantSearch.Find(Outlay, Outlay(1.0), 0.1, 0.01);

        Assert.True(isNear);
        Assert.InRange(factor, 0.0, 1.0);
        Assert.All(asked, x => Assert.InRange(x, 0.0, 1.0));
    }

    [Fact]
    public void What_is_at_the_target_already_is_left_as_it_is() => Assert.Equal((1.0, 2.0, false), SecantSearch.Find(x => 2.0 * x, 2.0, 3.0, 0.01));

    [Fact]
    public void What_cannot_be_met_gives_the_nearest_and_says_so()
    {
        (_, double reached, bool isNear) = SecantSearch.Find(x => 5.0 + x, 6.0, 1.0, 0.01);

        Assert.False(isNear);
        Assert.InRange(reached, 5.0, 6.0);
    }
}
