using System.Runtime.CompilerServices;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Ledger;

/// <summary>Who holds how much of what, and what it contains: the physical state of a chain.</summary>
/// <remarks>
/// <see cref="Amounts"/> counts each account in its commodity's unit; <see cref="Contents"/> holds its elements, lane by lane, and
/// after them the sinks and nature. Every change is entered in the <see cref="Journal"/> of the month as well, so that the ledger can
/// compare what was booked with what is there.
/// </remarks>
public sealed class Holdings
{
    // A wish may exceed a stock by rounding; anything beyond this share is a fault of the caller.
    private const double RoundingShare = 1e-9;

    private readonly ChainLayout _layout;
    private readonly int[] _laneStart;
    private readonly Amount[] _amountIn;
    private readonly Amount[] _amountOut;
    private readonly Tonnes[] _contentIn;
    private readonly Tonnes[] _contentOut;

    /// <summary>Empty accounts.</summary>
    public Holdings(ChainLayout layout)
    {
        _layout = layout;
        Amounts = new Amount[layout.AccountCount];
        Contents = new Tonnes[layout.LaneCount];
        Journal = new Journal(layout.AccountCount, layout.LaneCount);
        _laneStart = layout.LaneStart;
        (_amountIn, _amountOut, _contentIn, _contentOut) = (Journal.AmountIn, Journal.AmountOut, Journal.ContentIn, Journal.ContentOut);
    }

    /// <summary>Amount by account of goods.</summary>
    public Amount[] Amounts { get; }

    /// <summary>Content by lane.</summary>
    public Tonnes[] Contents { get; }

    /// <summary>What was booked this month.</summary>
    public Journal Journal { get; }

    /// <summary>Content of an account, lane by lane.</summary>
    public Span<Tonnes> ContentOf(int account) =>
        Contents.AsSpan(_laneStart[account], _laneStart[account + 1] - _laneStart[account]);

    /// <summary>Moves an amount, with its content, between two accounts of one commodity.</summary>
    /// <exception cref="InvalidOperationException">The amount is negative or larger than what the giver holds.</exception>
    public void Move(int from, int to, Amount amount)
    {
        if (amount.Value == 0.0) return;
        Move(from, to, amount, FractionOf(from, amount));
    }

    /// <summary>The same, and tells what the amount contained, by lane.</summary>
    public void Move(int from, int to, Amount amount, Span<Tonnes> content)
    {
        content.Clear();
        if (amount.Value == 0.0) return;
        double fraction = FractionOf(from, amount);
        ReadOnlySpan<Tonnes> held = ContentOf(from);
        for (int j = 0; j < held.Length; j++) content[j] = held[j] * fraction;
        Move(from, to, amount, fraction);
    }

    /// <summary>Takes an amount with its content out of an account and adds the content, by element, to <paramref name="entering"/>.</summary>
    public void TakeInto(int from, Amount amount, Span<Tonnes> entering)
    {
        if (amount.Value == 0.0) return;
        double fraction = FractionOf(from, amount);
        int first = _laneStart[from];
        Span<Tonnes> held = Contents.AsSpan(first, _laneStart[from + 1] - first);
        Span<Tonnes> gone = _contentOut.AsSpan(first, held.Length);
        ReadOnlySpan<int> elementOf = _layout.ElementOfLane.AsSpan(first, held.Length);
        for (int j = 0; j < held.Length; j++)
        {
            Tonnes content = held[j] * fraction;
            held[j] -= content;
            gone[j] += content;
            entering[elementOf[j]] += content;
        }

        Take(from, amount, fraction);
    }

    /// <summary>Moves an amount with its content out of an account into a sink of a region.</summary>
    public void MoveToSink(int from, Amount amount, Sink sink, int region)
    {
        if (amount.Value == 0.0) return;
        double fraction = FractionOf(from, amount);
        int end = _laneStart[from + 1];
        int firstOfSink = _layout.SinkLane(sink, region, 0);
        int[] elementOf = _layout.ElementOfLane;
        for (int lane = _laneStart[from]; lane < end; lane++)
        {
            Tonnes content = Contents[lane] * fraction;
            Take(lane, content);
            Put(firstOfSink + elementOf[lane], content);
        }

        Take(from, amount, fraction);
    }

    /// <summary>Adds content to a lane and books it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int lane, Tonnes content)
    {
        Contents[lane] += content;
        _contentIn[lane] += content;
    }

    /// <summary>Takes content from a lane and books it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int lane, Tonnes content)
    {
        Contents[lane] -= content;
        _contentOut[lane] += content;
    }

    /// <summary>Adds an amount to an account and books it. Its content is put lane by lane.</summary>
    public void PutAmount(int account, Amount amount)
    {
        Amounts[account] += amount;
        _amountIn[account] += amount;
    }

    /// <summary>Takes an amount from an account and books it. Its content is taken lane by lane.</summary>
    public void TakeAmount(int account, Amount amount)
    {
        Amounts[account] -= amount;
        _amountOut[account] += amount;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Move(int from, int to, Amount amount, double fraction)
    {
        int[] start = _laneStart;
        int lane = start[from];
        LaneSums.Move(Contents, _contentOut, _contentIn, lane, start[to], start[from + 1] - lane, fraction);
        Take(from, amount, fraction);
        PutAmount(to, amount);
    }

    private void Take(int account, Amount amount, double fraction) => TakeAmount(account, fraction == 1.0 ? Amounts[account] : amount);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double FractionOf(int account, Amount amount)
    {
        Amount held = Amounts[account];
        return amount.Value >= 0.0 && amount <= held ? amount / held : FractionWithinRounding(account, held, amount);
    }

    private double FractionWithinRounding(int account, Amount held, Amount amount)
    {
        if (amount.Value > 0.0 && amount <= held * (1.0 + RoundingShare)) return 1.0;
        throw new InvalidOperationException(
            $"{_layout.AccountOfGoodsName(account)} holds {held.Value:G9}, so {amount.Value:G9} cannot leave it; a rule must limit its wish before it books.");
    }
}
