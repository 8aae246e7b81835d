namespace Offtake.Tests.World;

/// <summary>A facility whose capacity a driver dates, as a world states it.</summary>
public class DatedFacilityTests
{
    private const string Header = "aggregate,capacity_per_year,opening_per_year,unit_cost_usd,target_pressure,starts,ends,expandable,source";

    private static TinyWorld World(string pit = "no,1000,800,@cost,0.5,,,no,border,bureau", string path = "border,2020,0.9,paper\nborder,2025-07,0,paper\nborder,2026-02,1.2,paper\n")
    {
        TinyWorld world = new();
        string text = world.Text("facilities.csv").Replace("\"Later\nworks\"", "Later works", StringComparison.Ordinal);
        string[] lines = text.Split('\n');
        lines[0] = lines[0].Replace(Header, Header.Replace(",source", ",driver,source", StringComparison.Ordinal), StringComparison.Ordinal);
        for (int i = 1; i < lines.Length; i++)
        {
            int at = lines[i].LastIndexOf(',');
            if (at > 0) lines[i] = lines[i].StartsWith("pit,", StringComparison.Ordinal) ? $"pit,The pit,State,mining,vein,home,,{pit}" : lines[i].Insert(at, ",");
        }

        world.Write("facilities.csv", string.Join('\n', lines));
        world.Write("drivers.csv", world.Text("drivers.csv") + path);
        return world.Append("driver_spread.csv", "border,0,0,0,paper");
    }

    [Fact]
    public void A_driver_of_a_facility_may_be_zero_and_need_not_reach_back_or_ahead()
    {
        using TinyWorld world = World();
        Assert.Equal(1, world.Chain().Facilities[0].Driver);
        Assert.Null(world.Chain().Facilities[1].Driver);
        Assert.Equal(0.0, world.Chain().Drivers[1].Values[1].Value.Value);
        Assert.DoesNotContain(world.Read().Problems, p => p.ToString().Contains("border", StringComparison.Ordinal));
    }

    [Fact]
    public void A_driver_of_a_use_is_above_zero()
    {
        using TinyWorld world = World();
        world.Replace("drivers.csv", "growth,2024,1,", "growth,2024,0,");
        Expect.OnlyError(world.Read(), "drivers.csv", 3, "'value' is out of range: '0' (allowed: above 0)");
    }

    [Theory]
    [InlineData("no,1000,800,@cost,0.5,,,no,bordr,bureau", "facilities.csv", 2, "unknown driver 'bordr'; did you mean 'border'?")]
    [InlineData("no,1000,800,@cost,0.5,,,yes,border,bureau", "facilities.csv", 2, "a facility with a driver is expandable: 'pit'")]
    [InlineData("no,1000,800,@cost,0.5,,2027-01,no,border,bureau", "facilities.csv", 2, "states 'starts' or 'ends': '..2027-01'")]
    [InlineData("no,800,800,@cost,0.5,,,no,border,bureau", "facilities.csv", 2, "above what the driver leaves of capacity: '800' (allowed: up to 720)")]
    public void A_driver_alone_dates_capacity_and_leaves_room_for_the_opening(string pit, string file, int line, string sentence)
    {
        using TinyWorld world = World(pit);
        Expect.Error(world.Read(), file, line, sentence);
    }

    [Fact]
    public void A_driver_of_a_facility_begins_by_the_opening()
    {
        using TinyWorld world = World(path: "border,2025-01,1,paper\n");
        Expect.OnlyError(world.Read(), "drivers.csv", 5, "begins after the opening: '2025-01' (allowed: 2024-12 or earlier)");
    }

    [Fact]
    public void Output_that_would_jump_to_its_target_in_the_first_month_is_a_warning()
    {
        using TinyWorld world = World("no,1000,800,@cost,1,,,no,border,bureau");
        Expect.Warning(world.Read(), "facilities.csv", 2, "below the share of capacity that 'target_pressure' keeps running: '800' (allowed: at least 900)");
    }
}
