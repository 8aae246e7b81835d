using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.World.Rows;
using Offtake.World.Scenarios;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>No quota, tariff or price floor has two owners: where one holds, another of its kind on the same target would have to be ignored or added, and neither is meant.</summary>
internal static class TwoOwners
{
    public static void Check(WorldDraft world) => Check(CalendarChoice.AsEnacted(world.Calendar), world);

    /// <summary>Checks a calendar as a scenario will use it.</summary>
    public static void Check(IReadOnlyList<DatedMeasure> calendar, WorldDraft world)
    {
        DatedMeasure[] owners = [.. calendar.Where(m => m.Measure.Instrument is
            InstrumentKind.ProductionQuota or InstrumentKind.QuotaResponse or InstrumentKind.ExportQuota or InstrumentKind.Tariff or InstrumentKind.PriceFloor)];
        for (int later = 1; later < owners.Length; later++)
            for (int earlier = 0; earlier < later; earlier++)
                Compare(owners[earlier], owners[later], world);
    }

    private static void Compare(DatedMeasure earlier, DatedMeasure later, WorldDraft world)
    {
        Measure first = earlier.Measure;
        Measure other = later.Measure;
        if (LawOf(first) != LawOf(other) || SharedMonth(first, other) is not { } month) return;
        Target[] shared = [.. first.Targets.Intersect(other.Targets).Where(t => t.Kind is TargetKind.Facility or TargetKind.Route)];
        if (shared.Length == 0) return;
        world.Problems.Error(
            later.At, $"the {EnumText.Of(other.Instrument)} '{other.Id}' covers a target that '{first.Id}' covers too ({earlier.At}), from {month} on:",
            NameOf(shared[0], world), "one measure a month", "end one before the other starts, or drop one");
    }

    /// <summary>What a measure writes into: a quota that is reviewed is a production quota too.</summary>
    private static InstrumentKind LawOf(Measure measure) =>
        measure.Instrument == InstrumentKind.QuotaResponse ? InstrumentKind.ProductionQuota : measure.Instrument;

    private static Month? SharedMonth(Measure first, Measure second)
    {
        Month start = first.Start > second.Start ? first.Start : second.Start;
        return MeasureDates.IsInForce(first, start) && MeasureDates.IsInForce(second, start) ? start : null;
    }

    private static string NameOf(Target target, WorldDraft world) =>
        $"{EnumText.Of(target.Kind)}:{(target.Kind == TargetKind.Facility ? world.FacilityNames : world.RouteNames).Names[target.Index]}";
}
