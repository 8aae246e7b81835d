namespace Offtake.Validation;

/// <summary>A known answer beside what the program's own code gives.</summary>
/// <param name="Id">The known answer, such as <c>KA-4</c>.</param>
/// <param name="Case">What was asked, in words.</param>
/// <param name="Item">Which of several numbers of the case; empty when there is one.</param>
/// <param name="Source">Who knows the answer, and from where.</param>
/// <param name="Expected">The answer.</param>
/// <param name="Tolerance">How far a result may be off.</param>
/// <param name="Result">What came out; NaN where nothing did.</param>
public sealed record Check(string Id, string Case, string Item, string Source, double Expected, Tolerance Tolerance, double Result)
{
    /// <summary>Whether the result is near enough. A result that is no number never is.</summary>
    public bool IsMet => Math.Abs(Result - Expected) <= Tolerance.Around(Expected);
}

/// <summary>How far a result may be off.</summary>
/// <param name="Value">The largest difference accepted, or the largest share of the expected value.</param>
/// <param name="IsRelative">Whether <paramref name="Value"/> is a share of the expected value.</param>
public readonly record struct Tolerance(double Value, bool IsRelative)
{
    /// <summary>The largest difference accepted from an expected value.</summary>
    public double Around(double expected) => IsRelative ? Value * Math.Abs(expected) : Value;
}
