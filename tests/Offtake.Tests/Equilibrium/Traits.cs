namespace Offtake.Tests.Equilibrium;

/// <summary>What a random problem may contain.</summary>
[Flags]
public enum Traits
{
    None = 0,
    Cross = 1,
    Asymmetric = 2,
    Percent = 4,
    Quotas = 8,
    Activities = 16,
    Rules = 32,
    Direct = 64,
    Sparse = 128,
    All = 255,
}
