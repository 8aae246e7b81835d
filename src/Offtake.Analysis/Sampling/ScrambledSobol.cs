using System.Numerics;

namespace Offtake.Analysis.Sampling;

/// <summary>Sobol' points after Owen's nested scrambling: as even as before, and random enough that errors can be estimated from several seeds.</summary>
/// <remarks>
/// Eq. SAM-1: each digit of a coordinate is flipped or not by a hash of the digits before it, so that every interval of length 2^-m of an axis is mapped onto another. Owen (1995),
/// "Randomly permuted (t,m,s)-nets and (t,s)-sequences", in Monte Carlo and Quasi-Monte Carlo Methods; by hash without stored permutations after Burley (2020),
/// "Practical hash-based Owen scrambling", Journal of Computer Graphics Techniques 9(4), with the multipliers given there.
/// </remarks>
public sealed class ScrambledSobol
{
    private readonly uint[] _seed;

    /// <summary>The sequence of a seed.</summary>
    /// <param name="dimensions">1 to <see cref="SobolSequence.MaxDimensions"/>.</param>
    /// <param name="seed">Which scrambling; the same seed gives the same points everywhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many dimensions.</exception>
    public ScrambledSobol(int dimensions, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, SobolSequence.MaxDimensions);
        _seed = new uint[dimensions];
        for (int j = 0; j < dimensions; j++) _seed[j] = (uint)(Mix.Word(seed, (ulong)j) >> 32);
    }

    /// <summary>One coordinate of one point, in (0, 1); any point on any thread.</summary>
    /// <param name="index">Which point, from 0.</param>
    /// <param name="dimension">Which coordinate.</param>
    public double At(int index, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return SobolSequence.MiddleOf(Scrambled(SobolSequence.Cell(index, dimension), _seed[dimension]));
    }

    private static uint Scrambled(uint cell, uint seed) => Reversed(Mixed(Reversed(cell), seed));

    // Multiplication carries upwards only: in reversed order every digit is changed by those before it and by no other.
    private static uint Mixed(uint x, uint seed)
    {
        x += seed;
        x ^= x * 0x6C50B47C;
        x ^= x * 0xB82F1E52;
        x ^= x * 0xC7AFE638;
        x ^= x * 0x8D22F6E6;
        return x;
    }

    private static uint Reversed(uint x)
    {
        x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
        x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2);
        x = ((x >> 4) & 0x0F0F0F0F) | ((x & 0x0F0F0F0F) << 4);
        return BitOperations.RotateLeft(((x >> 8) & 0x00FF00FF) | ((x & 0x00FF00FF) << 8), 16);
    }
}
