namespace Offtake.Simulation.Institutions;

/// <summary>What institutions do for research and training this month, by region: factors on what would happen without them. It is help, not an outcome; factors of one and shares of zero mean none.</summary>
/// <remarks>Read by Eq. RND-1, RND-2, RND-3 and INV-5. Whoever writes a factor says so every month: all are as without help again when measures are enacted anew.</remarks>
public sealed class InnovationSupport
{
    internal InnovationSupport(int regions)
    {
        StageTimeFactor = new double[regions];
        SurvivalFactor = new double[regions];
        PilotPlacesFactor = new double[regions];
        OutlayFactor = new double[regions];
        TrainingFactor = new double[regions];
        FailuresAvoided = new double[regions];
    }

    /// <summary>Factor on the time a project spends in a stage, above zero; below one is faster.</summary>
    public double[] StageTimeFactor { get; }

    /// <summary>Factor on the chance that a project passes a stage, at least zero; a chance stays at most one.</summary>
    public double[] SurvivalFactor { get; }

    /// <summary>Share of the projects that would fail at a stage and, with help, pass it, between zero and one.</summary>
    public double[] FailuresAvoided { get; }

    /// <summary>Factor on pilot places, at least zero; whole places count.</summary>
    public double[] PilotPlacesFactor { get; }

    /// <summary>Factor on research outlay, at least zero.</summary>
    public double[] OutlayFactor { get; }

    /// <summary>Factor on the net growth that training allows, at least zero.</summary>
    public double[] TrainingFactor { get; }

    /// <summary>No support at all.</summary>
    internal void Clear()
    {
        Array.Fill(StageTimeFactor, 1.0);
        Array.Fill(SurvivalFactor, 1.0);
        Array.Fill(PilotPlacesFactor, 1.0);
        Array.Fill(OutlayFactor, 1.0);
        Array.Fill(TrainingFactor, 1.0);
        Array.Clear(FailuresAvoided);
    }
}
