using System.Text.Json;
using System.Text.Json.Nodes;

namespace Offtake.Results.Studies.Findings;

/// <summary>How much of an outcome of a study an uncertainty explained, as a finished study wrote it down.</summary>
/// <param name="Study">Id of the study.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Sha256">Hash over all files it rests on, as they were.</param>
/// <param name="Uncertainty">Id of the uncertainty.</param>
/// <param name="Moves">Ids of the numbers it moves; <c>@</c> and an id for all that rest on an assumption.</param>
/// <param name="Outcome">Id of the outcome.</param>
/// <param name="Policy">Id of the policy.</param>
/// <param name="Method">How it was found: total-order index, Shapley effect or rank correlation.</param>
/// <param name="Size">The share, or the correlation; without an interval its ends are NaN.</param>
public sealed record StoredInfluence(
    string Study, string Folder, string Sha256, string Uncertainty, IReadOnlyList<string> Moves, string Outcome, string Policy, string Method, Weighing.Interval Size);

/// <summary>Influences of finished studies, read from the summaries in the folder of all runs.</summary>
public static class StoredInfluences
{
    private const string Mark = "\"study\":";

    /// <summary>All influences of the newest finished run of every study that walks a scenario. Files that are no summary of a study are passed over.</summary>
    /// <param name="runs">The folder of all runs.</param>
    /// <param name="scenario">Id of the scenario.</param>
    public static IReadOnlyList<StoredInfluence> Of(string runs, string scenario)
    {
        if (!Directory.Exists(runs)) return [];
        List<(string Folder, JsonObject Summary)> found = [];
        foreach (string folder in Directory.EnumerateDirectories(runs))
        {
            string path = Path.Combine(folder, StudySummaryWriter.FileName);
            if (!File.Exists(path)) continue;
            string text = File.ReadAllText(path);
            if (text.Contains(Mark, StringComparison.Ordinal) && Parse(text) is { } summary) found.Add((folder, summary));
        }

        // The name of a folder ends with its time.
        return
        [
            .. found.GroupBy(f => (string)f.Summary["study"]!["id"]!).OrderBy(g => g.Key, StringComparer.Ordinal)
                .SelectMany(g => Read(g.OrderByDescending(f => f.Folder, StringComparer.Ordinal).First(), scenario)),
        ];
    }

    private static IEnumerable<StoredInfluence> Read((string Folder, JsonObject Summary) found, string scenario)
    {
        try
        {
            return [.. All(found.Folder, found.Summary, scenario)];
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or NullReferenceException or KeyNotFoundException)
        {
            return [];
        }
    }

    private static IEnumerable<StoredInfluence> All(string folder, JsonObject summary, string scenario)
    {
        Dictionary<string, string[]> moves = summary["uncertainties"]!.AsArray().Where(u => u!["of"] is JsonArray)
            .ToDictionary(u => (string)u!["id"]!, u => u!["of"]!.AsArray().Select(n => (string)n!).ToArray(), StringComparer.Ordinal);
        HashSet<string> policies = [.. summary["policies"]!.AsArray().Where(p => (string)p!["scenario"]! == scenario).Select(p => (string)p!["id"]!)];
        return
            from outcome in summary["outcomes"]!.AsArray()
            from influences in outcome["influences"]!.AsArray()
            where policies.Contains((string)influences["policy"]!)
            from input in influences["inputs"]!.AsArray()
            where moves.ContainsKey((string)input["input"]!)
            let size = Size(input)
            where double.IsFinite(size.Of.Value)
            select new StoredInfluence(
                (string)summary["study"]!["id"]!, folder, (string)summary["study"]!["sha256"]!, (string)input["input"]!, moves[(string)input["input"]!], (string)outcome["id"]!, (string)influences["policy"]!, size.Method, size.Of);
    }

    private static (string Method, Weighing.Interval Of) Size(JsonNode input) => (input["total"], input["shapley"]) switch
    {
        ({ } total, _) => ("total-order index", IntervalOf(total)),
        (_, { } shapley) => ("Shapley effect", IntervalOf(shapley)),
        _ => ("rank correlation", new Weighing.Interval((double?)input["rankCorrelation"] ?? double.NaN, double.NaN, double.NaN)),
    };

    private static Weighing.Interval IntervalOf(JsonNode node) => new((double?)node["value"] ?? double.NaN, (double?)node["low"] ?? double.NaN, (double?)node["high"] ?? double.NaN);

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject o && o["study"] is JsonObject study && study["id"] is JsonValue && (int?)o["schemaVersion"] == StudySummaryWriter.SchemaVersion ? o : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
