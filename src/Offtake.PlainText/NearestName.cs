namespace Offtake.PlainText;

/// <summary>Finds the known name that a misspelt one most likely meant.</summary>
public static class NearestName
{
    private const int LongestName = 100;
    private const int NamesListed = 8;

    /// <summary>A remedy: the nearest name when one is near, otherwise a few of the known ones.</summary>
    public static string Remedy(string name, IReadOnlyCollection<string> known)
    {
        if (Of(name, known) is { } nearest) return $"did you mean '{nearest}'?";
        if (known.Count == 0) return "none is known here";
        string more = known.Count > NamesListed ? $" and {known.Count - NamesListed} more" : "";
        return $"known are {string.Join(", ", known.Take(NamesListed))}{more}";
    }

    /// <summary>The known name with the fewest changed letters, or null when all are too different. Ties go to the first in ordinal order.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestName) return null;
        int farthest = name.Length <= 3 ? 1 : Math.Max(2, name.Length / 3);
        return known
            .Where(k => k.Length <= LongestName && Math.Abs(k.Length - name.Length) <= farthest)
            .Select(k => (Name: k, Distance: Distance(name, k)))
            .Where(k => k.Distance <= farthest)
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => k.Name)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein's distance, ignoring case.</summary>
    public static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++) row[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                int best = Math.Min(diagonal + change, Math.Min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = best;
            }
        }

        return row[right.Length];
    }
}
