using Offtake.Model.Evidence;
using Offtake.World.Files;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;
using Offtake.World.Checking;

namespace Offtake.World.Rows;

/// <summary>Reads all tables of a world into a draft, each after those it refers to.</summary>
internal static class WorldTables
{
    /// <summary>The draft, right or wrong; its problems are in <paramref name="problems"/>.</summary>
    public static WorldDraft Read(Folder folder, ProblemList problems)
    {
        List<TextFile> files = [];
        Dictionary<TableShape, Table> tables = [];
        TextFile? text = Open(WorldTextFile.Name);
        foreach (TableShape shape in WorldShapes.All)
            tables[shape] = shape.IsOptional && !folder.Has(shape.File)
                ? Table.Absent(shape, folder.LabelOf(shape.File), problems)
                : Table.Read(shape, Open(shape.File), folder.LabelOf(shape.File), problems);
        if (folder.Has(PackageFile)) Open(PackageFile);

        return Assemble(folder, problems, tables, files, WorldTextFile.Read(text, folder, problems));

        TextFile? Open(string name)
        {
            if (!folder.Has(name))
            {
                problems.Error(
                    new Place(folder.LabelOf(name), 0), "the file is missing", null, null,
                    "add it; a table that is empty still has its header");
                return null;
            }

            TextFile? file = TextFile.Read(folder, name, problems);
            if (file is not null) files.Add(file);
            return file;
        }
    }

    /// <summary>The draft of tables that are there already, those of one world or of several joined.</summary>
    public static WorldDraft Assemble(Folder folder, ProblemList problems, Dictionary<TableShape, Table> tables, List<TextFile> files, WorldText text, bool isJoined = false)
    {
        WorldDraft world = Begin(folder, problems, tables, files, isJoined);
        world.Text = text;
        LookUpWitnesses(world, tables.Values);
        Fill(world);
        return world;
    }

    /// <summary>The description of the tables for other programs.</summary>
    public const string PackageFile = "datapackage.json";

    private static WorldDraft Begin(Folder folder, ProblemList problems, Dictionary<TableShape, Table> tables, List<TextFile> files, bool isJoined)
    {
        HashSet<string> outcomes = [.. tables[WorldShapes.Observed].Rows.Select(r => r.Text("id")).Where(id => id.Length > 0)];
        IReadOnlyList<Source> sources = EvidenceRows.Sources(tables[WorldShapes.Sources]);
        IReadOnlyList<Assumption> assumptions = EvidenceRows.Assumptions(tables[WorldShapes.Assumptions], problems);
        NameList sourceNames = NamesIn(WorldShapes.Sources, "source", outcomes);
        NameList assumptionNames = NamesIn(WorldShapes.Assumptions, "assumption", outcomes);
        return new WorldDraft(folder, problems, tables, files)
        {
            IsJoined = isJoined,
            Outcomes = outcomes,
            Book = new WitnessBook(sourceNames, sources, assumptionNames, assumptions, problems),
            ElementNames = NamesIn(WorldShapes.Elements, "element"),
            RegionNames = NamesIn(WorldShapes.Regions, "region"),
            CityNames = NamesIn(WorldShapes.Cities, "city"),
            CommodityNames = NamesIn(WorldShapes.Commodities, "commodity"),
            OreNames = NamesOf(WorldShapes.Ores, "ore", tables[WorldShapes.Ores].Rows.Select(r => r.Text("ore")).Where(t => t.Length > 0).Distinct()),
            ProcessNames = NamesIn(WorldShapes.Processes, "process"),
            FacilityNames = NamesIn(WorldShapes.Facilities, "facility"),
            MarketNames = NamesIn(WorldShapes.Markets, "market"),
            RouteNames = NamesIn(WorldShapes.Routes, "route"),
            SeasonNames = NamesOf(WorldShapes.Seasons, "season", SeasonRows.Ids(tables[WorldShapes.Seasons])),
            DriverNames = NamesOf(WorldShapes.Drivers, "driver", DriverRows.Ids(tables[WorldShapes.Drivers]), outcomes),
            UseNames = NamesIn(WorldShapes.Uses, "use"),
        };

        NameList NamesIn(TableShape shape, string noun, HashSet<string>? refused = null) =>
            NamesOf(shape, noun, tables[shape].Rows.Select(r => r.Key), refused);

        NameList NamesOf(TableShape shape, string noun, IEnumerable<string> names, HashSet<string>? refused = null)
        {
            NameList list = new(noun, tables[shape].IsComplete, refused);
            foreach (string name in names) list.Add(name);
            return list;
        }
    }

    private static void LookUpWitnesses(WorldDraft world, IEnumerable<Table> tables)
    {
        foreach (Row row in tables.Where(t => t.Shape != WorldShapes.Claims).SelectMany(t => t.Rows))
            if (row.Text("source") is { Length: > 0 } names) row.Sources = world.Book.Find(names, row.AtCell("source"));
    }

    private static void Fill(WorldDraft world)
    {
        world.Elements = CommodityRows.Elements(world);
        world.Regions = PlaceRows.Regions(world);
        world.Cities = PlaceRows.Cities(world);
        world.Commodities = CommodityRows.Commodities(world);
        world.Ores = OreRows.Read(world);
        world.Recipes = RecipeRow.ReadAll(world);
        world.Processes = ProcessRows.Read(world);
        world.Seasons = SeasonRows.Read(world);
        world.Facilities = FacilityRows.Read(world);
        world.Markets = MarketRows.Markets(world);
        world.Routes = MarketRows.Routes(world);
        world.Drivers = DriverRows.Read(world);
        world.Uses = UseRows.Read(world);
        world.Behaviour = BehaviourRows.Read(world);
        world.Finance = FinanceRows.Finance(world);
        world.CityFinance = FinanceRows.Cities(world);
        world.Observed = EvidenceRows.Observed(world);
        world.Claims = VerdictFile.Overlay(EvidenceRows.Claims(world), world);
        world.Rivals = RivalRows.Rivals(world);
        world.Plans = PlanRows.Read(world);
        world.Residues = ResidueRows.Read(world);
        world.Research = InnovationRows.Read(world);
        world.Workforce = LabourRows.Read(world);
        world.Learning = LearningRows.Read(world);

        // The calendar comes last, so that the other parameters keep their places whatever measures a scenario adds or drops.
        world.Calendar = CalendarRows.Read(world);
    }
}
