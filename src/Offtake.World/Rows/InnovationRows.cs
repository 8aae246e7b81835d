using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads projects, the rules they live by and the regions that pay for them: three tables that come together or not at all.</summary>
internal static class InnovationRows
{
    // A pilot platform is a place; more than this many in one region would not be scarce.
    private const int MostPlaces = 10_000;

    public static Research? Read(WorldDraft world)
    {
        if (!TablesTogether.ArePresent(world, WorldShapes.Innovations, WorldShapes.Research, WorldShapes.ResearchRegions)) return null;
        Innovation[] innovations = [.. world[WorldShapes.Innovations].Rows.Select(row => ReadOne(row, world))];
        ResearchRegion[] regions = [.. world[WorldShapes.ResearchRegions].Rows.Select(row => new ResearchRegion(
            row.Refer("region", world.RegionNames),
            world.Book.Number(row, "outlay_usd_per_year", NumberKind.AtLeastZero("USD/yr")),
            world.Book.Number(row, "pilot_places", NumberKind.Whole("projects", 0, MostPlaces))))];
        CheckRegions(innovations, regions, world);
        return new Research(NumberedRows<ResearchRules>.Read(world, WorldShapes.Research, KindOf), regions, innovations);
    }

    /// <summary>Survival is a share above zero; times are above zero but for the delay abroad.</summary>
    internal static NumberKind KindOf(string id, string unit) => id switch
    {
        _ when id.StartsWith("survival.", StringComparison.Ordinal) => new NumberKind(unit, 0.0, 1.0, IsLeastExcluded: true),
        "adoption.abroad-delay-months" => NumberKind.AtLeastZero(unit),
        _ => BehaviourKinds.Of(id, unit),
    };

    private static Innovation ReadOne(Row row, WorldDraft world)
    {
        int region = row.Refer("region", world.RegionNames);
        int? city = row.ReferOrNull("city", world.CityNames);
        if (city is { } c && c != NameList.Nowhere && region != NameList.Nowhere && world.Cities[c].Region != NameList.Nowhere && world.Cities[c].Region != region)
            world.Problems.Error(
                row.At, $"the city lies in region '{world.RegionNames.Names[world.Cities[c].Region]}', the project in", row.Text("region"), null,
                "correct city or region");
        int process = row.Refer("aims_at", world.ProcessNames);
        InnovationEffect effect = row.Choice<InnovationEffect>("effect");
        bool isKnown = EnumText.TryParse(row.Text("effect"), out InnovationEffect _);
        return new Innovation(
            row.Required("id"),
            row.Required("title"),
            region,
            city,
            process,
            effect,
            isKnown ? InnovationTargets.Read(row, effect, process, world) : null,
            world.Book.Number(row, "size", NumberKind.Share),
            row.Choice<ProjectStage>("stage_at_opening"));
    }

    private static void CheckRegions(Innovation[] innovations, ResearchRegion[] regions, WorldDraft world)
    {
        if (!world[WorldShapes.ResearchRegions].IsComplete) return;
        HashSet<int> known = [.. regions.Select(r => r.Region)];
        for (int i = 0; i < innovations.Length; i++)
        {
            int region = innovations[i].Region;
            if (region != NameList.Nowhere && !known.Contains(region))
                world.Problems.Error(
                    world.PlaceOf(WorldShapes.Innovations, i), "no row of research_regions.csv for the region of the project:",
                    world.RegionNames.Names[region], null, "add its outlay and pilot places there; absent is not zero");
        }
    }
}
