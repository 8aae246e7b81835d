using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Institutions;

/// <summary>Institutions written down in code: one lever each, pulled in full between two months, carried out to the letter.</summary>
internal static class Programmes
{
    /// <summary>A number that is known for sure.</summary>
    public static Parameter Number(string id, double value) =>
        Parameter.Assumed($"test/{id}", new Assumption($"test-{id}", value, Spread.None(value), "test", "Stated by a test."), "test");

    /// <summary>A scenario in which an institution pulls one lever from a month of the walk on, for so many months.</summary>
    public static Scenario WithLever(
        this Scenario scenario, InstrumentKind kind, double atMost, IReadOnlyList<Target> targets, InstrumentTerms? terms = null, int from = 2, int months = 1_000, string id = "board")
    {
        Month start = scenario.Chain.First + from;
        var steps = new List<ScheduleStep> { new(start, Number($"{id}/pull", 1.0)), new(start + months, Number($"{id}/rest", 0.0)) };
        var reach = new ReachedInstrument("lever", "Lever", kind, targets, Number($"{id}/at-most", atMost), terms ?? InstrumentTerms.None);
        var institution = new Institution(
            id, id, [], new Mandate("goods", []), [], [reach], new Tempo(1, Number($"{id}/delay", 0.0), scenario.Chain.First, null),
            new Grip(Number($"{id}/compliance", 1.0)), new Schedule(steps));
        return scenario.With(institution);
    }

    /// <summary>The same scenario with an institution more, whose numbers stand in its evidence.</summary>
    public static Scenario With(this Scenario scenario, Institution institution)
    {
        EvidenceLedger known = scenario.Chain.Evidence;
        ReachedInstrument[] reach = [.. institution.Reach];
        Parameter[] numbers =
        [
            .. reach.SelectMany(r => r.Terms.Numbers().Select(n => n.Number).Append(r.AtMost)), institution.Tempo.DelayMonths, institution.Grip.Compliance,
            .. institution.Rule is Schedule schedule ? schedule.Steps.Select(s => s.Pull) : [],
        ];
        ValueChain chain = scenario.Chain with { Evidence = new EvidenceLedger(known.Sources, known.Assumptions, known.Claims, [.. known.Parameters, .. numbers]) };
        return scenario with { Chain = chain, Institutions = [.. scenario.Institutions, institution] };
    }

    /// <summary>Terms that say how additional a programme is.</summary>
    public static InstrumentTerms Terms(double crowdingOut = 0.0, double pullForward = 0.0, double months = 1.0, double cities = 1.0, double gain = 1.0, double? budget = null) => new()
    {
        CrowdingOut = Number("crowding-out", crowdingOut), PullForward = Number("pull-forward", pullForward), PullForwardMonths = Number("pull-forward-months", months),
        Cities = Number("cities", cities), ReplicationGain = Number("replication-gain", gain), BudgetUsdPerYear = budget is { } b ? Number("budget", b) : null,
    };

    /// <summary>The tiny chain, its demand without chance.</summary>
    public static Scenario Tiny(int months = 48) => TinyChain.Scenario(TinyChain.Draft().Build(), months);

    /// <summary>Walks the central future and takes down what is asked of every month.</summary>
    public static List<T> Walk<T>(Scenario scenario, Func<ChainState, T> read) =>
        [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Select(end => read(end.State))];
}
