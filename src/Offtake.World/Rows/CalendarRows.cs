using Offtake.Model.Governance;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Scenarios;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads the measures of a world's calendar.</summary>
internal static class CalendarRows
{
    public static IReadOnlyList<DatedMeasure> Read(WorldDraft world) =>
        [.. world[WorldShapes.Calendar].Rows.Select(row => new DatedMeasure(ReadOne(row, world), row.At))];

    private static Measure ReadOne(Row row, WorldDraft world)
    {
        InstrumentKind instrument = row.Choice<InstrumentKind>("instrument");
        bool isKnown = EnumText.TryParse<InstrumentKind>(row.Text("instrument"), out _);
        string unit = row.Required("unit");
        row.Required("on");
        if (isKnown) DatedInstrument.Check(instrument, row.AtCell("instrument"), world.Problems);
        if (isKnown) Units.Require(unit, InstrumentRule.Of(instrument).UnitWord, EnumText.Of(instrument), row.At, world.Problems);
        Measure measure = new(
            row.Required("id"),
            row.Required("title"),
            instrument,
            TargetText.Read(row.List("on").Select(t => (t, row.AtCell("on"))), isKnown ? instrument : null, row.At, world),
            world.Book.Number(row, "strength", isKnown ? InstrumentRule.Of(instrument).Strength(unit) : NumberKind.AtLeastZero(unit)),
            row.RequiredMonth("enacted"),
            row.RequiredMonth("start"),
            row.MonthOrNull("end"));
        MeasureDates.Check(measure, row.At, world.Problems);
        return measure;
    }
}
