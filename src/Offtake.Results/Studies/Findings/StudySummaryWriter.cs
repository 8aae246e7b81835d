using System.Text.Json.Nodes;
using Offtake.Model.Studies;

namespace Offtake.Results.Studies.Findings;

/// <summary>Writes findings as JSON: the same document in summary.json and on standard output. Outcomes, policies and uncertainties are named by their ids; a number that does not exist is null.</summary>
public static class StudySummaryWriter
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "summary.json";

    /// <summary>Version of the shape; it rises when a member is renamed or changes its meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The summary as text, for standard output.</summary>
    public static string Text(StudyFindings findings, StudyProse prose) => Json.Text(Document(findings, prose));

    /// <summary>Writes the file under exactly the name given.</summary>
    public static void Fill(StudyFindings findings, StudyProse prose, string path) => Json.Fill(Document(findings, prose), path);

    private static JsonObject Document(StudyFindings findings, StudyProse prose)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(prose);
        StudyHeader h = findings.Header;
        return new JsonObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["study"] = new JsonObject
            {
                ["id"] = h.Id, ["title"] = h.Title, ["model"] = h.Model, ["world"] = h.World, ["program"] = h.Program, ["sha256"] = h.Sha256, ["seed"] = h.Seed,
                ["sampling"] = h.Sampling.Method.ToString(), ["indices"] = h.Sampling.Indices.ToString(), ["othersVary"] = h.OthersVary, ["digest"] = findings.Digest,
                ["futures"] = findings.Futures, ["independentFutures"] = findings.Independent, ["refusedFutures"] = findings.Refused.Count,
            },
            ["refusals"] = Array(findings.Refused.Reasons, r => new JsonObject { ["reason"] = r.Reason, ["futures"] = r.Futures }),
            ["verdict"] = Array(prose.Verdict, s => new JsonObject { ["topic"] = s.Topic, ["text"] = s.Text }),
            ["limits"] = Json.Texts(findings.Limits),
            ["uncertainties"] = Array(h.Uncertainties, u => new JsonObject { ["id"] = u.Id, ["title"] = u.Title, ["unit"] = u.Unit, ["central"] = Json.Number(u.Central), ["low"] = Json.Number(u.Low), ["high"] = Json.Number(u.High), ["shape"] = u.Shape, ["ofLedger"] = u.IsOfLedger, ["of"] = Json.Texts(u.Moves) }),
            ["policies"] = Array(h.Policies, p => new JsonObject { ["id"] = p.Id, ["title"] = p.Title, ["scenario"] = p.Scenario, ["levers"] = new JsonObject(p.Settings.Select(s => KeyValuePair.Create(h.Levers[s.Lever].Id, (JsonNode?)JsonValue.Create(s.Value)))) }),
            ["outcomes"] = Array(findings.Outcomes, o => OutcomeOf(h, o)),
            ["conditions"] = Array(findings.Conditions, c => ConditionText.Of(h, c, prose.Boxes[c.Condition])),
            ["maps"] = Array(findings.Maps, m => MapOf(h, m)),
        };
    }

    private static JsonObject OutcomeOf(StudyHeader h, OutcomeFindings outcome)
    {
        JsonObject found = OutcomeText.Of(h, outcome);
        found.Add("trace", $"{TraceName.Studies}{h.Id}/{h.Outcomes[outcome.Outcome].Id}");
        return found;
    }

    private static JsonObject MapOf(StudyHeader h, WinnerMapFindings m)
    {
        WinnerMap asked = h.Maps[m.Map];
        return new JsonObject
        {
            ["outcome"] = h.Outcomes[asked.Outcome].Id,
            ["across"] = h.Uncertainties[asked.Across].Id,
            ["upward"] = h.Uncertainties[asked.Upward].Id,
            ["acrossEdges"] = Array(m.AcrossEdges, e => Json.Number(e)),
            ["upwardEdges"] = Array(m.UpwardEdges, e => Json.Number(e)),
            ["fewestFutures"] = m.FewestFutures,
            ["cells"] = Array(m.Cells, c => new JsonObject
            {
                ["column"] = c.Column, ["row"] = c.Row, ["futures"] = c.Futures, ["winner"] = c.Winner is { } w ? h.Policies[w].Id : null,
                ["tooCloseTo"] = Json.Texts(c.Rivals.Select(r => h.Policies[r].Id)), ["lead"] = Json.Number(c.Lead),
            }),
        };
    }

    internal static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    internal static JsonNode? Of(Interval? interval) => interval is not { } i ? null : new JsonObject { ["value"] = Json.Number(i.Value), ["low"] = Json.Number(i.Low), ["high"] = Json.Number(i.High) };

    internal static JsonObject Of(Band b) => new() { ["median"] = Json.Number(b.Median), ["low"] = Json.Number(b.Low), ["high"] = Json.Number(b.High), ["rangeKind"] = b.KindName, ["futures"] = b.Futures };
}
