using Offtake.World.Rows;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>A world has at least one entry of everything a chain cannot do without.</summary>
internal static class EmptyTables
{
    private static readonly TableShape[] NeverEmpty =
    [
        WorldShapes.Elements, WorldShapes.Regions, WorldShapes.Commodities, WorldShapes.Processes, WorldShapes.Facilities,
        WorldShapes.Markets, WorldShapes.Uses,
    ];

    public static void Check(WorldDraft world)
    {
        foreach (TableShape shape in NeverEmpty.Where(s => world[s].IsComplete && world[s].Rows.Count == 0))
            world.Problems.Error(new Place(world[shape].Label, 0), "the table is empty", null, "at least one row", "a chain needs it");
    }
}
