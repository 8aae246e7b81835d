using Offtake.Model.Governance;
using Offtake.World.Rows;
using Offtake.World.Scenarios;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>No quota, tariff, price floor, purchase contract or deployment has two owners: where one holds, another of its kind on the same target would have to be ignored or added, and neither is meant.</summary>
internal static class TwoOwners
{
    public static void Check(WorldDraft world) => Check([.. CalendarChoice.AsEnacted(world.Calendar).Select(Ownership.Of)], world);

    /// <summary>Checks the measures and levers of a scenario together.</summary>
    public static void Check(IReadOnlyList<Ownership> all, WorldDraft world)
    {
        Ownership[] owners = [.. all.Where(m => m.Instrument is InstrumentKind.ProductionQuota or InstrumentKind.QuotaResponse or InstrumentKind.ExportQuota
            or InstrumentKind.Tariff or InstrumentKind.PriceFloor or InstrumentKind.OfftakeContract or InstrumentKind.UrbanDeployment)];
        for (int later = 1; later < owners.Length; later++)
            for (int earlier = 0; earlier < later; earlier++)
                Compare(owners[earlier], owners[later], world);
    }

    private static void Compare(Ownership first, Ownership other, WorldDraft world)
    {
        if (LawOf(first) != LawOf(other) || first.MonthSharedWith(other) is not { } month) return;
        Target[] shared = [.. first.Targets.Intersect(other.Targets).Where(t => t.Kind is TargetKind.Facility or TargetKind.Route or TargetKind.Use)];
        if (shared.Length == 0) return;
        world.Problems.Error(
            other.At, $"the {EnumText.Of(other.Instrument)} '{other.Id}' covers a target that '{first.Id}' covers too ({first.At}), from {month} on:",
            $"{EnumText.Of(shared[0].Kind)}:{TargetText.NamesOf(shared[0].Kind, world).Names[shared[0].Index]}", "one measure a month", "end one before the other starts, or drop one");
    }

    /// <summary>What a measure writes into: a quota that is reviewed is a production quota too.</summary>
    private static InstrumentKind LawOf(Ownership owner) =>
        owner.Instrument == InstrumentKind.QuotaResponse ? InstrumentKind.ProductionQuota : owner.Instrument;
}
