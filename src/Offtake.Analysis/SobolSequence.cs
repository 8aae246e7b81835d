using System.Globalization;
using System.Numerics;

namespace Offtake.Analysis;

/// <summary>
/// Sobol' points: evenly spread over a unit cube of up to 128 dimensions, any number of them at once. They are not random; a digital shift
/// keeps their evenness and gives independent replications.
/// </summary>
/// <remarks>
/// Eq. SEN-1: x_j(n) = shift_j ⊕ (⊕ over the bits b of the Gray code of n of v_j,b), v_j,b the direction numbers of dimension j. Numbers of Joe and Kuo
/// (2008), SIAM J. Sci. Comput. 30:2635, set new-joe-kuo-6; Gray code order of Antonov and Saleev (1979). The first 2^m points hold one point in every
/// interval of length 2^-m of every axis. Points are cell middles, so none is exactly 0 or 1.
/// </remarks>
public sealed class SobolSequence
{
    /// <summary>The largest number of dimensions.</summary>
    public const int MaxDimensions = 128;

    /// <summary>The largest number of points.</summary>
    public const long MaxPoints = 1L << Bits;

    private const int Bits = 32;
    private const double CellWidth = 1.0 / (1L << Bits);

    private static readonly Lazy<uint[][]> Directions = new(Load);

    private readonly uint[] _shift;

    /// <summary>The plain sequence, or a shifted one.</summary>
    /// <param name="dimensions">1 to <see cref="MaxDimensions"/>.</param>
    /// <param name="seed">Which digital shift; null for none. The same seed gives the same points everywhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many dimensions.</exception>
    public SobolSequence(int dimensions, ulong? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        _shift = new uint[dimensions];
        if (seed is not { } s) return;
        for (int j = 0; j < dimensions; j++) _shift[j] = (uint)(Mix.Word(s, (ulong)j) >> Bits);
    }

    /// <summary>Number of dimensions.</summary>
    public int Dimensions => _shift.Length;

    /// <summary>Writes one point; points can be asked for in any order and on any thread.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="point">As many numbers in (0, 1) as there are dimensions.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public void Point(long index, Span<double> point)
    {
        if (point.Length != Dimensions) throw new ArgumentException($"The point has {point.Length} coordinates, the sequence {Dimensions}.", nameof(point));
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxPoints);
        uint gray = (uint)index ^ (uint)(index >> 1);
        uint[][] directions = Directions.Value;
        for (int j = 0; j < point.Length; j++) point[j] = MiddleOf(Word(gray, directions[j]) ^ _shift[j]);
    }

    /// <summary>The middle of a cell.</summary>
    internal static double MiddleOf(uint cell) => (cell + 0.5) * CellWidth;

    /// <summary>A coordinate of a point of the plain sequence, as the number of its cell.</summary>
    internal static uint Cell(long index, int dimension) => Word((uint)index ^ (uint)(index >> 1), Directions.Value[dimension]);

    private static uint Word(uint gray, uint[] directions)
    {
        uint x = 0;
        for (uint rest = gray; rest != 0; rest &= rest - 1) x ^= directions[BitOperations.TrailingZeroCount(rest)];
        return x;
    }

    /// <summary>Bratley and Fox (1988), ACM Trans. Math. Softw. 14:88: how the first numbers of a dimension give all of them.</summary>
    private static uint[][] Load()
    {
        using Stream stream = typeof(SobolSequence).Assembly.GetManifestResourceStream("direction-numbers.txt")!;
        using StreamReader reader = new(stream);
        uint[][] all = new uint[MaxDimensions][];
        all[0] = [.. Enumerable.Range(0, Bits).Select(b => 1u << (Bits - 1 - b))];
        for (int d = 1; d < MaxDimensions; d++)
        {
            uint[] line = [.. reader.ReadLine()!.Split(' ').Select(n => uint.Parse(n, CultureInfo.InvariantCulture))];
            all[d] = Expand((int)line[1], line[2], line.AsSpan(3));
        }

        return all;
    }

    private static uint[] Expand(int degree, uint coefficients, ReadOnlySpan<uint> first)
    {
        uint[] v = new uint[Bits];
        for (int b = 0; b < degree; b++) v[b] = first[b] << (Bits - 1 - b);
        for (int b = degree; b < Bits; b++)
        {
            v[b] = v[b - degree] ^ (v[b - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                if (((coefficients >> (degree - 1 - k)) & 1) == 1) v[b] ^= v[b - k];
            }
        }

        return v;
    }
}
