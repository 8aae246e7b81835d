using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Which policy does best where, over two uncertainties.</summary>
/// <remarks>
/// Eq. DIS-5: the futures are cut into k × k cells at the quantiles of both uncertainties, k = √(n / 30), 2 to 8. The winner of a cell has the best mean over the futures in it;
/// it is too close to call with every policy from which its mean paired advantage (DIS-1) has an interval that spans zero, or that it is like (DIS-8). Ours; a cell is judged by itself, so of 64 cells some three may look decided by accident.
/// </remarks>
internal static class WinnerMaps
{
    private const int FuturesInCell = 30;
    private const int MostCuts = 8;
    private const int FewestFutures = 12;

    public static WinnerMapFindings Of(FutureTable table, int index, WinnerMap map, Better better, double[][] byPolicy) =>
        Of(table, index, table.Input(map.Across), table.Input(map.Upward), better, byPolicy);

    /// <summary>The same over any two numbers that every future has.</summary>
    public static WinnerMapFindings Of(FutureTable table, int index, double[] across, double[] upward, Better better, double[][] byPolicy)
    {
        int[] whole = [.. Enumerable.Range(0, byPolicy[0].Length).Where(f => byPolicy.All(p => !double.IsNaN(p[f])))];
        int cuts = Math.Clamp((int)Math.Sqrt((double)whole.Length / FuturesInCell), 2, MostCuts);
        (double[] acrossEdges, double[] upwardEdges) = (Edges(across, whole, cuts), Edges(upward, whole, cuts));
        int columns = Math.Max(0, acrossEdges.Length - 1), rows = Math.Max(0, upwardEdges.Length - 1);
        List<int>[] members = [.. Enumerable.Range(0, columns * rows).Select(_ => new List<int>())];
        foreach (int f in whole)
        {
            if (members.Length > 0) members[(Cell(upwardEdges, upward[f]) * columns) + Cell(acrossEdges, across[f])].Add(f);
        }

        double bound = Materiality.Bound(byPolicy[0]);
        return new WinnerMapFindings(index, acrossEdges, upwardEdges, [.. members.Select((m, c) => Judge(table, c % Math.Max(1, columns), c / Math.Max(1, columns), m, better, byPolicy, bound))], FewestFutures);
    }

    private static WinnerCell Judge(FutureTable table, int column, int row, List<int> futures, Better better, double[][] byPolicy, double bound)
    {
        if (futures.Count < FewestFutures || better == Better.Unsaid) return new WinnerCell(column, row, futures.Count, null, [], double.NaN);
        double sign = better == Better.Lower ? -1.0 : 1.0;
        double[] means = [.. byPolicy.Select(values => futures.Sum(f => sign * values[f]) / futures.Count)];
        int winner = Enumerable.Range(0, means.Length).OrderByDescending(p => means[p]).ThenBy(p => table.Header.Policies[p].Id, StringComparer.Ordinal).First();
        int[] others = [.. Enumerable.Range(0, means.Length).Where(p => p != winner)];
        int[] rivals = [.. others.Where(p => Materiality.LeadOf(Means.Of([.. futures.Select(f => sign * (byPolicy[winner][f] - byPolicy[p][f]))]), bound) != Lead.Ahead)];
        return new WinnerCell(column, row, futures.Count, winner, rivals, others.Length == 0 ? double.NaN : others.Min(p => means[winner] - means[p]));
    }

    // Quantiles of the values; fewer where values repeat, so that no cell lies between equal edges.
    private static double[] Edges(double[] values, int[] whole, int cuts)
    {
        double[] ordered = [.. whole.Select(f => values[f]).Order()];
        if (ordered.Length == 0) return [];
        double[] edges = [.. Enumerable.Range(0, cuts + 1).Select(k => Quantiles.OfOrdered(ordered, (double)k / cuts)).Distinct()];
        return edges.Length > 1 ? edges : [edges[0], edges[0]];
    }

    private static int Cell(double[] edges, double value)
    {
        int at = Array.BinarySearch(edges, value);
        int below = at >= 0 ? at : ~at - 1;
        return Math.Clamp(below, 0, edges.Length - 2);
    }
}
