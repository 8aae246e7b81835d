using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Every entry is used by something: one that is not is often a misspelling elsewhere, or left over.</summary>
internal static class UnusedEntries
{
    public static void Check(WorldDraft world)
    {
        Report(
            WorldShapes.Elements, "id", world.ElementNames, world.Commodities.SelectMany(c => c.Elements), "commodity contains it", world);
        Report(WorldShapes.Commodities, "id", world.CommodityNames, world.Markets.Select(m => m.Commodity), "market trades it", world);
        Report(
            WorldShapes.Ores, "ore", world.OreNames, world.Facilities.Select(f => f.Ore ?? NameList.Nowhere), "facility mines it", world);
        Report(WorldShapes.Processes, "id", world.ProcessNames, world.Facilities.Select(f => f.Process), "facility runs it", world);
        Report(
            WorldShapes.Drivers, "driver", world.DriverNames,
            [.. world.Uses.Select(u => u.Driver), .. world.Facilities.Select(f => f.Driver ?? NameList.Nowhere), .. world.CityFinance.Select(c => c.Driver ?? NameList.Nowhere)],
            "use, facility or city follows it", world);
        Report(
            WorldShapes.Seasons, "id", world.SeasonNames,
            world.Uses.Select(u => u.Season ?? NameList.Nowhere).Concat(world.Facilities.Select(f => f.Season ?? NameList.Nowhere)), "use or facility follows it", world);
    }

    private static void Report(TableShape shape, string column, NameList names, IEnumerable<int> used, string what, WorldDraft world)
    {
        HashSet<int> isUsed = [.. used];
        foreach (Row row in world[shape].Rows.DistinctBy(r => r.Text(column)))
        {
            string id = row.Text(column);
            if (id.Length > 0 && !isUsed.Contains(names.IndexOf(id)))
                world.Problems.Warn(row.At, $"no {what}:", id, null, "use it or remove it");
        }
    }
}
