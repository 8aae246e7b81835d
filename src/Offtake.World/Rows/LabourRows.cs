using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads who needs skilled labour and where it is trained: two tables that come together or not at all.</summary>
internal static class LabourRows
{
    public static Workforce? Read(WorldDraft world)
    {
        if (!TablesTogether.ArePresent(world, WorldShapes.Labour, WorldShapes.Skills)) return null;
        SkillNeed[] needs = [.. world[WorldShapes.Labour].Rows.Select(row => new SkillNeed(
            row.Refer("process", world.ProcessNames),
            world.Book.Number(row, "skilled_workers_per_unit_year", NumberKind.AtLeastZero("persons per unit of activity a year"))))];
        SkilledPool[] pools = [.. world[WorldShapes.Skills].Rows.Select(row => new SkilledPool(
            row.Refer("region", world.RegionNames),
            world.Book.Number(row, "slack_share", NumberKind.AtLeastZero("share of need")),
            world.Book.Number(row, "net_growth_per_year", NumberKind.AtLeastZero("1/yr")),
            world.Book.Number(row, "entry_places_per_year", NumberKind.AtLeastZero("persons/yr")),
            world.Book.Number(row, "leaving_per_year", NumberKind.Share)))];
        CheckPools(needs, pools, world);
        return new Workforce(needs, pools);
    }

    private static void CheckPools(SkillNeed[] needs, SkilledPool[] pools, WorldDraft world)
    {
        if (!world[WorldShapes.Skills].IsComplete) return;
        HashSet<int> needy = [.. needs.Select(n => n.Process)];
        HashSet<int> known = [.. pools.Select(p => p.Region)];
        foreach (int region in world.Facilities.Where(f => f.Process != NameList.Nowhere && needy.Contains(f.Process)).Select(f => f.Region).Distinct())
        {
            if (region != NameList.Nowhere && !known.Contains(region))
                world.Problems.Error(
                    new Place(world[WorldShapes.Skills].Label, 0), "no row for a region whose facilities need skilled workers:",
                    world.RegionNames.Names[region], null, "add it; absent is not zero");
        }
    }
}
