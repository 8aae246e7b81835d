using Offtake.World.Files;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Scenarios;

namespace Offtake.World.Institutions;

/// <summary>Which institutions a scenario has: those it names and those of all it extends, less those it does without.</summary>
internal static class InstitutionLine
{
    public const string Key = "institutions";
    public const string WithoutKey = "without-institutions";

    /// <summary>Ids in ordinal order, each with the place that names it.</summary>
    public static IReadOnlyList<(string Id, Place At)> Of(IReadOnlyList<ScenarioText> lineage, IReadOnlyList<string> known, WorldDraft world)
    {
        SortedDictionary<string, Place> named = new(StringComparer.Ordinal);
        foreach (ScenarioText scenario in lineage)
        {
            foreach ((string id, Place at) in scenario.Map.List(WithoutKey)) Remove(id, at, named, known, world.Problems);
            if (scenario.Map.Has(Key) && scenario.Map.List(Key).Count == 0)
                world.Problems.Warn(scenario.Map.PlaceOf(Key), "the list of institutions names nobody", null, null, $"remove it; '{WithoutKey}' takes away what is extended");
            foreach ((string id, Place at) in scenario.Map.List(Key))
            {
                if (!PlainIds.Check(id, "institution", at, world.Problems)) continue;
                if (!named.TryAdd(id, at))
                    world.Problems.Error(at, $"repeated institution ({named[id]}):", id, null, "name every institution once; what is extended has it already");
            }
        }

        return [.. named.Select(n => (n.Key, n.Value))];
    }

    private static void Remove(string id, Place at, SortedDictionary<string, Place> named, IReadOnlyList<string> known, ProblemList problems)
    {
        if (named.Remove(id)) return;
        if (known.Contains(id)) problems.Warn(at, "this institution is not there anyway:", id, null, $"remove it from '{WithoutKey}'");
        else problems.Error(at, "unknown institution", id, null, NearestName.Remedy(id, [.. named.Keys, .. known.Where(k => !named.ContainsKey(k))]));
    }

    /// <summary>A warning for every institution that no scenario names: nobody has read it, so nobody knows whether it is right.</summary>
    public static IReadOnlyList<Problem> Unnamed(string scenariosFolder)
    {
        ProblemList problems = new(), unheard = new();
        HashSet<string> named = [.. ScenarioText.Ids(scenariosFolder).SelectMany(id => ScenarioText.Lineage(scenariosFolder, id, unheard)).SelectMany(s => s.Map.List(Key)).Select(i => i.Text)];
        Folder folder = InstitutionFile.Beside(scenariosFolder);
        foreach (string id in InstitutionFile.Ids(folder).Where(id => !named.Contains(id)))
            problems.Warn(new Place(folder.LabelOf(id + InstitutionFile.Ending), 0), "no scenario names the institution, and it has not been read:", id, null, $"name it under '{Key}' of a scenario, or remove it");
        return problems.Sorted();
    }
}
