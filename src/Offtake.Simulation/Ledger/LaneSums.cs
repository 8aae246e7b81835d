using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Offtake.Model.Quantities;

namespace Offtake.Simulation.Ledger;

/// <summary>Arithmetic on runs of lanes, four at a time. Every lane gets the bits it would get alone, since nothing is added across lanes.</summary>
internal static class LaneSums
{
    private const int Four = 4;

    /// <summary>Moves a fraction of what each lane holds to the lane of another account and books it on both sides.</summary>
    public static void Move(Span<Tonnes> from, Span<Tonnes> bookedOut, Span<Tonnes> to, Span<Tonnes> bookedIn, double fraction)
    {
        int done = 0;
        if (from.Length >= Four)
        {
            Span<Vector256<double>> giver = Fours(from);
            Span<Vector256<double>> gone = Fours(bookedOut)[..giver.Length];
            Span<Vector256<double>> taker = Fours(to)[..giver.Length];
            Span<Vector256<double>> come = Fours(bookedIn)[..giver.Length];
            for (int i = 0; i < giver.Length; i++)
            {
                Vector256<double> content = giver[i] * fraction;
                giver[i] -= content;
                gone[i] += content;
                taker[i] += content;
                come[i] += content;
            }

            done = giver.Length * Four;
        }

        for (int lane = done; lane < from.Length; lane++)
        {
            Tonnes content = from[lane] * fraction;
            from[lane] -= content;
            bookedOut[lane] += content;
            to[lane] += content;
            bookedIn[lane] += content;
        }
    }

    /// <summary>The same quantities, four to a vector; up to three at the end are left out.</summary>
    public static Span<Vector256<double>> Fours(Span<Tonnes> lanes) => MemoryMarshal.Cast<Tonnes, Vector256<double>>(lanes);
}
