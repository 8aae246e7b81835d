using Offtake.Experiments;
using Offtake.Laws.Tests.Chains;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests;

/// <summary>The same question has the same answer, bit for bit, whoever asks and with however many hands.</summary>
public class DeterminismLaws
{
    private const int Months = 30;

    private static readonly ChainPlan Plan = new(2, false, 3, 2, 2, 2, true, false, false, true, true, true, 4711);

    private static readonly Lazy<IReadOnlyList<string>> Reference = new(() => Digests(ShippedWorld.First(Months), new RunPlan(1, 8, 1)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void The_number_of_workers_does_not_change_a_bit(int workers) =>
        Assert.Equal(Reference.Value, Digests(ShippedWorld.First(Months), new RunPlan(1, 8, workers)));

    [Fact]
    public void A_future_is_the_same_however_many_others_are_walked() =>
        Assert.Equal(Reference.Value, Digests(ShippedWorld.First(Months), new RunPlan(1, 16, 4)).Take(8));

    [Fact]
    public void Another_seed_gives_other_futures() =>
        Assert.Empty(Reference.Value.Intersect(Digests(ShippedWorld.First(Months), new RunPlan(2, 8, 4))));

    [Fact]
    public void Futures_of_one_seed_differ_from_each_other() => Assert.Equal(8, Reference.Value.Distinct().Count());

    [Fact]
    public void The_order_of_measures_in_the_calendar_does_not_matter()
    {
        Scenario scenario = ShippedWorld.First(Months);
        var plan = new RunPlan(1, 2, 2);
        IReadOnlyList<string> inFileOrder = Digests(scenario, plan);

        Assert.Equal(inFileOrder, Digests(scenario with { Calendar = [.. scenario.Calendar.Reverse()] }, plan));
        Assert.Equal(inFileOrder, Digests(scenario with { Calendar = [.. scenario.Calendar.OrderBy(m => m.Id, StringComparer.Ordinal)] }, plan));
    }

    public static TheoryData<InstrumentKind> Kinds => [.. RandomMeasures.Dated];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_order_of_two_measures_of_a_kind_does_not_matter(InstrumentKind kind)
    {
        ValueChain chain = RandomChain.Of(Plan);
        (Target[] one, Target[] other) = TwoSets(kind, RandomMeasures.TargetsOf(kind, chain));
        double strength = RandomMeasures.Strength(kind, Plan, chain);
        Measure first = TinyChain.Measure(chain, kind, strength, 3, one);
        Measure second = TinyChain.Measure(chain, kind, 1.2 * strength, 7, other);

        Assert.Equal(
            Digests(TinyChain.Scenario(chain, 18, Exogenous.Moving, first, second), new RunPlan(1, 1, 1)),
            Digests(TinyChain.Scenario(chain, 18, Exogenous.Moving, second, first), new RunPlan(1, 1, 1)));
    }

    [Fact]
    public void A_facility_or_use_that_joins_does_not_change_the_shocks_of_the_others()
    {
        ChainDraft joined = TinyChain.Draft();
        joined.Ore("late-ore", 0.3, 0.7);
        joined.Facility(new Site("late-pit", "mining", TinyChain.Home, 600, 300, 2_000) { Ore = "late-ore" });
        joined.Use(new Wish("late-use", "motor", TinyChain.Abroad, "growing") { Amount = 12 });

        Assert.Equal(ShocksOf(TinyChain.Draft().Build()), ShocksOf(joined.Build()).Where(s => !s.Contains("late-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_scenario_asked_twice_answers_the_same()
    {
        Scenario scenario = RandomChain.Scenario(Plan, Months);

        Assert.Equal(Digests(scenario, new RunPlan(9, 3, 2)), Digests(RandomChain.Scenario(Plan, Months), new RunPlan(9, 3, 3)));
    }

    [Fact]
    public void Months_asked_for_later_are_those_of_the_whole_walk()
    {
        Scenario whole = ShippedWorld.First(Months);
        var plan = new RunPlan(1, 2, 2);
        Panel all = new Ensemble(whole, plan).Run().Panels["market"];
        Panel late = new Ensemble(whole with { From = whole.From + 12 }, plan).Run().Panels["market"];

        Assert.Equal(all.PeriodCount - 12, late.PeriodCount);
        for (int future = 0; future < 2; future++)
        {
            for (int month = 0; month < late.PeriodCount; month++)
            {
                for (int e = 0; e < all.Entities.Count; e++) Assert.Equal(all.Row(future, month + 12, e), late.Row(future, month, e));
            }
        }
    }

    /// <summary>Two measures of a kind meet on the same targets, but for the kinds of which the reader allows one a target.</summary>
    private static (Target[] One, Target[] Other) TwoSets(InstrumentKind kind, Target[] targets) => kind switch
    {
        InstrumentKind.ProductionQuota or InstrumentKind.ExportQuota or InstrumentKind.Tariff => ([.. targets.Take(1)], [.. targets.Skip(1)]),
        InstrumentKind.QuotaResponse => ([targets[0], targets[^1]], [.. targets.Skip(1)]),
        InstrumentKind.PriceFloor => (targets, [targets[0] with { Index = targets[0].Index + 1 }, targets[^1]]),
        _ => (targets, targets),
    };

    /// <summary>Demand shocks and outages of five years, by name.</summary>
    private static string[] ShocksOf(ValueChain chain)
    {
        Scenario scenario = TinyChain.Scenario(chain, 60);
        var lines = new List<string>();
        foreach (MonthEnd end in MonthlyWalk.Run(RandomChain.Open(scenario, 5), scenario))
        {
            for (int k = 0; k < chain.Uses.Count; k++) lines.Add($"{end.Month} {chain.Uses[k].Id} {end.State.DemandShock[k]:R}");
            for (int f = 0; f < chain.Facilities.Count; f++) lines.Add($"{end.Month} {chain.Facilities[f].Id} {end.State.OutageShare[f]:R}");
        }

        Assert.Contains(lines, l => l.Contains("pit", StringComparison.Ordinal) && !l.EndsWith(" 0", StringComparison.Ordinal));
        return [.. lines];
    }

    private static IReadOnlyList<string> Digests(Scenario scenario, RunPlan plan)
    {
        RunResults results = new Ensemble(scenario, plan).Run();
        return results.Manifest.Digests;
    }
}
