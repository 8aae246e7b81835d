using Offtake.Analysis;
using Offtake.Experiments.Recording;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Simulation.Nature;

namespace Offtake.Experiments;

/// <summary>How much of what a run says rests on assumptions: the share of an outcome's spread among futures that the numbers nobody vouches for explain.</summary>
/// <remarks>
/// Eq. SEN-7: futures come in threes. B is a future of its own, A another, C has the assumptions of A and everything else of B: sourced numbers, shocks, growth errors,
/// project delays. Over N threes with the ranks r of the outcome among all of them, most = mean of (r(B) − r(C))² / 2V (SEN-4, alone or with others) and
/// least = mean of (r(A) − r̄)(r(C) − r(B)) / V (SEN-3, alone). The standard error is that of leaving out one three at a time (jackknife).
/// It is a statement about the spread that the files state, not about truth: an assumption with too narrow a range seems harmless.
/// </remarks>
public static class AssumptionReliance
{
    /// <summary>Seed of the futures that are walked; fixed, so that the same files give the same shares.</summary>
    public const ulong Seed = 20261122;

    /// <summary>Months that are walked from the first one shown: outcomes far ahead are asked for in the last whole year of them.</summary>
    public const int Months = 72;

    // Leaving one three out takes away at most two values; the others must still differ.
    private const int LeastDistinct = 4;

    /// <summary>Walks three futures for every one asked for and takes their outcomes apart.</summary>
    /// <param name="scenario">What is walked; only its first months are.</param>
    /// <param name="threes">Number of threes, at least 8.</param>
    /// <param name="workers">Worker threads; they change nothing but the time.</param>
    /// <exception cref="FutureFailedException">A future could not be walked.</exception>
    public static RelianceShares Of(Scenario scenario, int threes, int workers)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentOutOfRangeException.ThrowIfLessThan(threes, 8);
        Scenario near = scenario.MonthCount <= Months ? scenario : scenario with { To = scenario.From + (Months - 1) };
        EvidenceLedger ledger = scenario.Chain.Evidence;
        RunResults results = new Ensemble(near, new RunPlan(Seed, 3 * threes, workers), Draw).Run();
        IEnumerable<(string Title, double[] Values)> outcomes = results.Figures.Where(f => f.Standing != Standing.Imposed)
            .Select(f => ($"{f.Title}, {f.Period}", f.Modelled.ToArray())).Concat(LastPrices(near, results));
        return new RelianceShares(scenario.Id, near.From, near.To, 3 * threes, [.. outcomes.Select(o => ShareOf(o.Title, o.Values)).OfType<RelianceShare>()]);

        (Chance, ParameterDraw) Draw(int future)
        {
            Chance a = new(Seed, future % threes), b = new(Seed, threes + (future % threes));
            Chance all = future < threes ? a : b;
            return (all, ParameterDraw.Mixed(ledger, all, ofAssumptions: future < 2 * threes ? all : a));
        }
    }

    /// <summary>The share of one outcome; null when it does not vary or is not there in every future.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="values">By future: first all A, then all B, then all C.</param>
    public static RelianceShare? ShareOf(string title, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int threes = values.Count / 3;
        if (values.Any(v => !double.IsFinite(v)) || values.Take(2 * threes).Distinct().Count() < LeastDistinct) return null;
        double[] ranks = Ranks(values);
        double[] a = ranks[..threes], b = ranks[threes..(2 * threes)], c = ranks[(2 * threes)..];
        (double most, double least) = Shares(a, b, c);
        (double Most, double Least)[] without = [.. Enumerable.Range(0, threes).Select(i => Shares(Drop(a, i), Drop(b, i), Drop(c, i)))];
        return new RelianceShare(title, least, most, Jackknife([.. without.Select(w => w.Least)]), Jackknife([.. without.Select(w => w.Most)]));
    }

    private static (double Most, double Least) Shares(double[] a, double[] b, double[] c)
    {
        SobolIndices shares = Sobol.Indices(b, a, [c]);
        return (shares.Total[0], shares.First[0]);
    }

    /// <summary>Prices of goods whose price was observed somewhere once, in the last whole year.</summary>
    private static IEnumerable<(string, double[])> LastPrices(Scenario scenario, RunResults results)
    {
        int year = scenario.To.OfYear == 12 ? scenario.To.Year : scenario.To.Year - 1;
        if (Month.Of(year, 1) < scenario.From || ModelledFigure.Of("price") is not { } price) yield break;
        foreach ((string subject, string region) in scenario.Chain.Observed.Where(o => o.Variable == "price").Select(o => (o.Subject, o.Region)).Distinct())
        {
            Question question = new(results.Panels, region, subject, Month.Of(year, 1) - scenario.From, 12);
            if (scenario.Chain.Commodities.Any(c => c.Id == subject))
                yield return ($"Price of {results.Titles.GetValueOrDefault(subject, subject)}, {results.Titles.GetValueOrDefault(region, region)}, {year}", [.. Enumerable.Range(0, results.Manifest.FuturesAsked).Select(f => price(question, f))]);
        }
    }

    // Equal values share their middle rank.
    private static double[] Ranks(IReadOnlyList<double> values) => [.. values.Select(v => values.Count(w => w < v) + ((values.Count(w => w == v) - 1) / 2.0))];

    private static double[] Drop(double[] values, int at) => [.. values.Where((_, i) => i != at)];

    private static double Jackknife(double[] without)
    {
        double mean = without.Average();
        return Math.Sqrt((without.Length - 1.0) / without.Length * without.Sum(w => (w - mean) * (w - mean)));
    }
}

/// <summary>What the outcomes of a scenario rest on.</summary>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="From">First month walked.</param>
/// <param name="To">Last month walked.</param>
/// <param name="Futures">Futures walked.</param>
/// <param name="Outcomes">One share an outcome.</param>
public sealed record RelianceShares(string Scenario, Month From, Month To, int Futures, IReadOnlyList<RelianceShare> Outcomes);

/// <summary>The share of an outcome's spread among futures that rests on assumptions.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Least">What assumptions explain alone; an estimate, which may lie a little outside 0 to 1.</param>
/// <param name="Most">What they explain alone or together with other numbers and with chance.</param>
/// <param name="LeastError">Standard error of <paramref name="Least"/> from sampling.</param>
/// <param name="MostError">Standard error of <paramref name="Most"/> from sampling.</param>
public sealed record RelianceShare(string Title, double Least, double Most, double LeastError, double MostError);
