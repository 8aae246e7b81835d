using System.Text.Json.Nodes;
using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;
using Offtake.Results.Studies.Findings;
using Interval = Offtake.Results.Weighing.Interval;

namespace Offtake.Cli.Evidence;

/// <summary>A trace as JSON. A number that does not exist is null.</summary>
internal static class EvidenceTraceJson
{
    public static JsonObject Document(NamedTrace named, StoredResults stored)
    {
        (Trace trace, EvidenceLedger ledger) = (named.Trace, named.Ledger);
        return new JsonObject
        {
            ["schemaVersion"] = 1,
            ["name"] = trace.Name,
            ["kind"] = trace.Kind,
            ["scenario"] = named.Scenario?.Id,
            ["facts"] = EvidenceFolder.Texts(trace.Facts),
            ["made"] = Array(trace.Made, m => new JsonObject { ["what"] = m.What, ["phase"] = m.Phase, ["equations"] = EvidenceFolder.Texts(m.Equations) }),
            ["witnesses"] = Array(WitnessShare.Of(trace.Parameters, ledger), w => new JsonObject { ["publisher"] = w.Publisher, ["kind"] = Kind(w.Kind), ["numbers"] = w.Numbers }),
            ["parameters"] = Array(trace.Parameters, p => Of(p, ledger)),
            ["claims"] = EvidenceFolder.Texts(trace.Claims.Select(c => c.Id)),
            ["rivals"] = Array(trace.Rivals, r => new JsonObject { ["subject"] = r.Subject, ["value"] = r.Value, ["unit"] = r.Unit, ["source"] = r.Source, ["note"] = r.Note, ["address"] = r.Address }),
            ["figures"] = EvidenceFolder.Texts(trace.Figures),
            ["weighings"] = Array(stored.Weighings, Of),
            ["influences"] = Array(stored.Influences, i => Of(i, stored)),
            ["lacking"] = named.Scenario is { } s ? TraceStrengthText.Lacking(trace, s.Id, stored) : "",
        };
    }

    private static JsonObject Of(Parameter p, EvidenceLedger ledger) => new()
    {
        ["id"] = p.Id,
        ["value"] = p.Value,
        ["low"] = p.Spread.Low,
        ["high"] = p.Spread.High,
        ["shape"] = p.Spread.Shape.ToString().ToLowerInvariant(),
        ["unit"] = p.Unit,
        ["kind"] = Kind(p.Kind),
        ["address"] = p.Address,
        ["phase"] = ParameterReaders.Of(p.Id)?.Phase,
        ["equations"] = ParameterReaders.Of(p.Id)?.Equations,
        ["witnesses"] = EvidenceFolder.Texts(p.Witnesses.Select(w => ledger.SourceOf(w) is { } s ? EvidenceTrace.Words(s) : w)),
    };

    private static JsonObject Of(StoredStrength s) => new()
    {
        ["made"] = s.Kept.Weighing.Made,
        ["scenario"] = s.Kept.Weighing.Scenario,
        ["against"] = s.Kept.Weighing.Against,
        ["outdated"] = s.Kept.IsOutdated,
        ["groups"] = Array(s.Groups, g => new JsonObject { ["group"] = $"{g.Group}", ["numbers"] = g.Numbers }),
        ["outcomes"] = Array(s.Outcomes, o => new JsonObject
        {
            ["id"] = o.Outcome.Id,
            ["unit"] = o.Outcome.Unit,
            ["whyNot"] = o.Outcome.WhyNot,
            ["asIs"] = Of(o.Outcome.AsIs),
            ["groupsTotalOrder"] = Array(o.Groups, g => new JsonObject { ["group"] = $"{g.Group}", ["total"] = Of(g.Total) }),
            ["publishersTotalOrder"] = Array(o.Publishers, p => new JsonObject { ["publisher"] = p.Publisher, ["total"] = p.Total is { } t ? Of(t) : null }),
            ["changes"] = Array(o.Changes, c => new JsonObject { ["kind"] = c.Kind, ["id"] = c.Id, ["title"] = c.Title, ["mean"] = Of(c.Mean), ["fate"] = $"{c.Fate}", ["crossing"] = Number(c.Crossing), ["value"] = Number(c.Value) }),
        }),
    };

    private static JsonObject Of(StoredInfluence i, StoredResults stored) => new()
    {
        ["study"] = i.Study, ["outdated"] = stored.OutdatedStudies.Contains(i.Study), ["uncertainty"] = i.Uncertainty, ["outcome"] = i.Outcome, ["policy"] = i.Policy, ["method"] = i.Method, ["size"] = Of(i.Size),
    };

    private static JsonObject Of(Interval i) => new() { ["value"] = Number(i.Value), ["low"] = Number(i.Low), ["high"] = Number(i.High) };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static string Kind(SourceKind kind) => kind.Name();

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> of) => new([.. items.Select(i => (JsonNode?)of(i))]);
}
