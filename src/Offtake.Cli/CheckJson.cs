using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Offtake.Experiments;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>What a check found, for programs.</summary>
internal static class CheckJson
{
    /// <summary>Version of the names and their meaning.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one document.</summary>
    public static void Write(CheckFindings findings, TextWriter to)
    {
        int errors = findings.Problems.Count(p => p.Severity == Severity.Error);
        JsonObject document = new()
        {
            ["schemaVersion"] = SchemaVersion,
            ["errors"] = errors,
            ["warnings"] = findings.Problems.Count - errors,
            ["problems"] = List(findings.Problems, Of),
            ["worlds"] = List(findings.Worlds, Of),
            ["scenarios"] = List(findings.Scenarios, Of),
            ["studies"] = List(findings.Studies, Of),
            ["outcomeReliance"] = List(findings.Reliance, Of),
        };
        to.Write(document.ToJsonString(Layout) + "\n");
    }

    private static JsonObject Of(Problem problem) => new()
    {
        ["file"] = problem.File,
        ["line"] = problem.Line == 0 ? null : problem.Line,
        ["column"] = problem.Column,
        ["severity"] = problem.Severity == Severity.Error ? "error" : "warning",
        ["what"] = problem.What,
        ["value"] = problem.Value,
        ["bound"] = problem.Bound,
        ["remedy"] = problem.Remedy,
        ["sentence"] = problem.Sentence,
    };

    private static JsonObject Of(WorldSummary world)
    {
        JsonObject summary = new() { ["id"] = world.Id, ["isReadable"] = world.Content is not null, ["rowsByTable"] = Counts(world.Rows) };
        if (world.Content is not { } content) return summary;
        summary["title"] = content.Title;
        summary["months"] = content.Months;
        summary["counts"] = Counts(content.Counts);
        summary["parameters"] = content.Numbers;
        summary["parametersByKind"] = Counts(content.NumbersByKind);
        summary["parametersByKindPercent"] = new JsonObject(content.NumbersByKind.Select(k =>
            KeyValuePair.Create(k.Key, (JsonNode?)JsonValue.Create(content.Numbers == 0 ? 0 : Math.Round(100.0 * k.Value / content.Numbers, 2)))));
        summary["assumptions"] = content.Assumptions;
        summary["sources"] = content.Sources;
        summary["publishers"] = content.Publishers;
        summary["closingUses"] = List(content.Closings, c => new JsonObject { ["commodity"] = c.Commodity, ["use"] = c.Use, ["title"] = c.Title, ["share"] = c.Share });
        return summary;
    }

    private static JsonObject Of(ScenarioSummary scenario)
    {
        JsonObject summary = new() { ["id"] = scenario.Id, ["isReadable"] = scenario.Content is not null };
        if (scenario.Content is not { } content) return summary;
        summary["title"] = content.Title;
        summary["world"] = content.World;
        summary["from"] = content.From;
        summary["to"] = content.To;
        summary["measures"] = content.Measures;
        summary["institutions"] = content.Institutions;
        return summary;
    }

    private static JsonObject Of(StudyOutline study)
    {
        JsonObject summary = new() { ["id"] = study.Id, ["isReadable"] = study.Content is not null };
        if (study.Content is not { } content) return summary;
        summary["title"] = content.Title;
        summary["model"] = content.Model;
        summary["sampling"] = content.Sampling;
        summary["futures"] = content.Futures;
        summary["uncertainties"] = content.Uncertainties;
        summary["levers"] = content.Levers;
        summary["policies"] = content.Policies;
        summary["outcomes"] = content.Outcomes;
        return summary;
    }

    private static JsonObject Of(OutcomeReliance reliance) => new()
    {
        ["scenario"] = reliance.Scenario,
        ["method"] = OutcomeReliance.Method,
        ["failure"] = reliance.Failure,
        ["futures"] = reliance.Shares?.Futures,
        ["seed"] = AssumptionReliance.Seed,
        ["from"] = reliance.Shares?.From.ToString(),
        ["to"] = reliance.Shares?.To.ToString(),
        ["outcomes"] = List(reliance.Shares?.Outcomes ?? [], o => new JsonObject
        {
            ["title"] = o.Title,
            ["assumptionsAlone"] = Math.Round(o.Least, 4),
            ["assumptionsAloneError"] = Math.Round(o.LeastError, 4),
            ["assumptionsAtMost"] = Math.Round(o.Most, 4),
            ["assumptionsAtMostError"] = Math.Round(o.MostError, 4),
        }),
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(i => (JsonNode?)write(i))]);

    private static JsonObject Counts(IEnumerable<KeyValuePair<string, int>> counts) =>
        new(counts.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(c.Value))));
}
