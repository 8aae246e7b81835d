namespace Offtake.Results.Studies.Findings;

/// <summary>Which policy has the best mean outcome in each part of a plane of two uncertainties.</summary>
/// <param name="Map">Index of the map.</param>
/// <param name="AcrossEdges">From the smallest to the largest value of the uncertainty from left to right; one more than there are columns.</param>
/// <param name="UpwardEdges">The same from bottom to top.</param>
/// <param name="Cells">Row by row from the bottom, in each from the left.</param>
/// <param name="FewestFutures">Cells with fewer futures are left blank.</param>
public sealed record WinnerMapFindings(int Map, IReadOnlyList<double> AcrossEdges, IReadOnlyList<double> UpwardEdges, IReadOnlyList<WinnerCell> Cells, int FewestFutures);

/// <summary>A part of such a plane.</summary>
/// <param name="Column">From 0, left.</param>
/// <param name="Row">From 0, at the bottom.</param>
/// <param name="Futures">Futures inside in which all policies have a value.</param>
/// <param name="Winner">Policy with the best mean; null where there are too few futures.</param>
/// <param name="Rivals">Policies from which it cannot be told apart: the interval of the paired difference spans zero, or they are alike. Empty where the winner is clear.</param>
/// <param name="Lead">Mean distance to the next policy, in the outcome's unit, positive; NaN where there are too few futures.</param>
public sealed record WinnerCell(int Column, int Row, int Futures, int? Winner, IReadOnlyList<int> Rivals, double Lead)
{
    /// <summary>Whether the winner cannot be told apart from another policy.</summary>
    public bool IsTooClose => Rivals.Count > 0;
}
