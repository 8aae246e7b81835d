namespace Offtake.Analysis;

/// <summary>How intervals are found: by drawing the sample anew from itself. The same seed gives the same bits for any number of workers.</summary>
/// <param name="Replicates">How often; 0 gives no intervals.</param>
/// <param name="Seed">Which random numbers.</param>
/// <param name="Workers">Threads at a time; 0 for one a core.</param>
public sealed record Resampling(int Replicates = 100, ulong Seed = 1, int Workers = 0)
{
    /// <summary>No intervals.</summary>
    public static Resampling None { get; } = new(0);

    internal ParallelOptions Parallel => new() { MaxDegreeOfParallelism = Workers > 0 ? Workers : Environment.ProcessorCount };

    /// <summary>How often each member is drawn, by replicate and member. Replicate 0 is the sample itself: every member once.</summary>
    internal byte[][] Counts(int members)
    {
        byte[][] counts = new byte[Replicates + 1][];
        counts[0] = new byte[members];
        Array.Fill(counts[0], (byte)1);
        System.Threading.Tasks.Parallel.For(1, counts.Length, Parallel, r => counts[r] = Draw(members, Mix.Word(Seed, (ulong)r)));
        return counts;
    }

    // The upper half of a product of 32-bit numbers: even up to one part in 2^32 / members.
    private static byte[] Draw(int members, ulong key)
    {
        byte[] counts = new byte[members];
        for (int n = 0; n < members; n++)
        {
            ulong draw = ((Mix.Word(key, (ulong)n) >> 32) * (ulong)members) >> 32;
            checked { counts[draw]++; }
        }

        return counts;
    }
}
