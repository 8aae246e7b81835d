using Offtake.Reporting.Readings;

namespace Offtake.Tests.Reporting;

public class DependenceTests
{
    [Fact]
    public void A_single_supplier_has_an_hhi_of_one() => Assert.Equal(1, Concentration.Hhi([42]), 12);

    [Fact]
    public void Shares_of_seventy_twenty_and_ten_per_cent_have_an_hhi_of_fifty_four_hundredths() => Assert.Equal(0.54, Concentration.Hhi([70, 20, 10]), 12);

    [Fact]
    public void Four_equal_suppliers_have_an_hhi_of_a_quarter() => Assert.Equal(0.25, Concentration.Hhi([3, 3, 3, 3]), 12);

    [Fact]
    public void Nothing_supplied_has_no_hhi() => Assert.Equal(double.NaN, Concentration.Hhi([0, 0]));

    [Theory]
    [InlineData(40, 80, 20, 0.6)]
    [InlineData(0, 50, 0, 1.0)]
    [InlineData(100, 10, 60, 0.0)]
    [InlineData(0, 0, 0, double.NaN)]
    public void Net_import_reliance_is_net_imports_over_apparent_consumption(double made, double imported, double exported, double reliance) =>
        Assert.Equal(reliance, Concentration.NetImportReliance(made, imported, exported), 12);

    [Fact]
    public void Reliance_in_a_run_adds_the_months_of_a_year()
    {
        var run = new RunReading(MadeUpRun.Of(futures: 2, months: 24));
        double made = Sum(run, run.Market, run.Supply.MarketOf("magnet", MadeUpWorld.Abroad), "produced_amount");
        double shipped = Sum(run, run.Route, run.Route.Where("commodity", "magnet").Single(), "shipped_amount");

        Assert.Equal(shipped / (made + shipped), run.Supply.Reliance(1, 2025, "magnet", MadeUpWorld.Abroad), 9);
        Assert.Equal(0, run.Supply.Reliance(1, 2025, "magnet", MadeUpWorld.Home));
    }

    [Fact]
    public void Shares_of_supply_of_a_stage_sum_to_one()
    {
        var run = new RunReading(MadeUpRun.Of(futures: 1, months: 24));

        Assert.Equal(1, run.Regions.Sum(r => run.Supply.Share(0, 2026, "separation", r, "nd")), 9);
        Assert.Equal(MadeUpWorld.Home, run.Supply.Leader(2026, "separation", "nd"));
    }

    [Fact]
    public void The_element_in_focus_is_the_one_whose_trade_is_worth_most() => Assert.Equal("nd", new RunReading(MadeUpRun.Of(1, 12)).Flows.Focus);

    private static double Sum(RunReading run, TableReading table, int entity, string column) => table.Sum(1, run.Horizon.Of(2025), entity, column);
}
