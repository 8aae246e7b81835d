using System.Globalization;
using System.Text.Json.Nodes;
using Offtake.Cli.Analyse;
using Offtake.Experiments.Tracing;
using Offtake.Model.Evidence;

namespace Offtake.Cli.Evidence;

/// <summary>Carries out <c>offtake evidence plans</c>: announced against realised.</summary>
internal static class EvidencePlans
{
    public static int Go(string? world, bool json, Surroundings around)
    {
        if (EvidenceFolder.Find(around) is not { } folder || folder.WorldIds(world) is not { } worlds) return ExitCodes.BadInput;
        JsonArray documents = [];
        foreach (string id in worlds)
        {
            if (folder.World(id) is not { } chain) return ExitCodes.BadInput;
            IReadOnlyList<PlanYear> plans = chain.Evidence.Plans;
            if (plans.Count == 0) continue;
            RealisationPrior[] priors = [.. plans.Select(p => p.Kind).Distinct().Select(k => RealisationPrior.Of(k, plans)).OfType<RealisationPrior>()];
            if (json) documents.Add((JsonNode)Document(id, plans, priors));
            else Write(id, plans, priors, folder);
        }

        if (json) return folder.Write(new JsonObject { ["schemaVersion"] = 1, ["worlds"] = documents });
        return ExitCodes.Done;
    }

    private static void Write(string world, IReadOnlyList<PlanYear> plans, RealisationPrior[] priors, EvidenceFolder folder)
    {
        folder.Line($"{world}: {ProblemText.Of(plans.Count, "plan")}, {plans.Count(p => p.Realised is not null)} of them with what came of it");
        TextTable table = new("plan", "kind", "period", "announced", "realised", "ratio", "chance", "unit", "who");
        foreach (PlanYear p in plans)
            table.Add(p.Series, p.Kind, p.Period, TextTable.Number(p.Announced), p.Realised is { } r ? TextTable.Number(r) : "open", p.Ratio is { } q ? TextTable.Number(q) : "–", Chance(p, priors) is { } c ? c.ToString("0 %", CultureInfo.InvariantCulture) : "–", p.Unit, p.Who);
        foreach (string line in table.Lines(0, 1, 2, 7, 8)) folder.Line(line);
        folder.Line();
        foreach (RealisationPrior p in priors)
            folder.Line($"  Prior of '{p.Kind}': lognormal, median {TextTable.Number(p.Median)}, sigma of log {TextTable.Number(p.Sigma)}, from {p.Count} ratios{(p.Zeros > 0 ? $" and {p.Zeros} plans of which nothing came" : "")}; chance that the next is met {p.ProbabilityMet:0 %} (Student's t, EVI-7).");
        foreach (string kind in plans.Select(p => p.Kind).Distinct().Where(k => priors.All(p => p.Kind != k)))
            folder.Line($"  No prior of '{kind}': fewer than {RealisationPrior.Least} different ratios are known.");
        foreach ((PlanYear before, PlanYear after) in RealisationPrior.ChangedDefinitions(plans))
            folder.Line($"  ALARM {after.Series}: what is counted changed between {before.Period} ('{before.Definition}') and {after.Period} ('{after.Definition}'); their ratios are not comparable. [{after.Address}]");
        folder.Line();
    }

    private static double? Chance(PlanYear plan, RealisationPrior[] priors) => plan.Realised is null ? priors.FirstOrDefault(p => p.Kind == plan.Kind)?.ProbabilityMet : null;

    private static JsonObject Document(string world, IReadOnlyList<PlanYear> plans, RealisationPrior[] priors) => new()
    {
        ["world"] = world,
        ["plans"] = new JsonArray([.. plans.Select(p => (JsonNode)new JsonObject
        {
            ["id"] = p.Series,
            ["kind"] = p.Kind,
            ["who"] = p.Who,
            ["target"] = p.Target,
            ["unit"] = p.Unit,
            ["yearAnnounced"] = p.YearAnnounced,
            ["period"] = p.Period,
            ["announced"] = p.Announced,
            ["realised"] = p.Realised,
            ["ratio"] = p.Ratio,
            ["probabilityMet"] = Chance(p, priors),
            ["definition"] = p.Definition,
            ["source"] = p.Source,
            ["address"] = p.Address,
        })]),
        ["priors"] = new JsonArray([.. priors.Select(p => (JsonNode)new JsonObject
        {
            ["kind"] = p.Kind,
            ["distribution"] = "lognormal",
            ["ratios"] = p.Count,
            ["nothingCame"] = p.Zeros,
            ["median"] = p.Median,
            ["sigmaOfLog"] = p.Sigma,
            ["probabilityMet"] = p.ProbabilityMet,
        })]),
        ["changedDefinitions"] = new JsonArray([.. RealisationPrior.ChangedDefinitions(plans).Select(c => (JsonNode)new JsonObject { ["plan"] = c.After.Series, ["from"] = c.Before.Definition, ["to"] = c.After.Definition, ["period"] = c.After.Period })]),
    };
}
