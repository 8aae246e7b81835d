using System.Text.Json.Nodes;

namespace Offtake.Results.Plans;

/// <summary>Plans as JSON: the same document in <c>summary.json</c>, in <c>compare.json</c> and from <c>evidence plans --json</c>. A number that does not exist is null.</summary>
public static class PlanJson
{
    /// <summary>The document; null where there are no plans.</summary>
    public static JsonObject? Of(PlanFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return findings.Plans.Count == 0 ? null : new JsonObject
        {
            ["plans"] = new JsonArray([.. findings.Plans.Select(PlanOf)]),
            ["priors"] = new JsonArray([.. findings.Kinds.Select(KindOf)]),
            ["changedDefinitions"] = new JsonArray([.. findings.Changed.Select(c => (JsonNode)new JsonObject
            {
                ["plan"] = c.Id, ["before"] = c.Before, ["from"] = c.From, ["period"] = c.Period, ["to"] = c.To, ["address"] = c.Address,
            })]),
        };
    }

    private static JsonNode PlanOf(PlanLine p) => new JsonObject
    {
        ["id"] = p.Id,
        ["kind"] = p.Kind,
        ["who"] = p.Who,
        ["target"] = p.Target,
        ["unit"] = p.Unit,
        ["yearAnnounced"] = p.YearAnnounced,
        ["period"] = p.Period,
        ["better"] = p.IsCeiling ? "lower" : "higher",
        ["announced"] = p.Announced,
        ["realised"] = Json.Number(p.Realised),
        ["ratio"] = Json.Number(p.Ratio),
        ["probabilityMet"] = Json.Number(p.ByRecord),
        ["definition"] = p.Definition,
        ["source"] = string.Join(';', p.Sources.Select(s => s.Id)),
        ["note"] = p.Note,
        ["address"] = p.Address,
        ["runs"] = new JsonArray([.. p.Reached.Select(RunOf)]),
    };

    private static JsonNode RunOf(PlanReach r) => new JsonObject
    {
        ["scenario"] = r.Scenario,
        ["standing"] = NameOf(r.Standing),
        ["metAt"] = r.MetAt,
        ["reached"] = r.Standing != PlanStanding.Measured ? null : new JsonObject { ["value"] = r.Share.Value, ["low"] = r.Share.Low, ["high"] = r.Share.High, ["futures"] = r.Modelled.Futures },
        ["modelled"] = r.Standing != PlanStanding.Measured ? null : new JsonObject
        {
            ["median"] = Json.Number(r.Modelled.Median), ["low"] = Json.Number(r.Modelled.Low), ["high"] = Json.Number(r.Modelled.High), ["rangeKind"] = r.Modelled.KindName, ["futures"] = r.Modelled.Futures,
        },
    };

    private static JsonNode KindOf(KindRecord k) => new JsonObject
    {
        ["kind"] = k.Kind,
        ["distribution"] = k.Median is null ? null : "lognormal",
        ["ratios"] = k.Over - k.Nothing,
        ["met"] = k.Met,
        ["nothingCame"] = k.Nothing,
        ["median"] = Json.Number(k.Median),
        ["sigmaOfLog"] = Json.Number(k.SigmaOfLog),
        ["probabilityMet"] = Json.Number(k.ProbabilityMet),
    };

    private static string NameOf(PlanStanding standing) => standing switch { PlanStanding.Measured => "measured", PlanStanding.NotInModel => "not-in-model", PlanStanding.OutsideRun => "outside-run", _ => "no-value" };
}
