using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.World.Files;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>A world while it is being read: its tables and what has been made of them so far, right or wrong.</summary>
/// <remarks>
/// Entry <c>i</c> of a list stands in row <c>i</c> of its table. A reference that could not be resolved is
/// <see cref="NameList.Nowhere"/> and a number that could not be read is <see cref="WitnessBook.Unread"/>; both have been reported, so checks
/// pass over them. Nothing leaves this draft unless there are no errors at all.
/// </remarks>
internal sealed class WorldDraft(Folder folder, ProblemList problems, IReadOnlyDictionary<TableShape, Table> tables, IReadOnlyList<TextFile> files)
{
    public Folder Folder { get; } = folder;

    /// <summary>Whether the tables are those of several worlds. What is left unused is then each world's own affair.</summary>
    public bool IsJoined { get; init; }

    public ProblemList Problems { get; } = problems;

    /// <summary>The files that were read, for the fingerprint.</summary>
    public IReadOnlyList<TextFile> Files { get; } = files;

    public WorldText Text { get; set; } = WorldText.None;

    public required IReadOnlySet<string> Outcomes { get; init; }

    public required WitnessBook Book { get; init; }

    public required NameList ElementNames { get; init; }

    public required NameList RegionNames { get; init; }

    public required NameList CityNames { get; init; }

    public required NameList CommodityNames { get; init; }

    public required NameList OreNames { get; init; }

    public required NameList ProcessNames { get; init; }

    public required NameList FacilityNames { get; init; }

    /// <summary>Markets as <c>commodity/region</c>.</summary>
    public required NameList MarketNames { get; init; }

    /// <summary>Routes as <c>commodity/from/to</c>.</summary>
    public required NameList RouteNames { get; init; }

    public required NameList DriverNames { get; init; }

    public required NameList UseNames { get; init; }

    public required NameList SeasonNames { get; init; }

    /// <summary>Institutions of the scenario, in ordinal order; empty for a world by itself.</summary>
    public NameList InstitutionNames { get; set; } = new("institution", isComplete: true);

    public IReadOnlyList<Element> Elements { get; set; } = [];

    public IReadOnlyList<Region> Regions { get; set; } = [];

    public IReadOnlyList<City> Cities { get; set; } = [];

    public IReadOnlyList<Commodity> Commodities { get; set; } = [];

    public IReadOnlyList<Ore> Ores { get; set; } = [];

    public IReadOnlyList<Process> Processes { get; set; } = [];

    /// <summary>The rows of the recipes, with the process each belongs to.</summary>
    public IReadOnlyList<RecipeRow> Recipes { get; set; } = [];

    public IReadOnlyList<Season> Seasons { get; set; } = [];

    public IReadOnlyList<Facility> Facilities { get; set; } = [];

    public IReadOnlyList<Market> Markets { get; set; } = [];

    public IReadOnlyList<Route> Routes { get; set; } = [];

    public IReadOnlyList<Driver> Drivers { get; set; } = [];

    public IReadOnlyList<Use> Uses { get; set; } = [];

    public Behaviour Behaviour { get; set; } = null!;

    public Finance? Finance { get; set; }

    public IReadOnlyList<CityFinance> CityFinance { get; set; } = [];

    public IReadOnlyList<ObservedFigure> Observed { get; set; } = [];

    public IReadOnlyList<Claim> Claims { get; set; } = [];

    public IReadOnlyList<RivalValue> Rivals { get; set; } = [];

    public IReadOnlyList<PlanYear> Plans { get; set; } = [];

    /// <summary>Projects and what carries them; null without their tables.</summary>
    public Research? Research { get; set; }

    /// <summary>Skilled labour; null without its tables.</summary>
    public Workforce? Workforce { get; set; }

    /// <summary>Learning by doing; empty without its table.</summary>
    public IReadOnlyList<LearningCurve> Learning { get; set; } = [];

    /// <summary>What is left behind where something is made; null without its table.</summary>
    public ResidueInventory? Residues { get; set; }

    /// <summary>The measures of the world's calendar, each with its row.</summary>
    public IReadOnlyList<DatedMeasure> Calendar { get; set; } = [];

    public Table this[TableShape shape] => tables[shape];

    /// <summary>How a commodity is priced; null when its row does not say.</summary>
    public Pricing? PricingOf(int commodity) =>
        commodity != NameList.Nowhere && EnumText.TryParse(tables[WorldShapes.Commodities].Rows[commodity].Text("pricing"), out Pricing pricing)
            ? pricing
            : null;

    /// <summary>Where entry <paramref name="index"/> of a table stands.</summary>
    public Place PlaceOf(TableShape shape, int index) => tables[shape].Rows[index].At;
}

/// <summary>What <c>world.yaml</c> says.</summary>
internal sealed record WorldText(string Id, string Title, Month Opening, Month First, Month Last)
{
    /// <summary>What stands in while the file could not be read.</summary>
    public static readonly WorldText None = new("", "", default, default, default);

    /// <summary>The stage whose goods reports weigh, and where it is named.</summary>
    public (string Stage, Place At)? Weighed { get; init; }
}

/// <summary>A measure and where it is written.</summary>
internal sealed record DatedMeasure(Measure Measure, Place At);
