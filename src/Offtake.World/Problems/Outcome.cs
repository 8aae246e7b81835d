namespace Offtake.World.Problems;

/// <summary>What happened is there to be compared with. A row of <c>observed.csv</c> named where an input is asked for is refused.</summary>
internal static class Outcome
{
    private const string Table = "observed/";

    /// <summary>Whether a name is that of an outcome; if so, an error has been reported.</summary>
    public static bool Refuses(string name, IReadOnlySet<string> outcomes, Place at, ProblemList problems)
    {
        string bare = name.TrimStart('@');
        if (!bare.StartsWith(Table, StringComparison.Ordinal) && !outcomes.Contains(bare)) return false;
        problems.Error(
            at, "an outcome cannot be an input:", name, null,
            "name the publication it comes from, a driver or an assumption; observed.csv is for comparison only");
        return true;
    }
}
