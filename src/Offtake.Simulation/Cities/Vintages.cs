using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Cities;

/// <summary>Goods of one use put to use in the months walked, with what they contain, and what of them retires.</summary>
/// <remarks>
/// Eq. CIT-2, over the vintages walked. A sum over all vintages every month would stream the whole past through memory every month. So what older vintages
/// give to each of the next <see cref="Ahead"/> months is added up at once when the first of them begins, and a month adds the few vintages since then.
/// Columns are the amount and each lane of the commodity, in rows of whole vectors, a row a month; every column is added in one order on all machines.
/// </remarks>
internal sealed class Vintages
{
    // Sixteen months are four vectors of sums in registers.
    private const int Ahead = 16;
    private const int Four = 4;

    private readonly double[] _retiringAtAge;
    private readonly double[] _deployed;
    private readonly double[] _due;
    private readonly int _columns;
    private readonly int _used;
    private readonly int _firstAge;
    private int _first;

    /// <summary>No goods yet.</summary>
    /// <param name="retiringAtAge">See <see cref="RetiringAtAge"/>.</param>
    /// <param name="columns">Number of lanes of the commodity, and one.</param>
    /// <param name="months">Months walked at most.</param>
    public Vintages(double[] retiringAtAge, int columns, int months)
    {
        _retiringAtAge = retiringAtAge;
        _used = columns;
        _columns = (columns + Four - 1) / Four * Four;
        _deployed = new double[_columns * months];
        _due = new double[_columns * Ahead];
        _firstAge = Math.Max(1, retiringAtAge.AsSpan().IndexOfAnyExcept(0.0));
    }

    /// <summary>Share of a vintage that retires at each age in months, none at age 0, with room for every age that can be asked for.</summary>
    /// <param name="survival">Share in use by age in months, from one at age 0 to zero at the last age.</param>
    /// <param name="months">Months walked at most.</param>
    public static double[] RetiringAtAge(ReadOnlySpan<double> survival, int months)
    {
        var drop = new double[months + (2 * Ahead)];
        for (int a = 1; a < Math.Min(survival.Length, drop.Length); a++) drop[a] = survival[a - 1] - survival[a];
        return drop;
    }

    /// <summary>What is deployed in a month, to be written: the amount, then each lane. Padding stays zero.</summary>
    public Span<double> DeployedIn(int month)
    {
        LookAhead(month);
        return _deployed.AsSpan(month * _columns, _columns);
    }

    /// <summary>Writes what retires in a month: the amount, then each lane. Months are asked for in their order.</summary>
    /// <param name="month">Months since the first one walked.</param>
    /// <param name="retiring">Room for all columns, padding included: <see cref="Columns"/>.</param>
    public void Retire(int month, Span<double> retiring)
    {
        LookAhead(month);
        int since = month - _first;
        ReadOnlySpan<double> share = _retiringAtAge.AsSpan(0, since + 1);
        for (int column = 0; column < _columns; column += Four)
        {
            Vector256<double> sum = Vector256.Create<double>(_due.AsSpan((since * _columns) + column, Four));

            // Every vintage since then, the youngest that retires at all first; the slice holds all rows that are read, so that none is looked at one by one.
            ReadOnlySpan<double> vintages = _deployed.AsSpan((_first * _columns) + column, Math.Max(0, (since - 1) * _columns) + Four);
            ref double vintage = ref MemoryMarshal.GetReference(vintages);
            for (int age = _firstAge; age < share.Length; age++)
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(share[age]), Vector256.LoadUnsafe(ref vintage, (nuint)((since - age) * _columns)), sum);
            sum.CopyTo(retiring[column..]);
        }
    }

    /// <summary>Columns of a row, padding included.</summary>
    public int Columns => _columns;

    private void LookAhead(int month)
    {
        int first = month - (month % Ahead);
        if (first == _first) return;
        _first = first;
        for (int column = 0; column < _used; column += 2) Spread(column);
    }

    /// <summary>What vintages of the months before give of two columns to each of the months ahead, oldest first.</summary>
    private void Spread(int column)
    {
        // Fused, and in one order, so that all machines round alike; two columns at a time, so that shares are loaded once for both.
        Vector256<double> a0 = Vector256<double>.Zero, b0 = a0, c0 = a0, d0 = a0, a1 = a0, b1 = a0, c1 = a0, d1 = a0;
        ReadOnlySpan<double> deployed = _deployed.AsSpan(column, Math.Max(0, (_first * _columns) - column));
        ReadOnlySpan<double> shares = _retiringAtAge.AsSpan(0, _first + Ahead);
        ref double share = ref MemoryMarshal.GetReference(shares);
        int row = 0;
        for (int age = _first; age > 0; age--, row += _columns)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref share, (nuint)age);
            Vector256<double> b = Vector256.LoadUnsafe(ref share, (nuint)(age + 4));
            Vector256<double> c = Vector256.LoadUnsafe(ref share, (nuint)(age + 8));
            Vector256<double> d = Vector256.LoadUnsafe(ref share, (nuint)(age + 12));
            Vector256<double> even = Vector256.Create(deployed[row]);
            Vector256<double> odd = Vector256.Create(deployed[row + 1]);
            a0 = Vector256.FusedMultiplyAdd(a, even, a0);
            b0 = Vector256.FusedMultiplyAdd(b, even, b0);
            c0 = Vector256.FusedMultiplyAdd(c, even, c0);
            d0 = Vector256.FusedMultiplyAdd(d, even, d0);
            a1 = Vector256.FusedMultiplyAdd(a, odd, a1);
            b1 = Vector256.FusedMultiplyAdd(b, odd, b1);
            c1 = Vector256.FusedMultiplyAdd(c, odd, c1);
            d1 = Vector256.FusedMultiplyAdd(d, odd, d1);
        }

        Write(column, a0, b0, c0, d0);
        Write(column + 1, a1, b1, c1, d1);
    }

    private void Write(int column, Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        for (int i = 0; i < Four; i++)
        {
            _due[(i * _columns) + column] = a[i];
            _due[((i + 4) * _columns) + column] = b[i];
            _due[((i + 8) * _columns) + column] = c[i];
            _due[((i + 12) * _columns) + column] = d[i];
        }
    }
}
