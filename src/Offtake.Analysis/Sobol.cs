namespace Offtake.Analysis;

/// <summary>Which share of the variance of a result each input explains, alone and together with others. Inputs are independent.</summary>
/// <remarks>
/// With V the variance over A and B together and f̄ their mean:
/// Eq. SEN-3 (closed index of a set u): V_u = mean of (f(B) − f̄)(f(A with u from B) − f(A)); for one input this is its first-order index. Saltelli et al. (2010).
/// Eq. SEN-4 (total index): T_u = mean of (f(A) − f(A with u from B))² / 2. Jansen (1999), Computer Physics Communications 117:35.
/// </remarks>
public static class Sobol
{
    /// <summary>First-order and total indices of every input, from (inputs + 2) × pairs evaluations.</summary>
    /// <param name="design">Where to evaluate.</param>
    /// <param name="response">What is evaluated.</param>
    /// <exception cref="ArgumentException">The response does not vary, or a value is not finite.</exception>
    public static SobolIndices Indices(PairDesign design, Response response)
    {
        ArgumentNullException.ThrowIfNull(design);
        double[] a = design.Outputs(response, 0), b = design.Outputs(response, design.All);
        double[][] mixed = [.. Enumerable.Range(0, design.Inputs).Select(i => design.Outputs(response, 1UL << i))];
        return Indices(a, b, mixed);
    }

    /// <summary>The same from outputs that were computed elsewhere.</summary>
    /// <param name="a">f(A) by pair.</param>
    /// <param name="b">f(B) by pair.</param>
    /// <param name="mixed">By input, f(A with that input from B) by pair.</param>
    /// <exception cref="ArgumentException">Lengths differ, the response does not vary, or a value is not finite.</exception>
    public static SobolIndices Indices(double[] a, double[] b, IReadOnlyList<double[]> mixed)
    {
        ArgumentNullException.ThrowIfNull(mixed);
        (double mean, double variance) = Moments(a, b);
        return new SobolIndices(
            mean, variance,
            [.. mixed.Select(m => ClosedVariance(a, b, m, mean) / variance)],
            [.. mixed.Select(m => TotalVariance(a, m) / variance)]);
    }

    /// <summary>The closed index of a set of inputs: what they explain together without the others. The interaction of two is their closed index less both first-order ones.</summary>
    /// <param name="design">Where to evaluate.</param>
    /// <param name="response">What is evaluated.</param>
    /// <param name="inputs">The set, as bits.</param>
    public static double ClosedIndex(PairDesign design, Response response, ulong inputs)
    {
        ArgumentNullException.ThrowIfNull(design);
        double[] a = design.Outputs(response, 0), b = design.Outputs(response, design.All);
        (double mean, double variance) = Moments(a, b);
        return ClosedVariance(a, b, design.Outputs(response, inputs), mean) / variance;
    }

    internal static double TotalVariance(double[] a, double[] mixed)
    {
        if (mixed.Length != a.Length) throw new ArgumentException($"There are {mixed.Length} outputs where {a.Length} are needed.", nameof(mixed));
        double sum = 0.0;
        for (int n = 0; n < a.Length; n++) sum += (a[n] - mixed[n]) * (a[n] - mixed[n]);
        return sum / (2.0 * a.Length);
    }

    internal static (double Mean, double Variance) Moments(double[] a, double[] b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Length != b.Length || a.Length < 2) throw new ArgumentException($"There are {a.Length} outputs at A and {b.Length} at B; as many of each, at least 2, are needed.", nameof(b));
        double mean = 0.0, squares = 0.0;
        for (int n = 0; n < a.Length; n++) mean += (a[n] + b[n]) / (2.0 * a.Length);
        for (int n = 0; n < a.Length; n++) squares += ((a[n] - mean) * (a[n] - mean)) + ((b[n] - mean) * (b[n] - mean));
        double variance = squares / (2.0 * a.Length);
        if (!(variance > 0.0) || !double.IsFinite(variance)) throw new ArgumentException($"The outputs have a variance of {variance}; it must be finite and above zero.", nameof(a));
        return (mean, variance);
    }

    private static double ClosedVariance(double[] a, double[] b, double[] mixed, double mean)
    {
        if (mixed.Length != a.Length) throw new ArgumentException($"There are {mixed.Length} outputs where {a.Length} are needed.", nameof(mixed));
        double sum = 0.0;
        for (int n = 0; n < a.Length; n++) sum += (b[n] - mean) * (mixed[n] - a[n]);
        return sum / a.Length;
    }
}

/// <summary>Shares of variance by input.</summary>
/// <param name="Mean">Mean of the response.</param>
/// <param name="Variance">Variance of the response.</param>
/// <param name="First">Explained by each input alone. An estimate may lie a little below zero.</param>
/// <param name="Total">Explained by each input alone and with others; they may add up to more than one.</param>
public sealed record SobolIndices(double Mean, double Variance, IReadOnlyList<double> First, IReadOnlyList<double> Total);
