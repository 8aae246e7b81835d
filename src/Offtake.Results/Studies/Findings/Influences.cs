namespace Offtake.Results.Studies.Findings;

/// <summary>Which inputs the values of an outcome under a policy depend on.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Used">Blocks of futures (Sobol' indices) or futures that were used.</param>
/// <param name="LeftOut">Blocks or futures without a value in one of them.</param>
/// <param name="ByInput">By uncertainty; last, where the method knows it, everything that is not named, and chance.</param>
/// <param name="Together">Two inputs beyond what each does alone; empty where it was not asked for. The index after the last uncertainty is everything that is not named.</param>
/// <param name="Absent">Why there is nothing; null when there is something.</param>
public sealed record Influences(
    int Policy, InfluenceMethod Method, int Used, int LeftOut, IReadOnlyList<Influence> ByInput, IReadOnlyList<JointInfluence> Together, string? Absent);

/// <summary>How influences were found.</summary>
public enum InfluenceMethod
{
    /// <summary>Rank correlations only.</summary>
    RankCorrelation,

    /// <summary>Sobol' indices from points in pairs.</summary>
    Sobol,

    /// <summary>Shapley effects from a table of futures, whose inputs may depend on each other. They are no Sobol' indices.</summary>
    Shapley,
}

/// <summary>The influence of one input.</summary>
/// <param name="Uncertainty">Index of the uncertainty; null for everything that is not named, and chance.</param>
/// <param name="First">Share of the variance it explains alone; null where not computed.</param>
/// <param name="Total">Share it explains alone and with others; null where not computed.</param>
/// <param name="Shapley">Its fair share where inputs depend on each other; null where not computed.</param>
/// <param name="RankCorrelation">Spearman's rank correlation with the outcome; NaN where there is none.</param>
public sealed record Influence(int? Uncertainty, Interval? First, Interval? Total, Interval? Shapley, double RankCorrelation);

/// <summary>What two inputs explain together beyond what each explains alone.</summary>
/// <param name="One">Index of one input.</param>
/// <param name="Other">Index of the other.</param>
/// <param name="Share">Share of the variance.</param>
public sealed record JointInfluence(int One, int Other, Interval Share);
