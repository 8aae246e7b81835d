using Offtake.Experiments;
using Offtake.Model.Evidence;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation.Nature;
using Offtake.Tests.World;
using Offtake.World;

namespace Offtake.Tests.Experiments;

public class AssumptionRelianceTests
{
    private const int Threes = 400;

    [Fact]
    public void An_outcome_of_assumptions_alone_rests_on_them_wholly()
    {
        RelianceShare share = Share((assumed, _) => Math.Exp(assumed));

        Assert.InRange(share.Most, 0.9, 1.1);
        Assert.InRange(share.Least, 0.9, 1.1);
    }

    [Fact]
    public void An_outcome_without_assumptions_does_not_rest_on_them()
    {
        RelianceShare share = Share((_, other) => other);

        Assert.Equal(0.0, share.Most);
        Assert.InRange(share.Least, -0.1, 0.1);
    }

    [Fact]
    public void What_only_acts_together_rests_on_assumptions_at_most_and_not_alone()
    {
        RelianceShare share = Share((assumed, other) => assumed * other);

        Assert.InRange(share.Most, 0.8, 1.2);
        Assert.InRange(share.Least, -0.2, 0.2);
    }

    [Fact]
    public void The_error_shrinks_with_the_root_of_the_number_of_futures()
    {
        double few = Share((assumed, other) => assumed + other, 100).MostError, many = Share((assumed, other) => assumed + other, 1600).MostError;

        Assert.InRange(few / many, 2.5, 6.5);
        Assert.InRange(Share((assumed, other) => assumed + other, 1600).Most, 0.5 - (4 * many), 0.5 + (4 * many));
    }

    [Fact]
    public void An_outcome_that_does_not_vary_has_no_share() => Assert.Null(AssumptionReliance.ShareOf("flat", new double[24]));

    [Fact]
    public void Assumptions_fall_as_in_their_own_future_and_sourced_numbers_as_in_the_other()
    {
        using TinyWorld world = new();
        EvidenceLedger ledger = world.Chain().Evidence;
        Chance a = new(3, 1), b = new(3, 2);
        ParameterDraw mixed = ParameterDraw.Mixed(ledger, b, ofAssumptions: a);

        foreach (Parameter p in ledger.Parameters)
            Assert.Equal(ParameterDraw.InFuture(ledger, p.Kind == SourceKind.Assumption ? a : b).Of(p), mixed.Of(p));
    }

    [Fact]
    public void Shares_do_not_depend_on_the_number_of_workers()
    {
        Scenario scenario = ScenarioReader.Read(
            FileFinder.Scenarios(AppContext.BaseDirectory)!, "baseline", FileFinder.Worlds(AppContext.BaseDirectory)!, to: Month.Of(2025, 12)).Value!;

        Assert.Equal(AssumptionReliance.Of(scenario, 8, 1).Outcomes, AssumptionReliance.Of(scenario, 8, 3).Outcomes);
    }

    private static RelianceShare Share(Func<double, double, double> outcome, int threes = Threes)
    {
        double Assumed(int i) => new Chance(11, i).Normal(1, Purpose.Parameter);
        double Other(int i) => new Chance(11, i).Normal(2, Purpose.Parameter);
        int[] all = [.. Enumerable.Range(0, threes)];
        double[] values =
        [
            .. all.Select(i => outcome(Assumed(i), Other(i))), .. all.Select(i => outcome(Assumed(threes + i), Other(threes + i))), .. all.Select(i => outcome(Assumed(i), Other(threes + i))),
        ];
        return AssumptionReliance.ShareOf("made up", values)!;
    }
}
