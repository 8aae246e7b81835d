using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Studies;

/// <summary>One study file as written.</summary>
/// <param name="Map">Its keys.</param>
/// <param name="Files">Study text and story, for the fingerprint.</param>
/// <param name="Story">Text of <c>story.md</c>; empty when there is none.</param>
internal sealed record StudyText(YamlMap Map, IReadOnlyList<TextFile> Files, string Story)
{
    public const string FileName = "study.yaml";
    private const string StoryName = "story.md";

    public static readonly IReadOnlyList<string> UncertaintyKeys = ["id", "title", "of", "each", "times", "low", "high", "central", "distribution", "unit", "reason"];
    public static readonly IReadOnlyList<string> LeverKeys = ["id", "title", "of", "each", "times", "low", "high", "values", "unit"];
    public static readonly IReadOnlyList<string> PolicyKeys = ["id", "title", "scenario", "set", "draw", "grid"];
    public static readonly IReadOnlyList<string> OutcomeKeys = ["id", "title", "unit", "variable", "of", "in", "to", "each-of", "each-in", "period", "statistic", "threshold", "over", "better", "divide", "by"];
    public static readonly IReadOnlyList<string> ConditionKeys = ["title", "outcome", "above", "below"];
    public static readonly IReadOnlyList<string> CorrelationKeys = ["of", "with", "rank"];
    public static readonly IReadOnlyList<string> MapKeys = ["outcome", "across", "upward"];

    public static readonly IReadOnlyList<string> Keys =
        ["study", "title", "model", "scenario", "seed", "futures", "sampling", "indices", "levels", "others", "uncertainties", "correlations", "levers", "policies", "outcomes", "conditions", "maps"];

    /// <summary>Ids of all studies in a folder.</summary>
    public static IReadOnlyList<string> Ids(string studiesFolder) =>
        [.. new Folder(studiesFolder).FolderNames().Where(name => new Folder(System.IO.Path.Combine(studiesFolder, name)).Has(FileName))];

    /// <summary>Reads the files of a study; null when there is no such study or its text is no map, which has then been reported.</summary>
    public static StudyText? Read(string studiesFolder, string id, ProblemList problems)
    {
        Folder all = new(studiesFolder);
        Place asked = new(all.Name, 0);
        if (!PlainIds.Check(id, "study", asked, problems)) return null;
        Folder folder = new(all.PathOf(id));
        if (id.Length == 0 || !folder.Has(FileName))
        {
            problems.Error(asked, "unknown study", id, null, NearestName.Remedy(id, Ids(studiesFolder)));
            return null;
        }

        if (TextFile.Read(folder, FileName, problems) is not { } file || YamlText.Read(file, Keys, problems) is not { } map) return null;
        TextFile? story = folder.Has(StoryName) ? TextFile.Read(folder, StoryName, problems) : null;
        string named = map.Required("study");
        if (named.Length > 0 && named != id)
            problems.Error(map.PlaceOf("study"), "the study is not named after its folder:", named, id, "rename one of them");
        return new StudyText(map, [.. new[] { file, story }.OfType<TextFile>().Select(f => f with { Name = $"{id}/{f.Name}" })], story?.Text.Trim() ?? "");
    }
}
