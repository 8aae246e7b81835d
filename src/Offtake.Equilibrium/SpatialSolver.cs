using Offtake.Equilibrium.Assembly;
using Offtake.Equilibrium.Complementarity;

namespace Offtake.Equilibrium;

/// <summary>Finds the prices at which nobody gains by producing, using or carrying one unit more or less.</summary>
/// <remarks>
/// Eq. EQU-1 to EQU-7 make one linear complementarity problem (EQU-8). The answer is checked against it afresh; one whose relative residual
/// (EQU-10) exceeds <see cref="LargestResidual"/> is not given out. The same problem gives the same bits in every run.
/// </remarks>
public static class SpatialSolver
{
    /// <summary>The largest relative residual an answer may have.</summary>
    public const double LargestResidual = ComplementaritySolver.LargestResidual;

    /// <summary>Solves a problem.</summary>
    /// <returns>An equilibrium, or a refusal that says why there is none.</returns>
    /// <exception cref="ArgumentException">The problem means nothing: an index points nowhere, a number is not finite or out of range.</exception>
    public static SpatialOutcome Solve(SpatialProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ProblemCheck.Require(problem);
        SpatialSystem system = new(problem);
        ComplementarityAnswer answer = ComplementaritySolver.Solve(system.Complementarity);
        if (answer.Values is null) return new SpatialOutcome(null, RefusalText.Of(problem, system, answer));
        SpatialEquilibrium found = Extraction.Of(problem, system, answer);
        if (found.Check.Residual > LargestResidual) return new SpatialOutcome(null, RefusalText.Blurred(found.Check));
        return PlainReading.Contradiction(found) is { } market
            ? new SpatialOutcome(null, RefusalText.Contradicted(problem, market))
            : new SpatialOutcome(found, null);
    }
}

/// <summary>Either an equilibrium or the reason why there is none.</summary>
/// <param name="Equilibrium">The equilibrium; null exactly when there is a refusal.</param>
/// <param name="Refusal">Why there is none; null exactly when there is an equilibrium.</param>
public sealed record SpatialOutcome(SpatialEquilibrium? Equilibrium, Refusal? Refusal);

/// <summary>Why a problem has no answer.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Sentence">What is wrong, with names, and what can be done about it.</param>
public sealed record Refusal(RefusalKind Kind, string Sentence);

/// <summary>Kinds of reasons for which there is no answer.</summary>
public enum RefusalKind
{
    /// <summary>Proved: no prices and quantities balance the markets, because something fixed is asked for that cannot be had.</summary>
    Infeasible,

    /// <summary>Proved: something would grow without end, because it gains at whatever price.</summary>
    Unbounded,

    /// <summary>Neither an answer nor a proof was found.</summary>
    NotSolved,
}
