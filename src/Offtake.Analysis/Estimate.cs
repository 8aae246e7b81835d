namespace Offtake.Analysis;

/// <summary>A number estimated from a sample, with the interval that holds the true one in 95 of 100 samples. It says nothing about whether the model is right.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end; NaN when no interval was asked for or none can be had.</param>
/// <param name="High">Upper end; NaN when no interval was asked for or none can be had.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>So many standard errors reach from the middle to an end.</summary>
    public const double StandardErrors = 1.959963984540054;

    /// <summary>Half of the interval's width.</summary>
    public double HalfWidth => (High - Low) / 2.0;

    /// <summary>An estimate whose error is distributed normally.</summary>
    public static Estimate Normal(double value, double standardError) =>
        new(value, value - (StandardErrors * standardError), value + (StandardErrors * standardError));

    /// <summary>An estimate whose standard error is the spread of its bootstrap replicates; without two replicates it has no interval.</summary>
    /// <remarks>Efron (1979), Annals of Statistics 7:1.</remarks>
    public static Estimate Of(double value, ReadOnlySpan<double> replicates)
    {
        if (replicates.Length < 2) return new Estimate(value, double.NaN, double.NaN);
        double mean = 0.0, squares = 0.0;
        foreach (double r in replicates) mean += r / replicates.Length;
        foreach (double r in replicates) squares += (r - mean) * (r - mean);
        return Normal(value, Math.Sqrt(squares / (replicates.Length - 1)));
    }
}
