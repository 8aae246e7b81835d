using Offtake.Model.Chain;

namespace Offtake.Simulation.Innovations;

/// <summary>One project in one future: how far it has come. A project that failed stays in the book and does nothing.</summary>
internal struct Project
{
    /// <summary>Index of the innovation it is one of.</summary>
    public int Innovation;

    /// <summary>Key of its random numbers.</summary>
    public ulong Key;

    /// <summary>Stage it is in, or in which it failed.</summary>
    public ProjectStage Stage;

    /// <summary>Time this stage takes over the median, drawn when work on it begins; zero before.</summary>
    public double StageLuck;

    /// <summary>Part of the stage that is done, from zero to one.</summary>
    public double Progress;

    /// <summary>Chance of having come this far; decides in the central future.</summary>
    public double Chance;

    /// <summary>Whether it has a pilot place.</summary>
    public bool IsOnPlatform;

    /// <summary>Months it has waited for a pilot place.</summary>
    public int MonthsWaited;

    /// <summary>Whether it was given up.</summary>
    public bool HasFailed;

    /// <summary>Months since it was deployed.</summary>
    public int MonthsDeployed;

    /// <summary>Whether it needs a pilot place and has none.</summary>
    public readonly bool Waits => Stage == ProjectStage.Pilot && !IsOnPlatform && !HasFailed;

    /// <summary>Whether it spreads.</summary>
    public readonly bool IsDeployed => Stage == ProjectStage.Deployed && !HasFailed;
}
