namespace Offtake.Analysis;

/// <summary>Numbers from a seed and a counter, the same on every machine and in any order.</summary>
/// <remarks>The finaliser of SplitMix64: Steele, Lea and Flood (2014), OOPSLA '14, 453.</remarks>
internal static class Mix
{
    /// <summary>64 well-mixed bits.</summary>
    public static ulong Word(ulong seed, ulong counter)
    {
        ulong z = seed + ((counter + 1) * 0x9E3779B97F4A7C15UL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
