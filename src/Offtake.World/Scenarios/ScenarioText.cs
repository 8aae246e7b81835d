using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Scenarios;

/// <summary>One scenario file as written, before what it extends is added.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Map">Its keys.</param>
/// <param name="Extends">The scenario it starts from, if any.</param>
/// <param name="Files">Scenario text and story, for the fingerprint.</param>
/// <param name="Story">Text of <c>story.md</c>; null when there is none.</param>
internal sealed record ScenarioText(string Id, YamlMap Map, string? Extends, IReadOnlyList<TextFile> Files, string? Story)
{
    public const string FileName = "scenario.yaml";
    private const string StoryName = "story.md";

    public static IReadOnlyList<string> MeasureKeys => ScenarioFormat.Root.At("measures").Names;

    /// <summary>Ids of all scenarios in a folder.</summary>
    public static IReadOnlyList<string> Ids(string scenariosFolder) =>
        [.. new Folder(scenariosFolder).FolderNames().Where(name => new Folder(System.IO.Path.Combine(scenariosFolder, name)).Has(FileName))];

    /// <summary>A scenario, or several laid over each other (<see cref="Overlays"/>), and all they extend, roots first; empty when one of them could not be read.</summary>
    public static IReadOnlyList<ScenarioText> Lineage(string scenariosFolder, string id, ProblemList problems) =>
        id.Contains(Overlays.Sign) ? Overlays.Lineage(scenariosFolder, id, problems) : Line(scenariosFolder, id, problems);

    /// <summary>One scenario and all it extends, the root first; empty when the scenario itself could not be read.</summary>
    internal static IReadOnlyList<ScenarioText> Line(string scenariosFolder, string id, ProblemList problems)
    {
        Folder all = new(scenariosFolder);
        List<ScenarioText> lineage = [];
        Place asked = new(all.Name, 0);
        for (string? next = id; next is not null; next = lineage[0].Extends)
        {
            if (lineage.Exists(s => s.Id == next))
            {
                problems.Error(
                    asked, "scenarios extend each other in a circle:",
                    string.Join(" -> ", lineage.Select(s => s.Id).Reverse().Append(next)), null, "let one of them extend nothing");
                break;
            }

            if (ReadOne(all, next, asked, problems) is not { } text) break;
            lineage.Insert(0, text);
            asked = text.Map.PlaceOf("extends");
        }

        return lineage;
    }

    private static ScenarioText? ReadOne(Folder all, string id, Place asked, ProblemList problems)
    {
        if (!PlainIds.Check(id, "scenario", asked, problems)) return null;
        Folder folder = new(all.PathOf(id));
        if (id.Length == 0 || !folder.Has(FileName))
        {
            problems.Error(asked, "unknown scenario", id, null, NearestName.Remedy(id, Ids(all.Path)));
            return null;
        }

        if (TextFile.Read(folder, FileName, problems) is not { } file || YamlText.Read(file, ScenarioFormat.Root.Names, problems) is not { } map) return null;
        TextFile? story = folder.Has(StoryName) ? TextFile.Read(folder, StoryName, problems) : null;
        string named = map.Required("scenario");
        if (named.Length > 0 && named != id)
            problems.Error(map.PlaceOf("scenario"), "the scenario is not named after its folder:", named, id, "rename one of them");
        TextFile[] files = [.. new[] { file, story }.OfType<TextFile>().Select(f => f with { Name = $"{id}/{f.Name}" })];
        return new ScenarioText(id, map, map.TextOrNull("extends"), files, story?.Text.Trim());
    }
}
