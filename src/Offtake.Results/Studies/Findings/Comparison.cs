namespace Offtake.Results.Studies.Findings;

/// <summary>Two policies in the same futures: the second is taken from the first, future by future.</summary>
/// <param name="Policy">Index of the policy in question.</param>
/// <param name="Against">Index of the one it is compared with.</param>
/// <param name="Pairs">Futures in which both have a value.</param>
/// <param name="AheadShare">Share of these in which it is better; higher, where nobody says which way is better.</param>
/// <param name="TiedShare">Share in which both are the same.</param>
/// <param name="Difference">Paired differences, over futures, in the outcome's unit.</param>
/// <param name="MeanDifference">Their mean, with its interval.</param>
/// <param name="Lead">Who is better on average.</param>
/// <param name="BreakEvens">By uncertainty that was looked at, where the lead changes; empty where nobody says which way is better, where the policies are alike, or where it was not looked for.</param>
public sealed record Comparison(
    int Policy, int Against, int Pairs, double AheadShare, double TiedShare, Band Difference, Interval MeanDifference, Lead Lead, IReadOnlyList<BreakEvens> BreakEvens);

/// <summary>Who is better on average.</summary>
public enum Lead
{
    /// <summary>The interval of the mean difference spans zero.</summary>
    TooClose,

    /// <summary>The policy in question.</summary>
    Ahead,

    /// <summary>The one it is compared with.</summary>
    Behind,

    /// <summary>Nobody that matters: the whole interval lies within 1 % of the outcome's range over futures.</summary>
    Alike,
}

/// <summary>Along one uncertainty, all else as the futures have it, where the expected difference of two policies changes its sign.</summary>
/// <param name="Uncertainty">Index of the uncertainty.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Places">Where; empty without a change of sign.</param>
/// <param name="From">Smallest value among the futures.</param>
/// <param name="To">Largest value among the futures.</param>
public sealed record BreakEvens(int Uncertainty, BreakEvenVerdict Verdict, IReadOnlyList<BreakEven> Places, double From, double To);

/// <summary>What a search for break-evens found.</summary>
public enum BreakEvenVerdict
{
    /// <summary>The sign changes, and is known on both sides.</summary>
    Found,

    /// <summary>The sign seems to change, but is known on one side only.</summary>
    Possible,

    /// <summary>The policy in question is ahead over the whole range, as far as it is known.</summary>
    AheadThroughout,

    /// <summary>The policy in question is behind over the whole range, as far as it is known.</summary>
    BehindThroughout,

    /// <summary>The sign is known nowhere.</summary>
    Unclear,

    /// <summary>There are too few futures to look.</summary>
    TooFew,
}

/// <summary>A value at which two policies are expected to do equally well.</summary>
/// <param name="Value">The value.</param>
/// <param name="Low">Below it the sign is known; minus infinity when it is not known down to the end of the range.</param>
/// <param name="High">Above it the sign is known; infinity when it is not known up to the end of the range.</param>
/// <param name="IsAheadAbove">Whether the policy in question is ahead above the value; otherwise below.</param>
public sealed record BreakEven(double Value, double Low, double High, bool IsAheadAbove);

/// <summary>Policies that differ from each other in one lever only, beside the first policy.</summary>
/// <param name="Lever">Index of the lever.</param>
/// <param name="Points">By rising value of the lever.</param>
/// <param name="Places">Where the mean difference changes its sign, by a straight line between neighbours. Intervals are not given.</param>
public sealed record LeverPath(int Lever, IReadOnlyList<LeverPoint> Points, IReadOnlyList<BreakEven> Places);

/// <summary>One policy on such a path.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Value">Value of the lever.</param>
/// <param name="MeanDifference">To the first policy, in the outcome's unit.</param>
public sealed record LeverPoint(int Policy, double Value, Interval MeanDifference);

/// <summary>What choosing a policy costs against the policy that turns out best in a future.</summary>
/// <param name="Futures">Futures in which all policies have a value.</param>
/// <param name="ByPolicy">By policy.</param>
/// <param name="Minimax">The policy whose largest regret is smallest.</param>
/// <param name="IsMinimaxTooClose">Whether another one would have it in more than 5 % of samples drawn anew.</param>
/// <param name="LeastMean">The policy whose mean regret is smallest.</param>
/// <param name="IsLeastMeanTooClose">Whether another one is alike, or the interval of its distance to it spans zero.</param>
public sealed record RegretFindings(int Futures, IReadOnlyList<Regret> ByPolicy, int Minimax, bool IsMinimaxTooClose, int LeastMean, bool IsLeastMeanTooClose);

/// <summary>The regret of one policy, in the outcome's unit.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Mean">Over futures.</param>
/// <param name="Ninety">Not exceeded in nine of ten futures.</param>
/// <param name="Highest">In the worst future.</param>
/// <param name="BestShare">Share of futures in which no other policy is better.</param>
public sealed record Regret(int Policy, double Mean, double Ninety, double Highest, double BestShare);
