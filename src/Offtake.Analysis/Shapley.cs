using System.Numerics;

namespace Offtake.Analysis;

/// <summary>Shares the variance of a result fairly among its inputs: what each adds to the others, averaged over all orders of adding. Shares are never negative in truth and sum to one.</summary>
/// <remarks>Owen (2014), SIAM/ASA J. Uncertainty Quantification 2:245; Song, Nelson and Staum (2016), same journal 4:1060.</remarks>
public static class Shapley
{
    /// <summary>Up to this many inputs every set of them is evaluated.</summary>
    public const int MaxInputsBySet = 10;

    /// <summary>Effects of independent inputs: by all sets of them up to <see cref="MaxInputsBySet"/>, by random orders beyond.</summary>
    /// <param name="design">Where to evaluate.</param>
    /// <param name="response">What is evaluated.</param>
    /// <exception cref="ArgumentException">The response does not vary, or a value is not finite.</exception>
    public static double[] Effects(PairDesign design, Response response)
    {
        ArgumentNullException.ThrowIfNull(design);
        return design.Inputs <= MaxInputsBySet ? EffectsBySet(design, response) : EffectsByOrder(design, response);
    }

    /// <summary>From 2^inputs × pairs evaluations; the effects sum to one exactly.</summary>
    /// <remarks>
    /// Eq. SEN-5: effect of i = Σ over sets u without i of |u|! (d − |u| − 1)! / d! · (T of u with i − T of u) / V, with the total indices of SEN-4 and V that of all inputs. Either total or closed indices
    /// give the same effects (Song et al. 2016, theorem 1).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="MaxInputsBySet"/> inputs.</exception>
    public static double[] EffectsBySet(PairDesign design, Response response)
    {
        ArgumentNullException.ThrowIfNull(design);
        int d = design.Inputs;
        if (d > MaxInputsBySet) throw new ArgumentOutOfRangeException(nameof(design), d, $"At most {MaxInputsBySet} inputs; use {nameof(EffectsByOrder)}.");
        double[] a = design.Outputs(response, 0), b = design.Outputs(response, design.All);
        Sobol.Moments(a, b);

        // The total index of all inputs is the variance, estimated like the others: so an input that does nothing gets exactly nothing.
        double variance = Sobol.TotalVariance(a, b);
        double[] worth = new double[1 << d];
        for (int u = 1; u < worth.Length - 1; u++) worth[u] = Sobol.TotalVariance(a, design.Outputs(response, (ulong)u)) / variance;
        worth[^1] = 1.0;
        double[] effects = new double[d];
        for (int u = 0; u < worth.Length; u++)
        {
            double weight = Weight(BitOperations.PopCount((uint)u), d);
            for (int i = 0; i < d; i++)
            {
                if (((u >> i) & 1) == 0) effects[i] += weight * (worth[u | (1 << i)] - worth[u]);
            }
        }

        return effects;
    }

    /// <summary>From (inputs + 1) × pairs evaluations, one random order of the inputs a pair. Effects sum to one up to sampling error.</summary>
    /// <remarks>
    /// Eq. SEN-6: walking from A to B one input at a time, F⁻ before and F⁺ after input i: effect of i = mean of (f(A) − (F⁻ + F⁺) / 2)(F⁻ − F⁺) / V.
    /// Goda (2021), Reliability Engineering and System Safety 213:107702, algorithm 1.
    /// </remarks>
    public static double[] EffectsByOrder(PairDesign design, Response response, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(response);
        int d = design.Inputs;
        double[] effects = new double[d], point = new double[d];
        double[] a = new double[design.Pairs], b = new double[design.Pairs];
        int[] order = new int[d];
        for (int n = 0; n < design.Pairs; n++)
        {
            Shuffle(order, seed, n);
            ulong fromB = 0;
            design.Point(n, fromB, point);
            a[n] = response(point);
            double before = a[n];
            foreach (int i in order)
            {
                fromB |= 1UL << i;
                design.Point(n, fromB, point);
                double after = response(point);
                effects[i] += (a[n] - ((before + after) / 2.0)) * (before - after) / design.Pairs;
                before = after;
            }

            b[n] = before;
        }

        double variance = Sobol.Moments(a, b).Variance;
        for (int i = 0; i < d; i++) effects[i] /= variance;
        return effects;
    }

    // |u|! (d − |u| − 1)! / d!
    internal static double Weight(int size, int d)
    {
        double weight = 1.0 / d;
        for (int k = 1; k <= size; k++) weight *= (double)k / (d - k);
        return weight;
    }

    // Fisher and Yates, with numbers keyed by pair and place.
    internal static void Shuffle(int[] order, ulong seed, int pair)
    {
        for (int i = 0; i < order.Length; i++) order[i] = i;
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = (int)(Mix.Word(seed, ((ulong)pair * SobolSequence.MaxDimensions) + (ulong)i) % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
