using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Ledger;

/// <summary>Compares all accounts of a book with what was booked, four at a time; looks for the culprit only when there is one.</summary>
/// <remarks>
/// Eq. LED-1, LED-2. <see cref="FindOneByOne"/> says the same in plain words; a test holds them together. Units are those of the book.
/// A flow is a pair: what came in less what went out plus the gap, and what was booked in all. Pairs are added at the price of one number.
/// </remarks>
internal static class BookGaps
{
    /// <summary>Writes the flow of every account.</summary>
    /// <returns>The first account whose gap is beyond tolerance; -1 when there is none.</returns>
    public static int Find(
        ReadOnlySpan<double> opening, ReadOnlySpan<double> closing, ReadOnlySpan<double> into, ReadOnlySpan<double> outOf,
        double tolerance, double relativeRounding, Span<Vector128<double>> flow)
    {
        ReadOnlySpan<Vector256<double>> start = Fours(opening);
        ReadOnlySpan<Vector256<double>> end = Fours(closing)[..start.Length];
        ReadOnlySpan<Vector256<double>> come = Fours(into)[..start.Length];
        ReadOnlySpan<Vector256<double>> gone = Fours(outOf)[..start.Length];
        Span<Vector256<double>> pairs = MemoryMarshal.Cast<Vector128<double>, Vector256<double>>(flow);
        Vector256<double> allWell = Vector256<double>.AllBitsSet;
        Vector256<double> second = Vector256.Create(0L, -1L, 0L, -1L).AsDouble();
        for (int i = 0; i < start.Length; i++)
        {
            Vector256<double> gap = end[i] - (start[i] + come[i] - gone[i]);
            Vector256<double> turnover = come[i] + gone[i];
            Vector256<double> allowed = Vector256.Create(tolerance) + (Vector256.Create(relativeRounding) * (Vector256.Abs(end[i]) + come[i] + gone[i]));
            allWell &= Vector256.LessThanOrEqual(Vector256.Abs(gap), allowed);
            Vector256<double> net = (come[i] - gone[i]) + gap;
            pairs[2 * i] = Vector256.ConditionalSelect(
                second, Vector256.Shuffle(turnover, Vector256.Create(0L, 0, 1, 1)), Vector256.Shuffle(net, Vector256.Create(0L, 0, 1, 1)));
            pairs[(2 * i) + 1] = Vector256.ConditionalSelect(
                second, Vector256.Shuffle(turnover, Vector256.Create(2L, 2, 3, 3)), Vector256.Shuffle(net, Vector256.Create(2L, 2, 3, 3)));
        }

        int done = start.Length * Vector256<double>.Count;
        bool isWell = Vector256.EqualsAll(allWell.AsInt64(), Vector256<long>.AllBitsSet);
        int rest = FindOneByOne(opening[done..], closing[done..], into[done..], outOf[done..], tolerance, relativeRounding, flow[done..]);
        if (isWell) return rest < 0 ? -1 : done + rest;
        return FindOneByOne(opening, closing, into, outOf, tolerance, relativeRounding, flow);
    }

    /// <summary>The same, account by account.</summary>
    public static int FindOneByOne(
        ReadOnlySpan<double> opening, ReadOnlySpan<double> closing, ReadOnlySpan<double> into, ReadOnlySpan<double> outOf,
        double tolerance, double relativeRounding, Span<Vector128<double>> flow)
    {
        for (int a = 0; a < opening.Length; a++)
        {
            double gap = closing[a] - (opening[a] + into[a] - outOf[a]);
            if (!(Math.Abs(gap) <= tolerance + (relativeRounding * (Math.Abs(closing[a]) + into[a] + outOf[a])))) return a;
            flow[a] = Vector128.Create((into[a] - outOf[a]) + gap, into[a] + outOf[a]);
        }

        return -1;
    }

    /// <summary>Whether any balance is below a bound.</summary>
    public static bool AnyBelow(ReadOnlySpan<double> balance, double bound)
    {
        ReadOnlySpan<Vector256<double>> fours = Fours(balance);
        Vector256<double> below = Vector256<double>.Zero;
        foreach (Vector256<double> four in fours) below |= Vector256.LessThan(four, Vector256.Create(bound));
        if (below.AsInt64() != Vector256<long>.Zero) return true;
        foreach (double last in balance[(fours.Length * Vector256<double>.Count)..])
        {
            if (last < bound) return true;
        }

        return false;
    }

    /// <summary>Adds up the flows of some accounts, in four sums of every fourth, so that no addition waits for the one before.</summary>
    public static (double Net, double Turnover) Sum(ReadOnlySpan<int> accounts, ReadOnlySpan<Vector128<double>> flow)
    {
        Vector128<double> first = Vector128<double>.Zero, second = first, third = first, fourth = first;
        int i = 0;
        for (; i + 3 < accounts.Length; i += 4)
        {
            first += flow[accounts[i]];
            second += flow[accounts[i + 1]];
            third += flow[accounts[i + 2]];
            fourth += flow[accounts[i + 3]];
        }

        for (; i < accounts.Length; i++) first += flow[accounts[i]];
        Vector128<double> sum = (first + second) + (third + fourth);
        return (sum[0], sum[1]);
    }

    private static ReadOnlySpan<Vector256<double>> Fours(ReadOnlySpan<double> column) => MemoryMarshal.Cast<double, Vector256<double>>(column);
}
