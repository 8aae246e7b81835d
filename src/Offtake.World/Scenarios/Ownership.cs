using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.World.Problems;
using Offtake.World.Rows;

namespace Offtake.World.Scenarios;

/// <summary>Who holds an instrument on which targets in which months: a measure of the calendar or an institution's lever.</summary>
/// <param name="Id">Its name in messages.</param>
/// <param name="Instrument">What is held.</param>
/// <param name="Targets">On what.</param>
/// <param name="Start">First month.</param>
/// <param name="End">Last month; null when open-ended.</param>
/// <param name="At">Where it stands.</param>
internal sealed record Ownership(string Id, InstrumentKind Instrument, IReadOnlyList<Target> Targets, Month Start, Month? End, Place At)
{
    /// <summary>That of a measure.</summary>
    public static Ownership Of(DatedMeasure measure) =>
        new(measure.Measure.Id, measure.Measure.Instrument, measure.Measure.Targets, measure.Measure.Start, measure.Measure.End, measure.At);

    /// <summary>The first month in which both are held; null when there is none.</summary>
    public Month? MonthSharedWith(Ownership other)
    {
        Month start = Start > other.Start ? Start : other.Start;
        return IsIn(start) && other.IsIn(start) ? start : null;
    }

    private bool IsIn(Month month) => Start <= month && (End is not { } end || month <= end);
}
