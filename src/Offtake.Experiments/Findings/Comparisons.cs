using Offtake.Model.Studies;
using Offtake.Results;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>Policies beside each other in the same futures.</summary>
/// <remarks>Eq. DIS-1: advantage of p over q in future f = sign (y_p(f) − y_q(f)), sign −1 where less is better; futures in which one of them has no value are left out. Mean ± 1.96 s / √n; too close to call where that spans zero.</remarks>
internal static class Comparisons
{
    /// <summary>Break-evens are looked for between the first policy and so many others; beyond that only for the best.</summary>
    public const int MostSearched = 8;

    /// <summary>Every other policy beside the first.</summary>
    /// <param name="table">The futures.</param>
    /// <param name="outcome">What is looked at.</param>
    /// <param name="byPolicy">Its values by policy and future.</param>
    /// <param name="best">The best policy and the one after it; null where nobody can be.</param>
    /// <param name="search">Whether break-evens are looked for at all.</param>
    public static IEnumerable<Comparison> Of(FutureTable table, Outcome outcome, double[][] byPolicy, (int First, int Second)? best, bool search = true)
    {
        bool isDirected = search && outcome.Better != Better.Unsaid, few = byPolicy.Length <= MostSearched + 1;
        int? rival = best is { First: 0 } b ? b.Second : best?.First;
        for (int p = 1; p < byPolicy.Length; p++) yield return Pair(table, outcome, byPolicy, p, 0, isDirected && (few || p == rival));
    }

    /// <summary>By how much a policy is better, by future; NaN where one has no value.</summary>
    public static double[] Advantage(Better better, double[] policy, double[] against)
    {
        double sign = better == Better.Lower ? -1.0 : 1.0;
        double[] found = new double[policy.Length];
        for (int f = 0; f < found.Length; f++) found[f] = sign * (policy[f] - against[f]);
        return found;
    }

    private static Comparison Pair(FutureTable table, Outcome outcome, double[][] byPolicy, int policy, int against, bool search)
    {
        double[] advantage = Advantage(outcome.Better, byPolicy[policy], byPolicy[against]);
        double[] known = [.. advantage.Where(v => !double.IsNaN(v))];
        double sign = outcome.Better == Better.Lower ? -1.0 : 1.0;
        double[] difference = [.. known.Select(v => sign * v)];
        Lead lead = Materiality.LeadOf(Means.Of(known), Materiality.Bound(byPolicy[0]));
        return new Comparison(
            policy, against, known.Length, Share(known, v => v > 0.0), Share(known, v => v == 0.0), Band.Of(difference), Means.Of(difference), lead,
            search && lead != Lead.Alike ? [.. Enumerable.Range(0, table.Inputs).Select(u => Search(table, u, advantage))] : []);
    }

    private static BreakEvens Search(FutureTable table, int uncertainty, double[] advantage)
    {
        int[] order = [.. table.Orders[uncertainty].Where(i => !double.IsNaN(advantage[i]))];
        double[] x = table.Input(uncertainty);
        return BreakEvenSearch.Along(uncertainty, [.. order.Select(i => x[i])], [.. order.Select(i => advantage[i])]);
    }

    private static double Share(double[] values, Func<double, bool> fits) => values.Length == 0 ? double.NaN : (double)values.Count(fits) / values.Length;
}

/// <summary>What of an outcome its comparisons need.</summary>
/// <param name="Index">Index of the outcome.</param>
/// <param name="Better">Which way is better.</param>
internal readonly record struct Outcome(int Index, Better Better);
