using System.Text.Json;
using System.Text.Json.Nodes;

namespace Offtake.Results.Weighing;

/// <summary>A weighing as JSON: the same document on standard output, beside a report and among the runs. A number that does not exist is null.</summary>
public static class WeighingFile
{
    /// <summary>Version of the shape; it rises when a member is renamed or changes its meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Name of the file: <c>A.json</c> or <c>A-against-B.json</c>.</summary>
    public static string NameOf(string scenario, string against) => against.Length == 0 ? $"{scenario}.json" : $"{scenario}-against-{against}.json";

    /// <summary>The document as text.</summary>
    public static string Text(EvidenceWeighing weighing) => Json.Text(Document(weighing));

    /// <summary>Writes the file under exactly the name given.</summary>
    public static void Fill(EvidenceWeighing weighing, string path) => Json.Fill(Document(weighing), path);

    /// <summary>Reads what <see cref="Fill"/> wrote; null when it is something else, or of another version.</summary>
    public static EvidenceWeighing? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject o && (int?)o["schemaVersion"] == SchemaVersion ? Of(o) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonObject Document(EvidenceWeighing w)
    {
        ArgumentNullException.ThrowIfNull(w);
        return new JsonObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["program"] = w.Program,
            ["made"] = w.Made,
            ["scenario"] = w.Scenario,
            ["against"] = w.Against,
            ["sha256"] = w.Sha256,
            ["seed"] = w.Seed,
            ["pairs"] = w.Pairs,
            ["pairsLeftOut"] = w.LeftOut,
            ["numbersByKind"] = Json.Counts(w.Numbers),
            ["groups"] = Array(w.Groups, g => new JsonObject { ["group"] = $"{g.Group}", ["numbers"] = g.Numbers, ["unknowns"] = g.Unknowns }),
            ["publishers"] = Array(w.Publishers, p => new JsonObject { ["publisher"] = p.Publisher, ["numbers"] = p.Numbers, ["unknowns"] = p.Unknowns }),
            ["outcomes"] = Array(w.Outcomes, Of),
        };
    }

    private static JsonObject Of(WeighedOutcome o) => new()
    {
        ["id"] = o.Id,
        ["title"] = o.Title,
        ["unit"] = o.Unit,
        ["whyNot"] = o.WhyNot,
        ["mean"] = Json.Number(o.Mean),
        ["deviation"] = Json.Number(o.Deviation),
        ["firstOrder"] = Array(o.First, Of),
        ["totalOrder"] = Array(o.Total, Of),
        ["shapley"] = Array(o.Shapley, Of),
        ["firstOrderSum"] = Of(o.FirstSum),
        ["totalOrderSum"] = Of(o.TotalSum),
        ["publishersTotalOrder"] = Array(o.Publishers, Of),
        ["asIs"] = Of(o.AsIs),
        ["changes"] = Array(o.Changes, Of),
        ["singleClaims"] = Json.Texts(o.SingleClaims.Select(c => c.Id)),
    };

    private static JsonObject Of(WeighedChange c) => new()
    {
        ["kind"] = c.Kind,
        ["id"] = c.Id,
        ["title"] = c.Title,
        ["mean"] = Of(c.Mean),
        ["fate"] = $"{c.Fate}",
        ["crossing"] = Json.Number(c.Crossing),
        ["value"] = Json.Number(c.Value),
    };

    private static JsonObject Of(Interval i) => new() { ["value"] = Json.Number(i.Value), ["low"] = Json.Number(i.Low), ["high"] = Json.Number(i.High) };

    private static EvidenceWeighing Of(JsonObject o) => new(
        Word(o, "program"), Word(o, "made"), Word(o, "scenario"), Word(o, "against"), Word(o, "sha256"), (ulong)o["seed"]!, (int)o["pairs"]!, (int)o["pairsLeftOut"]!,
        o["numbersByKind"]!.AsObject().ToDictionary(n => n.Key, n => (int)n.Value!, StringComparer.Ordinal),
        [.. Rows(o, "groups").Select(g => new GroupCount(Enum.Parse<EvidenceGroup>(Word(g, "group")), (int)g["numbers"]!, (int)g["unknowns"]!))],
        [.. Rows(o, "publishers").Select(p => new PublisherCount(Word(p, "publisher"), (int)p["numbers"]!, (int)p["unknowns"]!))],
        [.. Rows(o, "outcomes").Select(OutcomeOf)]);

    private static WeighedOutcome OutcomeOf(JsonObject o) => new(
        Word(o, "id"), Word(o, "title"), Word(o, "unit"), Word(o, "whyNot"), Number(o, "mean"), Number(o, "deviation"), Intervals(o, "firstOrder"), Intervals(o, "totalOrder"), Intervals(o, "shapley"),
        IntervalOf(o["firstOrderSum"]!), IntervalOf(o["totalOrderSum"]!), Intervals(o, "publishersTotalOrder"), IntervalOf(o["asIs"]!),
        [.. Rows(o, "changes").Select(c => new WeighedChange(Word(c, "kind"), Word(c, "id"), Word(c, "title"), IntervalOf(c["mean"]!), Enum.Parse<Fate>(Word(c, "fate")), Number(c, "crossing"), Number(c, "value")))]);

    private static Interval[] Intervals(JsonObject o, string name) => [.. Rows(o, name).Select(IntervalOf)];

    private static Interval IntervalOf(JsonNode node) => new(Number(node.AsObject(), "value"), Number(node.AsObject(), "low"), Number(node.AsObject(), "high"));

    private static double Number(JsonObject o, string name) => (double?)o[name] ?? double.NaN;

    private static string Word(JsonObject o, string name) => (string)o[name]!;

    private static IEnumerable<JsonObject> Rows(JsonObject o, string name) => o[name]!.AsArray().Select(n => n!.AsObject());

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> of) => new([.. items.Select(i => (JsonNode?)of(i))]);
}
