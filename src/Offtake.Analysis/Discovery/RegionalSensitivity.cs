namespace Offtake.Analysis.Discovery;

/// <summary>How differently an input is distributed in the futures of interest and in all others. It sees each input alone, not inputs together.</summary>
/// <remarks>
/// Eq. SEN-13: numbers: distance = largest |F_in(x) − F_out(x)|, chance by Kolmogorov's distribution; words: distance = Σ |share in − share out| / 2, chance by χ² of the table of counts.
/// Chances are then corrected for the number of inputs: Holm (1979), Scandinavian J. Statistics 6:65. Hornberger and Spear (1981), J. Environmental Management 12:7.
/// </remarks>
public static class RegionalSensitivity
{
    /// <summary>Distances of all inputs, in their order.</summary>
    /// <param name="inputs">Numbers or words.</param>
    /// <param name="cases">Whether each row is of interest.</param>
    /// <exception cref="ArgumentException">All rows are of interest, or none is.</exception>
    public static IReadOnlyList<Separation> Of(IReadOnlyList<Column> inputs, bool[] cases)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(cases);
        int inside = cases.Count(c => c);
        if (inside == 0 || inside == cases.Length) throw new ArgumentException($"{inside} of {cases.Length} rows are of interest; some must be and some not.", nameof(cases));
        (double Distance, double At, double Chance)[] raw = [.. inputs.Select(c => c.Categories is null ? Numbers(c, cases, inside) : Words(c, cases, inside))];
        double[] corrected = new double[raw.Length];
        double largest = 0.0;
        foreach ((int i, int place) in Enumerable.Range(0, raw.Length).OrderBy(i => raw[i].Chance).Select((i, place) => (i, place)))
            corrected[i] = largest = Math.Max(largest, Math.Min(1.0, raw[i].Chance * (raw.Length - place)));
        return [.. raw.Select((r, i) => new Separation(inputs[i].Name, r.Distance, double.IsNaN(r.At) ? null : r.At, r.Chance, corrected[i]))];
    }

    private static (double Distance, double At, double Chance) Numbers(Column input, bool[] cases, int inside)
    {
        double[] x = [.. input.Values];
        bool[] isCase = [.. cases];
        Array.Sort(x, isCase);
        int outside = x.Length - inside, seenIn = 0, seenOut = 0;
        double distance = 0.0, at = x[0];
        for (int n = 0; n < x.Length; n++)
        {
            if (isCase[n]) seenIn++;
            else seenOut++;
            if (n + 1 < x.Length && x[n + 1] == x[n]) continue;
            double gap = Math.Abs(((double)seenIn / inside) - ((double)seenOut / outside));
            if (gap > distance) (distance, at) = (gap, x[n]);
        }

        return (distance, at, Tails.Kolmogorov(distance, inside, outside));
    }

    private static (double Distance, double At, double Chance) Words(Column input, bool[] cases, int inside)
    {
        int kinds = input.Categories!.Count, rows = cases.Length;
        double[] countIn = new double[kinds], countAll = new double[kinds];
        for (int r = 0; r < rows; r++)
        {
            countAll[(int)input.Values[r]]++;
            if (cases[r]) countIn[(int)input.Values[r]]++;
        }

        double share = (double)inside / rows, distance = 0.0, square = 0.0;
        for (int k = 0; k < kinds; k++)
        {
            distance += Math.Abs((countIn[k] / inside) - ((countAll[k] - countIn[k]) / (rows - inside))) / 2.0;
            double gap = countIn[k] - (countAll[k] * share);
            square += gap * gap / (countAll[k] * share * (1.0 - share));
        }

        return (distance, double.NaN, kinds < 2 ? 1.0 : Tails.ChiSquare(square, kinds - 1));
    }
}

/// <summary>How far one input separates the futures of interest from the others.</summary>
/// <param name="Column">The input.</param>
/// <param name="Distance">From 0, distributed alike, to 1, wholly apart.</param>
/// <param name="At">Value at which the distributions are farthest apart; null for words.</param>
/// <param name="Chance">Probability of such a distance if the input had nothing to do with it (p-value).</param>
/// <param name="ChanceAmongAll">The same for the largest of as many inputs (Holm).</param>
public sealed record Separation(string Column, double Distance, double? At, double Chance, double ChanceAmongAll);
