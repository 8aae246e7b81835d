namespace Offtake.Analysis.Discovery;

/// <summary>How patiently a box is looked for.</summary>
/// <param name="Peel">Share of the rows in the box that one step takes off, 0.01 to 0.5; the smaller the more patient.</param>
/// <param name="Paste">Share of the rows in the box that one step gives back; 0 for no pasting.</param>
/// <param name="LeastMass">No box is smaller than this share of all rows.</param>
/// <param name="Objective">Which step is taken.</param>
public sealed record PrimOptions(double Peel = 0.05, double Paste = 0.05, double LeastMass = 0.05, PeelObjective Objective = PeelObjective.GainPerRow)
{
    /// <exception cref="ArgumentOutOfRangeException">A share is outside its bounds.</exception>
    internal void MustBeUsable()
    {
        if (!(Peel is >= 0.001 and <= 0.5)) throw new ArgumentOutOfRangeException(nameof(Peel), Peel, "From 0.001 to 0.5.");
        if (!(Paste is >= 0.0 and <= 0.5)) throw new ArgumentOutOfRangeException(nameof(Paste), Paste, "From 0 to 0.5.");
        if (!(LeastMass is > 0.0 and < 1.0)) throw new ArgumentOutOfRangeException(nameof(LeastMass), LeastMass, "Above 0 and below 1.");
    }
}

/// <summary>Which of all possible steps a peeling takes.</summary>
public enum PeelObjective
{
    /// <summary>The one that raises density most for each row it gives up: Kwakkel and Jaxa-Rozen (2016), Environmental Modelling and Software 79:311. Fair between inputs with many and with few values.</summary>
    GainPerRow,

    /// <summary>The one after which density is highest: Friedman and Fisher (1999).</summary>
    Density,
}

/// <summary>Which box of a peeling is taken.</summary>
/// <param name="LeastDensity">The largest box in which at least this share is of interest; null for the knee, where the peeling bends most.</param>
public sealed record BoxRule(double? LeastDensity = null);
