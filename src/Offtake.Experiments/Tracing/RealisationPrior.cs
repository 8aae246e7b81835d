using Offtake.Model.Evidence;

namespace Offtake.Experiments.Tracing;

/// <summary>How far plans of a kind came true so far: ratios of what was realised to what was announced (the other way round for figures to stay below), as a lognormal distribution.</summary>
/// <remarks>
/// Eq. EVI-7: with the logarithms of n ratios of mean m and standard deviation s, the logarithm of the next ratio is m + s·√(1 + 1/n)·t with t of Student's distribution of
/// n − 1 degrees of freedom (Box and Tiao 1973, section 2.4, flat prior). The probability of reaching the announced figure is that of a ratio of one or more. Below three ratios there is no prior.
/// A ratio of zero cannot be taken into a lognormal; it is counted as missed and named, never dropped.
/// </remarks>
/// <param name="Kind">The kind of plan.</param>
/// <param name="Count">Ratios that were taken in.</param>
/// <param name="Zeros">Plans of which nothing came.</param>
/// <param name="Median">Median ratio.</param>
/// <param name="Sigma">Standard deviation of the logarithm.</param>
/// <param name="ProbabilityMet">Probability that the next plan of the kind is met.</param>
public sealed record RealisationPrior(string Kind, int Count, int Zeros, double Median, double Sigma, double ProbabilityMet)
{
    /// <summary>Fewer ratios than this say too little to state a probability.</summary>
    public const int Least = 3;

    /// <summary>The prior of plans of one kind; null with too few ratios, or when all are the same.</summary>
    public static RealisationPrior? Of(string kind, IReadOnlyList<PlanYear> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        double[] ratios = [.. plans.Where(p => p.Kind == kind).Select(p => p.Ratio).OfType<double>()];
        double[] logs = [.. ratios.Where(r => r > 0.0).Select(r => Math.Log(r))];
        if (logs.Length < Least) return null;
        double mean = logs.Average(), sigma = Math.Sqrt(logs.Sum(l => (l - mean) * (l - mean)) / (logs.Length - 1));
        if (sigma <= 0.0) return null;
        int zeros = ratios.Length - logs.Length;
        double t = -mean / (sigma * Math.Sqrt(1.0 + (1.0 / logs.Length)));
        double met = 1.0 - StudentT(t, logs.Length - 1);
        return new RealisationPrior(kind, logs.Length, zeros, Math.Exp(mean), sigma, met * logs.Length / ratios.Length);
    }

    /// <summary>Years of a series in which something else is counted than the year before.</summary>
    public static IEnumerable<(PlanYear Before, PlanYear After)> ChangedDefinitions(IReadOnlyList<PlanYear> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        foreach (IGrouping<string, PlanYear> series in plans.GroupBy(p => p.Series))
        {
            PlanYear[] years = [.. series.OrderBy(p => p.Period, StringComparer.Ordinal)];
            for (int i = 1; i < years.Length; i++)
                if (years[i].Definition != years[i - 1].Definition || years[i].Unit != years[i - 1].Unit) yield return (years[i - 1], years[i]);
        }
    }

    /// <summary>Distribution function of Student's t for whole degrees of freedom.</summary>
    /// <remarks>Closed sums for whole degrees of freedom: Abramowitz and Stegun 1964, 26.7.3 and 26.7.4.</remarks>
    public static double StudentT(double t, int freedom)
    {
        double theta = Math.Atan(t / Math.Sqrt(freedom)), sin = Math.Sin(theta), cos = Math.Cos(theta), inside;
        double term = freedom % 2 == 1 ? cos : 1.0, sum = freedom == 1 ? 0.0 : term;
        for (int k = freedom % 2 == 1 ? 3 : 2; k < freedom; k += 2)
        {
            term *= cos * cos * (k - 1.0) / k;
            sum += term;
        }

        inside = freedom % 2 == 1 ? 2.0 / Math.PI * (theta + (sin * sum)) : sin * sum;
        return 0.5 + (0.5 * inside);
    }
}
