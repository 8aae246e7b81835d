using System.Text.Json.Nodes;
using Offtake.Model.Studies;

namespace Offtake.Results.Studies.Findings;

/// <summary>Findings about one condition as JSON.</summary>
internal static class ConditionText
{
    public static JsonObject Of(StudyHeader h, ConditionFindings c, IReadOnlyList<string> words)
    {
        Condition asked = h.Conditions[c.Condition];
        return new JsonObject
        {
            ["title"] = asked.Title,
            ["outcome"] = h.Outcomes[asked.Outcome].Id,
            ["above"] = Json.Number(asked.Above),
            ["below"] = Json.Number(asked.Below),
            ["policies"] = StudySummaryWriter.Array(c.ByPolicy.Zip(words), p => Under(h, p.First, p.Second)),
        };
    }

    private static JsonObject Under(StudyHeader h, ConditionUnderPolicy p, string words) => new()
    {
        ["policy"] = h.Policies[p.Policy].Id,
        ["words"] = words,
        ["cases"] = p.Cases,
        ["share"] = StudySummaryWriter.Of(p.Share),
        ["missingShare"] = Json.Number(p.MissingShare),
        ["absent"] = p.Absent,
        ["box"] = p.Box is { } b ? BoxOf(h, b) : null,
        ["tree"] = p.Tree is { } t ? new JsonObject { ["limits"] = Limits(h, t.Limits), ["density"] = Json.Number(t.Density), ["coverage"] = Json.Number(t.Coverage), ["sameInputs"] = t.HasSameInputs } : null,
        ["separations"] = StudySummaryWriter.Array(p.Separations, s => new JsonObject
        {
            ["uncertainty"] = h.Uncertainties[s.Uncertainty].Id, ["distance"] = Json.Number(s.Distance), ["at"] = Json.Number(s.At), ["chance"] = Json.Number(s.Chance),
        }),
    };

    private static JsonObject BoxOf(StudyHeader h, ScenarioBox b) => new()
    {
        ["limits"] = Limits(h, b.Limits),
        ["density"] = Json.Number(b.Density),
        ["coverage"] = Json.Number(b.Coverage),
        ["mass"] = Json.Number(b.Mass),
        ["densityElsewhere"] = Json.Number(b.DensityElsewhere),
        ["dense"] = b.IsDense,
        ["chosenStep"] = b.ChosenStep,
        ["trajectory"] = StudySummaryWriter.Array(b.Trajectory, s => new JsonObject { ["coverage"] = Json.Number(s.Coverage), ["density"] = Json.Number(s.Density), ["mass"] = Json.Number(s.Mass), ["dimensions"] = s.Dimensions }),
    };

    private static JsonArray Limits(StudyHeader h, IEnumerable<BoxLimit> limits) => StudySummaryWriter.Array(limits, l => new JsonObject
    {
        ["uncertainty"] = h.Uncertainties[l.Uncertainty].Id, ["from"] = Json.Number(l.From), ["below"] = Json.Number(l.Below), ["chance"] = Json.Number(l.Chance),
    });
}
