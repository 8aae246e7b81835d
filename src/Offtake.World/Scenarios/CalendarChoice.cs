using Offtake.Model.Quantities;
using Offtake.World.Problems;
using Offtake.World.Rows;

namespace Offtake.World.Scenarios;

/// <summary>Which measures of a world's calendar a scenario starts from.</summary>
internal static class CalendarChoice
{
    /// <summary>The last month whose laws the shipped worlds know: what was enacted later is not part of any baseline.</summary>
    public static readonly Month KnownUntil = Month.Of(2026, 11);

    private static readonly string[] Known = ["as-enacted", "none"];

    /// <summary>The measures a scenario's <c>calendar</c> asks for; all that are enacted when it asks for something unknown, which is reported.</summary>
    public static IReadOnlyList<DatedMeasure> Of(string choice, Place at, WorldDraft world)
    {
        if (choice == "none") return InForceAtOpening(world.Calendar, world.Text.Opening);
        if (choice != "as-enacted") world.Problems.Error(at, "unknown calendar", choice, null, NearestName.Remedy(choice, Known));
        return AsEnacted(world.Calendar);
    }

    /// <summary>Everything that was law by <see cref="KnownUntil"/>, each measure from its start to its end.</summary>
    public static IReadOnlyList<DatedMeasure> AsEnacted(IReadOnlyList<DatedMeasure> calendar) =>
        [.. calendar.Where(m => m.Measure.Enacted <= KnownUntil)];

    /// <summary>What was in force in the opening month, with its strength of then and without an end: no policy changes any more.</summary>
    public static IReadOnlyList<DatedMeasure> InForceAtOpening(IReadOnlyList<DatedMeasure> calendar, Month opening) =>
        [.. calendar.Where(m => MeasureDates.IsInForce(m.Measure, opening)).Select(m => m with { Measure = m.Measure with { End = null } })];
}
