using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Scenarios;

/// <summary>
/// Reads targets: <c>facility:id</c>, <c>route:commodity/from/to</c>, <c>market:commodity/region</c>, <c>use:id</c>, <c>commodity:id</c>.
/// In a route or market <c>*</c> stands for any commodity or region, so that <c>route:x/home/*</c> is all that leaves home.
/// </summary>
internal static class TargetText
{
    /// <summary>The targets of a measure; what cannot be found has been reported and is left out.</summary>
    public static IReadOnlyList<Target> Read(IEnumerable<(string Text, Place At)> texts, InstrumentKind? instrument, Place measure, WorldDraft world)
    {
        List<Target> targets = [];
        bool areAllGood = true;
        foreach ((string text, Place at) in texts)
        {
            IReadOnlyList<Target> found = ReadOne(text, at, world);
            areAllGood &= found.Count > 0;
            foreach (Target target in found)
            {
                if (IsGood(target, text, at)) targets.Add(target);
                else areAllGood = false;
            }
        }

        if (areAllGood && instrument is { } lever) ReportAbsent(targets, lever, measure, world.Problems);
        return targets;

        bool IsGood(Target target, string text, Place at)
        {
            if (targets.Contains(target)) world.Problems.Error(at, "repeated target", text, null, "name every target once");
            else if (instrument is { } i && !InstrumentRule.Of(i).Targets.Contains(target.Kind)) ReportKind(text, i, at, world.Problems);
            else if (instrument is InstrumentKind.ProductionQuota or InstrumentKind.QuotaResponse or InstrumentKind.PriceFloor && IsNoMine(target, world))
                world.Problems.Error(at, $"{EnumText.Of(instrument.Value)} acts on mines only; this is none:", text, "facility: of a mine", "name a mine");
            else if (instrument is InstrumentKind.QuotaResponse && IsFormulaPriced(target, world))
                world.Problems.Error(at, "quota-response watches a posted price; this market has a formula:", text, "market: of a posted commodity", "name the market of a product");
            else if (instrument is { } lever && InstrumentRule.Of(lever).One == target.Kind && targets.Exists(t => t.Kind == target.Kind))
                world.Problems.Error(at, $"{EnumText.Of(lever)} takes one {EnumText.Of(target.Kind)}: only, this is another:", text, null, "keep one");
            else return true;
            return false;
        }
    }

    private static bool IsNoMine(Target target, WorldDraft world) =>
        target.Kind == TargetKind.Facility && world.Facilities[target.Index].Process is var process
        && process != NameList.Nowhere && !world.Processes[process].IsExtraction;

    private static bool IsFormulaPriced(Target target, WorldDraft world) =>
        target.Kind == TargetKind.Market && world.Markets[target.Index].Commodity is var commodity
        && commodity != NameList.Nowhere && world.PricingOf(commodity) == Pricing.Formula;

    private static IReadOnlyList<Target> ReadOne(string text, Place at, WorldDraft world)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string kindText = colon < 0 ? text : text[..colon];
        if (colon < 0 || !EnumText.TryParse(kindText, out TargetKind kind))
        {
            world.Problems.Error(
                at, "unknown kind of target", text, "facility:, route:, market:, use: or commodity:",
                colon < 0 ? "write the kind, a colon and the id" : NearestName.Remedy(kindText, EnumText.All<TargetKind>()));
            return [];
        }

        string id = text[(colon + 1)..].Trim();
        NameList names = NamesOf(kind, world);
        Target[] many = id.Contains('*') ? [.. names.Matching(id).Select(i => new Target(kind, i))] : [];
        if (many.Length > 0) return many;
        int index = names.Find(id, at, world.Problems);
        return index == NameList.Nowhere ? [] : [new Target(kind, index)];
    }

    private static NameList NamesOf(TargetKind kind, WorldDraft world) => kind switch
    {
        TargetKind.Facility => world.FacilityNames,
        TargetKind.Route => world.RouteNames,
        TargetKind.Market => world.MarketNames,
        TargetKind.Use => world.UseNames,
        _ => world.CommodityNames,
    };

    private static void ReportKind(string text, InstrumentKind instrument, Place at, ProblemList problems) =>
        problems.Error(at, $"{EnumText.Of(instrument)} cannot act on", text, Words(instrument), "correct the target or the instrument");

    private static void ReportAbsent(List<Target> targets, InstrumentKind instrument, Place at, ProblemList problems)
    {
        InstrumentRule rule = InstrumentRule.Of(instrument);
        bool isEnough = rule.NeedsAll ? rule.Targets.All(kind => targets.Exists(t => t.Kind == kind)) : targets.Count > 0;
        if (!isEnough)
            problems.Error(
                at, $"{EnumText.Of(instrument)} lacks a target", null, Words(instrument),
                rule.NeedsAll ? "name at least one target of each kind" : "name at least one");
    }

    private static string Words(InstrumentKind instrument) =>
        string.Join(", ", InstrumentRule.Of(instrument).Targets.Select(t => EnumText.Of(t) + ":"));
}
