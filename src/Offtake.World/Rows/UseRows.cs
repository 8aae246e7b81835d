using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads final uses.</summary>
internal static class UseRows
{
    public static IReadOnlyList<Use> Read(WorldDraft world) => [.. world[WorldShapes.Uses].Rows.Select(row => ReadOne(row, world))];

    private static Use ReadOne(Row row, WorldDraft world)
    {
        int commodity = row.Refer("commodity", world.CommodityNames);
        string unit = commodity == NameList.Nowhere ? "unit" : world.Commodities[commodity].Unit;
        (int region, int? city) = PlaceOf(row, world);
        Parameter? amount = world.Book.NumberOrNull(row, "amount_per_year", NumberKind.AtLeastZero($"{unit}/yr"));
        int? closes = row.ReferOrNull("closes", world.CommodityNames);
        Parameter? closingShare = world.Book.NumberOrNull(row, "closing_share", NumberKind.Share);
        CheckAmount(row, amount is not null, closes is not null, closingShare is not null, world.Problems);
        return new Use(
            row.Required("id"),
            row.Required("title"),
            commodity,
            region,
            city,
            amount,
            closes,
            closingShare,
            world.Book.Number(row, "elasticity", NumberKind.AtLeastZero("exponent")),
            row.Refer("driver", world.DriverNames),
            world.Book.Number(row, "cover_months", NumberKind.AtLeastZero("months")),
            LifeOf(row, world),
            FleetOf(row, city is not null, region != NameList.Nowhere, unit, world),
            row.ReferOrNull("season", world.SeasonNames));
    }

    private static (int Region, int? City) PlaceOf(Row row, WorldDraft world)
    {
        string place = row.Required("place");
        int city = world.CityNames.IndexOf(place);
        if (city >= 0) return (world.Cities[city].Region, city);
        int region = world.RegionNames.IndexOf(place);
        if (region >= 0 || place.Length == 0) return (region, null);
        NameList places = new("place", world[WorldShapes.Cities].IsComplete && world[WorldShapes.Regions].IsComplete);
        foreach (string name in world.RegionNames.Names.Concat(world.CityNames.Names)) places.Add(name);
        return (places.Find(place, row.At, world.Problems), null);
    }

    private static void CheckAmount(Row row, bool hasAmount, bool closes, bool hasShare, ProblemList problems)
    {
        if (hasAmount == closes && row.Has("amount_per_year"))
            problems.Error(
                row.At, hasAmount ? "a use has an amount and closes a balance too" : "a use has neither 'amount_per_year' nor 'closes'",
                null, "one of the two", "state how much is used, or which balance the use closes");
        if (closes != hasShare)
            problems.Error(
                row.At,
                closes ? "a use that closes a balance has no 'closing_share'" : "'closing_share' is stated for a use that closes nothing",
                null, null, "fill 'closes' and 'closing_share', or neither");
    }

    private static ServiceLife? LifeOf(Row row, WorldDraft world)
    {
        string[] columns = ["life_years", "life_sd_years", "collected_share", "scrap"];
        Parameter? mean = world.Book.NumberOrNull(row, "life_years", NumberKind.AboveZero("years"));
        Parameter? sd = world.Book.NumberOrNull(row, "life_sd_years", NumberKind.AtLeastZero("years"));
        Parameter? collected = world.Book.NumberOrNull(row, "collected_share", NumberKind.Share);
        int? scrap = row.ReferOrNull("scrap", world.CommodityNames);
        ReportHalfFilled(row, columns, "how long goods stay in use", world.Problems);
        return mean is not null && sd is not null && collected is not null && scrap is { } s ? new ServiceLife(mean, sd, collected, s) : null;
    }

    private static PublicFleet? FleetOf(Row row, bool isCity, bool isFound, string unit, WorldDraft world)
    {
        string[] columns = ["running_cost_usd_per_unit_year", "target_amount"];
        Parameter? cost = world.Book.NumberOrNull(row, columns[0], NumberKind.AtLeastZero($"USD/({unit}·yr)"));
        Parameter? target = world.Book.NumberOrNull(row, columns[1], NumberKind.AboveZero(unit));
        ReportHalfFilled(row, columns, "a city's fleet", world.Problems);
        if (!isCity && isFound && (cost ?? target) is not null)
            world.Problems.Error(
                row.At, "a fleet's running cost or target is stated for a place that is no city:", row.Text("place"), "cities only",
                "leave these columns empty");
        return cost is not null && target is not null ? new PublicFleet(cost, target) : null;
    }

    private static void ReportHalfFilled(Row row, string[] columns, string about, ProblemList problems)
    {
        string[] empty = [.. columns.Where(c => row.Text(c).Length == 0)];
        if (empty.Length > 0 && empty.Length < columns.Length)
            problems.Error(
                row.At, $"{about} is stated by half; empty are", string.Join(", ", empty), null,
                $"fill {string.Join(", ", columns)}, or none of them");
    }
}
