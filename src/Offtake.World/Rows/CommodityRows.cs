using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads elements and commodities.</summary>
internal static class CommodityRows
{
    public static IReadOnlyList<Element> Elements(WorldDraft world) =>
        [.. world[WorldShapes.Elements].Rows.Select(row => new Element(row.Required("id"), row.Required("title")))];

    public static IReadOnlyList<Commodity> Commodities(WorldDraft world) => [.. world[WorldShapes.Commodities].Rows.Select(row => new Commodity(
        row.Required("id"),
        row.Required("title"),
        row.Choice<Basis>("basis"),
        row.Required("unit"),
        row.Required("stage"),
        ElementsOf(row, world),
        row.Choice<Pricing>("pricing"),
        row.YesNo("vat_refunded"),
        world.Book.NumberOrNull(row, "disposal_cover", NumberKind.AboveZero("months"))))];

    private static int[] ElementsOf(Row row, WorldDraft world)
    {
        row.Required("elements");
        int[] found = [.. row.List("elements").Select(e => world.ElementNames.Find(e, row.AtCell("elements"), world.Problems)).Where(i => i != NameList.Nowhere)];
        foreach (int twice in found.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key))
            world.Problems.Error(row.At, "repeated element", world.ElementNames.Names[twice], null, "name every element once");
        return [.. found.Order()];
    }
}
