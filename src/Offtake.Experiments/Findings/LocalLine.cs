namespace Offtake.Experiments.Findings;

/// <summary>A curve through scattered points: at each place a straight line through the points nearby, with the standard error that follows from their scatter.</summary>
/// <remarks>
/// Eq. DIS-2: futures in rising order of x go into at most 64 bins of equal number, those of equal x into the same; over bins with means x_b, d_b and variance of the mean v_b,
/// m(x) = Σ l_b(x) d_b, se²(x) = Σ l_b(x)² v_b, with l the weights of the line through the nearer half of the bins, tricube in distance: Cleveland (1979), J. American Statistical Association 74:829.
/// </remarks>
internal sealed class LocalLine
{
    private const int MostBins = 64;
    private const int FuturesInBin = 10;
    private const double Span = 0.5;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _variance;

    private LocalLine(double[] x, double[] y, double[] variance, double from, double to)
    {
        _x = x;
        _y = y;
        _variance = variance;
        Places = [.. new[] { from }.Concat(x).Append(to).Distinct()];
    }

    /// <summary>Where the curve is looked at, rising: ends of the range and middles of the bins.</summary>
    public double[] Places { get; }

    /// <summary>Fits a curve; null when there are too few points, or x does not vary.</summary>
    /// <param name="x">In rising order.</param>
    /// <param name="y">As many, all numbers.</param>
    public static LocalLine? Through(double[] x, double[] y)
    {
        int bins = Math.Min(MostBins, x.Length / FuturesInBin);
        if (bins < 4 || !(x[^1] > x[0])) return null;
        List<double> xs = [], ys = [], variances = [];
        for (int start = 0; start < x.Length;)
        {
            int end = (int)Math.Min(x.Length, Math.Max(start + 1, ((long)xs.Count + 1) * x.Length / bins));
            while (end < x.Length && x[end] == x[end - 1]) end++;
            if (x.Length - end < FuturesInBin / 2) end = x.Length;
            Add(x.AsSpan(start, end - start), y.AsSpan(start, end - start));
            start = end;
        }

        return xs.Count < 2 ? null : new LocalLine([.. xs], [.. ys], [.. variances], x[0], x[^1]);

        void Add(ReadOnlySpan<double> binX, ReadOnlySpan<double> binY)
        {
            double middle = 0.0, mean = 0.0, squares = 0.0;
            for (int i = 0; i < binX.Length; i++)
            {
                middle += binX[i] / binX.Length;
                mean += binY[i] / binX.Length;
            }

            foreach (double v in binY) squares += (v - mean) * (v - mean);
            xs.Add(middle);
            ys.Add(mean);
            variances.Add(binY.Length < 2 ? double.NaN : squares / (binY.Length - 1) / binY.Length);
        }
    }

    /// <summary>The curve at a place and its standard error.</summary>
    public (double Value, double Error) At(double place)
    {
        double reach = Reach(place), s0 = 0.0, s1 = 0.0, s2 = 0.0;
        for (int b = 0; b < _x.Length; b++)
        {
            double w = Weight(_x[b] - place, reach), u = _x[b] - place;
            s0 += w;
            s1 += w * u;
            s2 += w * u * u;
        }

        double determinant = (s0 * s2) - (s1 * s1);
        bool isLine = determinant > 1e-12 * s0 * s2;
        double value = 0.0, variance = 0.0;
        for (int b = 0; b < _x.Length; b++)
        {
            double u = _x[b] - place, w = Weight(u, reach), l = isLine ? w * (s2 - (s1 * u)) / determinant : w / s0;
            if (l == 0.0) continue;
            value += l * _y[b];
            variance += l * l * _variance[b];
        }

        return (value, Math.Sqrt(variance));
    }

    private double Reach(double place)
    {
        double[] distances = [.. _x.Select(x => Math.Abs(x - place)).Order()];
        return 1.0000001 * distances[Math.Min(distances.Length - 1, Math.Max(2, (int)Math.Ceiling(Span * distances.Length)))];
    }

    private static double Weight(double distance, double reach)
    {
        double share = Math.Abs(distance) / reach;
        if (share >= 1.0) return 0.0;
        double rest = 1.0 - (share * share * share);
        return rest * rest * rest;
    }
}
