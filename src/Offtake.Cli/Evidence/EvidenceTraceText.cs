using System.Text.Json.Nodes;
using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.PlainText;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence trace</c>.</summary>
internal static class EvidenceTraceText
{
    private const int MostNumbers = 40;

    public static int Go(string name, string scenarioId, bool json, Surroundings around)
    {
        if (EvidenceFolder.Find(around) is not { } folder || folder.Scenario(scenarioId) is not { } scenario) return ExitCodes.BadInput;
        if (EvidenceTrace.Of(name, scenario) is not { } trace)
            return folder.Refuse($"nothing in scenario '{scenarioId}' bears the name", name, NearestName.Of(name, EvidenceTrace.Names(scenario)) is { } near ? $"did you mean '{near}'?" : "name a parameter or pattern (table/row/column), @assumption, source, claim, figure of a report, or facts/name; another scenario may hold it");
        if (json) return folder.Write(Document(trace, scenario));
        EvidenceLedger ledger = scenario.Chain.Evidence;
        folder.Line($"{trace.Name}: {trace.Kind} in scenario '{scenario.Id}'");
        foreach (string fact in trace.Facts) folder.Line($"  {fact}");
        if (trace.Parameters.Count > 0) folder.Line($"Backward: {ProblemText.Of(trace.Parameters.Count, "number")}{(trace.Kind == "figure" ? " stand nearest to it" : "")}, by witness: {string.Join(", ", trace.Parameters.CountBy(p => p.Kind).OrderBy(k => k.Key).Select(k => $"{k.Value} {k.Key.ToString().ToLowerInvariant()}"))}");
        foreach (Parameter p in trace.Parameters.Take(MostNumbers)) Write(p, ledger, folder);
        if (trace.Parameters.Count > MostNumbers) folder.Line($"  … and {trace.Parameters.Count - MostNumbers} more; --json lists all.");
        foreach (Claim c in trace.Claims) folder.Line($"Claim {c.Id}: {c.Statement} (said: {EvidenceFolder.Word(c.Said)}; done: {EvidenceFolder.Word(c.Done)}; caused: {EvidenceFolder.Word(c.Caused)})");
        if (trace.Rivals.Count > 0) folder.Line("Rival values, side by side, not averaged:");
        foreach (RivalValue r in trace.Rivals) folder.Line($"  {r.Subject} = {EvidenceTrace.Number(r.Value)} {r.Unit}: {(ledger.SourceOf(r.Source) is { } s ? EvidenceTrace.Words(s) : r.Source)}{(r.Note.Length > 0 ? " " + r.Note : "")} [{r.Address}]");
        if (trace.Figures.Count > 0) folder.Line($"Forward: stands nearest to the figures {string.Join(", ", trace.Figures.Take(12))}{(trace.Figures.Count > 12 ? $" and {trace.Figures.Count - 12} more" : "")}. Through prices it may move others too: 'offtake explore' and 'offtake evidence weigh' measure how far.");
        return ExitCodes.Done;
    }

    private static void Write(Parameter p, EvidenceLedger ledger, EvidenceFolder folder)
    {
        string reads = ParameterReaders.Of(p.Id) is { } r ? $"; read by {r.Phase} ({r.Equations.Replace(" ", ", ", StringComparison.Ordinal)})" : "";
        folder.Line($"  {p.Id} = {EvidenceTrace.Number(p.Value)} {p.Unit}, {EvidenceTrace.Range(p.Spread)} [{p.Address}]{reads}");
        foreach (string witness in p.Witnesses)
            folder.Line("      " + (ledger.SourceOf(witness) is { } s ? EvidenceTrace.Words(s) : ledger.Assumptions.FirstOrDefault(a => "@" + a.Id == witness) is { } a ? $"{witness}: assumed, nobody vouches for it. {a.Reason}" : witness));
    }

    private static JsonObject Document(Trace trace, Scenario scenario)
    {
        EvidenceLedger ledger = scenario.Chain.Evidence;
        return new JsonObject
        {
            ["schemaVersion"] = 1,
            ["name"] = trace.Name,
            ["kind"] = trace.Kind,
            ["scenario"] = scenario.Id,
            ["facts"] = EvidenceFolder.Texts(trace.Facts),
            ["parameters"] = new JsonArray([.. trace.Parameters.Select(p => (JsonNode)new JsonObject
            {
                ["id"] = p.Id,
                ["value"] = p.Value,
                ["low"] = p.Spread.Low,
                ["high"] = p.Spread.High,
                ["shape"] = p.Spread.Shape.ToString().ToLowerInvariant(),
                ["unit"] = p.Unit,
                ["kind"] = p.Kind.ToString().ToLowerInvariant(),
                ["address"] = p.Address,
                ["phase"] = ParameterReaders.Of(p.Id)?.Phase,
                ["equations"] = ParameterReaders.Of(p.Id)?.Equations,
                ["witnesses"] = EvidenceFolder.Texts(p.Witnesses.Select(w => ledger.SourceOf(w) is { } s ? EvidenceTrace.Words(s) : w)),
            })]),
            ["claims"] = EvidenceFolder.Texts(trace.Claims.Select(c => c.Id)),
            ["rivals"] = new JsonArray([.. trace.Rivals.Select(r => (JsonNode)new JsonObject { ["subject"] = r.Subject, ["value"] = r.Value, ["unit"] = r.Unit, ["source"] = r.Source, ["note"] = r.Note, ["address"] = r.Address })]),
            ["figures"] = EvidenceFolder.Texts(trace.Figures),
        };
    }
}
