using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Cities;

/// <summary>Goods of one use put to use in the months walked, with what they contain, and what of them retires in the months to come.</summary>
/// <remarks>
/// Eq. CIT-2, over the vintages walked. A sum over all vintages every month would stream the whole past through memory every month, and push everything
/// else out of the cache. So what older vintages give to each of the next <see cref="Ahead"/> months is added up at once when the first of them begins; what
/// is deployed since then adds its part to the months left of it. Columns: the amount first, then each lane of the commodity.
/// </remarks>
internal sealed class Vintages
{
    // Sixteen months are four vectors of sums in registers.
    private const int Ahead = 16;

    private readonly double[] _retiringAtAge;
    private readonly double[] _deployed;
    private readonly double[] _due;
    private readonly bool[] _ever;
    private readonly bool _anyRetiresAtOnce;
    private readonly int _months;
    private int _first;

    /// <summary>No goods yet.</summary>
    /// <param name="retiringAtAge">See <see cref="RetiringAtAge"/>.</param>
    /// <param name="columns">Number of lanes of the commodity, and one.</param>
    /// <param name="months">Months walked at most.</param>
    public Vintages(double[] retiringAtAge, int columns, int months)
    {
        _retiringAtAge = retiringAtAge;
        _deployed = new double[columns * months];
        _due = new double[columns * 2 * Ahead];
        _ever = new bool[columns];
        _months = months;
        _anyRetiresAtOnce = retiringAtAge.AsSpan(1, Ahead).ContainsAnyExcept(0.0);
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

    /// <summary>Enters what is deployed of a column in a month, once a month.</summary>
    public void Deploy(int month, int column, double deployed)
    {
        LookAhead(month);
        _deployed[(column * _months) + month] = deployed;
        _ever[column] |= deployed != 0.0;
        if (!_anyRetiresAtOnce || deployed == 0.0) return;
        Span<Vector256<double>> due = Fours(_due.AsSpan((column * 2 * Ahead) + (month - _first) + 1, Ahead));
        ReadOnlySpan<Vector256<double>> share = Fours(_retiringAtAge.AsSpan(1, Ahead));
        for (int i = 0; i < due.Length && i < share.Length; i++) due[i] += share[i] * deployed;
    }

    /// <summary>What retires of a column in a month; months are asked for in their order.</summary>
    public double Retiring(int month, int column)
    {
        LookAhead(month);
        return _due[(column * 2 * Ahead) + (month - _first)];
    }

    private void LookAhead(int month)
    {
        int first = month - (month % Ahead);
        if (first == _first) return;
        _first = first;
        for (int column = 0; column < _ever.Length; column++)
        {
            Span<double> due = _due.AsSpan(column * 2 * Ahead, 2 * Ahead);
            due.Clear();
            if (_ever[column]) Spread(_deployed.AsSpan(column * _months, first), _retiringAtAge, due);
        }
    }

    /// <summary>What vintages of the months before give to each of the months ahead; oldest first, so that all machines add in one order.</summary>
    private static void Spread(ReadOnlySpan<double> deployed, ReadOnlySpan<double> retiringAtAge, Span<double> due)
    {
        Vector256<double> a = Vector256<double>.Zero, b = a, c = a, d = a;
        for (int month = 0; month < deployed.Length; month++)
        {
            ReadOnlySpan<Vector256<double>> share = Fours(retiringAtAge.Slice(deployed.Length - month, Ahead));
            Vector256<double> vintage = Vector256.Create(deployed[month]);
            a += share[0] * vintage;
            b += share[1] * vintage;
            c += share[2] * vintage;
            d += share[3] * vintage;
        }

        Span<Vector256<double>> sums = Fours(due);
        (sums[0], sums[1], sums[2], sums[3]) = (a, b, c, d);
    }

    private static Span<Vector256<double>> Fours(Span<double> column) => MemoryMarshal.Cast<double, Vector256<double>>(column);

    private static ReadOnlySpan<Vector256<double>> Fours(ReadOnlySpan<double> column) => MemoryMarshal.Cast<double, Vector256<double>>(column);
}
