using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World;

namespace Offtake.Tests.World;

public class WorldReaderTests
{
    [Fact]
    public void A_world_without_faults_is_read_without_a_word()
    {
        using TinyWorld world = new();

        Reading<ValueChain> reading = world.Read();

        Assert.Empty(reading.Problems);
        Assert.True(reading.Succeeded);
        Assert.Equal(("tiny", "A tiny world"), (reading.Value.Id, reading.Value.Title));
        Assert.Equal((Month.Of(2024, 12), Month.Of(2025, 1), Month.Of(2030, 12)), (reading.Value.Opening, reading.Value.First, reading.Value.Last));
    }

    [Fact]
    public void References_become_indices_in_file_order()
    {
        using TinyWorld world = new();
        ValueChain chain = world.Chain();

        Facility late = chain.Facilities[2];
        Assert.Equal(("late-works", "Later\nworks"), (late.Id, late.Title));
        Assert.Equal((1, 0, (int?)null, (int?)null), (late.Process, late.Region, late.Ore, late.City));
        Assert.Equal((Month.Of(2026, 1), Month.Of(2029, 12)), (late.Starts, late.Ends));
        Assert.Equal(0, chain.Facilities[0].Ore);
        Assert.Equal(0, chain.Facilities[1].City);
        Assert.Equal([0, 1], chain.Commodities[0].Elements);
        Assert.Equal((1, 0), (chain.Routes[1].From, chain.Routes[1].To));
        Assert.Equal(0, chain.Markets[0].ValuesAt);
    }

    [Fact]
    public void A_recipe_is_put_into_its_process()
    {
        using TinyWorld world = new();
        ValueChain chain = world.Chain();

        Process mining = chain.Processes[0], separation = chain.Processes[1], making = chain.Processes[2], recycling = chain.Processes[3];
        Assert.True(mining.IsExtraction);
        Assert.Equal((Drive.Margin, Drive.Feed, Drive.Orders), (mining.Drive, separation.Drive, making.Drive));
        Assert.Equal([(1, (int?)0), (2, (int?)1)], separation.Shares.Select(s => (s.Commodity, s.Element)));
        Assert.Equal((0, 1.0, false), (separation.Inputs[0].Commodity, separation.Inputs[0].Rate.Value, separation.Inputs[0].Closes));
        Assert.Equal((4, 1.0), (making.Yields[0].Commodity, making.Yields[0].AmountPerActivity.Value));
        Assert.Null(making.Shares[0].Element);
        Assert.True(recycling.Inputs[0].Closes);
    }

    [Fact]
    public void A_use_knows_its_place_its_life_and_its_fleet()
    {
        using TinyWorld world = new();
        ValueChain chain = world.Chain();

        Assert.Equal((0, (int?)null), (chain.Uses[0].Region, chain.Uses[0].City));
        Assert.Null(chain.Uses[0].Service);
        Assert.Equal((0, (int?)0), (chain.Uses[1].Region, chain.Uses[1].City));
        Assert.Equal((12.0, 20000.0), (chain.Uses[1].Service!.RunningCostUsdPerUnitYear.Value, chain.Uses[1].Service!.TargetAmount.Value));
        Assert.Equal((10.0, 2.0, 0.5, 3), (chain.Uses[0].Life!.MeanYears.Value, chain.Uses[0].Life!.SdYears.Value, chain.Uses[0].Life!.CollectedShare.Value, chain.Uses[0].Life!.Scrap));
        Assert.Null(chain.Uses[2].Life);
        Assert.Equal(((int?)2, 1.0), (chain.Uses[2].Closes, chain.Uses[2].ClosingShare!.Value));
        Assert.Null(chain.Uses[2].AmountPerYear);
    }

    [Fact]
    public void A_parameter_says_table_row_and_column_and_where_it_stands()
    {
        using TinyWorld world = new();
        ValueChain chain = world.Chain();

        Parameter capacity = chain.Facilities[3].CapacityPerYear;
        Assert.Equal("facilities/shop/capacity_per_year", capacity.Id);
        Assert.Equal("worlds/tiny/facilities.csv:6", capacity.Address);
        Assert.Equal("unit/yr", capacity.Unit);
        Assert.Equal("t REO/yr", chain.Facilities[0].CapacityPerYear.Unit);
        Assert.Equal("recipes/separation/share/alpha-oxide/alpha/value", chain.Processes[1].Shares[0].Share.Id);
        Assert.Equal("markets/alpha-oxide/home/price_usd_per_unit", chain.Markets[1].OpeningPrice!.Id);
        Assert.Equal("drivers/growth/2024/value", chain.Drivers[0].Values[1].Value.Id);
    }

    [Fact]
    public void Every_number_of_the_chain_stands_in_the_ledger_once()
    {
        using TinyWorld world = new();
        EvidenceLedger ledger = world.Chain().Evidence;

        Assert.Equal(ledger.Parameters.Count, ledger.Parameters.Select(p => p.Id).Distinct().Count());
        Assert.Contains(ledger.Parameters, p => p.Id == "calendar/stop/strength");
        Assert.DoesNotContain(ledger.Parameters, p => p.Id.StartsWith("observed", StringComparison.Ordinal));
        Assert.All(ledger.Parameters, p => Assert.NotEmpty(p.Witnesses));
        Assert.Equal((4, 4, 1), (ledger.Sources.Count, ledger.Assumptions.Count, ledger.Claims.Count));
    }

    [Fact]
    public void The_numbers_of_the_calendar_come_last_in_the_ledger()
    {
        using TinyWorld world = new();

        string[] ids = [.. world.Chain().Evidence.Parameters.Select(p => p.Id)];

        Assert.Equal(
            ["calendar/quota-2024/strength", "calendar/quota-2026/strength", "calendar/floor/strength", "calendar/stop/strength"], ids[^4..]);
    }

    [Fact]
    public void Every_rule_of_behaviour_is_filled_from_its_own_row()
    {
        using TinyWorld world = new();
        Behaviour behaviour = world.Chain().Behaviour;

        foreach (var property in typeof(Behaviour).GetProperties())
        {
            var row = (RowAttribute?)Attribute.GetCustomAttribute(property, typeof(RowAttribute));
            Assert.True(row is not null, $"{property.Name} names no row.");
            Assert.Equal($"parameters/{row.Id}/value", ((Parameter)property.GetValue(behaviour)!).Id);
        }
    }

    [Fact]
    public void The_verdicts_of_a_claim_are_kept_apart()
    {
        using TinyWorld world = new();

        Claim claim = world.Chain().Evidence.Claims[0];

        Assert.Equal((Verdict.Confirmed, Verdict.Partly, Verdict.NotApplicable), (claim.Said, claim.Done, claim.Caused));
    }

    [Fact]
    public void An_observed_figure_keeps_its_range()
    {
        using TinyWorld world = new();

        ObservedFigure figure = world.Chain().Observed[0];

        Assert.Equal((810.0, 780.0, 850.0, "home"), (figure.Value, figure.Low, figure.High, figure.Region));
    }

    [Fact]
    public void Windows_line_endings_change_nothing()
    {
        using TinyWorld world = new();
        foreach (string file in TinyTables.Files.Keys) world.Write(file, world.Text(file).ReplaceLineEndings("\r\n"));

        Assert.Empty(world.Read().Problems);
    }

    [Fact]
    public void A_byte_order_mark_changes_nothing()
    {
        using TinyWorld world = new();
        world.Write("regions.csv", "\uFEFF" + world.Text("regions.csv"));

        Assert.Empty(world.Read().Problems);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_reported_with_the_nearest_name()
    {
        using TinyWorld world = new();

        Expect.OnlyError(WorldReader.Read(Path.Combine(world.Worlds, "tyny")), "worlds/tyny", 0, "unknown world 'tyny'; did you mean 'tiny'?");
    }

    [Fact]
    public void Reading_writes_nothing()
    {
        using TinyWorld world = new();
        string[] before = Directory.GetFileSystemEntries(world.Worlds, "*", SearchOption.AllDirectories);

        world.Read();

        Assert.Equal(before, Directory.GetFileSystemEntries(world.Worlds, "*", SearchOption.AllDirectories));
    }
}
