namespace Offtake.Analysis.Discovery;

/// <summary>How likely at least so much is by chance.</summary>
internal static class Tails
{
    /// <summary>Probability of at least so many successes in independent trials.</summary>
    public static double Binomial(int successes, int trials, double chance)
    {
        if (successes <= 0) return 1.0;
        if (chance <= 0.0) return 0.0;
        if (chance >= 1.0) return 1.0;
        double odds = chance / (1.0 - chance);

        // The shorter tail is summed, beginning at its largest term.
        bool upper = successes > trials * chance;
        int k = upper ? successes : successes - 1;
        double term = Math.Exp(LogGamma(trials + 1.0) - LogGamma(k + 1.0) - LogGamma(trials - k + 1.0) + (k * Math.Log(chance)) + ((trials - k) * Math.Log(1.0 - chance)));
        double sum = 0.0;
        while (term > 0.0 && k >= 0 && k <= trials)
        {
            double next = sum + term;
            if (next == sum) break;
            sum = next;
            term *= upper ? (trials - k) / (k + 1.0) * odds : k / (trials - k + 1.0) / odds;
            k += upper ? 1 : -1;
        }

        return Math.Clamp(upper ? sum : 1.0 - sum, 0.0, 1.0);
    }

    /// <summary>Probability that two samples of one distribution lie at least so far apart. Stephens (1970), J. Royal Statistical Society B 32:115.</summary>
    public static double Kolmogorov(double distance, double first, double second)
    {
        double root = Math.Sqrt(first * second / (first + second)), x = (root + 0.12 + (0.11 / root)) * distance;
        if (x < 0.2) return 1.0;
        double sum = 0.0;
        for (int k = 1; k <= 100; k++) sum += (k % 2 == 1 ? 2.0 : -2.0) * Math.Exp(-2.0 * k * k * x * x);
        return Math.Clamp(sum, 0.0, 1.0);
    }

    /// <summary>Probability of at least so large a χ². Abramowitz and Stegun (1964), 26.4.19, by series and continued fraction.</summary>
    public static double ChiSquare(double value, int freedom)
    {
        double a = freedom / 2.0, x = value / 2.0;
        if (x <= 0.0) return 1.0;
        double front = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1.0)
        {
            double term = 1.0 / a, sum = term;
            for (int n = 1; term > sum * 1e-16; n++) sum += term *= x / (a + n);
            return Math.Clamp(1.0 - (front * sum), 0.0, 1.0);
        }

        // Lentz's way of evaluating the fraction.
        double b = x + 1.0 - a, c = 1e300, d = 1.0 / b, h = d;
        for (int n = 1; n < 1000; n++)
        {
            double an = -n * (n - a);
            b += 2.0;
            d = 1.0 / ((an * d) + b);
            c = b + (an / c);
            h *= c * d;
            if (Math.Abs((c * d) - 1.0) < 1e-15) break;
        }

        return Math.Clamp(front * h, 0.0, 1.0);
    }

    // Stirling's series after shifting the argument up; Abramowitz and Stegun (1964), 6.1.41.
    private static double LogGamma(double x)
    {
        double shift = 0.0;
        for (; x < 15.0; x++) shift += Math.Log(x);
        double r = 1.0 / (x * x);
        double series = ((((((-691.0 / 360360.0 * r) + (1.0 / 1188.0)) * r) - (1.0 / 1680.0)) * r + (1.0 / 1260.0)) * r - (1.0 / 360.0)) * r + (1.0 / 12.0);
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2.0 * Math.PI)) + (series / x) - shift;
    }
}
