namespace Offtake.Analysis;

/// <summary>Screening by elementary effects: what one step of one input does to the result, at many places. Cheap, and it orders inputs; it does not share out a variance.</summary>
/// <remarks>
/// Eq. SEN-10: effect of i on one trajectory = (y after − y before) / (step of i / range of i); μ its mean, μ* the mean of its absolute value, σ its standard deviation over trajectories.
/// Morris (1991), Technometrics 33:161; μ*: Campolongo, Cariboni and Saltelli (2007), Environmental Modelling and Software 22:1509.
/// </remarks>
public static class Morris
{
    /// <summary>Effects of every input. Intervals of μ* draw trajectories anew.</summary>
    /// <param name="trajectories">Where the inputs step.</param>
    /// <param name="column">The result in every row.</param>
    /// <param name="resampling">How intervals are found.</param>
    /// <exception cref="ArgumentException">There is another number of results, or one is not finite.</exception>
    public static IReadOnlyList<ElementaryEffects> Effects(Trajectories trajectories, double[] column, Resampling resampling)
    {
        ArgumentNullException.ThrowIfNull(trajectories);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(resampling);
        if (column.Length != trajectories.Count * (trajectories.Inputs + 1)) throw new ArgumentException($"There are {column.Length} results for {trajectories.Count * (trajectories.Inputs + 1)} points.", nameof(column));
        if (column.Any(y => !double.IsFinite(y))) throw new ArgumentException("A result is not finite.", nameof(column));
        double[][] effects = trajectories.Effects(column);
        byte[][] counts = resampling.Counts(trajectories.Count);
        return [.. effects.Select(e => Of(e, counts))];
    }

    private static ElementaryEffects Of(double[] effects, byte[][] counts)
    {
        double mean = effects.Average(), squares = effects.Sum(e => (e - mean) * (e - mean));
        double[] sizes = [.. counts.Select(drawn => drawn.Zip(effects, (c, e) => c * Math.Abs(e)).Sum() / effects.Length)];
        return new ElementaryEffects(mean, Estimate.Of(sizes[0], sizes.AsSpan(1)), Math.Sqrt(squares / (effects.Length - 1)));
    }
}

/// <summary>Elementary effects of one input, in units of the result per whole range of the input.</summary>
/// <param name="Mean">μ. Near zero also when effects of both signs cancel.</param>
/// <param name="MeanSize">μ*: how strong the input is.</param>
/// <param name="Deviation">σ: how much its effect depends on where it is and on the others.</param>
public sealed record ElementaryEffects(double Mean, Estimate MeanSize, double Deviation);
