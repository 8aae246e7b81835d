using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;
using static Offtake.Tests.Simulation.Kernels.Bench;

namespace Offtake.Tests.Simulation.Kernels;

/// <summary>DEM-1: a driver of 1, 1.5 and 2 in mid-2024, mid-2030 and mid-2040; the opening month is December 2024, 11/24 of a year after mid-2024.</summary>
public sealed class DriverPathTests
{
    private const int Growing = 1;
    private const double SinceMidYear = 11.0 / 24.0;
    private static readonly double OpeningLog = Math.Log(1.5) * SinceMidYear / 6.0;

    private readonly Bench _bench = new();

    private DriverPaths Paths(Chance? chance = null, Exogenous exogenous = Exogenous.Moving) => new(_bench.Chain, _bench.Numbers, exogenous, chance);

    [Fact]
    public void An_index_is_one_at_the_opening()
    {
        Assert.Equal(1.0, Paths().Index(Growing, Month.Of(2024, 12)));
        Assert.Equal(1.0, Paths(new Chance(3, 4)).Index(Growing, Month.Of(2024, 12)));
    }

    // December 2026 is 2 + 11/24 years after mid-2024.
    [Fact]
    public void An_index_is_interpolated_in_logs_between_mid_years() =>
        Near(Math.Exp((Math.Log(1.5) * (2 + SinceMidYear) / 6.0) - OpeningLog), Paths().Index(Growing, Month.Of(2026, 12)));

    // December 2030 lies 11/24 of a year into the ten years from 1.5 to 2.
    [Fact]
    public void An_index_turns_at_its_middle_year() =>
        Near(1.5 * Math.Pow(2.0 / 1.5, SinceMidYear / 10.0) * Math.Exp(-OpeningLog), Paths().Index(Growing, Month.Of(2030, 12)));

    // A slump that yearly values would hide: the index is at 0.5 in the middle of its month and half way in logs a month before.
    [Fact]
    public void A_value_for_a_month_holds_in_that_month()
    {
        Month month = Month.Of(2025, 3);
        var bench = new Bench(TinyChain.Draft().MonthlyDriver("slump", (Month.Of(2024, 12), 2.0), (month + -2, 2.0), (month, 1.0), (month + 1, 3.0)));
        var paths = new DriverPaths(bench.Chain, bench.Numbers, Exogenous.Moving, null);
        Near(0.5, paths.Index(2, month));
        Near(Math.Sqrt(0.5), paths.Index(2, month + -1));
        Near(1.5, paths.Index(2, month + 1));
        Near(1.0, paths.Index(2, Month.Of(2024, 12)));
    }

    // Growth of ln(4/3) in ten years goes on, and before 2024 that of ln(3/2) in six.
    [Fact]
    public void The_nearest_growth_goes_on_outside_the_listed_years()
    {
        Near(2.0 * Math.Pow(4.0 / 3.0, (10 + SinceMidYear) / 10.0) * Math.Exp(-OpeningLog), Paths().Index(Growing, Month.Of(2050, 12)));
        Near(1.0 / 1.5, Paths().Index(Growing, Month.Of(2018, 12)));
    }

    [Fact]
    public void A_driver_with_one_value_stands_still() => Assert.Equal(1.0, Paths().Index(0, Month.Of(2044, 3)));

    [Fact]
    public void A_frozen_driver_stands_still_past_and_future()
    {
        DriverPaths paths = Paths(new Chance(3, 4), Exogenous.Frozen);
        Assert.Equal(1.0, paths.Index(Growing, Month.Of(2010, 1)));
        Assert.Equal(1.0, paths.Index(Growing, Month.Of(2050, 1)));
    }

    // Growth error 0.02 a year, fading over 8 years: g · 8 (1 − e^(−years / 8)).
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void A_growth_error_fades(int years)
    {
        var chance = new Chance(3, 4);
        Month month = Month.Of(2024 + years, 12);
        double g = 0.02 * chance.Normal(Chance.KeyOf("growing"), Purpose.DriverGrowth);
        double error = Math.Log(Paths(chance).Index(Growing, month) / Paths().Index(Growing, month));
        Near(g * 8.0 * (1.0 - Math.Exp(-years / 8.0)), error);
        Assert.True(Math.Abs(error) <= Math.Abs(g) * 8.0);
    }

    [Fact]
    public void The_past_has_no_growth_error() =>
        Assert.Equal(Paths().Index(Growing, Month.Of(2015, 7)), Paths(new Chance(3, 4)).Index(Growing, Month.Of(2015, 7)));

    [Fact]
    public void The_opening_month_lies_above_the_mean_of_its_year_when_a_driver_grows() =>
        Near(Math.Exp(OpeningLog), Paths().OpeningOverYearMean(Growing));
}
