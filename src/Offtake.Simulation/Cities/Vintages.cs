using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Cities;

/// <summary>Goods of all fleets put to use in the months walked, with what they contain, and what of them retires.</summary>
/// <remarks>
/// Eq. CIT-2, over the vintages walked. A sum over all vintages every month would stream the whole past through memory every month. So what older vintages
/// give to each of the next <see cref="Ahead"/> months is added up at once when the first of them begins, and a month adds the few vintages since then, of
/// all fleets in one sweep. Columns are the amount of a fleet and each lane of its commodity; every column is added in one order on all machines.
/// </remarks>
internal sealed class Vintages
{
    // Sixteen months are four vectors of sums in registers.
    private const int Ahead = 16;
    private const int Pair = 2;

    private readonly double[][] _retiringAtAge;
    private readonly int _columns;
    private readonly int[] _fleetOfPair;

    // Rows of all columns: the share that retires at each age below Ahead, the vintages of the block of months under way, and what is due in each of them from before.
    private readonly double[] _shareAtAge;
    private readonly double[] _recent;
    private readonly double[] _due;
    private readonly double[] _retiring;

    // Two columns side by side, month by month.
    private readonly double[][] _past;
    private int _month = -1;

    /// <summary>No goods yet.</summary>
    /// <param name="retiringAtAge">By fleet; see <see cref="RetiringAtAge"/>.</param>
    /// <param name="columns">By fleet: number of lanes of its commodity, and one.</param>
    /// <param name="months">Months walked at most.</param>
    public Vintages(double[][] retiringAtAge, ReadOnlySpan<int> columns, int months)
    {
        _retiringAtAge = retiringAtAge;
        First = new int[columns.Length];
        int pairs = 0;
        for (int fleet = 0; fleet < columns.Length; fleet++)
        {
            First[fleet] = pairs * Pair;
            pairs += (columns[fleet] + Pair - 1) / Pair;
        }

        _columns = ((pairs * Pair) + Ahead - 1) / Ahead * Ahead;
        _fleetOfPair = new int[pairs];
        _shareAtAge = new double[_columns * Ahead];
        _recent = new double[_columns * Ahead];
        _due = new double[_columns * Ahead];
        _retiring = new double[_columns];
        _past = new double[pairs][];
        for (int pair = 0; pair < pairs; pair++) _past[pair] = new double[Pair * months];
        for (int fleet = 0; fleet < columns.Length; fleet++)
        {
            int end = fleet + 1 < columns.Length ? First[fleet + 1] : pairs * Pair;
            _fleetOfPair.AsSpan(First[fleet] / Pair, (end - First[fleet]) / Pair).Fill(fleet);
            for (int age = 0; age < Ahead; age++) _shareAtAge.AsSpan((age * _columns) + First[fleet], end - First[fleet]).Fill(retiringAtAge[fleet][age]);
        }
    }

    /// <summary>The column of a fleet's amount; its lanes follow.</summary>
    public int[] First { get; }

    /// <summary>Share of a vintage that retires at each age in months, none at age 0, with room for every age that can be asked for.</summary>
    /// <param name="survival">Share in use by age in months, from one at age 0 to zero at the last age.</param>
    /// <param name="months">Months walked at most.</param>
    public static double[] RetiringAtAge(ReadOnlySpan<double> survival, int months)
    {
        var drop = new double[months + (2 * Ahead)];
        for (int a = 1; a < Math.Min(survival.Length, drop.Length); a++) drop[a] = survival[a - 1] - survival[a];
        return drop;
    }

    /// <summary>What is deployed in a month, to be written, by column; nothing to begin with.</summary>
    /// <param name="month">Months since the first one walked; they come in their order.</param>
    public Span<double> DeployedIn(int month)
    {
        while (_month < month) Begin(_month + 1);
        return _recent.AsSpan(month % Ahead * _columns, _columns);
    }

    /// <summary>What retires in a month, by column.</summary>
    /// <param name="month">Months since the first one walked; they come in their order.</param>
    public ReadOnlySpan<double> RetiringIn(int month)
    {
        while (_month < month) Begin(_month + 1);
        return _retiring;
    }

    private void Begin(int month)
    {
        int since = month % Ahead;
        if (since == 0 && month > 0) LookAhead(month);
        _month = month;
        _recent.AsSpan(since * _columns, _columns).Clear();
        ref double share = ref MemoryMarshal.GetArrayDataReference(_shareAtAge);
        ref double vintage = ref MemoryMarshal.GetArrayDataReference(_recent);
        ReadOnlySpan<double> due = _due.AsSpan(since * _columns, _columns);
        Span<double> retiring = _retiring.AsSpan(0, due.Length);

        // The youngest vintage first, sixteen columns at a time. Rows are whole blocks of sixteen, so that every load stays inside its row.
        for (int column = 0; column < due.Length; column += Ahead)
        {
            Vector256<double> a = Vector256.Create(due[column..]), b = Vector256.Create(due[(column + 4)..]), c = Vector256.Create(due[(column + 8)..]), d = Vector256.Create(due[(column + 12)..]);
            for (int age = 1; age <= since; age++)
            {
                nuint shares = (nuint)((age * due.Length) + column);
                nuint vintages = (nuint)(((since - age) * due.Length) + column);
                a = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref share, shares), Vector256.LoadUnsafe(ref vintage, vintages), a);
                b = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref share, shares + 4), Vector256.LoadUnsafe(ref vintage, vintages + 4), b);
                c = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref share, shares + 8), Vector256.LoadUnsafe(ref vintage, vintages + 8), c);
                d = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref share, shares + 12), Vector256.LoadUnsafe(ref vintage, vintages + 12), d);
            }

            a.CopyTo(retiring[column..]);
            b.CopyTo(retiring[(column + 4)..]);
            c.CopyTo(retiring[(column + 8)..]);
            d.CopyTo(retiring[(column + 12)..]);
        }
    }

    /// <summary>Files the block of months that is over, and adds up what all months so far give to each of the block to come.</summary>
    private void LookAhead(int month)
    {
        for (int pair = 0; pair < _fleetOfPair.Length; pair++)
        {
            Span<double> past = _past[pair].AsSpan(0, Pair * month);
            Span<double> last = past[(Pair * (month - Ahead))..];
            for (int i = 0; i < Ahead; i++)
            {
                last[Pair * i] = _recent[(i * _columns) + (Pair * pair)];
                last[(Pair * i) + 1] = _recent[(i * _columns) + (Pair * pair) + 1];
            }

            Spread(Pair * pair, past, _retiringAtAge[_fleetOfPair[pair]].AsSpan(0, month + Ahead));
        }
    }

    /// <summary>What vintages of the months before give of two columns to each of the months ahead, oldest first.</summary>
    private void Spread(int column, ReadOnlySpan<double> past, ReadOnlySpan<double> retiringAtAge)
    {
        // Fused, and in one order, so that all machines round alike; two columns at a time, so that shares are loaded once for both.
        Vector256<double> a0 = Vector256<double>.Zero, b0 = a0, c0 = a0, d0 = a0, a1 = a0, b1 = a0, c1 = a0, d1 = a0;
        ref double share = ref MemoryMarshal.GetReference(retiringAtAge);
        int age = past.Length / Pair;
        for (int i = 0; i + 1 < past.Length; i += Pair, age--)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref share, (nuint)age);
            Vector256<double> b = Vector256.LoadUnsafe(ref share, (nuint)(age + 4));
            Vector256<double> c = Vector256.LoadUnsafe(ref share, (nuint)(age + 8));
            Vector256<double> d = Vector256.LoadUnsafe(ref share, (nuint)(age + 12));
            Vector256<double> even = Vector256.Create(past[i]);
            Vector256<double> odd = Vector256.Create(past[i + 1]);
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
        for (int i = 0; i < 4; i++)
        {
            _due[(i * _columns) + column] = a[i];
            _due[((i + 4) * _columns) + column] = b[i];
            _due[((i + 8) * _columns) + column] = c[i];
            _due[((i + 12) * _columns) + column] = d[i];
        }
    }
}
