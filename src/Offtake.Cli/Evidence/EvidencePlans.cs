using System.Globalization;
using System.Text.Json.Nodes;
using Offtake.Cli.Analyse;
using Offtake.Experiments.Tracing;
using Offtake.Results.Plans;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence plans</c>: announced against realised, from the record alone.</summary>
internal static class EvidencePlans
{
    public static int Go(string? world, bool json, Surroundings around)
    {
        if (EvidenceFolder.Find(around) is not { } folder || folder.WorldIds(world) is not { } worlds) return ExitCodes.BadInput;
        JsonArray documents = [];
        foreach (string id in worlds)
        {
            if (folder.World(id) is not { } chain) return ExitCodes.BadInput;
            PlanFindings plans = PlanRecord.Of(chain.Evidence);
            if (PlanJson.Of(plans) is not { } document) continue;
            document.Insert(0, "world", id);
            if (json) documents.Add((JsonNode)document);
            else Write(id, plans, [.. chain.Evidence.Plans.Where(p => p.Measured is not null).Select(p => p.OutcomeId)], folder);
        }

        if (json) return folder.Write(new JsonObject { ["schemaVersion"] = 1, ["worlds"] = documents });
        return ExitCodes.Done;
    }

    private static void Write(string world, PlanFindings plans, string[] measured, EvidenceFolder folder)
    {
        folder.Line($"{world}: {ProblemText.Of(plans.Plans.Count, "plan")}, {plans.Plans.Count(p => p.Realised is not null)} of them with what came of it");
        TextTable table = new("plan", "kind", "period", "announced", "realised", "ratio", "chance", "unit", "who");
        foreach (PlanLine p in plans.Plans)
            table.Add(p.Id, p.Kind, p.Period, (p.IsCeiling ? "<= " : "") + TextTable.Number(p.Announced), p.Realised is { } r ? TextTable.Number(r) : "open", p.Ratio is { } q ? TextTable.Number(q) : "–", p.ByRecord is { } c ? c.ToString("0 %", CultureInfo.InvariantCulture) : "–", p.Unit, p.Who);
        foreach (string line in table.Lines(0, 1, 2, 7, 8)) folder.Line(line);
        folder.Line();
        foreach (KindRecord k in plans.Kinds)
        {
            folder.Line(k is { Median: { } median, SigmaOfLog: { } sigma, ProbabilityMet: { } met }
                ? $"  Prior of '{k.Kind}': lognormal, median {TextTable.Number(median)}, sigma of log {TextTable.Number(sigma)}, from {k.Over - k.Nothing} ratios{(k.Nothing > 0 ? $" and {k.Nothing} plans of which nothing came" : "")}, {k.Met} met; chance that the next is met {met:0 %} (Student's t, EVI-7)."
                : $"  No prior of '{k.Kind}': {ProblemText.Of(k.Over, "ratio")} known, and {k.Needed} different ones are needed.");
        }

        if (measured.Length > 0) folder.Line($"  Measured in runs and comparisons too: {string.Join(", ", measured)}; 'offtake run' says in how many futures.");
        foreach (ChangedDefinition c in plans.Changed)
            folder.Line($"  ALARM {c.Id}: what is counted changed between {c.Before} ('{c.From}') and {c.Period} ('{c.To}'); their ratios are not comparable. [{c.Address}]");
        folder.Line();
    }
}
