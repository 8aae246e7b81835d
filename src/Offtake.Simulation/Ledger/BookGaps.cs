using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Offtake.Simulation.Ledger;

/// <summary>Compares all accounts of a book with what was booked, four at a time; looks for the culprit only when there is one.</summary>
/// <remarks>Eq. LED-1, LED-2. <see cref="FindOneByOne"/> says the same in plain words; a test holds them together. Units are those of the book.</remarks>
internal static class BookGaps
{
    /// <summary>Writes, for every account, what came in less what went out plus the gap, and what was booked in all.</summary>
    /// <returns>The first account whose gap is beyond tolerance, its gap left in <paramref name="net"/>; -1 when there is none.</returns>
    public static int Find(
        ReadOnlySpan<double> opening, ReadOnlySpan<double> closing, ReadOnlySpan<double> into, ReadOnlySpan<double> outOf,
        double tolerance, double relativeRounding, Span<double> net, Span<double> turnover)
    {
        ReadOnlySpan<Vector256<double>> start = Fours(opening);
        ReadOnlySpan<Vector256<double>> end = Fours(closing)[..start.Length];
        ReadOnlySpan<Vector256<double>> come = Fours(into)[..start.Length];
        ReadOnlySpan<Vector256<double>> gone = Fours(outOf)[..start.Length];
        Span<Vector256<double>> netOf = MemoryMarshal.Cast<double, Vector256<double>>(net)[..start.Length];
        Span<Vector256<double>> turnoverOf = MemoryMarshal.Cast<double, Vector256<double>>(turnover)[..start.Length];
        Vector256<double> allWell = Vector256<double>.AllBitsSet;
        for (int i = 0; i < start.Length; i++)
        {
            Vector256<double> gap = end[i] - (start[i] + come[i] - gone[i]);
            Vector256<double> allowed = Vector256.Create(tolerance) + (Vector256.Create(relativeRounding) * (Vector256.Abs(end[i]) + come[i] + gone[i]));
            allWell &= Vector256.LessThanOrEqual(Vector256.Abs(gap), allowed);
            netOf[i] = (come[i] - gone[i]) + gap;
            turnoverOf[i] = come[i] + gone[i];
        }

        int done = start.Length * Vector256<double>.Count;
        bool isWell = Vector256.EqualsAll(allWell.AsInt64(), Vector256<long>.AllBitsSet);
        int rest = FindOneByOne(opening[done..], closing[done..], into[done..], outOf[done..], tolerance, relativeRounding, net[done..], turnover[done..]);
        if (isWell) return rest < 0 ? -1 : done + rest;
        return FindOneByOne(opening, closing, into, outOf, tolerance, relativeRounding, net, turnover);
    }

    /// <summary>The same, account by account.</summary>
    public static int FindOneByOne(
        ReadOnlySpan<double> opening, ReadOnlySpan<double> closing, ReadOnlySpan<double> into, ReadOnlySpan<double> outOf,
        double tolerance, double relativeRounding, Span<double> net, Span<double> turnover)
    {
        for (int a = 0; a < opening.Length; a++)
        {
            double gap = closing[a] - (opening[a] + into[a] - outOf[a]);
            net[a] = gap;
            if (!(Math.Abs(gap) <= tolerance + (relativeRounding * (Math.Abs(closing[a]) + into[a] + outOf[a])))) return a;
            net[a] = (into[a] - outOf[a]) + gap;
            turnover[a] = into[a] + outOf[a];
        }

        return -1;
    }

    /// <summary>Whether any balance is below a bound; the bound is no tolerance of rounding, so that a yes asks for a closer look.</summary>
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

    /// <summary>Adds up some entries of two columns, each in two sums of every other entry, so that no addition waits for the one before.</summary>
    public static (double Net, double Turnover) Sums(ReadOnlySpan<int> entries, ReadOnlySpan<double> net, ReadOnlySpan<double> turnover)
    {
        double net0 = 0.0, net1 = 0.0, turnover0 = 0.0, turnover1 = 0.0;
        int i = 0;
        for (; i + 1 < entries.Length; i += 2)
        {
            net0 += net[entries[i]];
            turnover0 += turnover[entries[i]];
            net1 += net[entries[i + 1]];
            turnover1 += turnover[entries[i + 1]];
        }

        if (i < entries.Length)
        {
            net0 += net[entries[i]];
            turnover0 += turnover[entries[i]];
        }

        return (net0 + net1, turnover0 + turnover1);
    }

    private static ReadOnlySpan<Vector256<double>> Fours(ReadOnlySpan<double> column) => MemoryMarshal.Cast<double, Vector256<double>>(column);
}
