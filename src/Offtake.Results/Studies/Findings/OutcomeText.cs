using System.Text.Json.Nodes;

namespace Offtake.Results.Studies.Findings;

/// <summary>Findings about one outcome as JSON.</summary>
internal static class OutcomeText
{
    public static JsonObject Of(StudyHeader h, OutcomeFindings o)
    {
        OutcomeEntry entry = h.Outcomes[o.Outcome];
        return new JsonObject
        {
            ["id"] = entry.Id,
            ["title"] = entry.Title,
            ["unit"] = entry.Unit,
            ["better"] = entry.Better.ToString().ToLowerInvariant(),
            ["best"] = o.Best is { } best ? h.Policies[best].Id : null,
            ["levels"] = StudySummaryWriter.Array(o.Levels, l => LevelOf(h, l)),
            ["comparisons"] = StudySummaryWriter.Array(o.Comparisons, c => ComparisonOf(h, c)),
            ["leverPaths"] = StudySummaryWriter.Array(o.LeverPaths, p => PathOf(h, p)),
            ["regret"] = o.Regret is { } r ? RegretOf(h, r) : null,
            ["influences"] = StudySummaryWriter.Array(o.Influences, i => InfluencesOf(h, i)),
        };
    }

    private static JsonObject LevelOf(StudyHeader h, Level l)
    {
        JsonObject level = new() { ["policy"] = h.Policies[l.Policy].Id };
        foreach ((string name, JsonNode? value) in StudySummaryWriter.Of(l.Band).ToArray()) level[name] = value?.DeepClone();
        level["p25"] = Json.Number(l.Quartiles.Low);
        level["p75"] = Json.Number(l.Quartiles.High);
        level["mean"] = StudySummaryWriter.Of(l.Mean);
        level["missingShare"] = Json.Number(l.MissingShare);
        level["enoughForMean"] = Enough(l.MeanEnough);
        level["enoughForMedian"] = Enough(l.MedianEnough);
        return level;
    }

    private static JsonObject Enough(Sufficiency s) => new() { ["enough"] = s.IsEnough, ["words"] = s.Words, ["needed"] = s.Needed };

    private static JsonObject ComparisonOf(StudyHeader h, Comparison c) => new()
    {
        ["policy"] = h.Policies[c.Policy].Id,
        ["against"] = h.Policies[c.Against].Id,
        ["pairs"] = c.Pairs,
        ["aheadShare"] = Json.Number(c.AheadShare),
        ["tiedShare"] = Json.Number(c.TiedShare),
        ["difference"] = StudySummaryWriter.Of(c.Difference),
        ["meanDifference"] = StudySummaryWriter.Of(c.MeanDifference),
        ["lead"] = Word(c.Lead),
        ["breakEvens"] = StudySummaryWriter.Array(c.BreakEvens, b => new JsonObject
        {
            ["uncertainty"] = h.Uncertainties[b.Uncertainty].Id, ["verdict"] = Word(b.Verdict), ["from"] = Json.Number(b.From), ["to"] = Json.Number(b.To),
            ["places"] = Places(b.Places),
        }),
    };

    private static JsonArray Places(IEnumerable<BreakEven> places) => StudySummaryWriter.Array(places, p => new JsonObject
    {
        ["value"] = Json.Number(p.Value), ["low"] = Json.Number(p.Low), ["high"] = Json.Number(p.High), ["aheadAbove"] = p.IsAheadAbove,
    });

    private static JsonObject PathOf(StudyHeader h, LeverPath p) => new()
    {
        ["lever"] = h.Levers[p.Lever].Id,
        ["points"] = StudySummaryWriter.Array(p.Points, x => new JsonObject { ["policy"] = h.Policies[x.Policy].Id, ["value"] = Json.Number(x.Value), ["meanDifference"] = StudySummaryWriter.Of(x.MeanDifference) }),
        ["places"] = Places(p.Places),
    };

    private static JsonObject RegretOf(StudyHeader h, RegretFindings r) => new()
    {
        ["futures"] = r.Futures,
        ["minimax"] = h.Policies[r.Minimax].Id,
        ["minimaxTooClose"] = r.IsMinimaxTooClose,
        ["leastMean"] = h.Policies[r.LeastMean].Id,
        ["leastMeanTooClose"] = r.IsLeastMeanTooClose,
        ["policies"] = StudySummaryWriter.Array(r.ByPolicy, p => new JsonObject
        {
            ["policy"] = h.Policies[p.Policy].Id, ["mean"] = Json.Number(p.Mean), ["p90"] = Json.Number(p.Ninety), ["highest"] = Json.Number(p.Highest), ["bestShare"] = Json.Number(p.BestShare),
        }),
    };

    private static JsonObject InfluencesOf(StudyHeader h, Influences i) => new()
    {
        ["policy"] = h.Policies[i.Policy].Id,
        ["method"] = Word(i.Method),
        ["used"] = i.Used,
        ["leftOut"] = i.LeftOut,
        ["absent"] = i.Absent,
        ["inputs"] = StudySummaryWriter.Array(i.ByInput, x => new JsonObject
        {
            ["input"] = Input(h, x.Uncertainty), ["first"] = StudySummaryWriter.Of(x.First), ["total"] = StudySummaryWriter.Of(x.Total),
            ["shapley"] = StudySummaryWriter.Of(x.Shapley), ["rankCorrelation"] = Json.Number(x.RankCorrelation),
        }),
        ["second"] = StudySummaryWriter.Array(i.Together, t => new JsonObject { ["inputs"] = Json.Texts([Input(h, t.One), Input(h, t.Other)]), ["index"] = StudySummaryWriter.Of(t.Share) }),
    };

    private static string Input(StudyHeader h, int? uncertainty) => uncertainty is { } u && u < h.Uncertainties.Count ? h.Uncertainties[u].Id : "others-and-chance";

    // Such as tooClose: the name of a member with a small first letter.
    private static string Word<T>(T member) where T : struct, Enum => member.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
