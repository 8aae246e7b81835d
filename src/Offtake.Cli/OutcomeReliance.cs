using Offtake.Experiments;
using Offtake.Model.Scenarios;

namespace Offtake.Cli;

/// <summary>Which share of each outcome rests on assumptions, for one scenario of every world; or why that is not known.</summary>
/// <param name="Scenario">Id of the scenario.</param>
/// <param name="Shares">The shares; null when its futures could not be walked.</param>
/// <param name="Failure">Why not.</param>
internal sealed record OutcomeReliance(string Scenario, RelianceShares? Shares, string? Failure)
{
    /// <summary>Sets of three futures that are walked for each scenario.</summary>
    public const int Threes = 32;

    /// <summary>How the shares come about, for people.</summary>
    public const string Method =
        "Share of the spread (variance of ranks) among futures that assumptions explain: alone, and at most, together with sourced numbers and chance. "
        + "Standard errors are those of so few futures. Ranges are taken as the files state them; an assumption with too narrow a range seems harmless.";

    /// <summary>Walks the first of the scenarios of each world, in their order.</summary>
    public static IEnumerable<OutcomeReliance> Of(IEnumerable<Scenario> scenarios) => scenarios.DistinctBy(s => s.Chain.Id).Select(Of);

    private static OutcomeReliance Of(Scenario scenario)
    {
        try
        {
            return new OutcomeReliance(scenario.Id, AssumptionReliance.Of(scenario, Threes, Environment.ProcessorCount), null);
        }
        catch (FutureFailedException failure)
        {
            return new OutcomeReliance(scenario.Id, null, failure.Message);
        }
    }
}
