using Offtake.Model.Chain;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.World;
using Offtake.World.Rows;

namespace Offtake.Tests.World;

/// <summary>The optional tables of money, as a world states them.</summary>
public class FinanceTablesTests
{
    private const string Header = "process,region,capital_usd_per_unit_year,permit_months,life_years,source\n";
    private const string Rows = "mining,,500,12,20,survey\nseparation,,900,6,20,survey\nseparation,home,300,6,20,survey\nmotor-making,,5,0,10,survey\nrecycling,,@cost,3,10,survey\n";

    private static string Treasury(string id = "", string value = "") =>
        "id,value,low,high,unit,distribution,source,note\n" + string.Join('\n', NumberedRows<TreasuryRules>.Ids.Select(
            r => $"{r},{(r == id ? value : r.EndsWith("-months", StringComparison.Ordinal) && r != "owner.exit-months" ? "12" : r is "owner.exit-months" ? "60" : r is "owner.reopen-ratio" or "loan.months" ? "1.5" : r is "city.default-debt-share" ? "4" : "0.5")},,,unit,,model,")) + "\n";

    internal static TinyWorld World() => new TinyWorld().Write("treasury.csv", Treasury()).Write("capital.csv", Header + Rows)
        .Write("city_finance.csv", "city,driver,revenue_growth_per_year,source\nhill,,0.02,bureau\n");

    [Fact]
    public void A_world_without_the_tables_has_no_money_rules()
    {
        using TinyWorld world = new();
        Assert.Null(world.Chain().Finance);
        Assert.Empty(world.Chain().CityFinance);
    }

    [Fact]
    public void Rules_capital_by_region_and_city_revenue_are_read_with_their_witnesses()
    {
        using TinyWorld world = World();
        ValueChain chain = world.Chain();
        Assert.Equal(0.5, chain.Finance!.Rules.ProfitTaxShare.Value);
        Assert.Equal("treasury/tax.profit-share/value", chain.Finance.Rules.ProfitTaxShare.Id);
        Assert.Equal((1, (int?)0, 300.0), (chain.Finance.Capital[2].Process, chain.Finance.Capital[2].Region, chain.Finance.Capital[2].UsdPerUnitYear.Value));
        Assert.Equal("@cost", chain.Finance.Capital[4].UsdPerUnitYear.Witnesses[0]);
        Assert.Equal(0.02, chain.CityFinance[0].GrowthPerYear!.Value);
        Assert.Contains(chain.Evidence.Parameters, p => p.Id == "capital/separation/home/permit_months");
    }

    [Fact]
    public void A_row_of_a_region_goes_before_that_of_all_regions()
    {
        using TinyWorld world = World();
        ValueChain chain = world.Chain();
        var layout = new ChainLayout(chain);
        var numbers = new ChainNumbers(layout, ParameterDraw.Central(chain.Evidence));
        int separation = Array.FindIndex(layout.Sectors, s => s.Process == 1 && s.Region == 0);
        int mining = Array.FindIndex(layout.Sectors, s => s.Process == 0);
        Assert.Equal((300.0 * 12.0, 500.0 * 12.0), (numbers.Finance!.CapitalCost[separation].Value, numbers.Finance.CapitalCost[mining].Value));
    }

    [Fact]
    public void A_missing_process_a_missing_rule_and_a_missing_city_are_all_reported_at_once()
    {
        using TinyWorld world = World().Replace("capital.csv", "recycling,,@cost,3,10,survey\n", "").Replace("treasury.csv", "loan.months,1.5,,,unit,,model,\n", "")
            .Replace("city_finance.csv", "hill,,0.02,bureau\n", "");
        Reading<ValueChain> reading = world.Read();
        Expect.Error(reading, "capital.csv", 0, "no row for process", "'recycling'");
        Expect.Error(reading, "treasury.csv", 0, "missing parameter", "'loan.months'");
        Expect.Error(reading, "city_finance.csv", 0, "no row for city", "'hill'");
    }

    [Fact]
    public void A_row_for_one_region_alone_does_not_cover_the_others()
    {
        using TinyWorld world = World().Replace("capital.csv", "separation,,900,6,20,survey\n", "");
        Expect.OnlyError(world.Read(), "capital.csv", 0, "no row for process", "'separation'");
    }

    [Fact]
    public void Capital_without_rules_of_money_is_refused()
    {
        using TinyWorld world = World().Delete("treasury.csv");
        Expect.OnlyError(world.Read(), "capital.csv", 0, "nothing says how owners are financed", "treasury.csv");
    }

    [Theory]
    [InlineData("tax.profit-share", "1.2", "'value' is out of range")]
    [InlineData("dividend.share-per-month", "0", "'value' is out of range")]
    [InlineData("loan.months", "0.5", "'value' is out of range")]
    [InlineData("owner.close-ratio", "2", "'owner.close-ratio' is not below 'owner.reopen-ratio'")]
    [InlineData("owner.close-months", "70", "'owner.close-months' is not below 'owner.exit-months'")]
    public void A_rule_out_of_its_bounds_is_refused(string id, string value, string sentence)
    {
        using TinyWorld world = World().Write("treasury.csv", Treasury(id, value));
        Expect.Error(world.Read(), "treasury.csv", world.LineOf("treasury.csv", id + ","), sentence);
    }

    [Theory]
    [InlineData("hill,growth,0.02,bureau", "both filled")]
    [InlineData("hill,,,bureau", "both empty")]
    [InlineData("hil,,0.02,bureau", "did you mean 'hill'?")]
    [InlineData("hill,growht,,bureau", "did you mean 'growth'?")]
    public void Revenue_moves_in_one_way_and_by_known_names(string row, string sentence)
    {
        using TinyWorld world = World().Write("city_finance.csv", $"city,driver,revenue_growth_per_year,source\n{row}\n");
        Expect.Error(world.Read(), "city_finance.csv", 2, sentence);
    }

    [Fact]
    public void A_misspelt_process_is_named_with_the_nearest_one()
    {
        using TinyWorld world = World().Replace("capital.csv", "mining,,500", "minin,,500");
        Expect.Error(world.Read(), "capital.csv", 2, "unknown process", "did you mean 'mining'?");
    }

    [Fact]
    public void A_city_that_may_still_borrow_when_it_is_bailed_out_is_pointed_out()
    {
        using TinyWorld world = World().Write("treasury.csv", Treasury("city.default-debt-share", "1"));
        Expect.Warning(world.Read(), "cities.csv", 2, "'debt_ceiling_share' is above the debt at which a city is bailed out");
    }

    [Fact]
    public void The_data_package_is_asked_for_optional_tables_that_are_there_and_only_for_them()
    {
        using TinyWorld world = World();
        string[] missing = [.. world.Read().Warnings.Select(w => w.ToString()).Where(w => w.Contains("does not describe", StringComparison.Ordinal))];
        Assert.Equal(3, missing.Length);
        using TinyWorld plain = new();
        Assert.DoesNotContain(plain.Read().Warnings, w => w.ToString().Contains("does not describe", StringComparison.Ordinal));
    }
}
