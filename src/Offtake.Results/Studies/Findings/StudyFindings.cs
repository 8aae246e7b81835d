namespace Offtake.Results.Studies.Findings;

/// <summary>What a study found, computed from its finished results and nothing else: joined slices give what one machine gives.</summary>
/// <param name="Header">Which study.</param>
/// <param name="Digest">Digest of the futures it was found in.</param>
/// <param name="Futures">Number of futures.</param>
/// <param name="Independent">How many of them are draws of their own and were walked; where points lie in pairs the others differ from these in one input and serve the indices only. All findings but the indices rest on these.</param>
/// <param name="Refused">Futures that could not be walked.</param>
/// <param name="Outcomes">By outcome.</param>
/// <param name="Conditions">By condition.</param>
/// <param name="Maps">By map.</param>
/// <param name="Limits">Sentences on what was not computed for all, to keep to a few seconds; empty when everything was.</param>
public sealed record StudyFindings(
    StudyHeader Header, string Digest, int Futures, int Independent, RefusedFutures Refused, IReadOnlyList<OutcomeFindings> Outcomes,
    IReadOnlyList<ConditionFindings> Conditions, IReadOnlyList<WinnerMapFindings> Maps, IReadOnlyList<string> Limits);

/// <summary>Futures whose numbers cannot all be true at once; they have no outcomes.</summary>
/// <param name="Count">How many.</param>
/// <param name="Reasons">The most frequent reasons, with how many futures each refused.</param>
public sealed record RefusedFutures(int Count, IReadOnlyList<(string Reason, int Futures)> Reasons);

/// <summary>What was found about one outcome. Outcomes are never added up or ranked against each other.</summary>
/// <param name="Outcome">Index of the outcome.</param>
/// <param name="Levels">By policy, its values.</param>
/// <param name="Comparisons">Every other policy beside the first; where that is the best, also beside the runner-up's.</param>
/// <param name="Best">The policy with the best mean among futures in which all have a value; null where nobody says which way is better, or there is one policy only.</param>
/// <param name="Regret">What choosing a policy may cost; null where nobody says which way is better, or there is one policy only.</param>
/// <param name="Influences">By policy that was looked at, which inputs its values depend on.</param>
/// <param name="LeverPaths">Along each lever that several policies differ in alone, when it pays.</param>
public sealed record OutcomeFindings(
    int Outcome, IReadOnlyList<Level> Levels, IReadOnlyList<Comparison> Comparisons, int? Best, RegretFindings? Regret,
    IReadOnlyList<Influences> Influences, IReadOnlyList<LeverPath> LeverPaths);

/// <summary>The values of an outcome under a policy, over futures.</summary>
/// <param name="Policy">Index of the policy.</param>
/// <param name="Band">Median and range.</param>
/// <param name="Quartiles">25 % and 75 % points; NaN with few futures.</param>
/// <param name="Mean">Mean with its interval.</param>
/// <param name="MissingShare">Share of futures without a value.</param>
/// <param name="MeanEnough">Whether there are enough futures for the mean.</param>
/// <param name="MedianEnough">Whether there are enough futures for the median.</param>
public sealed record Level(int Policy, Band Band, (double Low, double High) Quartiles, Interval Mean, double MissingShare, Sufficiency MeanEnough, Sufficiency MedianEnough);

/// <summary>Whether there are enough futures: the interval is narrower than a tenth of the range over futures, and half of the futures say the same.</summary>
/// <param name="IsEnough">Whether they are; null when there are too few to tell, or the values do not vary.</param>
/// <param name="Words">The verdict.</param>
/// <param name="Needed">Futures that would be enough; null when not known.</param>
public sealed record Sufficiency(bool? IsEnough, string Words, long? Needed);

/// <summary>A number estimated from the futures, with the interval that holds the true one in 95 of 100 such samples. It says nothing about whether the model is right.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Low">Lower end; NaN when there is none.</param>
/// <param name="High">Upper end; NaN when there is none.</param>
public readonly record struct Interval(double Value, double Low, double High)
{
    /// <summary>No number.</summary>
    public static Interval None => new(double.NaN, double.NaN, double.NaN);

    /// <summary>Whether the sign is known.</summary>
    public bool IsClear => Low > 0.0 || High < 0.0;
}
