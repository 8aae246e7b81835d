using Offtake.Laws.Tests.Chains;
using Offtake.Laws.Tests.Metamorphic;
using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests;

/// <summary>A mechanism that is there and does nothing changes no bit.</summary>
public class SilenceLaws
{
    private const int Months = 36;

    private static readonly ChainPlan Plan = new(3, true, 3, 2, 2, 2, true, false, false, true, true, true, 17);

    [Fact]
    public void A_closure_of_nothing_closes_nothing()
    {
        Scenario scenario = RandomChain.Scenario(Plan, Months);
        Target[] all = [.. scenario.Chain.Facilities.Select((_, f) => new Target(TargetKind.Facility, f))];

        // From before the opening and from the seventh month on.
        Scenario closed = scenario.With(TinyChain.Measure(scenario.Chain, InstrumentKind.Closure, 0.0, -2, all))
            .With(TinyChain.Measure(scenario.Chain, InstrumentKind.Closure, 0.0, 6, all));
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario), Portrait.Walk(closed)));
    }

    [Fact]
    public void Inputs_that_could_be_substituted_are_not_without_an_elasticity()
    {
        Scenario scenario = RandomChain.Scenario(Plan, Months);
        ValueChain c = scenario.Chain;
        Parameter two = Parameter.Sourced("recipes/two", 2.0, "test", Spread.None(2.0), c.Evidence.Sources, "test");
        Scenario Chosen(double elasticity, Func<ProcessInput, Displacement?> displaces)
        {
            Parameter sigma = Parameter.Sourced("parameters/sigma", elasticity, "test", Spread.None(elasticity), c.Evidence.Sources, "test");
            return scenario with
            {
                Chain = c with
                {
                    Processes = [.. c.Processes.Select(p => p with { Inputs = [.. p.Inputs.Select(i => i with { Displaces = displaces(i) })] })],
                    Behaviour = c.Behaviour with { InputSubstitutionElasticity = sigma },
                    Evidence = new EvidenceLedger(c.Evidence.Sources, c.Evidence.Assumptions, c.Evidence.Claims, [.. c.Evidence.Parameters, sigma, two]),
                },
            };
        }

        // The input whose rate closes a balance stands in for the other one.
        Displacement? Closing(ProcessInput i) => i.Closes ? new Displacement(TinyChain.CommodityOf(c, "oxide-0"), two) : null;
        List<Dictionary<Trait, double>> plain = Portrait.Walk(Chosen(0.8, _ => null));
        Likeness.MustBeNone(Likeness.Difference(plain, Portrait.Walk(Chosen(0.0, Closing))));
        Assert.NotNull(Likeness.Difference(plain, Portrait.Walk(Chosen(0.8, Closing))));
    }

    [Fact]
    public void A_season_whose_months_are_all_alike_changes_nothing()
    {
        Scenario scenario = RandomChain.Scenario(Plan, Months);
        ValueChain c = scenario.Chain;
        Parameter one = Parameter.Sourced("seasons/one", 1.0, "test", Spread.None(1.0), c.Evidence.Sources, "test");
        Scenario seasonal = scenario with
        {
            Chain = c with
            {
                Seasons = [new Season("alike", [.. Enumerable.Repeat(one, 12)])],
                Facilities = [.. c.Facilities.Select(f => f with { Season = 0 })],
                Uses = [.. c.Uses.Select(u => u with { Season = 0 })],
                Evidence = new EvidenceLedger(c.Evidence.Sources, c.Evidence.Assumptions, c.Evidence.Claims, [.. c.Evidence.Parameters, one]),
            },
        };

        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario), Portrait.Walk(seasonal)));
    }

    [Fact]
    public void A_driver_that_is_always_one_leaves_capacity_as_it_was()
    {
        Scenario scenario = RandomChain.Scenario(Plan, Months);
        ValueChain c = scenario.Chain;
        Parameter one = Parameter.Sourced("drivers/one", 1.0, "test", Spread.None(1.0), c.Evidence.Sources, "test");
        Parameter none = Parameter.Sourced("drivers/none", 0.0, "test", Spread.None(0.0), c.Evidence.Sources, "test");
        Driver always = new("always", [DriverValue.OfMonth(Month.Of(2020, 1), one), DriverValue.OfYear(2026, one)], none, none, none);
        Scenario Dated(params Driver[] more) => scenario with
        {
            Chain = c with
            {
                Drivers = [.. c.Drivers, .. more],
                Facilities = [.. c.Facilities.Select((f, i) => f with { IsExpandable = false, Driver = more.Length == 0 ? null : c.Drivers.Count })],
                Evidence = new EvidenceLedger(c.Evidence.Sources, c.Evidence.Assumptions, c.Evidence.Claims, [.. c.Evidence.Parameters, one, none]),
            },
        };

        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(Dated()), Portrait.Walk(Dated(always))));
    }
}
