using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>No city is called like a region, because a use names its place by either.</summary>
internal static class PlaceNames
{
    public static void Check(WorldDraft world)
    {
        foreach (Row row in world[WorldShapes.Cities].Rows.Where(r => world.RegionNames.Contains(r.Text("id"))))
            world.Problems.Error(row.At, "a city is called like a region:", row.Text("id"), null, "rename one of them");
    }
}
