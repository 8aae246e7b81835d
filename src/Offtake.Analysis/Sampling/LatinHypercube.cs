namespace Offtake.Analysis.Sampling;

/// <summary>A Latin hypercube: of every axis each of as many equal strata as there are points holds exactly one of them.</summary>
/// <remarks>
/// Eq. SAM-2: x_j(n) = (π_j(n) + u_j(n)) / N with a permutation π_j of the strata for every axis and u in (0, 1). McKay, Beckman and Conover (1979), Technometrics 21:239.
/// The permutation is a cipher on the numbers below N (four Feistel rounds, walked until inside), so that any point can be had alone and nothing is stored.
/// Black and Rogaway (2002), "Ciphers with arbitrary finite domains", CT-RSA 2002.
/// </remarks>
public sealed class LatinHypercube
{
    private const int Rounds = 4;
    private const double UnitStep = 1.0 / (1UL << 52);

    private readonly int _halfBits;
    private readonly ulong _seed;

    /// <summary>The hypercube of a seed.</summary>
    /// <param name="points">Number of points.</param>
    /// <param name="seed">Which one; the same seed and number give the same points everywhere.</param>
    public LatinHypercube(int points, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        Points = points;
        _seed = seed;
        while (1L << (2 * _halfBits) < points) _halfBits++;
    }

    /// <summary>Number of points.</summary>
    public int Points { get; }

    /// <summary>One coordinate of one point, in (0, 1).</summary>
    /// <param name="index">Which point, from 0.</param>
    /// <param name="dimension">Which coordinate, from 0; there may be any number of them.</param>
    public double At(int index, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Points);
        ulong key = Mix.Word(_seed, (ulong)dimension);
        ulong stratum = (ulong)index;
        do stratum = Enciphered(stratum, key);
        while (stratum >= (ulong)Points);
        double within = ((Mix.Word(~key, (ulong)index) >> 12) + 0.5) * UnitStep;
        return (stratum + within) / Points;
    }

    private ulong Enciphered(ulong x, ulong key)
    {
        ulong mask = (1UL << _halfBits) - 1;
        ulong left = x >> _halfBits, right = x & mask;
        for (int round = 0; round < Rounds; round++) (left, right) = (right, left ^ (Mix.Word(key + (ulong)round, right) & mask));
        return (left << _halfBits) | right;
    }
}
