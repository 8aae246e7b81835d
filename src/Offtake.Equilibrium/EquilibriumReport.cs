using Offtake.Equilibrium.Report;

namespace Offtake.Equilibrium;

/// <summary>What came of a problem, for a person or for a program.</summary>
public static class EquilibriumReport
{
    /// <summary>Version of the names in the JSON and their meaning.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Tables of prices, quantities, trade and surplus, how well they fit, and what the file expected; or the reason why there are none.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="expected">What the file says should come out, if anything.</param>
    public static string Text(SpatialOutcome outcome, Expectations? expected = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Equilibrium is { } found ? TextReport.Of(found, expected) : outcome.Refusal!.Sentence + "\n";
    }

    /// <summary>The same as JSON: names in camelCase, a number that is not defined as null, everything in the units of the file.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="expected">What the file says should come out, if anything.</param>
    public static string Json(SpatialOutcome outcome, Expectations? expected = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return JsonReport.Of(outcome, expected);
    }

    /// <summary>Whether there is an equilibrium and every expected value is met.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="expected">What the file says should come out, if anything.</param>
    public static bool IsAsExpected(SpatialOutcome outcome, Expectations? expected = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Equilibrium is { } found && (expected is null || expected.Compare(found).All(c => c.IsMet));
    }
}
