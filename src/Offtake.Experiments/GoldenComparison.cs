namespace Offtake.Experiments;

/// <summary>Sets a fresh run beside its accepted golden and names the first month and the figures that moved.</summary>
public static class GoldenComparison
{
    // Between kinds of machine logarithms may differ in the last bit; after two hundred months that is still far below this.
    private const double SameFigure = 1e-6;
    private const int NamedFigures = 5;

    /// <summary>Sentences about what moved; none when nothing did.</summary>
    public static IReadOnlyList<string> Differences(Golden accepted, Golden fresh, Model.Quantities.Month first)
    {
        var sentences = new List<string>();
        bool sameMachine = accepted.Platform == fresh.Platform;
        for (int f = 0; f < Math.Max(accepted.Digests.Count, fresh.Digests.Count) && sameMachine; f++)
        {
            if (f >= accepted.Digests.Count || f >= fresh.Digests.Count)
            {
                sentences.Add($"future {f + 1} is in only one of the two.");
                continue;
            }

            int month = Enumerable.Range(0, Math.Max(accepted.Digests[f].Count, fresh.Digests[f].Count))
                .FirstOrDefault(m => accepted.Digests[f].ElementAtOrDefault(m) != fresh.Digests[f].ElementAtOrDefault(m), -1);
            if (month >= 0) sentences.Add($"future {f + 1} differs from {first + month} on.");
        }

        double tolerance = sameMachine ? 0.0 : SameFigure;
        IEnumerable<(string Name, double? Old, double? New)> moved = accepted.Figures.Keys.Union(fresh.Figures.Keys).Order(StringComparer.Ordinal)
            .Select(name => (name, Value(accepted, name), Value(fresh, name)))
            .Where(m => m.Item2 is not { } before || m.Item3 is not { } now || Math.Abs(now - before) > tolerance * Math.Abs(before));
        List<(string Name, double? Old, double? New)> all = [.. moved];
        sentences.AddRange(all.OrderBy(m => YearOf(m.Name)).Take(NamedFigures).Select(m => $"{m.Name}: {Shown(m.Old)} -> {Shown(m.New)}"));
        if (all.Count > NamedFigures) sentences.Add($"and {all.Count - NamedFigures} more of {accepted.Figures.Count} figures.");
        return sentences;
    }

    /// <summary>Accepts a fresh golden and says why in the changelog, under "Results changed".</summary>
    /// <exception cref="ArgumentException">No reason was given.</exception>
    /// <exception cref="InvalidDataException">The changelog has no such heading.</exception>
    public static void Accept(Golden fresh, string goldenPath, string changelogPath, string scenario, string reason, Model.Quantities.Month first)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        const string heading = "### Results changed";
        string changelog = File.ReadAllText(changelogPath);
        int at = changelog.IndexOf(heading, StringComparison.Ordinal);
        if (at < 0) throw new InvalidDataException($"{changelogPath} has no heading '{heading}'; add it under the unreleased version.");
        IReadOnlyList<string> moved = File.Exists(goldenPath) ? Differences(Golden.Read(goldenPath), fresh, first) : ["accepted for the first time."];
        if (moved.Count == 0) return;
        string line = $"\n\n- `{scenario}`: {reason.Trim()} ({moved[0].TrimEnd('.')})";
        File.WriteAllText(changelogPath, changelog.Insert(at + heading.Length, line));
        fresh.Write(goldenPath);
    }

    private static double? Value(Golden golden, string name) => golden.Figures.TryGetValue(name, out double value) ? value : null;

    private static string Shown(double? value) => value is { } v ? v.ToString("G9") : "absent";

    private static string YearOf(string name) => name.Split(' ') is [.., var year, _, _] ? year : name;
}
