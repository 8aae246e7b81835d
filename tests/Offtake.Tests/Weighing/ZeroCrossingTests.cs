using Offtake.Experiments.Weighing;

namespace Offtake.Tests.Weighing;

/// <summary>EVI-6: where a difference is zero.</summary>
public sealed class ZeroCrossingTests
{
    [Theory]
    [InlineData(0.3, 1.0)]
    [InlineData(0.7, 3.0)]
    [InlineData(0.05, 0.5)]
    public void The_zero_of_a_bent_line_is_found_in_a_few_answers(double zero, double power)
    {
        double Of(double x) => Math.Pow(x, power) - Math.Pow(zero, power);
        int asked = 0;
        double found = ZeroCrossing.Find(x => { asked++; return Of(x); }, (0.0, Of(0.0)), (1.0, Of(1.0)), 1e-4, 20);

        Assert.Equal(zero, found, 3);
        Assert.True(asked <= 14, $"{asked}");
    }

    [Fact]
    public void Between_two_values_of_one_sign_nothing_is_claimed() => Assert.True(double.IsNaN(ZeroCrossing.Find(x => x + 1.0, (0.0, 1.0), (1.0, 2.0), 0.01, 9)));
}
