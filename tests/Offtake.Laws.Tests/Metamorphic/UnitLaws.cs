using Offtake.Laws.Tests.Chains;
using Offtake.Model.Scenarios;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>Nothing depends on the units in which goods and money are counted. Factors are powers of two, so that bits must agree.</summary>
public class UnitLaws
{
    private const int Months = 36;

    [Theory]
    [InlineData(8.0)]
    [InlineData(0.25)]
    public void With_all_masses_multiplied_flows_are_multiplied_and_prices_equal(double factor) =>
        Likeness.MustBeNone(Difference(ShippedWorld.First(Months).Bare(), factor, 1.0));

    [Theory]
    [InlineData(1024.0)]
    [InlineData(0.125)]
    public void With_all_money_multiplied_tonnes_are_equal(double factor) =>
        Likeness.MustBeNone(Difference(ShippedWorld.First(Months).Bare(), 1.0, factor));

    [Fact]
    public void A_drawn_future_does_not_depend_on_units_either() =>
        Likeness.MustBeNone(Difference(ShippedWorld.First(Months).Bare(), 4.0, 16.0, future: 3));

    [Fact]
    public void Units_do_not_matter_on_any_chain() =>
        Plans.Hold(20, plan => Difference(RandomChain.Scenario(plan, Months), 2.0, 32.0, future: 1, tolerance: 1e-12));

    private static string? Difference(Scenario scenario, double mass, double money, int? future = null, double tolerance = 0.0) =>
        Likeness.Difference(Portrait.Walk(scenario, future), Portrait.Walk(scenario.InUnits(mass, money), future), tolerance, mass, money);
}
