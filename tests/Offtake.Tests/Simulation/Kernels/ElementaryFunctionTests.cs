using System.Runtime.Intrinsics;
using Offtake.Simulation.Numerics;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>Own logarithm and exponential agree with those of the system to the last places, and with themselves whatever stands beside a number.</summary>
public sealed class ElementaryFunctionTests
{
    // Units in the last place between a result and the system's, which may itself be half a unit off.
    private const long Allowed = 1;

    [Fact]
    public void The_exponential_is_that_of_the_system_to_one_unit_in_the_last_place()
    {
        foreach (double x in Spread(-745.0, 709.7, 40_000).Concat(Spread(-1.0, 1.0, 20_000)).Concat(Spread(-1e-9, 1e-9, 1_000)))
            Assert.True(Gap(Exponential.Of(x), Math.Exp(x)) <= Allowed, $"exp({x:R}) is {Exponential.Of(x):R}, the system has {Math.Exp(x):R}");
    }

    [Fact]
    public void The_logarithm_is_that_of_the_system_to_one_unit_in_the_last_place()
    {
        foreach (double x in Spread(-744.0, 709.7, 40_000).Select(Math.Exp).Concat(Spread(0.5, 2.0, 40_000)).Concat(Spread(0.999999, 1.000001, 1_000)))
            Assert.True(Gap(Logarithm.Of(x), Math.Log(x)) <= Allowed, $"ln({x:R}) is {Logarithm.Of(x):R}, the system has {Math.Log(x):R}");
    }

    [Fact]
    public void Nothing_changes_exactly_where_nothing_may_change()
    {
        Assert.Equal(1.0, Exponential.Of(0.0));
        Assert.Equal(0.0, Logarithm.Of(1.0));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    public void Numbers_out_of_range_give_what_the_system_gives(double x)
    {
        Assert.Equal(Math.Exp(x), Exponential.Of(x));
        Assert.Equal(Math.Log(x), Logarithm.Of(x));
    }

    [Fact]
    public void A_number_has_the_same_bits_alone_and_in_a_column_whatever_stands_beside_it()
    {
        double[] column = [0.7, 3.0, double.NaN, -2.0, 0.0, 5e-310, 12.25, double.PositiveInfinity, 1e-5, 99.0, 1.0];
        double[] logs = [.. column];
        double[] powers = [.. column];
        Logarithm.Of(logs);
        Exponential.Of(powers);
        for (int i = 0; i < column.Length; i++)
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(Logarithm.Of(column[i])), BitConverter.DoubleToInt64Bits(logs[i]));
            Assert.Equal(BitConverter.DoubleToInt64Bits(Exponential.Of(column[i])), BitConverter.DoubleToInt64Bits(powers[i]));
        }
    }

    /// <summary>Written down once, so that a machine with other vectors shows itself.</summary>
    [Fact]
    public void Results_are_those_written_down()
    {
        Assert.Equal(2.7182818284590455, Exponential.Of(1.0));
        Assert.Equal(0.6931471805599453, Logarithm.Of(2.0));
        Assert.Equal(2.302585092994046, Logarithm.Of(10.0));
        Assert.Equal(Vector256.Create(1.0, 2.7182818284590455, 0.36787944117144233, 0.0), Exponential.Of(Vector256.Create(0.0, 1.0, -1.0, double.NegativeInfinity)));
    }

    private static IEnumerable<double> Spread(double from, double to, int count) => Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)));

    private static long Gap(double a, double b) => Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));
}
