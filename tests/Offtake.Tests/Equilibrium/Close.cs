namespace Offtake.Tests.Equilibrium;

/// <summary>Two numbers that should be the same up to rounding.</summary>
internal static class Close
{
    public static void To(double expected, double actual, double tolerance = 1e-9) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1.0, Math.Abs(expected)), $"{actual:R} should be {expected:R}");
}
