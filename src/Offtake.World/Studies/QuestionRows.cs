using Offtake.Model.Studies;
using Offtake.World.Yaml;

namespace Offtake.World.Studies;

/// <summary>Reads what goes together among uncertainties, what is looked for among futures, and which maps are drawn.</summary>
internal static class QuestionRows
{
    public static IEnumerable<Correlation> Correlations(StudyDraft study)
    {
        string[] known = [.. study.Uncertainties.Select(u => u.Id)];
        HashSet<(int, int)> seen = [];
        foreach (YamlMap map in study.Map.Maps("correlations", StudyText.CorrelationKeys))
        {
            int? one = study.IndexOf("uncertainty", map.Required("of"), map.PlaceOf("of"), known), other = study.IndexOf("uncertainty", map.Required("with"), map.PlaceOf("with"), known);
            if (!map.Has("rank")) map.Required("rank");
            if (one is not { } a || other is not { } b || study.NumberOrNull(map, "rank") is not { } rank) continue;
            if (a == b || !seen.Add((Math.Min(a, b), Math.Max(a, b)))) study.Problems.Error(map.At, "these go together already:", $"{known[a]}, {known[b]}", null, "name every pair once");
            else if (!(Math.Abs(rank) < 1.0)) study.Problems.Error(map.PlaceOf("rank"), "this is no rank correlation:", $"{rank}", "above -1 and below 1", "correct it; what is the same is one uncertainty");
            else yield return new Correlation(a, b, rank);
        }
    }

    public static IEnumerable<Condition> Conditions(StudyDraft study)
    {
        foreach (YamlMap map in study.Map.Maps("conditions", StudyText.ConditionKeys))
        {
            string title = map.Required("title");
            int? outcome = study.IndexOf("outcome", map.Required("outcome"), map.PlaceOf("outcome"), study.Outcomes.Select(o => o.Id));
            double? above = study.NumberOrNull(map, "above"), below = study.NumberOrNull(map, "below");
            if (!map.Has("above") && !map.Has("below")) study.Problems.Error(map.At, "the condition has no bound", title, null, "give 'above', 'below' or both");
            if (above >= below) study.Problems.Error(map.At, "nothing can meet the condition", title, null, "correct 'above' or 'below'");
            if (outcome is { } o) yield return new Condition(title, o, above, below);
        }
    }

    public static IEnumerable<WinnerMap> Maps(StudyDraft study)
    {
        string[] known = [.. study.Uncertainties.Select(u => u.Id)];
        foreach (YamlMap map in study.Map.Maps("maps", StudyText.MapKeys))
        {
            int? outcome = study.IndexOf("outcome", map.Required("outcome"), map.PlaceOf("outcome"), study.Outcomes.Select(o => o.Id));
            int? across = study.IndexOf("uncertainty", map.Required("across"), map.PlaceOf("across"), known), upward = study.IndexOf("uncertainty", map.Required("upward"), map.PlaceOf("upward"), known);
            if (outcome is { } o && study.Outcomes[o].Better == Better.Unsaid) study.Problems.Error(map.PlaceOf("outcome"), "nobody says whether more or less of it is better:", study.Outcomes[o].Id, null, "give the outcome 'better: higher' or 'better: lower'");
            if (across is { } a && a == upward) study.Problems.Error(map.PlaceOf("upward"), "a map needs two uncertainties, not twice", known[a], null, "name another");
            if (study.Policies.Count < 2) study.Problems.Error(map.At, "a map shows which of several policies does best; there is", $"{study.Policies.Count}", "two or more", "name more policies, or no map");
            if (outcome is { } what && across is { } x && upward is { } y) yield return new WinnerMap(what, x, y);
        }
    }
}
