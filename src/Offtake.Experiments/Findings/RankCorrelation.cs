namespace Offtake.Experiments.Findings;

/// <summary>Whether two columns rise together, in ranks.</summary>
/// <remarks>Eq. DIS-6: Pearson's correlation of middle ranks; Spearman (1904), American J. Psychology 15:72.</remarks>
internal static class RankCorrelation
{
    private const int Fewest = 3;

    /// <summary>Correlation over places where both are numbers; NaN where one does not vary.</summary>
    /// <param name="x">Values of an input.</param>
    /// <param name="orderOfX">Places in rising order of them.</param>
    /// <param name="rankOfY">Ranks of the other column, NaN where it has no value.</param>
    public static double Of(double[] x, int[] orderOfX, double[] rankOfY)
    {
        int[] known = [.. orderOfX.Where(i => !double.IsNaN(rankOfY[i]))];
        if (known.Length < Fewest) return double.NaN;
        double middle = (known.Length - 1) / 2.0, xy = 0.0, xx = 0.0, yy = 0.0;
        for (int start = 0; start < known.Length;)
        {
            int end = start;
            while (end < known.Length && x[known[end]] == x[known[start]]) end++;
            double a = ((start + end - 1) / 2.0) - middle;
            for (; start < end; start++)
            {
                double b = rankOfY[known[start]] - middle;
                xy += a * b;
                xx += a * a;
                yy += b * b;
            }
        }

        return xx == 0.0 || yy == 0.0 ? double.NaN : xy / Math.Sqrt(xx * yy);
    }

    /// <summary>Ranks from 0 among the numbers of a column; equal ones share the middle of their places. NaN stays.</summary>
    public static double[] Ranks(double[] values)
    {
        int[] places = [.. Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i]))];
        double[] keys = [.. places.Select(i => values[i])];
        Array.Sort(keys, places);
        double[] ranks = new double[values.Length];
        Array.Fill(ranks, double.NaN);
        for (int start = 0; start < keys.Length;)
        {
            int end = start;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            double rank = (start + end - 1) / 2.0;
            for (; start < end; start++) ranks[places[start]] = rank;
        }

        return ranks;
    }
}
