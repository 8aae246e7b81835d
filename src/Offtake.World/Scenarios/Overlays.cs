using Offtake.World.Problems;

namespace Offtake.World.Scenarios;

/// <summary>Scenarios laid over each other: <c>a+b</c> is the line of <c>a</c>, then those texts of the line of <c>b</c> that are not in it yet.</summary>
/// <remarks>Layers may not contradict each other, so their order decides the name and nothing else.</remarks>
internal static class Overlays
{
    /// <summary>Stands between layers.</summary>
    public const char Sign = '+';

    private static readonly string[] Settings = ["behaviour-of", "calendar", "programmes-until", "from", "until", "price-rule"];

    /// <summary>The names of the layers, from left to right; one for a plain scenario.</summary>
    public static string[] LayersOf(string id) => id.Split(Sign);

    /// <summary>All texts of all layers, parents before children; empty when a layer could not be read.</summary>
    public static IReadOnlyList<ScenarioText> Lineage(string scenariosFolder, string id, ProblemList problems)
    {
        string[] layers = LayersOf(id);
        Place asked = new(new Files.Folder(scenariosFolder).Name, 0);
        foreach (string repeated in layers.GroupBy(l => l).Where(g => g.Count() > 1).Select(g => g.Key))
            problems.Error(asked, "the same overlay twice:", id, "each once", $"name '{repeated}' once");
        if (layers.Length > 1 && layers.Contains(""))
        {
            problems.Error(asked, "a layer without a name:", id, "names joined by '+', such as baseline+export-stop", "remove the '+' that nothing follows or precedes");
            return [];
        }

        IReadOnlyList<ScenarioText>[] lines = [.. layers.Distinct().Select(layer => ScenarioText.Line(scenariosFolder, layer, problems))];
        if (lines.Any(line => line.Count == 0)) return [];
        List<ScenarioText> lineage = [];
        foreach (ScenarioText text in lines.SelectMany(line => line))
        {
            if (!lineage.Exists(t => t.Id == text.Id)) lineage.Add(text);
        }

        RefuseContradictions(lineage, lines, problems);
        return lineage;
    }

    /// <summary>The place of every text in an order that does not depend on the order of layers: by distance from the root, then by name.</summary>
    /// <returns>By address of the file, its place; what stands in no scenario has none.</returns>
    public static IReadOnlyDictionary<string, int> Places(IReadOnlyList<ScenarioText> lineage)
    {
        // A line that runs in a circle has been reported; here it must only come to an end.
        int Depth(ScenarioText text)
        {
            int depth = 0;
            for (ScenarioText? next = Parent(text); next is not null && depth < lineage.Count; next = Parent(next)) depth++;
            return depth;
        }

        ScenarioText? Parent(ScenarioText text) => lineage.FirstOrDefault(t => t.Id == text.Extends);

        return lineage.OrderBy(Depth).ThenBy(t => t.Id, StringComparer.Ordinal).Select((t, place) => (t.Map.At.File, place)).ToDictionary(t => t.File, t => t.place);
    }

    /// <summary>The line of the layer with most worlds, which hold those of all others; of a plain scenario its whole line.</summary>
    public static IReadOnlyList<ScenarioText> LineOfWorlds(IReadOnlyList<ScenarioText> lineage)
    {
        ScenarioText[] leaves = [.. lineage.Where(t => !lineage.Any(other => other.Extends == t.Id))];
        if (leaves.Length < 2) return lineage;
        return leaves.Select(leaf => LineOf(leaf, lineage)).MaxBy(line => line.Max(t => ScenarioWorlds.Asked(t).Count))!;
    }

    private static IReadOnlyList<ScenarioText> LineOf(ScenarioText leaf, IReadOnlyList<ScenarioText> lineage)
    {
        List<ScenarioText> line = [leaf];
        while (lineage.FirstOrDefault(t => t.Id == line[0].Extends) is { } parent && !line.Contains(parent)) line.Insert(0, parent);
        return line;
    }

    /// <summary>What the layers call themselves, from left to right.</summary>
    public static string Title(string id, IReadOnlyList<ScenarioText> lineage) => string.Join(
        " + ", LayersOf(id).Select(layer => lineage.First(t => t.Id == layer)).Select(t => t.Map.TextOrNull("title") ?? Inherited(t, lineage, s => s.Map.TextOrNull("title")) ?? t.Id));

    /// <summary>The stories of the layers, from left to right.</summary>
    public static string Story(string id, IReadOnlyList<ScenarioText> lineage) => string.Join(
        "\n\n", LayersOf(id).Select(layer => lineage.First(t => t.Id == layer)).Select(t => t.Story ?? Inherited(t, lineage, s => s.Story)).OfType<string>().Distinct());

    private static string? Inherited(ScenarioText text, IReadOnlyList<ScenarioText> lineage, Func<ScenarioText, string?> read)
    {
        string? found = read(text);
        for (ScenarioText? next = text; found is null && next is not null; next = lineage.FirstOrDefault(t => t.Id == next.Extends)) found = read(next);
        return found;
    }

    // What a scenario states anew over what it extends is meant; what two layers state that do not know each other is not.
    private static void RefuseContradictions(List<ScenarioText> lineage, IReadOnlyList<ScenarioText>[] lines, ProblemList problems)
    {
        for (int later = 1; later < lineage.Count; later++)
            for (int earlier = 0; earlier < later; earlier++)
            {
                (ScenarioText one, ScenarioText other) = (lineage[earlier], lineage[later]);
                if (lines.Any(line => line.Contains(one, SameId.Instance) && line.Contains(other, SameId.Instance))) continue;
                RefuseOtherWorlds(one, other, problems);
                foreach (string key in Settings.Where(k => one.Map.Has(k) && other.Map.Has(k)))
                {
                    (string first, string second) = (Words(one, key), Words(other, key));
                    if (first != second)
                        problems.Error(other.Map.PlaceOf(key), $"two overlays state '{key}' differently; '{one.Id}' ({one.Map.PlaceOf(key)}) says {first}:", second, "one value", $"leave '{key}' to one of them, or walk them apart");
                }
            }
    }

    // A scenario of one world can be walked in several joined ones that hold it, not in another.
    private static void RefuseOtherWorlds(ScenarioText one, ScenarioText other, ProblemList problems)
    {
        string[] first = [.. ScenarioWorlds.Asked(one).Select(w => w.Id)], second = [.. ScenarioWorlds.Asked(other).Select(w => w.Id)];
        if (first.Length == 0 || second.Length == 0 || !first.Except(second).Any() || !second.Except(first).Any()) return;
        problems.Error(
            other.Map.PlaceOf(other.Map.Has("worlds") ? "worlds" : "world"), $"overlays of different worlds; '{one.Id}' ({one.Map.PlaceOf(one.Map.Has("worlds") ? "worlds" : "world")}) is of {string.Join(", ", first)}:",
            string.Join(", ", second), "one world, or worlds of which one scenario joins all", "lay only scenarios of one world over each other");
    }

    private static string Words(ScenarioText text, string key) => string.Join(", ", text.Map.List(key).Select(e => e.Text));

    private sealed class SameId : IEqualityComparer<ScenarioText>
    {
        public static readonly SameId Instance = new();

        public bool Equals(ScenarioText? one, ScenarioText? other) => one?.Id == other?.Id;

        public int GetHashCode(ScenarioText text) => text.Id.GetHashCode(StringComparison.Ordinal);
    }
}
