namespace Offtake.Equilibrium.Reading;

/// <summary>Finds the routes an entry speaks of. A key that is absent leaves all in.</summary>
internal static class RouteFilter
{
    /// <summary>The keys of the filter.</summary>
    public static readonly IReadOnlyList<string> Keys = ["from", "to", "good", "route"];

    /// <summary>Indices of the routes, or none and a fault.</summary>
    public static IReadOnlyList<int> Find(YamlEntry entry, ProblemDraft draft)
    {
        int[]? from = entry.Has("from") ? draft.FindRegions(entry, "from") : null;
        int[]? to = entry.Has("to") ? draft.FindRegions(entry, "to") : null;
        HashSet<int> goods = [.. draft.FindGoods(entry, "good")];
        string[]? names = entry.Has("route") ? Names(entry, draft) : null;
        if (from?.Length == 0 || to?.Length == 0 || goods.Count == 0 || names?.Length == 0) return [];
        int[] found = [.. Enumerable.Range(0, draft.Routes.Count).Where(i => draft.Routes[i] is { } r
            && from?.Contains(r.From) != false && to?.Contains(r.To) != false && goods.Contains(r.Good) && names?.Contains(r.Name) != false)];
        if (found.Length == 0 && draft.RoutesAreComplete) draft.Faults.Add(entry.At, "this matches no route", null, null, "check 'from', 'to', 'good' and 'route', or add the route");
        return found;
    }

    private static string[] Names(YamlEntry entry, ProblemDraft draft)
    {
        string[] known = [.. draft.Routes.Select(r => r.Name).Where(n => n.Length > 0).Distinct()];
        List<string> found = [];
        foreach ((string text, Place at) in entry.List("route"))
        {
            if (known.Contains(text)) found.Add(text);
            else if (draft.RoutesAreComplete) draft.Faults.Add(at, "unknown name of a route", text, null, known.Length > 0 ? NearestName.Remedy(text, known) : "give the route that 'name'");
        }

        return [.. found];
    }
}
