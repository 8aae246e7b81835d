using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads facilities.</summary>
internal static class FacilityRows
{
    public static IReadOnlyList<Facility> Read(WorldDraft world) => [.. world[WorldShapes.Facilities].Rows.Select(row => ReadOne(row, world))];

    private static Facility ReadOne(Row row, WorldDraft world)
    {
        int process = row.Refer("process", world.ProcessNames);
        int region = row.Refer("region", world.RegionNames);
        int? ore = row.ReferOrNull("ore", world.OreNames);
        int? city = row.ReferOrNull("city", world.CityNames);
        Month? starts = row.MonthOrNull("starts");
        Month? ends = row.MonthOrNull("ends");
        string activity = ActivityUnit(process, world);
        Facility facility = new(
            row.Required("id"),
            row.Required("title"),
            row.Required("owner"),
            process,
            ore,
            region,
            city,
            row.YesNo("aggregate"),
            world.Book.Number(row, "capacity_per_year", NumberKind.AtLeastZero($"{activity}/yr")),
            world.Book.Number(row, "opening_per_year", NumberKind.AtLeastZero($"{activity}/yr")),
            world.Book.Number(row, "unit_cost_usd", NumberKind.AtLeastZero($"USD/{activity}")),
            world.Book.Number(row, "target_pressure", NumberKind.Share),
            starts,
            ends,
            row.YesNo("expandable"),
            row.ReferOrNull("driver", world.DriverNames),
            row.ReferOrNull("season", world.SeasonNames));
        CheckOre(row, facility, world);
        CheckCity(row, facility, world);
        CheckDates(row, facility, world);
        return facility;
    }

    private static string ActivityUnit(int process, WorldDraft world)
    {
        if (process == NameList.Nowhere) return "";
        Process of = world.Processes[process];
        return of.Drive == Drive.Orders && of.Output != NameList.Nowhere ? world.Commodities[of.Output].Unit : "t REO";
    }

    private static void CheckOre(Row row, Facility facility, WorldDraft world)
    {
        if (facility.Process == NameList.Nowhere) return;
        bool extracts = world.Processes[facility.Process].IsExtraction;
        if (extracts && facility.Ore is null) world.Problems.Error(row.At, "a mine has no 'ore'", null, null, "name one of ores.csv");
        if (!extracts && facility.Ore is not null)
            world.Problems.Error(row.At, "'ore' is stated for a facility that is no mine:", row.Text("ore"), null, "leave it empty");
    }

    private static void CheckCity(Row row, Facility facility, WorldDraft world)
    {
        if (facility.City is not { } city || city == NameList.Nowhere || facility.Region == NameList.Nowhere) return;
        int region = world.Cities[city].Region;
        if (region != NameList.Nowhere && region != facility.Region)
            world.Problems.Error(
                row.At, $"the city lies in region '{world.RegionNames.Names[region]}', the facility in", row.Text("region"), null,
                "correct city or region");
    }

    private static void CheckDates(Row row, Facility facility, WorldDraft world)
    {
        if (facility is { Starts: { } starts, Ends: { } ends } && ends < starts)
            world.Problems.Error(row.At, $"'ends' lies before 'starts' ({starts}):", $"{ends}", null, "correct one of the months");
        double opening = facility.OpeningPerYear.Value;
        bool isRunning = facility.Starts is not { } first || first <= world.Text.Opening;
        if (facility.Starts is { } start && isRunning && world.Text != WorldText.None)
            world.Problems.Error(
                row.At, $"a facility that runs at the opening ({world.Text.Opening}) states a start:", $"{start}", "after the opening", "leave 'starts' empty");
        if (!isRunning && opening > 0.0 && world.Text != WorldText.None)
            world.Problems.Error(
                row.At, $"a facility that starts after the opening ({world.Text.Opening}) has an 'opening_per_year' of", $"{opening}", "0",
                "write 0, or leave 'starts' empty");
        if (facility.Driver is null && facility.CapacityPerYear != WitnessBook.Unread && opening > facility.CapacityPerYear.Value)
            world.Problems.Warn(
                row.At, "'opening_per_year' is above capacity:", $"{opening}", $"up to {facility.CapacityPerYear.Value}",
                "check both; utilisation cannot start above one");
    }
}
