using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Scenarios;

/// <summary>
/// Reads targets: <c>facility:id</c>, <c>route:commodity/from/to</c>, <c>market:commodity/region</c>, <c>use:id</c>, <c>commodity:id</c>, <c>region:id</c>, <c>city:id</c>, <c>institution:id</c>.
/// A <c>*</c> stands for any letters of one part, so that <c>route:x/home/*</c> is all that leaves home.
/// </summary>
internal static class TargetText
{
    /// <summary>The targets of a lever; what cannot be found has been reported and is left out.</summary>
    public static IReadOnlyList<Target> Read(IEnumerable<(string Text, Place At)> texts, InstrumentKind? instrument, Place measure, WorldDraft world)
    {
        InstrumentRule? rule = instrument is { } lever ? InstrumentRule.Of(lever) : null;
        return Read(texts, instrument is { } named ? EnumText.Of(named) : "", rule?.Targets, IsGood, Absence, measure, world);

        bool IsGood(Target target, IReadOnlyList<Target> before, string text, Place at)
        {
            if (rule is null || instrument is not { } kind) return true;
            string name = EnumText.Of(kind);
            if (rule.IsOfMines && IsNoMine(target, world))
                world.Problems.Error(at, $"{name} acts on mines only; this is none:", text, "facility: of a mine", "name a mine");
            else if (kind is InstrumentKind.QuotaResponse && IsFormulaPriced(target, world))
                world.Problems.Error(at, "quota-response watches a posted price; this market has a formula:", text, "market: of a posted commodity", "name the market of a product");
            else if (rule.IsOfCities && target.Kind == TargetKind.Use && world.Uses[target.Index].City is null)
                world.Problems.Error(at, $"{name} acts on uses of a city only; this is none:", text, "use: of a city", "name a use whose place is a city");
            else if (rule.IsOfServices && target.Kind == TargetKind.Use && world.Uses[target.Index].Service is null)
                world.Problems.Error(at, $"{name} needs a fleet that covers a service; this use has none:", text, "use: with target_amount", "fill running cost and target amount of the use, or name another");
            else if (rule.One == target.Kind && before.Any(t => t.Kind == target.Kind))
                world.Problems.Error(at, $"{name} takes one {EnumText.Of(target.Kind)}: only, this is another:", text, null, "keep one");
            else return true;
            return false;
        }

        string? Absence(IReadOnlyList<Target> targets) =>
            rule is { NeedsAll: true } && !rule.Targets.All(kind => targets.Any(t => t.Kind == kind)) ? "name at least one target of each kind" : null;
    }

    /// <summary>Targets of some kinds, for what is not a lever.</summary>
    /// <param name="texts">As written.</param>
    /// <param name="name">What they are for, for messages.</param>
    /// <param name="kinds">Kinds that are accepted.</param>
    /// <param name="at">Where the list stands.</param>
    /// <param name="world">What they name, and who takes the errors.</param>
    public static IReadOnlyList<Target> Read(IEnumerable<(string Text, Place At)> texts, string name, IReadOnlyList<TargetKind>? kinds, Place at, WorldDraft world) =>
        Read(texts, name, kinds, (_, _, _, _) => true, _ => null, at, world);

    private static IReadOnlyList<Target> Read(
        IEnumerable<(string Text, Place At)> texts, string name, IReadOnlyList<TargetKind>? kinds, Func<Target, IReadOnlyList<Target>, string, Place, bool> isGood,
        Func<IReadOnlyList<Target>, string?> absence, Place list, WorldDraft world)
    {
        List<Target> targets = [];
        bool areAllGood = true;
        foreach ((string text, Place at) in texts)
        {
            IReadOnlyList<Target> found = ReadOne(text, at, world);
            areAllGood &= found.Count > 0;
            foreach (Target target in found)
            {
                bool isNew = !targets.Contains(target), isKind = kinds is null || kinds.Contains(target.Kind);
                if (!isNew) world.Problems.Error(at, "repeated target", text, null, "name every target once");
                else if (!isKind) world.Problems.Error(at, $"{name} cannot act on", text, Words(kinds!), "correct the target or the instrument");
                if (isNew && isKind && isGood(target, targets, text, at)) targets.Add(target);
                else areAllGood = false;
            }
        }

        if (areAllGood && kinds is not null && (targets.Count == 0 ? "name at least one" : absence(targets)) is { } remedy)
            world.Problems.Error(list, $"{name} lacks a target", null, Words(kinds), absence(targets) ?? remedy);
        return targets;
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
                at, "unknown kind of target", text, "facility:, route:, market:, use:, commodity:, region:, city: or institution:",
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

    /// <summary>The ids a kind of target is named by.</summary>
    public static NameList NamesOf(TargetKind kind, WorldDraft world) => kind switch
    {
        TargetKind.Facility => world.FacilityNames,
        TargetKind.Route => world.RouteNames,
        TargetKind.Market => world.MarketNames,
        TargetKind.Use => world.UseNames,
        TargetKind.Commodity => world.CommodityNames,
        TargetKind.Region => world.RegionNames,
        TargetKind.City => world.CityNames,
        TargetKind.Institution => world.InstitutionNames,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of target has no list of names; add it here."),
    };

    private static string Words(IReadOnlyList<TargetKind> kinds) => string.Join(", ", kinds.Select(t => EnumText.Of(t) + ":"));
}
