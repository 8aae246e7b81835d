namespace Offtake.Results.Studies;

/// <summary>Joins slices of a study that were walked apart, into the same bytes that one machine would have written.</summary>
public static class StudyMerge
{
    /// <summary>Joins slices. Slices given twice do no harm.</summary>
    /// <param name="slices">Finished files of slices, in any order.</param>
    /// <param name="path">The file to write; none may bear the name yet.</param>
    /// <returns>What was joined; or what is missing or contradicts itself, and then nothing was written.</returns>
    /// <exception cref="IOException">A file cannot be read, or the result not written.</exception>
    public static StudyJoint Join(IReadOnlyList<string> slices, string path)
    {
        ArgumentNullException.ThrowIfNull(slices);
        List<(string Path, StudyResults Slice)> open = [];
        try
        {
            foreach (string slice in slices) open.Add((slice, StudyResults.Open(slice)));
            if (open.Count == 0) return new StudyJoint(null, "", ["no slice was given"]);
            List<string> problems = [];
            StudyHeader header = open[0].Slice.Header;
            foreach ((string other, StudyResults slice) in open.Skip(1))
                problems.AddRange(header.DifferencesTo(slice.Header).Select(d => $"'{other}' is of another study than '{open[0].Path}': {d}"));
            if (problems.Count == 0) problems.AddRange(Gaps(open, header));
            return problems.Count > 0
                ? new StudyJoint(header, "", problems)
                : new StudyJoint(header, StudyFile.Write(header, StudySlice.Whole(header), Distinct(open).SelectMany(s => s.Slice.MustBeWhole(s.Path)), path), []);
        }
        finally
        {
            foreach ((_, StudyResults slice) in open) slice.Dispose();
        }
    }

    // Where there are more slices than futures some hold none; they stand between their neighbours and change nothing.
    private static IEnumerable<(string Path, StudyResults Slice)> Distinct(IEnumerable<(string Path, StudyResults Slice)> open) =>
        open.Where(o => o.Slice.Slice.Count > 0).DistinctBy(o => o.Slice.Slice).OrderBy(o => o.Slice.Slice.First);

    private static IEnumerable<string> Gaps(IReadOnlyList<(string Path, StudyResults Slice)> open, StudyHeader header)
    {
        foreach (IGrouping<StudySlice, (string Path, StudyResults Slice)> same in open.GroupBy(o => o.Slice.Slice))
        {
            foreach ((string path, StudyResults slice) in same.Skip(1))
            {
                if (slice.Digest != same.First().Slice.Digest) yield return $"'{path}' and '{same.First().Path}' hold the same futures with other numbers; one of them is damaged";
            }
        }

        int next = 0;
        foreach ((_, StudyResults slice) in Distinct(open))
        {
            if (slice.Slice.First > next) yield return Missing(next, slice.Slice.First, open);
            if (slice.Slice.First < next) yield return $"futures from {slice.Slice.First + 1:#,0} on are in two slices of different cuts; join slices of one division";
            next = Math.Max(next, slice.Slice.End);
        }

        if (next < header.Futures) yield return Missing(next, header.Futures, open);
    }

    // Slices of one division are told by their number, which is what a job array is asked to repeat.
    private static string Missing(int from, int end, IReadOnlyList<(string Path, StudyResults Slice)> open)
    {
        int futures = open[0].Slice.Header.Futures, widest = open.Max(o => o.Slice.Slice.Count);
        string which = $"futures {from + 1:#,0} to {end:#,0} are missing";
        for (int n = Math.Max(1, futures / widest); n <= Math.Min(futures, (futures / Math.Max(1, widest - 1)) + 1); n++)
        {
            StudySlice[] division = [.. Enumerable.Range(1, n).Select(i => StudySlice.Of(futures, i, n))];
            if (!open.All(o => division.Contains(o.Slice.Slice))) continue;
            string[] lacking = [.. division.Select((s, i) => (Slice: s, Name: $"{i + 1}/{n}")).Where(s => s.Slice.First >= from && s.Slice.End <= end && s.Slice.Count > 0).Select(s => s.Name)];
            if (lacking.Length > 0) return $"{which}: slice {string.Join(", ", lacking)}";
        }

        return which;
    }
}

/// <summary>What came of joining slices.</summary>
/// <param name="Header">Which study; null when there was none to tell.</param>
/// <param name="Digest">Digest of all futures; empty when nothing was written.</param>
/// <param name="Problems">Why nothing was written; empty when it was.</param>
public sealed record StudyJoint(StudyHeader? Header, string Digest, IReadOnlyList<string> Problems);
