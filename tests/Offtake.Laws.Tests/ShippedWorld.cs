using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.World;

namespace Offtake.Laws.Tests;

/// <summary>The baseline of the shipped world, read once for all tests.</summary>
internal static class ShippedWorld
{
    private static readonly string Scenarios = FileFinder.Scenarios(AppContext.BaseDirectory)!;

    private static readonly Lazy<Scenario> LazyBaseline = new(() => Read("baseline"));
    private static readonly Lazy<ChainLayout> LazyLayout = new(() => new ChainLayout(Baseline.Chain));

    /// <summary>The baseline over all its months.</summary>
    public static Scenario Baseline => LazyBaseline.Value;

    /// <summary>The compiled structure of the baseline's chain.</summary>
    public static ChainLayout Layout => LazyLayout.Value;

    /// <summary>The baseline with nothing moving from outside, for as many months as wanted.</summary>
    public static Scenario Frozen(int months) => Baseline with { To = Baseline.From + (months - 1), Exogenous = Exogenous.Frozen };

    /// <summary>The first months of the baseline.</summary>
    public static Scenario First(int months) => Baseline with { To = Baseline.From + (months - 1) };

    /// <summary>
    /// A scenario without the tables that its world may do without (money, research, labour, learning, residues): for laws whose second opinion knows
    /// nothing of them. Those mechanisms have laws of their own.
    /// </summary>
    public static Scenario Bare(this Scenario scenario) => scenario with
    {
        Chain = scenario.Chain with { Finance = null, CityFinance = [], Research = null, Workforce = null, Learning = [], Residues = null },
    };

    /// <summary>Another shipped scenario.</summary>
    public static Scenario Read(string id)
    {
        Reading<Scenario> reading = ScenarioReader.Read(Scenarios, id, FileFinder.Worlds(AppContext.BaseDirectory)!);
        return reading.Value ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }
}
