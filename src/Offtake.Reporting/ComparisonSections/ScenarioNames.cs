using Offtake.Results.Studies;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>Names of compared scenarios. What is laid over all of them is said once and left out of each.</summary>
internal sealed class ScenarioNames
{
    private const string Between = " + ";

    public ScenarioNames(IReadOnlyList<PolicyEntry> policies)
    {
        Layers[] all = [.. policies.Select(Layers.Of)];
        string[] shared = [.. all[0].Ids.Where(id => all.All(l => l.Ids.Contains(id)))];

        // A scenario that is nothing but what all share keeps its name, and then so do the others.
        if (all.Any(l => l.Ids.All(shared.Contains) || l.Ids.Count != l.Titles.Count)) shared = [];
        Shared = string.Join(Between, all[0].Ids.Zip(all[0].Titles).Where(l => shared.Contains(l.First)).Select(l => l.Second));
        Short = [.. policies.Zip(all, (p, l) => shared.Length == 0 ? p.Id : string.Join('+', l.Ids.Except(shared)) + p.Id[p.Scenario.Length..])];
        Titles = [.. policies.Zip(all, (p, l) => shared.Length == 0 ? p.Title : string.Join(Between, l.Ids.Zip(l.Titles).Where(x => !shared.Contains(x.First)).Select(x => x.Second)) + l.Ending)];
    }

    /// <summary>Title of what is laid over all scenarios; empty for nothing.</summary>
    public string Shared { get; }

    /// <summary>Ids that fit above a column.</summary>
    public IReadOnlyList<string> Short { get; }

    /// <summary>Titles for sentences.</summary>
    public IReadOnlyList<string> Titles { get; }

    private sealed record Layers(IReadOnlyList<string> Ids, IReadOnlyList<string> Titles, string Ending)
    {
        private const string EqualMoney = ", with equal money";

        public static Layers Of(PolicyEntry policy)
        {
            string ending = policy.Title.EndsWith(EqualMoney, StringComparison.Ordinal) ? EqualMoney : "";
            return new Layers(policy.Scenario.Split('+'), policy.Title[..^ending.Length].Split(Between), ending);
        }
    }
}
