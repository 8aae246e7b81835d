using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>What a lever cannot mean although each of its lines can be read: it would be paid by nobody, felt by nobody, or do more than there is to do.</summary>
internal static class LeverFaults
{
    /// <summary>Reports all of them.</summary>
    public static void Check(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        switch (lever.Instrument)
        {
            case InstrumentKind.OfftakeContract or InstrumentKind.UrbanDeployment: CheckBuyer(map, lever, world); break;
            case InstrumentKind.ProcessStandard: CheckRemoved(map, lever, world); break;
            case InstrumentKind.PermitTrack: CheckPermits(map, lever, world); break;
            case InstrumentKind.CapacityGrant: CheckBuilders(map, lever, world); break;
            case InstrumentKind.GuidanceFund: CheckRegions(map, lever, world); CheckBuilders(map, lever, world); break;
            case InstrumentKind.TargetEvaluation: CheckScored(map, lever, world); break;
        }
    }

    // Goods are paid for by the city whose use it is; what is administered by another city would split one programme between two debts.
    private static void CheckBuyer(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        int[] cities = [.. Of(lever, TargetKind.Use).Select(use => world.Uses[use].City).OfType<int>().Where(c => c >= 0).Distinct()];
        string names = string.Join(", ", cities.Select(c => $"city:{world.CityNames.Names[c]}"));
        if (cities.Length > 1)
            world.Problems.Error(map.PlaceOf("on"), "a purchase has one buyer; these uses are of several cities:", names, "uses of one city", "give each city a lever of its own");
        else if (lever.Terms.Payer is { Kind: TargetKind.City } payer && cities.Length == 1 && payer.Index != cities[0])
            world.Problems.Error(map.PlaceOf(TermRules.Payer), "a city does not pay for the purchases of another:", $"city:{world.CityNames.Names[payer.Index]}", names, $"write 'payer: {names}', or name uses of the other city");
    }

    private static void CheckRemoved(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        if (lever.Terms.ResidueRemoved is not { } removed || removed == WitnessBook.Unread || removed.Value * lever.AtMost.Value <= 1.0) return;
        world.Problems.Error(
            map.PlaceOf(TermRules.ResidueRemoved), "pulled in full the standard removes more than there is; 'residue-removed' times 'at-most' is", $"{removed.Value * lever.AtMost.Value:0.###}",
            "up to 1", "lower one of the two");
    }

    // A permit takes a month at least (INV-8), so a range may reach too far; one that lies too far altogether is a mistake.
    private static void CheckPermits(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        Facility[] facilities = [.. FacilitiesOf(lever, world)];
        if (facilities.Length > 0 && facilities.All(f => !f.IsExpandable))
            world.Problems.Error(
                map.PlaceOf("on"), "none of these facilities builds by its owners' decision, so none waits for a permit; dated projects come as dated:", NamesOf(lever, world),
                "a facility with 'yes' under expandable in facilities.csv", "name one, or drop the lever");
        if (world.Finance is not { Capital: { Count: > 0 } capital }) return;
        Parameter[] permits = [.. facilities.Select(f => PermitOf(f, capital)).OfType<Parameter>()];
        if (permits.Length == 0 || permits.Any(p => p == WitnessBook.Unread || p.Value >= lever.AtMost.Value)) return;
        if (permits.Any(p => p.Value >= lever.AtMost.Spread.Low))
        {
            world.Problems.Warn(
                map.PlaceOf("at-most"), "in the central future more months are saved than any permit of these facilities takes:", $"{lever.AtMost.Value:0.###}",
                $"up to {permits.Max(p => p.Value):0.###} (capital.csv, permit_months)", "lower 'at-most', or name other facilities");
            return;
        }

        world.Problems.Error(
            map.PlaceOf("at-most"), "more months are saved than any permit of these facilities takes:", $"{lever.AtMost.Value:0.###}", $"up to {permits.Max(p => p.Value):0.###} (capital.csv, permit_months)",
            "lower 'at-most', or name other facilities");
    }

    private static Parameter? PermitOf(Facility facility, IReadOnlyList<Capital> capital) =>
        capital.Where(c => c.Process == facility.Process && (c.Region is null || c.Region == facility.Region)).MaxBy(c => c.Region is not null)?.PermitMonths;

    // What is not expandable and not dated never builds again, and money for building is never paid.
    private static void CheckBuilders(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        Facility[] facilities = [.. FacilitiesOf(lever, world)];
        if (facilities.Length == 0 || facilities.Any(f => f.IsExpandable || f.Starts is not null)) return;
        world.Problems.Error(
            map.PlaceOf("on"), "none of these facilities ever builds, so nothing is ever paid for:", NamesOf(lever, world),
            "a facility with 'yes' under expandable, or a month under starts, in facilities.csv", "name one, or drop the lever");
    }

    private static void CheckRegions(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        int[] regions = [.. Of(lever, TargetKind.Facility).Select(f => world.Facilities[f].Region).Where(r => r != NameList.Nowhere).Distinct()];
        if (regions.Length > 1)
            world.Problems.Error(
                map.PlaceOf("on"), "one treasury fills a fund; these facilities are of several regions:", string.Join(", ", regions.Select(r => $"region:{world.RegionNames.Names[r]}")),
                "facilities of one region", "give each region a fund of its own");
    }

    private static void CheckScored(YamlMap map, ReachedInstrument lever, WorldDraft world)
    {
        Parameter[] pressures = [.. Of(lever, TargetKind.Facility).Select(f => world.Facilities[f].TargetPressure)];
        if (pressures.Length > 0 && pressures.All(p => p != WitnessBook.Unread && p.Value <= 0.0))
            world.Problems.Error(
                map.PlaceOf("on"), "none of the facilities is a state firm that is scored:", null, "a facility with a target_pressure above 0 in facilities.csv", "name one, or drop the lever");
    }

    private static IEnumerable<Facility> FacilitiesOf(ReachedInstrument lever, WorldDraft world) => Of(lever, TargetKind.Facility).Select(f => world.Facilities[f]);

    private static string NamesOf(ReachedInstrument lever, WorldDraft world) => string.Join(", ", Of(lever, TargetKind.Facility).Select(f => $"facility:{world.FacilityNames.Names[f]}"));

    private static IEnumerable<int> Of(ReachedInstrument lever, TargetKind kind) => lever.Targets.Where(t => t.Kind == kind).Select(t => t.Index);
}
