using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Every file in the folder is one the reader knows: a misspelt table would otherwise be overlooked.</summary>
internal static class StrangeFiles
{
    private static readonly string[] Known = [WorldTextFile.Name, WorldTables.PackageFile, "README.md", .. WorldShapes.All.Concat(WorldShapes.Optional).Select(s => s.File)];

    public static void Check(WorldDraft world)
    {
        foreach (string name in world.Folder.FileNames().Except(Known))
        {
            string remedy = NearestName.Of(name, Known) is { } nearest ? $"did you mean '{nearest}'?" : "it is not read; move it elsewhere";
            world.Problems.Warn(new Place(world.Folder.LabelOf(name), 0), "unknown file", name, null, remedy);
        }
    }
}
