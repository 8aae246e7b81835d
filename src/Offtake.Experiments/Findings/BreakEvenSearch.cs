using Offtake.Analysis;
using Offtake.Results.Studies.Findings;

namespace Offtake.Experiments.Findings;

/// <summary>What one must believe of an uncertainty for one policy to beat another on average.</summary>
/// <remarks>
/// Eq. DIS-3: with m and se of DIS-2 for the paired advantage d, the sign is known where |m(x)| &gt; 1.96 se(x); a break-even lies where m(x) = 0 between two neighbouring stretches of known and opposite sign, and its interval is what lies between them.
/// That is the pointwise interval of m turned round, after Fieller (1954), J. Royal Statistical Society B 16:175. All other uncertainties are as the futures have them.
/// </remarks>
internal static class BreakEvenSearch
{
    /// <summary>Looks along one uncertainty.</summary>
    /// <param name="uncertainty">Its index.</param>
    /// <param name="x">Its values, rising.</param>
    /// <param name="advantage">By how much the policy in question is better, in the same order.</param>
    public static BreakEvens Along(int uncertainty, double[] x, double[] advantage)
    {
        if (x.Length == 0) return new BreakEvens(uncertainty, BreakEvenVerdict.TooFew, [], double.NaN, double.NaN);
        if (LocalLine.Through(x, advantage) is not { } line) return new BreakEvens(uncertainty, BreakEvenVerdict.TooFew, [], x[0], x[^1]);
        double[] places = line.Places;
        (double Value, double Error)[] curve = [.. places.Select(line.At)];
        double[] room = [.. curve.Select(c => Math.Abs(c.Value) - (Estimate.StandardErrors * c.Error))];
        int[] known = [.. Enumerable.Range(0, places.Length).Where(i => room[i] > 0.0)];
        if (known.Length == 0) return new BreakEvens(uncertainty, BreakEvenVerdict.Unclear, [], x[0], x[^1]);

        List<BreakEven> found = [];
        for (int k = 0; k + 1 < known.Length; k++)
        {
            (int i, int j) = (known[k], known[k + 1]);
            if (curve[i].Value > 0.0 == curve[j].Value > 0.0) continue;
            found.Add(new BreakEven(Zero(i, j), Edge(i, i + 1), Edge(j, j - 1), curve[j].Value > 0.0));
        }

        BreakEvenVerdict verdict = found.Count > 0 ? BreakEvenVerdict.Found : curve[known[0]].Value > 0.0 ? BreakEvenVerdict.AheadThroughout : BreakEvenVerdict.BehindThroughout;
        if (found.Count == 0)
        {
            (int first, int last) = (known[0], known[^1]);
            if (curve[0].Value > 0.0 != curve[first].Value > 0.0 && curve[0].Value != 0.0)
                found.Add(new BreakEven(Zero(0, first), double.NegativeInfinity, Edge(first, first - 1), curve[first].Value > 0.0));
            if (curve[^1].Value > 0.0 != curve[last].Value > 0.0 && curve[^1].Value != 0.0)
                found.Add(new BreakEven(Zero(last, places.Length - 1), Edge(last, last + 1), double.PositiveInfinity, curve[^1].Value > 0.0));
            if (found.Count > 0) verdict = BreakEvenVerdict.Possible;
        }

        return new BreakEvens(uncertainty, verdict, found, x[0], x[^1]);

        double Zero(int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                if (curve[i].Value > 0.0 != curve[i + 1].Value > 0.0) return Between(places[i], curve[i].Value, places[i + 1], curve[i + 1].Value);
            }

            return (places[from] + places[to]) / 2.0;
        }

        // Where the known stretch that ends at one place stops, on the way to its neighbour; there the sign may be known too, but the other one.
        double Edge(int at, int next) => curve[at].Value > 0.0 == curve[next].Value > 0.0 && room[next] <= 0.0
            ? Between(places[at], room[at], places[next], room[next])
            : Between(places[at], room[at], places[next], -Math.Abs(curve[next].Value) - (Estimate.StandardErrors * curve[next].Error));
    }

    /// <summary>Where a straight line through two points of opposite sign is zero.</summary>
    public static double Between(double x1, double y1, double x2, double y2) => x1 + ((x2 - x1) * (y1 / (y1 - y2)));
}
