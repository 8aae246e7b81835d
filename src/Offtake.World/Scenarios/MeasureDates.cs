using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.World.Problems;

namespace Offtake.World.Scenarios;

/// <summary>What the months of a measure must satisfy.</summary>
internal static class MeasureDates
{
    public static void Check(Measure measure, Place at, ProblemList problems)
    {
        if (measure.Start == default) return;
        if (measure.End is { } end && end < measure.Start)
            problems.Error(at, $"the measure ends before it starts ({measure.Start}):", $"{end}", null, "correct one of the months");
        if (measure.Enacted != default && measure.Enacted > measure.Start)
            problems.Warn(
                at, $"the measure starts ({measure.Start}) before it is enacted:", $"{measure.Enacted}", null,
                "check the months; few laws reach back");
    }

    /// <summary>Whether a measure is in force in a month.</summary>
    public static bool IsInForce(Measure measure, Month month) => measure.Start <= month && (measure.End is not { } end || month <= end);
}
