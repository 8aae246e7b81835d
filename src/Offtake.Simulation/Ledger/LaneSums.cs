using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Ledger;

/// <summary>Arithmetic on runs of lanes, four at a time. Every lane gets the bits it would get alone, since nothing is added across lanes.</summary>
internal static class LaneSums
{
    /// <summary>Moves a fraction of what each lane holds to the lane of another account and books it on both sides.</summary>
    /// <param name="held">Content by lane.</param>
    /// <param name="bookedOut">Booked out, by lane.</param>
    /// <param name="bookedIn">Booked in, by lane.</param>
    /// <param name="from">First lane of the giver.</param>
    /// <param name="to">First lane of the taker.</param>
    /// <param name="count">Lanes of either.</param>
    /// <param name="fraction">Part of what is held.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(Tonnes[] held, Tonnes[] bookedOut, Tonnes[] bookedIn, int from, int to, int count, double fraction)
    {
        // A thousand short runs a month: their bounds are looked at once a run, not once a lane and column.
        uint length = (uint)held.Length;
        bool isInside = (uint)(from + count) <= length && (uint)(to + count) <= length && from >= 0 && to >= 0 && bookedOut.Length == held.Length && bookedIn.Length == held.Length;
        if (!isInside) throw new ArgumentOutOfRangeException(nameof(count), count, $"Lanes from {from} and {to} are not all among the {length} there are.");
        ref double giver = ref Unsafe.As<Tonnes, double>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(held), from));
        ref double gone = ref Unsafe.As<Tonnes, double>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bookedOut), from));
        ref double taker = ref Unsafe.As<Tonnes, double>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(held), to));
        ref double come = ref Unsafe.As<Tonnes, double>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bookedIn), to));
        nuint lane = 0;
        for (; lane + 4 <= (nuint)count; lane += 4)
        {
            Vector256<double> has = Vector256.LoadUnsafe(ref giver, lane);
            Vector256<double> content = has * fraction;
            (has - content).StoreUnsafe(ref giver, lane);
            (Vector256.LoadUnsafe(ref gone, lane) + content).StoreUnsafe(ref gone, lane);
            (Vector256.LoadUnsafe(ref taker, lane) + content).StoreUnsafe(ref taker, lane);
            (Vector256.LoadUnsafe(ref come, lane) + content).StoreUnsafe(ref come, lane);
        }

        for (; lane < (nuint)count; lane++)
        {
            double content = Unsafe.Add(ref giver, lane) * fraction;
            Unsafe.Add(ref giver, lane) -= content;
            Unsafe.Add(ref gone, lane) += content;
            Unsafe.Add(ref taker, lane) += content;
            Unsafe.Add(ref come, lane) += content;
        }
    }
}
