namespace Offtake.Experiments.Findings;

/// <summary>Whether two columns rise together, in ranks.</summary>
/// <remarks>Eq. DIS-6: Pearson's correlation of middle ranks; Spearman (1904), American J. Psychology 15:72.</remarks>
internal static class RankCorrelation
{
    /// <summary>Correlation over places where both are numbers; NaN where one does not vary.</summary>
    public static double Of(double[] x, int[] orderOfX, double[] y)
    {
        int[] known = [.. orderOfX.Where(i => !double.IsNaN(y[i]))];
        if (known.Length < 3) return double.NaN;
        double[] rankX = Ranks([.. known.Select(i => x[i])]);
        double[] keys = [.. known.Select(i => y[i])];
        int[] places = [.. Enumerable.Range(0, known.Length)];
        Array.Sort(keys, places);
        double[] sorted = Ranks(keys);
        double middle = (known.Length - 1) / 2.0, xy = 0.0, xx = 0.0, yy = 0.0;
        for (int n = 0; n < places.Length; n++)
        {
            double a = rankX[places[n]] - middle, b = sorted[n] - middle;
            xy += a * b;
            xx += a * a;
            yy += b * b;
        }

        return xx == 0.0 || yy == 0.0 ? double.NaN : xy / Math.Sqrt(xx * yy);
    }

    // Of values in rising order; equal ones share the middle of their places.
    private static double[] Ranks(double[] rising)
    {
        double[] ranks = new double[rising.Length];
        for (int start = 0; start < rising.Length;)
        {
            int end = start;
            while (end < rising.Length && rising[end] == rising[start]) end++;
            for (int i = start; i < end; i++) ranks[i] = (start + end - 1) / 2.0;
            start = end;
        }

        return ranks;
    }
}
