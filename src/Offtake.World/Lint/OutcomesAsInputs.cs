using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Nothing that goes into the model bears the name of an observed outcome. References to outcomes are refused where they stand.</summary>
internal static class OutcomesAsInputs
{
    private static readonly (TableShape Shape, string Column)[] Inputs =
    [
        (WorldShapes.Drivers, "driver"), (WorldShapes.Assumptions, "id"), (WorldShapes.Sources, "id"),
        (WorldShapes.Parameters, "id"), (WorldShapes.Calendar, "id"), (WorldShapes.Treasury, "id"),
    ];

    public static void Check(WorldDraft world)
    {
        foreach ((TableShape shape, string column) in Inputs)
            foreach (Row row in world[shape].Rows.DistinctBy(r => r.Text(column)))
                if (row.Text(column).Length > 0) Outcome.Refuses(row.Text(column), world.Outcomes, row.At, world.Problems);
    }
}
