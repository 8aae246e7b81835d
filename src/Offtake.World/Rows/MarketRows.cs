using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads markets and routes.</summary>
internal static class MarketRows
{
    public static IReadOnlyList<Market> Markets(WorldDraft world) => [.. world[WorldShapes.Markets].Rows.Select(row => ReadMarket(row, world))];

    public static IReadOnlyList<Route> Routes(WorldDraft world) => [.. world[WorldShapes.Routes].Rows.Select(row =>
    {
        int commodity = row.Refer("commodity", world.CommodityNames);
        Route route = new(
            commodity,
            row.Refer("from", world.RegionNames),
            row.Refer("to", world.RegionNames),
            world.Book.Number(row, "freight_usd_per_unit", NumberKind.AtLeastZero($"USD/{UnitOf(commodity, world)}")),
            world.Book.Number(row, "transit_months", NumberKind.Whole("months", 1, 3)),
            world.Book.Number(row, "weight", NumberKind.AtLeastZero("weight")));
        if (route.From != NameList.Nowhere && route.From == route.To)
            world.Problems.Error(
                row.At, "a route leads from a region to itself:", row.Text("from"), null, "a region is one market; remove the route");
        return route;
    })];

    private static Market ReadMarket(Row row, WorldDraft world)
    {
        int commodity = row.Refer("commodity", world.CommodityNames);
        string perUnit = $"USD/{UnitOf(commodity, world)}";
        Market market = new(
            commodity,
            row.Refer("region", world.RegionNames),
            world.Book.NumberOrNull(row, "price_usd_per_unit", NumberKind.AboveZero(perUnit)),
            world.Book.NumberOrNull(row, "cover_months", NumberKind.AboveZero("months")),
            world.Book.NumberOrNull(row, "beta", NumberKind.AboveZero("exponent")),
            world.Book.NumberOrNull(row, "floor_share", NumberKind.Share),
            world.Book.NumberOrNull(row, "payable_share", NumberKind.Share),
            row.ReferOrNull("values_at", world.RegionNames));
        if (world.PricingOf(commodity) is { } pricing) CheckPricing(row, market, pricing, world.Problems);
        return market;
    }

    private static void CheckPricing(Row row, Market market, Pricing pricing, ProblemList problems)
    {
        (string Column, bool IsFilled, Pricing For, bool IsNeeded)[] cells =
        [
            ("price_usd_per_unit", market.OpeningPrice is not null, Pricing.Posted, false),
            ("cover_months", market.CoverMonths is not null, Pricing.Posted, true),
            ("beta", market.Beta is not null, Pricing.Posted, true),
            ("floor_share", market.FloorShare is not null, Pricing.Posted, false),
            ("payable_share", market.PayableShare is not null, Pricing.Formula, true),
            ("values_at", market.ValuesAt is not null, Pricing.Formula, true),
        ];
        foreach ((string column, bool isFilled, Pricing pricingOfColumn, bool isNeeded) in cells)
        {
            bool applies = pricing == pricingOfColumn;
            if (applies && isNeeded && !isFilled)
                problems.Error(
                    row.At, $"a market with {EnumText.Of(pricing)} pricing has no '{column}'", null, null,
                    "fill it in, or change the pricing in commodities.csv");
            else if (!applies && isFilled)
                problems.Error(
                    row.At, $"'{column}' means nothing in a market with {EnumText.Of(pricing)} pricing:", row.Text(column), null,
                    "leave it empty, or change the pricing in commodities.csv");
        }
    }

    private static string UnitOf(int commodity, WorldDraft world) => commodity == NameList.Nowhere ? "unit" : world.Commodities[commodity].Unit;
}
