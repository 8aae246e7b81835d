using Offtake.Experiments.Examples;
using Offtake.Simulation.Nature;

namespace Offtake.Tests.Exploring;

/// <summary>The lake as one would write it down, with the library's powers and one sample after another.</summary>
internal static class LakeTwin
{
    private const int Samples = 150;

    /// <summary>Highest mean level, utility, inertia and reliability, with 0.4 as the worth of a release.</summary>
    /// <param name="x">b, q, mean, stdev and delta.</param>
    /// <param name="releases">By year.</param>
    /// <param name="chance">Whose inflows.</param>
    public static double[] Outcomes(double[] x, double[] releases, Chance chance)
    {
        (double b, double q, double mean, double stdev, double delta) = (x[0], x[1], x[2], x[3], x[4]);
        double sigma = Math.Sqrt(Math.Log(1.0 + (stdev * stdev / (mean * mean)))), mu = Math.Log(mean * mean / Math.Sqrt((stdev * stdev) + (mean * mean)));
        double[] sums = new double[LakeYears.Count];
        double critical = Critical(b, q);
        int below = 0;
        for (int n = 0; n < Samples; n++)
        {
            double level = 0.0;
            below++;
            for (int t = 1; t < LakeYears.Count; t++)
            {
                level = ((1.0 - b) * level) + (Math.Pow(level, q) / (1.0 + Math.Pow(level, q))) + releases[t - 1] + Math.Exp(mu + (sigma * Normal(chance, t - 1, n)));
                sums[t] += level;
                below += level < critical ? 1 : 0;
            }
        }

        double utility = releases.Select((a, t) => 0.4 * a * Math.Pow(delta, t)).Sum();
        double inertia = releases.Zip(releases.Skip(1)).Count(p => Math.Abs(p.Second - p.First) < 0.02) / 99.0;
        return [sums.Max() / Samples, utility, inertia, below / (Samples * 100.0)];
    }

    private static double Normal(Chance chance, int year, int sample)
    {
        // Samples come in pairs, 76 apart.
        (uint a, uint b, uint c, uint d) = Philox.Words((uint)chance.Future, (uint)year, (uint)(sample % 76), 0x4C414B45, chance.Seed);
        double length = Math.Sqrt(-2.0 * Math.Log(Philox.Unit(a, b))), angle = 2.0 * Math.PI * Philox.Unit(c, d);
        return length * (sample < 76 ? Math.Cos(angle) : Math.Sin(angle));
    }

    private static double Critical(double b, double q)
    {
        double low = 0.01, high = 1.5;
        for (int i = 0; i < 200; i++)
        {
            double x = (low + high) / 2.0;
            if (Math.Pow(x, q) / (1.0 + Math.Pow(x, q)) < b * x) low = x;
            else high = x;
        }

        return high;
    }
}
