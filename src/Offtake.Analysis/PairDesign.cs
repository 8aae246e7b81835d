namespace Offtake.Analysis;

/// <summary>A number that answers to a point of the unit cube, such as a result of a model whose inputs are read off their quantiles there.</summary>
/// <param name="point">One number in (0, 1) for each input.</param>
public delegate double Response(ReadOnlySpan<double> point);

/// <summary>Pairs of independent points A and B, and what stands between them: A with some of its coordinates taken from B.</summary>
/// <remarks>
/// Eq. SEN-2. The columns of A are the first half of a Sobol' point, those of B the second half: Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola
/// (2010), Computer Physics Communications 181:259.
/// </remarks>
public sealed class PairDesign
{
    private readonly SobolSequence _sequence;

    /// <summary>Lays out a design. It holds no points; they are computed when asked for.</summary>
    /// <param name="inputs">Number of independent inputs, 1 to 64.</param>
    /// <param name="pairs">Number of pairs; powers of two use the evenness of the points best.</param>
    /// <param name="seed">Which digital shift; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many inputs or pairs.</exception>
    public PairDesign(int inputs, int pairs, ulong? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, MaxInputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 2);
        Inputs = inputs;
        Pairs = pairs;
        _sequence = new SobolSequence(2 * inputs, seed);
    }

    /// <summary>The largest number of inputs.</summary>
    public const int MaxInputs = SobolSequence.MaxDimensions / 2;

    /// <summary>Number of inputs.</summary>
    public int Inputs { get; }

    /// <summary>Number of pairs.</summary>
    public int Pairs { get; }

    /// <summary>The set of all inputs, as bits.</summary>
    public ulong All => Inputs == MaxInputs ? ulong.MaxValue : (1UL << Inputs) - 1;

    /// <summary>Writes A of a pair with the coordinates of a set taken from B: the empty set gives A, the set of all gives B.</summary>
    /// <param name="pair">Which pair, from 0.</param>
    /// <param name="fromB">Bit i is set if input i comes from B.</param>
    /// <param name="point">As many numbers as there are inputs.</param>
    public void Point(int pair, ulong fromB, Span<double> point)
    {
        if (point.Length != Inputs) throw new ArgumentException($"The point has {point.Length} coordinates, the design {Inputs}.", nameof(point));
        Span<double> both = stackalloc double[2 * Inputs];
        _sequence.Point(pair, both);
        for (int i = 0; i < Inputs; i++) point[i] = ((fromB >> i) & 1) == 1 ? both[Inputs + i] : both[i];
    }

    /// <summary>What a response gives at every pair, with the coordinates of a set taken from B.</summary>
    public double[] Outputs(Response response, ulong fromB)
    {
        ArgumentNullException.ThrowIfNull(response);
        double[] outputs = new double[Pairs];
        Span<double> point = stackalloc double[Inputs];
        for (int n = 0; n < outputs.Length; n++)
        {
            Point(n, fromB, point);
            outputs[n] = response(point);
        }

        return outputs;
    }
}
