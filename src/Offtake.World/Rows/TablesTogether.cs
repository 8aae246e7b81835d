using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Optional tables that make sense only together.</summary>
internal static class TablesTogether
{
    /// <summary>Whether all are there; when only some are, each missing one has been reported.</summary>
    public static bool ArePresent(WorldDraft world, params ReadOnlySpan<TableShape> shapes)
    {
        TableShape? present = null;
        bool all = true;
        foreach (TableShape shape in shapes)
        {
            if (world.Folder.Has(shape.File)) present ??= shape;
            else all = false;
        }

        if (all || present is null) return all;
        foreach (TableShape shape in shapes)
        {
            if (!world.Folder.Has(shape.File))
                world.Problems.Error(
                    new Place(world[shape].Label, 0), $"the file is missing, but {present.File} is there", null, null,
                    "add it, or remove the other; these tables come together or not at all");
        }

        return false;
    }
}
