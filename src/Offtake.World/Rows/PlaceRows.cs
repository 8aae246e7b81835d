using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads regions and cities.</summary>
internal static class PlaceRows
{
    public static IReadOnlyList<Region> Regions(WorldDraft world) => [.. world[WorldShapes.Regions].Rows.Select(row => new Region(
        row.Required("id"),
        row.Required("title"),
        world.Book.Number(row, "vat", NumberKind.Share)))];

    public static IReadOnlyList<City> Cities(WorldDraft world) => [.. world[WorldShapes.Cities].Rows.Select(row => new City(
        row.Required("id"),
        row.Required("title"),
        row.Refer("region", world.RegionNames),
        world.Book.Number(row, "population", NumberKind.AboveZero("persons")),
        world.Book.Number(row, "revenue_usd_per_year", NumberKind.AboveZero("USD/yr")),
        world.Book.Number(row, "deployment_share", NumberKind.Share),
        world.Book.Number(row, "opening_debt_usd", NumberKind.AtLeastZero("USD")),
        world.Book.Number(row, "debt_ceiling_share", NumberKind.AtLeastZero("yearly revenues"))))];
}
