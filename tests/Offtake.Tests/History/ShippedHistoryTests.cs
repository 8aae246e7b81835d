using Offtake.History;
using Offtake.Model.History;
using Offtake.Results;
using Offtake.Results.Backtests;
using Offtake.World;

namespace Offtake.Tests.History;

/// <summary>What the shipped backtest says of itself holds: its fits belong to its world and give what the validity page claims.</summary>
public class ShippedHistoryTests
{
    private const string Id = "rare-earths-2007";

    [Fact]
    public void Every_shipped_fit_was_found_in_the_world_as_it_is()
    {
        Backtest backtest = Read();
        Assert.NotEmpty(backtest.Fits);
        string world = backtest.Variants[0].Scenario.Fingerprint.WorldSha256;
        Assert.All(backtest.Fits, fit => Assert.Equal(world, fit.WorldSha256));
    }

    [Fact]
    public void There_are_several_fits_for_both_windows_and_both_rules_of_prices()
    {
        Backtest backtest = Read();
        foreach (string window in new[] { Backtest.FullWindow, backtest.HoldoutWindow })
            foreach (string variant in new[] { "dated", "ratio" })
                Assert.True(backtest.Fits.Count(f => f.Window == window && f.Variant == variant) >= 3, $"{variant}, {window}");
    }

    [Theory]
    [InlineData("mines-world")]
    [InlineData("mines-outside")]
    [InlineData("direction")]
    [InlineData("spike-points")]
    [InlineData("peak-month-dy")]
    [InlineData("peak-month-ndpr")]
    [InlineData("peak-month-la")]
    [InlineData("la-fall")]
    [InlineData("quota-use-2011")]
    [InlineData("quota-use-2012")]
    [InlineData("outside-ndpr")]
    [InlineData("outside-dy")]
    [InlineData("outside-tb")]
    [InlineData("outside-la")]
    [InlineData("outside-ce")]
    public void Fits_that_saw_everything_stay_inside_the_band_of(string score)
    {
        ScoreResult result = Full.Value.Single(s => s.Score.Id == score);
        Assert.True(result.IsMet, $"{score}: {result.Value}");
    }

    [Fact]
    public void A_figure_that_is_an_input_in_one_fit_is_never_called_predicted()
    {
        ScoreResult world = Full.Value.Single(s => s.Score.Id == "mines-world");
        Assert.Equal(Standing.Imposed, world.Standing);
    }

    private static readonly Lazy<IReadOnlyList<ScoreResult>> Full = new(() =>
    {
        Backtest backtest = Read();
        BacktestRun run = BacktestRun.Of(backtest, new BacktestPlan(Backtest.FullWindow, 1, 0, 2)).Value!;
        return [.. run.Run()!.Pooled(Backtest.FullWindow)];
    });

    private static Backtest Read()
    {
        string here = AppContext.BaseDirectory;
        Reading<Backtest> reading = BacktestReader.Read(FileFinder.Backtests(here)!, Id, FileFinder.Scenarios(here)!, FileFinder.Worlds(here)!);
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Value!;
    }
}
