using System.Text.RegularExpressions;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Ids are in kebab-case: nothing in them can lead out of a folder, break a key apart or look like a number.</summary>
internal static partial class PlainIds
{
    private const string Bound = "lower-case letters, digits and hyphens, such as magnet-alloy";

    public static void Check(WorldDraft world)
    {
        foreach (TableShape shape in WorldShapes.All.Where(s => s.HasPlainIds && s.Key[0] is "id" or "ore" or "driver"))
            foreach (Row row in world[shape].Rows) Check(row.Text(shape.Key[0]), shape.Key[0], row.At, world.Problems);
    }

    /// <summary>Whether an id is plain; if not, an error has been reported. An empty one is somebody else's business.</summary>
    public static bool Check(string id, string name, Place at, ProblemList problems)
    {
        if (id.Length == 0 || Kebab().IsMatch(id)) return true;
        problems.Error(at, $"'{name}' is not a plain id:", id, Bound, "rename it");
        return false;
    }

    [GeneratedRegex(@"\A(?=[^a-z]*[a-z])[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Kebab();
}
