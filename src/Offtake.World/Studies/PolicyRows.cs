using Offtake.Model.Scenarios;
using Offtake.Model.Studies;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Yaml;

namespace Offtake.World.Studies;

/// <summary>Reads the policies of a study: scenarios with levers set one by one, drawn, or in every combination.</summary>
/// <param name="drawn">Gives the value of a lever, as a share of its range, in one of so many drawn policies.</param>
internal sealed class PolicyRows(Func<int, int, int, double> drawn)
{
    private const int Most = 1000;

    /// <summary>The scenario a policy names, or the study's own; null when neither says one.</summary>
    public static (string? Id, Place At) ScenarioOf(YamlMap policy, YamlMap study) =>
        policy.TextOrNull("scenario") is { } own ? (own, policy.PlaceOf("scenario")) : (study.TextOrNull("scenario"), study.PlaceOf("scenario"));

    public void Read(StudyDraft study, IReadOnlyDictionary<string, Scenario> scenarios)
    {
        foreach (YamlMap map in study.Map.Maps("policies", StudyText.PolicyKeys))
        {
            string id = map.Required("id");
            if (id.Length > 0) PlainIds.Check(id, "id", map.PlaceOf("id"), study.Problems);
            if (study.Policies.Any(p => p.Id == id)) study.Problems.Error(map.PlaceOf("id"), "repeated id", id, null, "rename one of them");
            Scenario? scenario = study.Example is null && ScenarioOf(map, study.Map).Id is { } named ? scenarios.GetValueOrDefault(named) : null;
            if (study.Example is null && scenario is null) continue;
            string title = map.TextOrNull("title") ?? scenario?.Title ?? id;
            LeverSetting[] set = [.. Settings(map, study)];
            if (map.Has("draw") && map.Has("grid")) study.Problems.Error(map.At, "a policy is drawn or in a grid, not both", id, null, "write two entries");
            if (map.Has("draw")) AddDrawn(map, new Policy(id, title, scenario, set), study);
            else if (map.Has("grid")) AddGrid(map, new Policy(id, title, scenario, set), study);
            else study.Policies.Add(new Policy(id, title, scenario, set));
        }

        if (!study.Map.Has("policies") && study.Map.TextOrNull("scenario") is { } only && scenarios.TryGetValue(only, out Scenario? alone)) study.Policies.Add(new Policy(only, alone.Title, alone, []));
        if (!study.Map.Has("policies") && study.Example is not null) study.Policies.Add(new Policy(study.Example.Id, study.Map.TextOrNull("title") ?? study.Example.Id, null, []));
        if (study.Map.Has("policies") && study.Map.Maps("policies", StudyText.PolicyKeys).Count == 0) study.Problems.Error(study.Map.PlaceOf("policies"), "nothing is compared", null, null, "name at least one policy, or remove the key");
        if (study.Policies.Count > Most) study.Problems.Error(study.Map.PlaceOf("policies"), "too many policies:", $"{study.Policies.Count}", $"up to {Most}", "draw fewer, or make the grid coarser");
    }

    private static IEnumerable<LeverSetting> Settings(YamlMap map, StudyDraft study)
    {
        HashSet<int> seen = [];
        foreach ((string text, Place at) in map.List("set"))
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2)
            {
                study.Problems.Error(at, "this sets nothing:", text, "lever = value", "write it such as tariff = 0.25");
                continue;
            }

            int? lever = study.IndexOf("lever", parts[0], at, study.Levers.Select(l => l.Id));
            double? value = Numbers.NumberText.Read(parts[1], parts[0], at, study.Problems);
            if (lever is not { } l || value is not { } v) continue;
            Lever asked = study.Levers[l];
            if (!seen.Add(l)) study.Problems.Error(at, "the lever is set twice", parts[0], null, "keep one");
            if (v < asked.Low || v > asked.High) study.Problems.Error(at, $"lever '{asked.Id}' is set outside its bounds:", parts[1], $"{asked.Low} to {asked.High}", "correct the value, or the bounds under 'levers'");
            yield return new LeverSetting(l, v);
        }
    }

    private void AddDrawn(YamlMap map, Policy pattern, StudyDraft study)
    {
        int count = CountOf(map, study);
        int[] free = [.. Enumerable.Range(0, study.Levers.Count).Where(l => !pattern.Settings.Any(s => s.Lever == l))];
        if (free.Length == 0) study.Problems.Error(map.PlaceOf("draw"), "there is no lever to draw", pattern.Id, null, "name levers with 'low' and 'high'");
        for (int n = 0; n < count; n++)
        {
            LeverSetting[] settings = [.. pattern.Settings, .. free.Select(l => new LeverSetting(l, Between(study.Levers[l], drawn(count, n, l))))];
            Add(new Policy($"{pattern.Id}-{n + 1}", $"{pattern.Title} {n + 1}", pattern.Scenario, settings), map.PlaceOf("draw"), study);
        }
    }

    private static double Between(Lever lever, double share) => lever.Low + (share * (lever.High - lever.Low));

    private static void AddGrid(YamlMap map, Policy pattern, StudyDraft study)
    {
        List<LeverSetting[]> combinations = [[.. pattern.Settings]];
        HashSet<int> set = [.. pattern.Settings.Select(s => s.Lever)];
        foreach ((string id, Place at) in map.List("grid"))
        {
            if (study.IndexOf("lever", id, at, study.Levers.Select(l => l.Id)) is not { } l) continue;
            if (!set.Add(l)) study.Problems.Error(at, "the lever is set already", id, null, "name it once, under 'set' or under 'grid'");
            if (study.Levers[l].Values.Count == 0) study.Problems.Error(at, "the lever has no 'values' for a grid:", id, null, "list them under 'levers'");
            if ((long)combinations.Count * study.Levers[l].Values.Count > Most)
            {
                study.Problems.Error(map.PlaceOf("grid"), "too many combinations:", pattern.Id, $"up to {Most}", "name fewer levers or values, or draw policies");
                return;
            }

            combinations = [.. combinations.SelectMany(c => study.Levers[l].Values.Select(v => (LeverSetting[])[.. c, new LeverSetting(l, v)]))];
        }

        for (int n = 0; n < combinations.Count; n++)
            Add(new Policy($"{pattern.Id}-{n + 1}", $"{pattern.Title}: {Words(combinations[n], study)}", pattern.Scenario, combinations[n]), map.PlaceOf("grid"), study);
    }

    private static void Add(Policy policy, Place at, StudyDraft study)
    {
        if (study.Policies.Any(p => p.Id == policy.Id)) study.Problems.Error(at, "repeated id", policy.Id, null, "rename one of them");
        study.Policies.Add(policy);
    }

    private static string Words(LeverSetting[] settings, StudyDraft study) => string.Join(", ", settings.Select(s => $"{study.Levers[s.Lever].Title} {s.Value:0.###}"));

    private static int CountOf(YamlMap map, StudyDraft study)
    {
        if (map.TextOrNull("draw") is not { } text) return 0;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= Most) return count;
        study.Problems.Error(map.PlaceOf("draw"), "this cannot be a number of policies:", text, $"1 to {Most}", "write a whole number");
        return 0;
    }
}
