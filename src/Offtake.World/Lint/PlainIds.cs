using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Ids are in kebab-case: nothing in them can lead out of a folder, break a key apart or look like a number.</summary>
internal static class PlainIds
{
    public static void Check(WorldDraft world)
    {
        foreach (TableShape shape in WorldShapes.All.Where(s => s.HasPlainIds && s.Key[0] is "id" or "ore" or "driver"))
            foreach (Row row in world[shape].Rows) Check(row.Text(shape.Key[0]), shape.Key[0], row.At, world.Problems);
    }

    /// <summary>Whether an id is plain; if not, an error has been reported. An empty one is somebody else's business.</summary>
    public static bool Check(string id, string name, Place at, ProblemList problems)
    {
        if (id.Length == 0 || PlainId.IsPlain(id)) return true;
        problems.Error(at, $"'{name}' is not a plain id:", id, PlainId.Bound, "rename it");
        return false;
    }
}
