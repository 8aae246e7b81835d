using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Studies.Findings;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments.Findings;

/// <summary>What choosing a policy may cost against the one that turns out best.</summary>
/// <remarks>
/// Eq. DIS-4: regret of p in f = max over q of sign y_q(f) − sign y_p(f), over futures in which all policies have a value. Savage (1951), J. American Statistical Association 46:55.
/// The minimax policy is too close to call when another one is it in more than 5 % of 400 samples in which every future is kept with probability 1 − 1/e: the largest value of a Poisson bootstrap, Hanley and MacGibbon (2006), Computer Methods and Programs in Biomedicine 83:57.
/// </remarks>
internal static class Regrets
{
    private const int Samples = 400;
    private const double LostShare = 0.05;

    /// <summary>Regrets of all policies, and the policies that come first and second by their mean; null where there is nothing to choose between.</summary>
    public static (RegretFindings Findings, (int First, int Second) Best)? Of(FutureTable table, Better better, double[][] byPolicy)
    {
        int policies = byPolicy.Length;
        if (better == Better.Unsaid || policies < 2) return null;
        int[] whole = [.. Enumerable.Range(0, byPolicy[0].Length).Where(f => byPolicy.All(p => !double.IsNaN(p[f])))];
        if (whole.Length == 0) return null;
        double sign = better == Better.Lower ? -1.0 : 1.0;
        double[][] regret = [.. byPolicy.Select(_ => new double[whole.Length])];
        for (int n = 0; n < whole.Length; n++)
        {
            double best = double.NegativeInfinity;
            foreach (double[] policy in byPolicy) best = Math.Max(best, sign * policy[whole[n]]);
            for (int p = 0; p < policies; p++) regret[p][n] = best - (sign * byPolicy[p][whole[n]]);
        }

        Regret[] found = [.. regret.Select((r, p) => Describe(p, r))];
        string IdOf(int p) => table.Header.Policies[p].Id;
        int[] byMean = [.. found.OrderBy(r => r.Mean).ThenBy(r => IdOf(r.Policy), StringComparer.Ordinal).Select(r => r.Policy)];
        int minimax = found.OrderBy(r => r.Highest).ThenBy(r => IdOf(r.Policy), StringComparer.Ordinal).First().Policy;
        double bound = Materiality.Bound(byPolicy[0]);
        bool isMeanClose = byMean.Skip(1).Any(p => Materiality.LeadOf(Means.Of([.. regret[p].Zip(regret[byMean[0]], (a, b) => a - b)]), bound) != Lead.Ahead);
        return (new RegretFindings(whole.Length, found, minimax, IsClose(regret, minimax, [.. whole.Select(f => table.Rows[f])]), byMean[0], isMeanClose), (byMean[0], byMean[1]));
    }

    private static Regret Describe(int policy, double[] regret)
    {
        double[] ordered = Quantiles.Ordered(regret);
        return new Regret(policy, Means.Of(regret).Value, Quantiles.OfOrdered(ordered, 0.9), ordered[^1], (double)regret.Count(r => r == 0.0) / regret.Length);
    }

    private static bool IsClose(double[][] regret, int minimax, int[] futures)
    {
        int[][] fromWorst = [.. regret.Select(r => WorstFirst(r))];
        int lost = 0;
        for (int sample = 0; sample < Samples; sample++)
        {
            Chance chance = new(1, sample);
            double own = Largest(minimax, chance);
            for (int p = 0; p < regret.Length; p++)
            {
                if (p == minimax || Largest(p, chance) > own) continue;
                lost++;
                break;
            }
        }

        return lost > LostShare * Samples;

        double Largest(int policy, Chance chance)
        {
            foreach (int n in fromWorst[policy])
            {
                if (chance.UnitOfDraw(0, (ulong)futures[n]) > 1.0 / Math.E) return regret[policy][n];
            }

            return 0.0;
        }
    }

    private static int[] WorstFirst(double[] regret)
    {
        double[] keys = [.. regret.Select(r => -r)];
        int[] order = [.. Enumerable.Range(0, regret.Length)];
        Array.Sort(keys, order);
        return order;
    }
}
