using Offtake.Model.Evidence;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.World;

namespace Offtake.Tests.Weighing;

/// <summary>Every number of a run has a row in the evidence ledger, and a number without one cannot reach the month.</summary>
public sealed class LedgerRowTests
{
    private static readonly string Scenarios = FileFinder.Scenarios(AppContext.BaseDirectory)!;

    public static TheoryData<string> Ids => [.. ScenarioReader.Ids(Scenarios)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_number_that_a_shipped_scenario_draws_is_a_row_of_its_ledger(string id)
    {
        Scenario scenario = ScenarioReader.Read(Scenarios, id, FileFinder.Worlds(AppContext.BaseDirectory)!).Value!;
        EvidenceLedger ledger = scenario.Chain.Evidence;

        // A draw refuses any other; setting a future up and walking its first month draws everything.
        Scenario first = scenario with { From = scenario.Chain.First, To = scenario.Chain.First };
        Assert.Single(MonthlyWalk.Run(new ChainLayout(scenario.Chain), first, null, ParameterDraw.Central(ledger)));
        Assert.Equal(ledger.Parameters.Count, ledger.CountByKind().Values.Sum());
        Assert.All(ledger.Parameters, p => Assert.True(p.Witnesses.Count > 0 && p.Address.Length > 0, p.Id));
    }

    [Fact]
    public void A_number_taken_out_of_the_ledger_stops_the_run_and_is_named()
    {
        Scenario scenario = WineWeighing.Committee();
        EvidenceLedger all = scenario.Chain.Evidence;
        int refused = 0;
        foreach (Parameter missing in all.Parameters)
        {
            EvidenceLedger without = new(all.Sources, all.Assumptions, all.Claims, [.. all.Parameters.Where(p => p.Id != missing.Id)]);
            Scenario bypassing = scenario with { Chain = scenario.Chain with { Evidence = without }, From = scenario.Chain.First, To = scenario.Chain.First };
            Exception? failure = Record.Exception(() => MonthlyWalk.Run(new ChainLayout(bypassing.Chain), bypassing, null, ParameterDraw.Central(without)).Count());
            if (failure is null) continue;
            Assert.IsType<InvalidOperationException>(failure);
            Assert.Contains(missing.Id, failure.Message, StringComparison.Ordinal);
            refused++;
        }

        Assert.True(refused > 0.8 * all.Parameters.Count, $"{refused} of {all.Parameters.Count}");
    }
}
