using Offtake.World.Files;
using Offtake.World.Joining;
using Offtake.World.Lint;
using Offtake.World.Problems;
using Offtake.World.Rows;

namespace Offtake.World.Scenarios;

/// <summary>Finds the world a scenario is about: one under <c>world</c>, or several joined under <c>worlds</c>.</summary>
internal static class ScenarioWorlds
{
    /// <summary>The world, right or wrong; null when it cannot be told which it is, or when its worlds do not go together.</summary>
    public static WorldDraft? Of(IReadOnlyList<ScenarioText> lineage, string worldsFolder, ProblemList problems)
    {
        ScenarioText stating = lineage.LastOrDefault(States) ?? lineage[^1];
        if (stating.Map.Has("world") && stating.Map.Has("worlds"))
            problems.Error(stating.Map.PlaceOf("worlds"), "a scenario states both 'world' and 'worlds'", null, "one of the two", "keep 'worlds' and list all of them there");
        IReadOnlyList<(string Id, Place At)> asked = Named(stating);
        if (asked.Count == 0 || !MayBeNamed(asked, problems) || !StaysInWorld(lineage, asked, problems)) return null;

        Folder all = new(worldsFolder);
        foreach ((string id, Place at) in asked.Where(w => !Directory.Exists(all.PathOf(w.Id))))
            problems.Error(at, "unknown world", id, null, NearestName.Remedy(id, all.FolderNames()));
        if (asked.Any(w => !Directory.Exists(all.PathOf(w.Id)))) return null;

        string? behaviour = BehaviourOf(lineage, asked, problems);
        WorldDraft?[] worlds = [.. asked.Select(w => WorldReader.Draft(all.PathOf(w.Id), problems))];
        if (worlds.Length == 1) return worlds[0];
        return problems.HasErrors ? null : JoinedWorld.Of([.. worlds.OfType<WorldDraft>()], behaviour, asked[0].At, problems);
    }

    private static bool States(ScenarioText scenario) => scenario.Map.Has("world") || scenario.Map.Has("worlds");

    /// <summary>The worlds a scenario names itself; none where it leaves that to what it extends.</summary>
    public static IReadOnlyList<(string Id, Place At)> Asked(ScenarioText scenario) => States(scenario) ? Named(scenario) : [];

    private static IReadOnlyList<(string Id, Place At)> Named(ScenarioText scenario)
    {
        if (scenario.Map.Has("worlds")) return scenario.Map.List("worlds");
        string world = scenario.Map.Required("world");
        return world.Length == 0 ? [] : [(world, scenario.Map.PlaceOf("world"))];
    }

    private static bool MayBeNamed(IReadOnlyList<(string Id, Place At)> asked, ProblemList problems)
    {
        bool isGood = true;
        for (int i = 0; i < asked.Count; i++)
        {
            isGood &= PlainIds.Check(asked[i].Id, "world", asked[i].At, problems);
            if (!asked.Take(i).Any(w => w.Id == asked[i].Id)) continue;
            problems.Error(asked[i].At, "repeated world", asked[i].Id, null, "name every world once");
            isGood = false;
        }

        return isGood;
    }

    private static bool StaysInWorld(IReadOnlyList<ScenarioText> lineage, IReadOnlyList<(string Id, Place At)> asked, ProblemList problems)
    {
        if (lineage.SkipLast(1).LastOrDefault(States) is not { } before) return true;
        string other = Names(Asked(before)), here = Names(asked);
        if (other == here) return true;
        problems.Error(
            asked[0].At, $"a scenario of world '{other}' is extended in world", here, other,
            "its measures are about another chain; extend nothing, or stay in that world");
        return false;
    }

    private static string Names(IEnumerable<(string Id, Place At)> worlds) => string.Join(", ", worlds.Select(w => w.Id));

    private static string? BehaviourOf(IReadOnlyList<ScenarioText> lineage, IReadOnlyList<(string Id, Place At)> asked, ProblemList problems)
    {
        if (lineage.LastOrDefault(s => s.Map.Has("behaviour-of")) is not { } stating || stating.Map.TextOrNull("behaviour-of") is not { } world) return null;
        Place at = stating.Map.PlaceOf("behaviour-of");
        if (asked.Count == 1)
            problems.Error(at, "'behaviour-of' is stated for one world only:", world, null, "remove it; a single world behaves by its own parameters.csv");
        else if (!asked.Any(w => w.Id == world))
            problems.Error(at, "'behaviour-of' names a world that is not joined:", world, Names(asked), NearestName.Remedy(world, [.. asked.Select(w => w.Id)]));
        return world;
    }
}
