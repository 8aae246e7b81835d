namespace Offtake.Results;

/// <summary>How futures are named in files, and which of them are whole.</summary>
/// <remarks>In memory futures are indices from 0; every file counts them from 1, so that "future 1" is the same in all of them.</remarks>
internal static class Futures
{
    /// <summary>The number of a future in files.</summary>
    public static int Number(int index) => index + 1;

    /// <summary>Indices of the futures that were walked to the end, ascending.</summary>
    /// <remarks>A run that was stopped may hold futures of which nothing, or only the first months, are recorded. They are not results.</remarks>
    public static IReadOnlyList<int> Whole(RunResults results)
    {
        Manifest manifest = results.Manifest;
        int months = manifest.To - manifest.From + 1;
        int[] counts = [.. results.Panels.Values.Select(p => p.FutureCount), manifest.MonthDigests.Count, manifest.Digests.Count];
        bool BrokenOff(int f) => manifest.Stopped && f < manifest.MonthDigests.Count && manifest.MonthDigests[f].Count < months;
        bool Recorded(int f) => results.Panels.Count == 0 || results.Panels.Values.Any(p => HoldsNumbers(p, f));
        return [.. Enumerable.Range(0, counts.Max()).Where(f => !BrokenOff(f) && Recorded(f))];
    }

    private static bool HoldsNumbers(Panel panel, int future)
    {
        if (future >= panel.FutureCount) return false;

        for (int period = 0; period < panel.PeriodCount; period++)
        {
            for (int entity = 0; entity < panel.Entities.Count; entity++)
            {
                foreach (double value in panel.Row(future, period, entity))
                {
                    if (!double.IsNaN(value)) return true;
                }
            }
        }

        return false;
    }
}
