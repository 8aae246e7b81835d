using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Records;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Checking;

/// <summary>Reads the checks in a folder: one YAML file each, named after the check.</summary>
public static class RecordCheckReader
{
    private static readonly string[] Keys =
        ["check", "title", "world", "claim", "aspect", "record", "form", "who", "what", "where", "stage", "period", "count", "unit", "confirmed-at", "covers", "illustration", "note"];

    /// <summary>Every check of the folder <c>checks</c> beside that of the worlds, in the order of their names; none when there is no such folder.</summary>
    /// <param name="worldsFolder">The folder that holds all worlds.</param>
    public static Reading<IReadOnlyList<RecordCheck>> ReadAll(string worldsFolder)
    {
        ProblemList problems = new();
        string path = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(worldsFolder))) ?? worldsFolder, "checks");
        Folder folder = new(path, "checks");
        RecordCheck[] checks = [.. folder.FileNames().Where(n => n.EndsWith(".yaml", StringComparison.Ordinal)).Select(n => Read(folder, n, problems)).OfType<RecordCheck>()];
        return problems.Conclude<IReadOnlyList<RecordCheck>>(() => checks);
    }

    private static RecordCheck? Read(Folder folder, string name, ProblemList problems)
    {
        if (TextFile.Read(folder, name, problems) is not { } file || YamlText.Read(file, Keys, problems) is not { } map) return null;
        string id = map.Required("check");
        PlainIds.Check(id, "check", map.PlaceOf("check"), problems);
        if (id.Length > 0 && $"{id}.yaml" != name) problems.Error(map.PlaceOf("check"), "the check is not named after its file:", id, name, "rename one of them");
        Counted counts = Choice<Counted>(map, "count", problems);
        string[] units = Texts(map, "unit");
        if (units.Length == 0 && counts != Counted.Rows) map.Required("unit");
        RecordForm form = Choice<RecordForm>(map, "form", problems);
        CheckStages(map, form, problems);
        string record = map.Required("record");
        if (record.Length > 0 && !RecordReader.IsBelow(record)) problems.Error(map.PlaceOf("record"), "a record lies outside the folder of records:", record, "a file below records/", "name it with forward slashes and without '..'");
        double? asked = NumberText.Read(map.Required("confirmed-at") is { Length: > 0 } text ? text : "1", "confirmed-at", map.PlaceOf("confirmed-at"), problems);
        if (asked <= 0.0) problems.Error(map.PlaceOf("confirmed-at"), "'confirmed-at' is not above zero:", map.TextOrNull("confirmed-at"), "above 0", "say from how much on the claim is confirmed");
        return new RecordCheck(
            id, map.Required("title"), map.Required("world"), map.Required("claim"), Choice<Aspect>(map, "aspect", problems), record, form,
            Texts(map, "who"), Texts(map, "what"), Texts(map, "where"), Texts(map, "stage"), PeriodOf(map, "period", problems), counts, units.FirstOrDefault() ?? "", asked ?? 1.0, PeriodOf(map, "covers", problems)) { IsIllustration = IsYes(map, problems), Units = units };
    }

    // A stage that no row can have would match nothing and so dispute everything.
    private static void CheckStages(YamlMap map, RecordForm form, ProblemList problems)
    {
        string[] stages = form switch { RecordForm.Ocds => ["contract", "award", "tender"], RecordForm.List => [], _ => Texts(map, "stage") };
        foreach ((string text, Place at) in map.List("stage").Where(s => !stages.Contains(s.Text, StringComparer.OrdinalIgnoreCase)))
            problems.Error(at, "unknown stage", text, stages.Length > 0 ? string.Join(", ", stages) : "none in a list", stages.Length > 0 ? NearestName.Remedy(text, stages) : "leave 'stage' out");
    }

    private static string[] Texts(YamlMap map, string key) => [.. map.List(key).Select(t => t.Text)];

    private static bool IsYes(YamlMap map, ProblemList problems)
    {
        string? text = map.TextOrNull("illustration");
        if (text is not (null or "yes" or "no")) problems.Error(map.PlaceOf("illustration"), "'illustration' is", text, "yes or no", "write yes for a made-up record");
        return text == "yes";
    }

    private static T Choice<T>(YamlMap map, string key, ProblemList problems)
        where T : struct, Enum
    {
        string text = map.Required(key);
        if (EnumText.TryParse(text, out T value)) return value;
        if (text.Length > 0) problems.Error(map.PlaceOf(key), $"unknown {key}", text, null, NearestName.Remedy(text, EnumText.All<T>()));
        return default;
    }

    private static Period? PeriodOf(YamlMap map, string key, ProblemList problems)
    {
        if (map.TextOrNull(key) is not { } text) return null;
        if (Period.TryParse(text, out Period period)) return period;
        problems.Error(map.PlaceOf(key), $"'{key}' is not a period:", text, Period.Forms, "write it in one of these forms");
        return null;
    }
}
