namespace Offtake.Analysis.Discovery;

/// <summary>Finds boxes in the space of inputs in which a thing of interest happens often: the patient rule induction method, as used for scenario discovery. A box describes; it does not prove a cause.</summary>
/// <remarks>
/// Eq. SEN-14 (peeling): the slice taken off is the one with the largest (density after − density before) / rows in it, among the lowest and highest share α of every input and every word; SEN-14 ends at the least mass or at density one.
/// Eq. SEN-15 (quasi-p-value of a limit): probability of at least as many cases in the box, binomial with the density that the box has without the limit.
/// Friedman and Fisher (1999), Statistics and Computing 9:123; coverage, density, quasi-p-values and resampling: Bryant and Lempert (2010), Technological Forecasting and Social Change 77:34.
/// </remarks>
public static class Prim
{
    /// <summary>Peels once, takes a box by the rule and pastes it.</summary>
    /// <param name="inputs">Numbers or words. Their order does not matter.</param>
    /// <param name="cases">Whether each row is of interest. The order of rows does not matter.</param>
    /// <param name="rule">Which box is taken.</param>
    /// <param name="options">How patiently.</param>
    /// <exception cref="ArgumentException">All rows are of interest, or none is, or an option is out of bounds.</exception>
    public static PrimResult Find(IReadOnlyList<Column> inputs, bool[] cases, BoxRule rule, PrimOptions options)
    {
        Check(inputs, cases, rule, options);
        return Find(new PrimSample(inputs, cases), rule, options);
    }

    /// <summary>Boxes one after the other, each from the rows that the ones before left over; coverage and mass refer to the whole table. It stops when a box is no denser than what is left.</summary>
    /// <param name="inputs">Numbers or words.</param>
    /// <param name="cases">Whether each row is of interest.</param>
    /// <param name="rule">Which box is taken from each peeling.</param>
    /// <param name="options">How patiently.</param>
    /// <param name="mostBoxes">At most so many.</param>
    public static IReadOnlyList<PrimResult> Cover(IReadOnlyList<Column> inputs, bool[] cases, BoxRule rule, PrimOptions options, int mostBoxes)
    {
        Check(inputs, cases, rule, options);
        List<PrimResult> found = [];
        int[] left = [.. Enumerable.Range(0, cases.Length)];
        int all = cases.Count(c => c);
        while (found.Count < mostBoxes)
        {
            Column[] columns = [.. inputs.Select(c => c.At(left))];
            bool[] isCase = [.. left.Select(r => cases[r])];
            int rest = isCase.Count(c => c);
            if (rest == 0 || rest == left.Length || left.Length < options.LeastMass * cases.Length) break;
            PrimResult result = Find(new PrimSample(columns, isCase, cases.Length, all), rule, options);
            if (result.Chosen.Dimensions == 0 || result.Chosen.Density <= (double)rest / left.Length) break;
            found.Add(result);
            bool[] inside = result.Chosen.Box.Holds(columns);
            left = [.. left.Where((_, n) => !inside[n])];
        }

        return found;
    }

    /// <summary>How often each input is limited when the rows are drawn anew and the box with the nearest coverage is taken, of equals the densest: 1 for what can be relied on.</summary>
    /// <param name="inputs">Numbers or words.</param>
    /// <param name="cases">Whether each row is of interest.</param>
    /// <param name="coverage">Of the box whose limits are in question.</param>
    /// <param name="options">How patiently.</param>
    /// <param name="resampling">How often and with which random numbers.</param>
    /// <returns>By input, in their order, the share of replicates in which it is limited.</returns>
    public static IReadOnlyList<double> Reproducibility(IReadOnlyList<Column> inputs, bool[] cases, double coverage, PrimOptions options, Resampling resampling)
    {
        ArgumentNullException.ThrowIfNull(resampling);
        Check(inputs, cases, new BoxRule(), options);
        byte[][] counts = resampling.Counts(cases.Length);
        IReadOnlyList<Limit>[] limits = new IReadOnlyList<Limit>[resampling.Replicates];
        Parallel.For(0, limits.Length, resampling.Parallel, r =>
        {
            int[] drawn = [.. counts[r + 1].SelectMany((c, row) => Enumerable.Repeat(row, c))];
            bool[] isCase = [.. drawn.Select(row => cases[row])];
            int found = isCase.Count(c => c);
            limits[r] = found == 0 || found == isCase.Length ? [] : new Peeling(new PrimSample([.. inputs.Select(c => c.At(drawn))], isCase), options)
                .Trajectory().OrderBy(b => Math.Abs(b.Coverage - coverage)).ThenByDescending(b => b.Density).First().Box.Limits;
        });
        return [.. inputs.Select(c => limits.Count(l => l.Any(x => x.Column == c.Name)) / (double)limits.Length)];
    }

    private static PrimResult Find(PrimSample sample, BoxRule rule, PrimOptions options)
    {
        IReadOnlyList<PrimBox> steps = new Peeling(sample, options).Trajectory();
        (int step, bool meets) = Choose(steps, rule);
        PrimBox chosen = Pasting.Extend(sample, steps[step], options);
        return new PrimResult(steps, step, chosen, meets, [.. Chances(sample, chosen)]);
    }

    private static (int Step, bool Meets) Choose(IReadOnlyList<PrimBox> steps, BoxRule rule)
    {
        int[] all = [.. Enumerable.Range(0, steps.Count)];
        if (rule.LeastDensity is { } least)
        {
            int[] dense = [.. all.Where(s => steps[s].Density >= least)];
            return dense.Length > 0
                ? (dense.OrderByDescending(s => steps[s].Coverage).ThenByDescending(s => steps[s].Density).First(), true)
                : (all.MaxBy(s => steps[s].Density), false);
        }

        // Farthest beyond the straight line from the first step to the densest one; the densest of equals.
        PrimBox first = steps[0], last = steps[all.MaxBy(s => steps[s].Density)];
        return (all.OrderByDescending(Bend).ThenByDescending(s => steps[s].Density).First(), true);

        double Bend(int s) => ((steps[s].Density - first.Density) * (first.Coverage - last.Coverage)) - ((first.Coverage - steps[s].Coverage) * (last.Density - first.Density));
    }

    private static IEnumerable<LimitChance> Chances(PrimSample sample, PrimBox box)
    {
        foreach (Limit limit in box.Box.Limits)
        {
            if (limit.Allowed is not null) yield return new LimitChance(limit.Column, LimitSide.Words, Chance(sample, box, limit with { Allowed = sample.Columns.First(c => c.Name == limit.Column).Categories }));
            if (double.IsFinite(limit.Low)) yield return new LimitChance(limit.Column, LimitSide.Low, Chance(sample, box, limit with { Low = double.NegativeInfinity }));
            if (double.IsFinite(limit.High)) yield return new LimitChance(limit.Column, LimitSide.High, Chance(sample, box, limit with { High = double.PositiveInfinity }));
        }
    }

    private static double Chance(PrimSample sample, PrimBox box, Limit open) =>
        Tails.Binomial(box.Cases, box.Rows, sample.Weigh(sample.With(box.Box, open)).Density);

    private static void Check(IReadOnlyList<Column> inputs, bool[] cases, BoxRule rule, PrimOptions options)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(options);
        options.MustBeUsable();
        int found = cases.Count(c => c);
        if (inputs.Count == 0) throw new ArgumentException("There is no input.", nameof(inputs));
        if (found == 0 || found == cases.Length) throw new ArgumentException($"{found} of {cases.Length} rows are of interest; some must be and some not.", nameof(cases));
    }
}
