namespace Offtake.Analysis.Discovery;

/// <summary>A box and what lies in it.</summary>
/// <param name="Box">Its limits.</param>
/// <param name="Rows">Rows inside.</param>
/// <param name="Cases">Rows of interest inside.</param>
/// <param name="Coverage">Share of all rows of interest that lie inside.</param>
/// <param name="Density">Share of the rows inside that are of interest.</param>
/// <param name="Mass">Share of all rows that lie inside.</param>
public sealed record PrimBox(Box Box, int Rows, int Cases, double Coverage, double Density, double Mass)
{
    /// <summary>Number of inputs that are limited.</summary>
    public int Dimensions => Box.Limits.Count;
}

/// <summary>Whether a limit matters: how likely at least as many rows of interest would lie in the box if it made no difference.</summary>
/// <param name="Column">The input.</param>
/// <param name="Side">The lower or the upper limit, or words.</param>
/// <param name="Chance">The quasi-p-value: above 0.05 the limit may well be an accident.</param>
public sealed record LimitChance(string Column, LimitSide Side, double Chance);

/// <summary>One side of a limit.</summary>
public enum LimitSide
{
    /// <summary>The smallest value inside.</summary>
    Low,

    /// <summary>The smallest value above.</summary>
    High,

    /// <summary>The words inside.</summary>
    Words,
}

/// <summary>A whole peeling and the box that was taken from it.</summary>
/// <param name="Trajectory">From the whole space to the smallest box, step by step.</param>
/// <param name="ChosenStep">The step that the rule took, from 0.</param>
/// <param name="Chosen">That box after pasting.</param>
/// <param name="MeetsRule">Whether a box meets the rule; if none does, the densest one was taken.</param>
/// <param name="Chances">Whether each limit of the chosen box matters.</param>
public sealed record PrimResult(IReadOnlyList<PrimBox> Trajectory, int ChosenStep, PrimBox Chosen, bool MeetsRule, IReadOnlyList<LimitChance> Chances);
