using Offtake.Model.Evidence;
using Offtake.Model.Quantities;

namespace Offtake.Model.Chain;

/// <summary>The structure of a world: who makes, moves and uses what, from ore to city. It holds no state.</summary>
/// <remarks>All references are indices into these lists, in file order. Nothing in the code knows what the entries are called.</remarks>
public sealed record ValueChain(
    string Id,
    string Title,
    Month Opening,
    Month First,
    Month Last,
    IReadOnlyList<Element> Elements,
    IReadOnlyList<Region> Regions,
    IReadOnlyList<City> Cities,
    IReadOnlyList<Commodity> Commodities,
    IReadOnlyList<Ore> Ores,
    IReadOnlyList<Process> Processes,
    IReadOnlyList<Facility> Facilities,
    IReadOnlyList<Market> Markets,
    IReadOnlyList<Route> Routes,
    IReadOnlyList<Use> Uses,
    IReadOnlyList<Driver> Drivers,
    Behaviour Behaviour,
    IReadOnlyList<ObservedFigure> Observed,
    EvidenceLedger Evidence)
{
    /// <summary>The stage whose goods are weighed when a report asks how much of them a product holds; null when the world names none.</summary>
    public string? WeighedStage { get; init; }

    /// <summary>Projects on their way from laboratory to deployment; null where the world says nothing of them.</summary>
    public Research? Research { get; init; }

    /// <summary>Skilled labour by region; null where the world says nothing of it, and nobody is then ever short of it.</summary>
    public Workforce? Workforce { get; init; }

    /// <summary>Processes that grow cheaper with all that has been made; empty where the world says nothing of it.</summary>
    public IReadOnlyList<LearningCurve> Learning { get; init; } = [];

    /// <summary>What is left behind where something is made; null where the world says nothing of it.</summary>
    public ResidueInventory? Residues { get; init; }

    /// <summary>Seasons that facilities and uses follow; none in a world without <c>seasons.csv</c>.</summary>
    public IReadOnlyList<Season> Seasons { get; init; } = [];

    /// <summary>How owners and cities are financed; null where nobody borrows, pays taxes on profit or goes bankrupt.</summary>
    public Finance? Finance { get; init; }

    /// <summary>How revenue moves, by city; empty where it is constant.</summary>
    public IReadOnlyList<CityFinance> CityFinance { get; init; } = [];
}

/// <summary>A record of what happened, for comparison only. The reader refuses it as an input.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Variable">What is compared, such as <c>mine-output</c>.</param>
/// <param name="Region">Region id or <c>world</c>.</param>
/// <param name="Period">Year or month as written.</param>
/// <param name="Value">The observed value.</param>
/// <param name="Low">Lower end when observers disagree.</param>
/// <param name="High">Upper end when observers disagree.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Source">Source id.</param>
/// <param name="Subject">Id of the commodity or facility it is about; blank for all.</param>
/// <param name="Standing">Whether the model's figure is <c>imposed</c>, <c>calibrated</c> or <c>predicted</c>: what the world's author used it for.</param>
public sealed record ObservedFigure(
    string Id, string Title, string Variable, string Region, string Period, double Value, double? Low, double? High, string Unit, string Source,
    string Subject = "", string Standing = "predicted");
