namespace Offtake.Results.Studies.Findings;

/// <summary>Where among the uncertainties a condition comes about.</summary>
/// <param name="Condition">Index of the condition.</param>
/// <param name="ByPolicy">By policy.</param>
public sealed record ConditionFindings(int Condition, IReadOnlyList<ConditionUnderPolicy> ByPolicy);

/// <summary>A condition under one policy. A future without a value does not meet it.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Cases">Futures that meet it.</param>
/// <param name="Share">Share of futures that meet it.</param>
/// <param name="MissingShare">Share of futures without a value.</param>
/// <param name="Separations">By uncertainty, how differently it lies in the futures that meet the condition; empty where it was not looked at.</param>
/// <param name="Box">Where the condition comes about often; null where none was looked for or found.</param>
/// <param name="Tree">What another method says; null where it was not asked.</param>
/// <param name="Absent">Why no box is given; null when there is one.</param>
public sealed record ConditionUnderPolicy(
    int Policy, int Cases, Interval Share, double MissingShare, IReadOnlyList<Separation> Separations, ScenarioBox? Box, ScenarioTree? Tree, string? Absent);

/// <summary>How far one uncertainty lies apart in futures that meet a condition and in those that do not.</summary>
/// <param name="Uncertainty">Index of the uncertainty.</param>
/// <param name="Distance">Largest distance of the two distributions (Kolmogorov and Smirnov), 0 to 1.</param>
/// <param name="At">Where they are farthest apart.</param>
/// <param name="Chance">How likely such a distance is if the uncertainty had nothing to do with it, among all of them.</param>
public sealed record Separation(int Uncertainty, double Distance, double? At, double Chance);

/// <summary>A box among the uncertainties in which a condition comes about often. It describes; it does not prove a cause.</summary>
/// <param name="Limits">All hold.</param>
/// <param name="Density">Share of futures inside that meet the condition.</param>
/// <param name="Coverage">Share of all futures that meet the condition that lie inside.</param>
/// <param name="Mass">Share of all futures that lie inside.</param>
/// <param name="DensityElsewhere">Share of futures outside that meet the condition; NaN when there are none.</param>
/// <param name="IsDense">Whether at least 0.8 of it meet the condition; otherwise no box is as dense, and the knee of the peeling was taken.</param>
/// <param name="Trajectory">The peeling, from all futures to the smallest box.</param>
/// <param name="ChosenStep">The step that was taken, from 0, before it was widened again where that cost nothing.</param>
public sealed record ScenarioBox(
    IReadOnlyList<BoxLimit> Limits, double Density, double Coverage, double Mass, double DensityElsewhere, bool IsDense, IReadOnlyList<PeelingStep> Trajectory, int ChosenStep);

/// <summary>Bounds of one uncertainty.</summary>
/// <param name="Uncertainty">Index of the uncertainty.</param>
/// <param name="From">Smallest value inside; null for none.</param>
/// <param name="Below">Smallest value that lies above; null for none.</param>
/// <param name="Chance">How likely as many cases would be if its bounds made no difference: the larger of its quasi-p-values.</param>
public sealed record BoxLimit(int Uncertainty, double? From, double? Below, double Chance);

/// <summary>A step of a peeling.</summary>
/// <param name="Coverage">Share of all cases inside.</param>
/// <param name="Density">Share of futures inside that are cases.</param>
/// <param name="Mass">Share of all futures inside.</param>
/// <param name="Dimensions">Uncertainties that are limited.</param>
public readonly record struct PeelingStep(double Coverage, double Density, double Mass, int Dimensions);

/// <summary>A second opinion: the leaf of a classification tree that holds most cases.</summary>
/// <param name="Limits">Its bounds; chances are not known.</param>
/// <param name="Density">Share of futures inside that meet the condition.</param>
/// <param name="Coverage">Share of all futures that meet the condition that lie inside.</param>
/// <param name="HasSameInputs">Whether it limits the same uncertainties as the box.</param>
public sealed record ScenarioTree(IReadOnlyList<BoxLimit> Limits, double Density, double Coverage, bool HasSameInputs);
