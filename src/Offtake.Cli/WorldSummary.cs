using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;

namespace Offtake.Cli;

/// <summary>How large a world is and what it rests on.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Rows">Rows of each table, also of a world that could not be read.</param>
/// <param name="Content">What could be read; null when there are errors.</param>
internal sealed record WorldSummary(string Id, IReadOnlyDictionary<string, int> Rows, WorldContent? Content)
{
    /// <summary>Sums up the world in a folder.</summary>
    public static WorldSummary Of(string id, string folder, ValueChain? chain) => new(id, TableRows.In(folder), chain is null ? null : WorldContent.Of(chain));
}

/// <summary>What a world without errors rests on.</summary>
/// <param name="Title">Name for readers.</param>
/// <param name="Months">First and last month that can be walked.</param>
/// <param name="Counts">How many there are of what.</param>
/// <param name="NumbersByKind">Numbers by the kind of their strongest witness, strongest kind first.</param>
/// <param name="Assumptions">Assumptions written down.</param>
/// <param name="Sources">Publications.</param>
/// <param name="Publishers">Independent witnesses.</param>
/// <param name="Closings">The uses that take whatever a balance leaves over.</param>
internal sealed record WorldContent(
    string Title, string Months, IReadOnlyList<KeyValuePair<string, int>> Counts, IReadOnlyList<KeyValuePair<string, int>> NumbersByKind, int Assumptions, int Sources, int Publishers, IReadOnlyList<Closing> Closings)
{
    /// <summary>All numbers with a witness.</summary>
    public int Numbers => NumbersByKind.Sum(k => k.Value);

    /// <summary>Sums up a chain.</summary>
    public static WorldContent Of(ValueChain chain) => new(
        chain.Title,
        $"{chain.First} to {chain.Last}",
        CountsOf(chain),
        [.. chain.Evidence.CountByKind().OrderBy(k => k.Key).Select(k => KeyValuePair.Create(k.Key.Name(), k.Value))],
        chain.Evidence.Assumptions.Count,
        chain.Evidence.Sources.Count,
        chain.Evidence.PublisherCount,
        [.. chain.Uses.Where(u => u.Closes is not null).Select(u => new Closing(chain.Commodities[u.Closes!.Value].Id, u.Id, u.Title, u.ClosingShare?.Value))]);

    private static KeyValuePair<string, int>[] CountsOf(ValueChain chain) =>
    [
        new("regions", chain.Regions.Count), new("cities", chain.Cities.Count), new("elements", chain.Elements.Count),
        new("commodities", chain.Commodities.Count), new("counted products among them", chain.Commodities.Count(c => c.Basis == Basis.Units)),
        new("processes", chain.Processes.Count), new("facility rows", chain.Facilities.Count), new("aggregate rows among them", chain.Facilities.Count(f => f.IsAggregate)),
        new("markets", chain.Markets.Count), new("routes", chain.Routes.Count), new("uses", chain.Uses.Count), new("drivers", chain.Drivers.Count),
        new("observed figures", chain.Observed.Count), new("claims", chain.Evidence.Claims.Count),
    ];

}

/// <summary>A use whose size at the opening is not observed: it takes its share of what the balance of a commodity leaves over.</summary>
/// <param name="Commodity">Whose balance it closes.</param>
/// <param name="Use">Id of the use.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Share">Its share of what is left over.</param>
internal sealed record Closing(string Commodity, string Use, string Title, double? Share);

/// <summary>What a scenario asks.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Content">What could be read; null when there are errors.</param>
internal sealed record ScenarioSummary(string Id, ScenarioContent? Content)
{
    /// <summary>Sums up a scenario.</summary>
    public static ScenarioSummary Of(string id, Scenario? scenario) =>
        new(id, scenario is null ? null : new ScenarioContent(scenario.Title, scenario.Chain.Id, $"{scenario.From}", $"{scenario.To}", scenario.Calendar.Count, scenario.Institutions.Count));
}

/// <summary>A scenario without errors.</summary>
internal sealed record ScenarioContent(string Title, string World, string From, string To, int Measures, int Institutions);
