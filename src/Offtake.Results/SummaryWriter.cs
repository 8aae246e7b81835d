using System.Text.Json.Nodes;
using Offtake.Model.Studies;
using Offtake.Results.Plans;

namespace Offtake.Results;

/// <summary>Writes what a program needs to know of a run without opening its tables: figures, gaps, warnings, counts.</summary>
/// <remarks>
/// Names are camelCase; <c>unit</c> stands beside the values it is the unit of. It holds no months (see <see cref="SqliteWriter"/>) and
/// nothing that differs between two runs of the same futures (see <see cref="ManifestWriter"/>).
/// </remarks>
public static class SummaryWriter
{
    /// <summary>Version of the names and their meaning.</summary>
    public const int SchemaVersion = 2;

    /// <summary>Writes the file, first under another name, so that a half-written file never carries the final one.</summary>
    /// <param name="results">What to summarise.</param>
    /// <param name="path">Final name; no file may bear it yet.</param>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static void Write(RunResults results, string path) => PartFile.Write(path, part => Fill(results, part));

    /// <summary>The summary as text, for standard output.</summary>
    public static string Text(RunResults results) => Json.Text(Document(results));

    /// <summary>Writes the file under exactly the name given.</summary>
    internal static void Fill(RunResults results, string path) => Json.Fill(Document(results), path);

    private static JsonObject Document(RunResults results) => new()
    {
        ["schemaVersion"] = SchemaVersion,
        ["manifest"] = RunOf(results),
        ["conservation"] = new JsonObject
        {
            ["maxRelativeMassGap"] = Json.Number(results.Conservation.MaxRelativeMassGap),
            ["maxRelativeMoneyGap"] = Json.Number(results.Conservation.MaxRelativeMoneyGap),
        },
        ["figures"] = new JsonArray([.. results.Figures.Select(FigureOf)]),
        ["warnings"] = Json.Texts(results.Warnings),
        ["evidence"] = EvidenceOf(results.Evidence),
        ["plans"] = PlanJson.Of(results.Plans),
        ["eventsByKind"] = Json.Counts(results.Events.CountBy(e => e.Kind)),
    };

    private static JsonObject RunOf(RunResults results)
    {
        Manifest m = results.Manifest;
        return new JsonObject
        {
            ["program"] = m.Program,
            ["scenario"] = m.Scenario,
            ["scenarioTitle"] = m.ScenarioTitle,
            ["world"] = m.World,
            ["worldTitle"] = m.WorldTitle,
            ["worldSha256"] = m.WorldSha256,
            ["scenarioSha256"] = m.ScenarioSha256,
            ["seed"] = m.Seed,
            ["from"] = m.From.ToString(),
            ["to"] = m.To.ToString(),
            ["futuresAsked"] = m.FuturesAsked,
            ["futuresDone"] = Futures.Whole(results).Count,
            ["stopped"] = m.Stopped,
        };
    }

    private static JsonObject FigureOf(Figure figure)
    {
        Band band = Band.Of(figure.Modelled);
        return new JsonObject
        {
            ["id"] = figure.Id,
            ["title"] = figure.Title,
            ["period"] = figure.Period,
            ["unit"] = figure.Unit,
            ["standing"] = figure.Standing.ToString().ToLowerInvariant(),
            ["modelled"] = new JsonObject
            {
                ["median"] = Json.Number(band.Median),
                ["low"] = Json.Number(band.Low),
                ["high"] = Json.Number(band.High),
                ["rangeKind"] = band.KindName,
                ["futures"] = band.Futures,
            },
            ["observed"] = Json.Number(figure.Observed),
            ["observedLow"] = Json.Number(figure.ObservedLow),
            ["observedHigh"] = Json.Number(figure.ObservedHigh),
            ["source"] = figure.Source,
            ["trace"] = TraceName.Observed + figure.Id,
        };
    }

    private static JsonObject EvidenceOf(EvidenceSummary evidence) => new()
    {
        ["parametersByKind"] = Json.Counts(evidence.CountByKind),
        ["publishers"] = evidence.Publishers,
        ["assumptions"] = evidence.Assumptions.Count,
        ["sources"] = evidence.Sources.Count,
        ["claimsByVerdict"] = new JsonObject([.. evidence.Claims.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)Json.Counts(a.Value)))]),
        ["verifications"] = new JsonArray([.. evidence.Verifications.Select(v => (JsonNode)new JsonObject
        {
            ["claim"] = v.Claim,
            ["aspect"] = v.Aspect,
            ["verdict"] = v.Verdict,
            ["date"] = v.Date,
            ["check"] = v.Check,
            ["arithmetic"] = v.Arithmetic,
        })]),
    };
}
