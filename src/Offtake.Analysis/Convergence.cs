namespace Offtake.Analysis;

/// <summary>Whether there are enough futures: what an estimate and its interval were on the first part of them, and what they would need.</summary>
/// <remarks>
/// Eq. SEN-17: estimates on the first n / 2^k futures; the half-width of an interval falls as 1 / √n, so n (h / h')² futures give h'. Mean: s / √n; share: by Wilson (1927), J. American Statistical Association 22:209;
/// quantile p: order statistics around n p ± 1.96 √(n p (1 − p)), Conover (1999), Practical Nonparametric Statistics, 3.2.
/// </remarks>
public static class Convergence
{
    private const int FewestFutures = 16;
    private const int MostSteps = 8;

    /// <summary>Of the mean.</summary>
    public static ConvergenceSteps OfMean(double[] column, double within) => Of("mean", column.Length, within, n => Mean(column.AsSpan(0, n)));

    /// <summary>Of a quantile.</summary>
    /// <param name="column">The result by future.</param>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="within">Half-width that is small enough.</param>
    public static ConvergenceSteps OfQuantile(double[] column, double probability, double within)
    {
        if (!(probability is > 0.0 and < 1.0)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "Above 0 and below 1.");
        return Of($"quantile {probability.ToString(System.Globalization.CultureInfo.InvariantCulture)}", column.Length, within, n => Quantile(column.AsSpan(0, n), probability));
    }

    /// <summary>Of the share of futures of interest.</summary>
    public static ConvergenceSteps OfShare(bool[] cases, double within) => Of("share", cases.Length, within, n => Share(cases.AsSpan(0, n)));

    /// <summary>Of every first-order and total index; futures are counted in pairs.</summary>
    /// <param name="outputs">What came out at the points of a design.</param>
    /// <param name="names">Of the inputs.</param>
    /// <param name="within">Half-width that is small enough.</param>
    /// <param name="resampling">How intervals are found.</param>
    public static IReadOnlyList<ConvergenceSteps> OfSobol(SobolOutputs outputs, IReadOnlyList<string> names, double within, Resampling resampling)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Dictionary<int, SobolEstimates> at = Counts(outputs.A.Length).ToDictionary(n => n, n => SobolAnalysis.Of(First(outputs, n), resampling));
        return [.. names.SelectMany((name, i) => new[]
        {
            Of($"first order of {name}", outputs.A.Length, within, n => at[n].First[i]),
            Of($"total of {name}", outputs.A.Length, within, n => at[n].Total[i]),
        })];
    }

    /// <summary>Of anything that can be estimated from the first so many.</summary>
    /// <param name="what">Its name.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="within">Half-width that is small enough.</param>
    /// <param name="estimate">From the first so many.</param>
    public static ConvergenceSteps Of(string what, int all, double within, Func<int, Estimate> estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        if (!(within > 0.0)) throw new ArgumentOutOfRangeException(nameof(within), within, "Above zero.");
        return new ConvergenceSteps(what, within, [.. Counts(all).Select(n => new ConvergenceStep(n, estimate(n)))]);
    }

    private static IEnumerable<int> Counts(int all) => Enumerable.Range(0, MostSteps).Select(k => all >> k).Where(n => n == all || n >= FewestFutures).Reverse();

    private static SobolOutputs First(SobolOutputs outputs, int n) =>
        new(outputs.A[..n], outputs.B[..n], [.. outputs.AB.Select(c => c[..n])], outputs.BA is null ? null : [.. outputs.BA.Select(c => c[..n])]);

    private static Estimate Mean(ReadOnlySpan<double> y)
    {
        double mean = 0.0, squares = 0.0;
        foreach (double v in y) mean += v / y.Length;
        foreach (double v in y) squares += (v - mean) * (v - mean);
        return Estimate.Normal(mean, Math.Sqrt(squares / (y.Length - 1) / y.Length));
    }

    private static Estimate Quantile(ReadOnlySpan<double> y, double p)
    {
        double[] sorted = y.ToArray();
        Array.Sort(sorted);
        double n = sorted.Length, spread = Estimate.StandardErrors * Math.Sqrt(n * p * (1.0 - p)), place = (n - 1.0) * p;
        int below = (int)Math.Floor(place), low = (int)Math.Floor((n * p) - spread) - 1, high = (int)Math.Ceiling((n * p) + spread) - 1;
        double value = sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));

        // An end that would lie beyond the sample is not known.
        return new Estimate(value, low < 0 ? double.NaN : sorted[low], high >= sorted.Length ? double.NaN : sorted[high]);
    }

    private static Estimate Share(ReadOnlySpan<bool> cases)
    {
        double n = cases.Length, found = 0.0, z = Estimate.StandardErrors;
        foreach (bool c in cases) found += c ? 1.0 : 0.0;
        double p = found / n, scale = 1.0 + (z * z / n), middle = (p + (z * z / (2.0 * n))) / scale;
        double half = z / scale * Math.Sqrt((p * (1.0 - p) / n) + (z * z / (4.0 * n * n)));
        return new Estimate(p, middle - half, middle + half);
    }
}

/// <summary>One estimate on growing parts of the sample.</summary>
/// <param name="What">What is estimated.</param>
/// <param name="Within">Half-width that is small enough.</param>
/// <param name="Steps">From few futures to all.</param>
public sealed record ConvergenceSteps(string What, double Within, IReadOnlyList<ConvergenceStep> Steps)
{
    /// <summary>The estimate from all.</summary>
    public ConvergenceStep Last => Steps[^1];

    /// <summary>Whether the estimate from half of the futures lies in the interval from all; null with too few to tell.</summary>
    public bool? IsSteady => Steps.Count < 2 || double.IsNaN(Last.Estimate.HalfWidth) ? null : Steps[^2].Estimate.Value >= Last.Estimate.Low && Steps[^2].Estimate.Value <= Last.Estimate.High;

    /// <summary>Whether there are enough: the interval is small enough and the estimate steady.</summary>
    public bool IsEnough => Last.Estimate.HalfWidth <= Within && IsSteady != false;

    /// <summary>Futures that would halve the interval.</summary>
    public long ToHalve => 4L * Last.Count;

    /// <summary>Futures that would make the interval small enough; null when there is none.</summary>
    public long? ToMeet => double.IsNaN(Last.Estimate.HalfWidth) ? null : Math.Max(Last.Count, (long)Math.Ceiling(Last.Count * Math.Pow(Last.Estimate.HalfWidth / Within, 2.0)));

    /// <summary>The verdict.</summary>
    public string Words => (double.IsNaN(Last.Estimate.HalfWidth), Last.Estimate.HalfWidth <= Within, IsSteady) switch
    {
        (true, _, _) => "too few to tell",
        (_, true, false) => "not steady: half of them give a value outside the interval of all",
        (_, true, _) => "enough",
        _ => $"not enough: about {ToMeet} are needed",
    };
}

/// <summary>An estimate from the first futures.</summary>
/// <param name="Count">How many.</param>
/// <param name="Estimate">With its interval.</param>
public sealed record ConvergenceStep(int Count, Estimate Estimate);
