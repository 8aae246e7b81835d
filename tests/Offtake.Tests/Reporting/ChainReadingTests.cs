using Offtake.Model.Quantities;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Tests.Reporting;

public class ChainReadingTests
{
    [Fact]
    public void Processes_of_a_stage_are_weighted_by_the_content_they_move()
    {
        // One maker moves 2 t of content per unit and runs at a half, the other 6 t and runs fully: (2*5 + 6*10) / (2*10 + 6*10).
        RunReading run = Run((5, 10, 10), (10, 10, 60));

        Assert.Equal(70.0 / 80.0, run.Chain.Utilisation(0, run.Horizon.Of(2025), "making"), 9);
    }

    [Fact]
    public void Without_flows_processes_of_a_stage_count_alike()
    {
        RunReading run = Run((5, 10, double.NaN), (100, 100, double.NaN));

        Assert.Equal(0.75, run.Chain.Utilisation(0, run.Horizon.Of(2025), "making"), 9);
    }

    [Fact]
    public void Use_of_a_capacity_that_was_not_recorded_is_not_recorded()
    {
        RunReading run = Run((double.NaN, double.NaN, 10), (double.NaN, double.NaN, 10));

        Assert.True(double.IsNaN(run.Chain.Utilisation(0, run.Horizon.Of(2025), "making")));
    }

    [Theory]
    [InlineData("2025-01", "2040-12", 2025, 2030, 2040)]
    [InlineData("2025-03", "2029-06", 2026, 2028, 2028)]
    [InlineData("2007-01", "2025-12", 2007, 2012, 2025)]
    [InlineData("2025-02", "2025-05", 2025, 2025, 2025)]
    public void The_years_a_report_speaks_of_are_full_ones_where_there_are_any(string from, string to, int first, int near, int last)
    {
        Assert.True(Month.TryParse(from, out Month start) & Month.TryParse(to, out Month end));
        var horizon = new Horizon(MadeUpPaperwork.Manifest(1, start, end - start + 1));

        Assert.Equal((first, near, last), (horizon.First, horizon.Near, horizon.Last));
    }

    [Fact]
    public void Quarters_begin_with_the_first_full_one()
    {
        var horizon = new Horizon(MadeUpPaperwork.Manifest(1, Month.Of(2025, 2), 12));

        Assert.Equal(2, horizon.Quarters[0].Start);
        Assert.Equal(2025.375, horizon.Quarters[0].Year, 9);
        Assert.Equal(3, horizon.Quarters.Count);
    }

    [Fact]
    public void A_future_that_a_stopped_run_left_half_done_is_no_result()
    {
        RunResults results = MadeUpRun.Of(futures: 3, months: 12);
        Panel market = results.Panels["market"];
        for (int p = 6; p < 12; p++)
        {
            for (int e = 0; e < market.Entities.Count; e++) market.Row(2, p, e).Fill(double.NaN);
        }

        IReadOnlyList<string> year = [.. Enumerable.Repeat("d", 12)];
        var stopped = new RunReading(results with { Manifest = results.Manifest with { Stopped = true, MonthDigests = [year, year, [.. year.Take(6)]] } });

        Assert.Equal([0, 1], stopped.Futures);
    }

    [Fact]
    public void City_purchases_only_repeat_an_input_as_long_as_no_budget_refuses_them()
    {
        RunResults results = MadeUpRun.Of(1, 12);
        Panel use = results.Panels["use"], city = results.Panels["city"];
        for (int p = 0; p < 12; p++)
        {
            for (int e = 0; e < use.Entities.Count; e++) use.Row(0, p, e)[1] = use.Row(0, p, e)[0];
        }

        Assert.True(new RunReading(results).Cities.IsDemandMet(2025));
        city.Row(0, 3, 1)[4] = 12_000;
        Assert.False(new RunReading(results).Cities.IsDemandMet(2025));
    }

    [Fact]
    public void Ids_become_names()
    {
        var run = new RunReading(MadeUpRun.Of(1, 12));

        Assert.Equal("Electric car", run.Name("ev"));
        Assert.Equal("Cerium oxide, China", run.Name("ce-oxide@china"));
        Assert.Equal("Finished NdFeB magnet, China to Rest of the world", run.Name("magnet/china/rest-of-world"));
        Assert.Equal("Something unheard of", run.Name("something-unheard-of"));
    }

    private static RunReading Run(params (double Did, double May, double Content)[] makers)
    {
        Month first = Month.Of(2025, 1);
        string[] names = [.. makers.Select((_, i) => "maker-" + i)];
        Panel sector = MadeUpWorld.Panel("sector", ["process", "stage", "region"], [.. names.Select(n => (IReadOnlyList<string>)[n, "making", "here"])],
            ["activity_amount", "capacity_amount"], yearly: false, 1, first, 12);
        Panel flow = MadeUpWorld.Panel("flow", ["from", "from_kind", "to", "to_kind", "region", "stage"],
            [.. names.Select(n => (IReadOnlyList<string>)[n + "@here", "sector", "good@here", "market", "here", "making"])], ["x_t"], yearly: true, 1, first, 12);
        for (int i = 0; i < makers.Length; i++)
        {
            for (int p = 0; p < 12; p++) (sector.Row(0, p, i)[0], sector.Row(0, p, i)[1]) = (makers[i].Did / 12, makers[i].May / 12);
            flow.Row(0, 0, i)[0] = makers[i].Content;
        }

        RunResults results = MadeUpRun.Of(1, 12);
        return new RunReading(results with { Panels = new Dictionary<string, Panel> { ["sector"] = sector, ["flow"] = flow, ["market"] = results.Panels["market"] } });
    }
}
