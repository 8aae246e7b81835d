using Offtake.Model.Evidence;
using Offtake.Model.Studies;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Studies;

/// <summary>Reads uncertainties and levers: what moves numbers of the model.</summary>
internal static class NumberRows
{
    private const int Most = 1000;

    public static void ReadUncertainties(StudyDraft study)
    {
        foreach (YamlMap map in study.Map.Maps("uncertainties", StudyText.UncertaintyKeys))
        {
            int before = study.Problems.ErrorCount, had = study.Uncertainties.Count;
            if (map.TextOrNull("id") == "future") study.Problems.Error(map.PlaceOf("id"), "this is the name of a column already:", "future", null, "choose another id");
            foreach ((string id, NumberChoice sets) in Choices(map, study, study.Uncertainties.Select(u => u.Id)))
            {
                if (RangeOf(map, sets, study) is not { } range) continue;
                if (!range.IsOfLedger && map.Has("low")) NumberBounds.Check(sets, range.Spread.Low, range.Spread.High, map.PlaceOf("low"), study);
                study.Uncertainties.Add(new Uncertainty(id, TitleOf(map, id), range.Unit, range.Central, range.Spread, sets, range.IsOfLedger));
            }

            if (study.Problems.ErrorCount > before && study.Uncertainties.Count == had) study.MarkUnreadable("uncertainty", map.TextOrNull("id") ?? "");
        }
    }

    public static void ReadLevers(StudyDraft study)
    {
        foreach (YamlMap map in study.Map.Maps("levers", StudyText.LeverKeys))
        {
            int before = study.Problems.ErrorCount, had = study.Levers.Count;
            double[] values = [.. map.List("values").Select(v => Numbers.NumberText.Read(v.Text, "values", v.At, study.Problems)).OfType<double>()];
            double? low = study.NumberOrNull(map, "low") ?? (values.Length > 0 ? values.Min() : null), high = study.NumberOrNull(map, "high") ?? (values.Length > 0 ? values.Max() : null);
            foreach (IGrouping<double, double> same in values.GroupBy(v => v).Where(g => g.Count() > 1))
                study.Problems.Error(map.PlaceOf("values"), "a value stands twice:", $"{same.Key}", null, "keep one; equal policies are one policy");
            foreach ((string id, NumberChoice sets) in Choices(map, study, study.Levers.Select(l => l.Id)))
            {
                if (low is not { } least || high is not { } most)
                {
                    study.Problems.Error(map.At, "the lever has no bounds", id, null, "give 'low' and 'high', or 'values'");
                    continue;
                }

                if (!(least < most)) study.Problems.Error(map.PlaceOf("high"), "'high' is not above 'low':", $"{most}", $"above {least}", "correct one of them");
                foreach (double value in values.Where(v => v < least || v > most))
                    study.Problems.Error(map.PlaceOf("values"), "the value lies outside the lever's bounds:", $"{value}", $"{least} to {most}", "correct the value or the bounds");
                NumberBounds.Check(sets, least, most, map.PlaceOf(map.Has("low") ? "low" : "values"), study);
                study.Levers.Add(new Lever(id, TitleOf(map, id), map.TextOrNull("unit") ?? UnitOf(sets, study), least, most, values, sets));
            }

            if (study.Problems.ErrorCount > before && study.Levers.Count == had) study.MarkUnreadable("lever", map.TextOrNull("id") ?? "");
        }
    }

    private static IEnumerable<(string Id, NumberChoice Sets)> Choices(YamlMap map, StudyDraft study, IEnumerable<string> taken)
    {
        ProblemList problems = study.Problems;
        string[] ways = [.. new[] { "of", "each", "times" }.Where(map.Has)];
        string id = map.Required("id");
        if (id.Length > 0) PlainIds.Check(id, "id", map.PlaceOf("id"), problems);
        if (taken.Contains(id)) problems.Error(map.PlaceOf("id"), "repeated id", id, null, "rename one of them");
        if (ways.Length != 1)
        {
            problems.Error(map.At, ways.Length == 0 ? "nothing says which numbers it moves" : "several keys say which numbers it moves", null, null, "give one of 'of' (sets them), 'each' (sets each by itself) and 'times' (multiplies them)");
            yield break;
        }

        string[] names = [.. map.List(ways[0]).SelectMany(n => study.Matching(n.Text, n.At)).Distinct()];
        if (ways[0] == "each" && !map.Has("low")) names = WithRange(names, map, study);
        study.Take(id, names, map.PlaceOf(ways[0]));
        if (names.Length == 0) yield break;
        if (ways[0] != "each")
        {
            yield return (id, new NumberChoice(names, ways[0] == "times"));
            yield break;
        }

        if (names.Length > Most) problems.Error(map.PlaceOf("each"), "too many numbers vary by themselves:", $"{names.Length}", $"up to {Most}", "narrow the pattern, or use 'times'");
        for (int i = 0; i < Math.Min(names.Length, Most); i++)
        {
            string own = $"{id}-{i + 1}";
            if (taken.Contains(own)) problems.Error(map.PlaceOf("id"), "repeated id", own, null, "rename one of them");
            yield return (own, new NumberChoice([names[i]], false));
        }
    }

    /// <summary>A pattern is meant for what is uncertain: numbers without a range are left out, and it is said how many.</summary>
    private static string[] WithRange(string[] names, YamlMap map, StudyDraft study)
    {
        if (study.Example is not null || !map.List("each").Any(n => n.Text.Contains('*', StringComparison.Ordinal))) return names;
        string[] ranged = [.. names.Where(n => study.ParametersOf(n).All(p => p.Spread.Shape != SpreadShape.Fixed))];
        if (ranged.Length == 0 && names.Length > 0) study.Problems.Error(map.PlaceOf("each"), "none of the numbers that fit has a range", names[0], null, "give 'low' and 'high' with a reason, or leave it out");
        else if (ranged.Length < names.Length) study.Problems.Warn(map.PlaceOf("each"), "some numbers that fit have no range and do not vary:", $"{names.Length - ranged.Length} of {names.Length}", null, "give 'low' and 'high' for all, or leave it so");
        return ranged;
    }

    private static string TitleOf(YamlMap map, string id) => map.TextOrNull("title") is not { } title ? id : map.Has("each") ? $"{title} {id[(id.LastIndexOf('-') + 1)..]}" : title;

    private static (double Central, Spread Spread, string Unit, bool IsOfLedger)? RangeOf(YamlMap map, NumberChoice sets, StudyDraft study)
    {
        ProblemList problems = study.Problems;
        string unit = map.TextOrNull("unit") ?? (sets.Multiplies ? "times" : UnitOf(sets, study));
        if (map.Has("low") || map.Has("high"))
        {
            if (!map.Has("low") || !map.Has("high")) map.Required(map.Has("low") ? "high" : "low");
            if (!map.Has("reason") && study.Example is null) problems.Error(map.At, "a range of the study's own needs a reason", null, null, "say under 'reason' where it comes from");
            return study.NumberOrNull(map, "low") is { } low && study.NumberOrNull(map, "high") is { } high ? OwnRange(map, low, high, unit, study) : null;
        }

        foreach (string key in new[] { "central", "distribution" }.Where(map.Has))
            problems.Error(map.PlaceOf(key), $"'{key}' belongs to a range of the study's own, and there is none:", map.TextOrNull(key), null, "give 'low' and 'high' too, or leave it out and take the range as it is in the evidence ledger");
        if (sets.Multiplies || study.Example is not null)
        {
            problems.Error(map.At, "the uncertainty has no range", map.TextOrNull("id"), null, "give 'low' and 'high'");
            return null;
        }

        Parameter[] parameters = [.. sets.Names.SelectMany(study.ParametersOf)];
        if (parameters.Length == 0) return null;
        if (parameters.Any(p => p.Spread != parameters[0].Spread || p.Value != parameters[0].Value))
        {
            problems.Error(map.At, "the numbers it moves have different ranges", null, null, "use 'each', or 'times' with a range of its own");
            return null;
        }

        if (parameters[0].Spread.Shape == SpreadShape.Fixed)
        {
            problems.Error(map.At, "the evidence ledger gives no range for", sets.Names[0], null, "give 'low' and 'high' with a reason, or leave it out");
            return null;
        }

        return (parameters[0].Value, parameters[0].Spread, unit, true);
    }

    private static (double, Spread, string, bool)? OwnRange(YamlMap map, double low, double high, string unit, StudyDraft study)
    {
        if (!(low < high))
        {
            study.Problems.Error(map.PlaceOf("high"), "'high' is not above 'low':", $"{high}", $"above {low}", "correct one of them");
            return null;
        }

        string text = map.TextOrNull("distribution") ?? "uniform";
        double central = study.NumberOrNull(map, "central") ?? ((low + high) / 2.0);
        if (central < low || central > high) study.Problems.Error(map.PlaceOf("central"), "'central' lies outside the range:", $"{central}", $"{low} to {high}", "correct it");
        if (!EnumText.TryParse(text, out SpreadShape shape) || shape == SpreadShape.Fixed)
        {
            study.Problems.Error(map.PlaceOf("distribution"), "unknown distribution", text, "uniform, triangular or lognormal", "correct it");
            return null;
        }

        if (shape == SpreadShape.Lognormal && low <= 0.0)
        {
            study.Problems.Error(map.PlaceOf("low"), "a lognormal has no room below or at zero:", $"{low}", "above 0", "use another distribution");
            return null;
        }

        Spread spread = shape switch
        {
            SpreadShape.Triangular => Spread.Triangular(low, high),
            SpreadShape.Lognormal => Spread.LognormalBetween(low, high),
            _ => Spread.Uniform(low, high),
        };
        return (shape == SpreadShape.Lognormal && !map.Has("central") ? Math.Sqrt(low * high) : central, spread, unit, false);
    }

    private static string UnitOf(NumberChoice sets, StudyDraft study) =>
        sets.Multiplies ? "times" : sets.Names.SelectMany(study.ParametersOf).Select(p => p.Unit).FirstOrDefault() ?? study.Example?.Inputs.First(i => i.Name == sets.Names[0]).Unit ?? "";
}
