using Offtake.World.Files;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Rows;

/// <summary>Reads <c>world.yaml</c>.</summary>
internal static class WorldTextFile
{
    public const string Name = "world.yaml";

    private static readonly string[] Keys = ["world", "title", "opening", "first", "last", "story", "weigh"];

    public static WorldText Read(TextFile? file, Folder folder, ProblemList problems)
    {
        if (file is null || YamlText.Read(file, Keys, problems) is not { } map) return WorldText.None;
        string id = map.Required("world");
        WorldText text = new(id, map.Required("title"), map.RequiredMonth("opening"), map.RequiredMonth("first"), map.RequiredMonth("last"))
        {
            Weighed = map.Has("weigh") ? (map.Required("weigh"), map.PlaceOf("weigh")) : null,
        };
        if (id.Length > 0 && id != folder.Name)
            problems.Error(map.PlaceOf("world"), "the world is not named after its folder:", id, folder.Name, "rename one of them");
        if (text.Opening == default || text.First == default || text.Last == default) return WorldText.None;
        if (text.First - text.Opening != 1)
            problems.Error(
                map.PlaceOf("first"), "the first month does not follow the opening:", $"{text.First}", $"{text.Opening + 1}",
                "correct 'opening' or 'first'");
        if (text.Last < text.First)
            problems.Error(
                map.PlaceOf("last"), "the last month lies before the first:", $"{text.Last}", $"{text.First} or later",
                "correct 'first' or 'last'");
        return text;
    }
}
