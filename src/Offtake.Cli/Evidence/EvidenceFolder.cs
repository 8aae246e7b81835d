using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Offtake.Experiments.Exploring;
using Offtake.Model.Chain;
using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Cli.Evidence;

/// <summary>Where the evidence commands read, and how they write what all of them write.</summary>
internal sealed class EvidenceFolder(string worlds, string scenarios, Surroundings around)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder that holds all worlds.</summary>
    public string Worlds => worlds;

    /// <summary>The folders, or null and an error.</summary>
    public static EvidenceFolder? Find(Surroundings around)
    {
        if (FileFinder.Worlds(around.Folder) is { } worlds && FileFinder.Scenarios(around.Folder) is { } scenarios) return new EvidenceFolder(worlds, scenarios, around);
        ProblemText.Write([MissingFolder.In(around.Folder)], around.Error);
        return null;
    }

    /// <summary>Ids of the worlds, or of the one asked for; null and an error when there is no such world.</summary>
    public string[]? WorldIds(string? asked)
    {
        string[] all = [.. Directory.EnumerateDirectories(worlds).Select(d => Path.GetFileName(d)!).Where(d => d[0] != '.').Order(StringComparer.Ordinal)];
        if (asked is null || all.Contains(asked)) return asked is null ? all : [asked];
        Refuse("unknown world", asked, NearestName.Remedy(asked, all));
        return null;
    }

    /// <summary>A world, or null and its errors.</summary>
    public ValueChain? World(string id) => Taken(WorldReader.Read(Path.Combine(worlds, id)));

    /// <summary>A scenario, or null and its errors.</summary>
    public Scenario? Scenario(string id) => Taken(ScenarioReader.Read(scenarios, id, worlds));

    /// <summary>Every scenario of a world that can be read.</summary>
    public IReadOnlyList<Scenario> ScenariosOf(string world) =>
        [.. ScenarioReader.Ids(scenarios).Select(id => ScenarioReader.Read(scenarios, id, worlds).Value).OfType<Scenario>().Where(s => s.Chain.Id.Split('+').Contains(world))];

    /// <summary>The folder of all runs.</summary>
    public string Runs => Path.Combine(around.Folder, "runs");

    /// <summary>Ids of the studies.</summary>
    public IReadOnlyList<string> StudyIds => FileFinder.Studies(around.Folder) is { } studies ? StudyReader.Ids(studies) : [];

    /// <summary>A study, or its problems.</summary>
    public Reading<Study> Study(string id) => StudyModels.Read(FileFinder.Studies(around.Folder) ?? "", id, scenarios, worlds);

    /// <summary>What is asked when scenarios are compared, or its problems; a scenario may be named twice.</summary>
    public Reading<ComparisonPlan> Comparison(IReadOnlyList<string> ids) =>
        ComparisonReader.Read(FileFinder.Comparisons(around.Folder) ?? Path.Combine(Path.GetDirectoryName(worlds)!, "comparisons"), ids, scenarios, worlds, 1, 1);

    /// <summary>A path as seen from the current folder.</summary>
    public string Near(string path) => Path.GetRelativePath(around.Folder, path);

    /// <summary>Shows problems.</summary>
    public void Show(IReadOnlyList<Problem> problems) => ProblemText.Write(problems, around.Error);

    /// <summary>Says what was asked for in vain.</summary>
    public int Refuse(string what, string value, string remedy)
    {
        ProblemText.Write([new Problem(Severity.Error, "evidence", 0, null, what, value, null, remedy)], around.Error);
        return ExitCodes.BadInput;
    }

    /// <summary>Writes a document for programs.</summary>
    public int Write(JsonObject document)
    {
        around.Out.Write(Text(document));
        return ExitCodes.Done;
    }

    /// <summary>A document as text.</summary>
    public static string Text(JsonObject document) => document.ToJsonString(Layout) + "\n";

    /// <summary>A line of text.</summary>
    public void Line(string text = "") => around.Out.WriteLine(Printable.Line(text));

    /// <summary>Texts as JSON.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)JsonValue.Create(t))]);

    private T? Taken<T>(Reading<T> reading)
        where T : class
    {
        if (!reading.Succeeded) ProblemText.Write(reading.Problems, around.Error);
        return reading.Value;
    }
}
