using Offtake.Equilibrium;
using static Offtake.Equilibrium.CurveForm;

namespace Offtake.Tests.Equilibrium;

public class MarketTests
{
    [Fact]
    public void One_region_without_routes_is_an_ordinary_market()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "g", Price, 100, -1).Supply("r", "g", Price, 10, 2).Solve();

        Close.To(70, e.Market("r", "g").Price);
        Close.To(30, e.Market("r", "g").KeptAtHome);
        Assert.Empty(e.Notes);
    }

    [Fact]
    public void Regions_that_cannot_reach_each_other_live_in_autarky()
    {
        SpatialEquilibrium e = new Draft().Demand("a", "g", Price, 100, -1).Supply("a", "g", Price, 10, 1)
            .Demand("b", "g", Price, 40, -1).Supply("b", "g", Price, 20, 1).Demand("island", "g", Price, 30, -1).Route("a", "b", "g", 1000).Solve();

        Close.To(55, e.Market("a", "g").Price);
        Close.To(30, e.Market("b", "g").Price);
        Assert.False(e.Market("island", "g").IsTraded);
        Assert.Equal(0.0, e.Market("island", "g").Demand);
    }

    [Fact]
    public void Goods_may_pass_through_a_region_that_wants_none()
    {
        SpatialEquilibrium e = new Draft().Supply("mine", "g", Price, 10, 1).Demand("city", "g", Price, 100, -1)
            .Route("mine", "port", "g", 3).Route("port", "city", "g", 4).Route("mine", "city", "g", 20).Solve();

        Close.To(41.5, e.Flow("port", "city", "g"));
        Close.To(0, e.Flow("mine", "city", "g"));
        Close.To(e.Market("mine", "g").Price + 3, e.Market("port", "g").Price);
    }

    [Fact]
    public void Two_equally_cheap_suppliers_give_one_price_and_a_note()
    {
        SpatialEquilibrium e = new Draft().Supply("left", "g", Price, 10, 0).Supply("right", "g", Price, 10, 0).Demand("middle", "g", Price, 50, -1)
            .Route("left", "middle", "g", 2).Route("right", "middle", "g", 2).Solve();

        Close.To(12, e.Market("middle", "g").Price);
        Close.To(38, e.Market("middle", "g").Demand);
        Assert.Contains(e.Notes, n => n.Contains("Unused but just as cheap", StringComparison.Ordinal));
    }

    [Fact]
    public void Paying_for_disposal_makes_the_price_of_a_by_product_negative()
    {
        SpatialEquilibrium e = Glut(r => r with { DisposalCost = 1 });

        Close.To(-1, e.Market("r", "ce").Price);
        Close.To(25.5 / 0.26, e.Activities[0].Level);
        Close.To((25.5 / 0.52) - 42, e.Market("r", "ce").Disposed);
    }

    [Fact]
    public void Where_nothing_can_be_thrown_away_the_price_falls_until_all_is_taken()
    {
        SpatialEquilibrium e = Glut(r => r with { CanDispose = false });

        Close.To(36 / 0.385, e.Activities[0].Level);
        Close.To(20 - (0.25 * 36 / 0.385), e.Market("r", "ce").Price);
        Assert.Equal(0.0, e.Market("r", "ce").Disposed);
    }

    [Fact]
    public void A_price_floor_is_held_by_purchases_of_the_state()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "g", Price, 100, -1).Supply("r", "g", Price, 10, 1).Rule("r", "g", x => x with { PriceFloor = 70 }).Solve();

        Close.To(70, e.Market("r", "g").Price);
        Close.To(30, e.Market("r", "g").BoughtAtFloor);
        Close.To(-2100, e.Surplus[0].Government);
    }

    [Fact]
    public void A_price_floor_below_the_price_does_nothing()
    {
        SpatialEquilibrium e = new Draft().Demand("r", "g", Price, 100, -1).Supply("r", "g", Price, 10, 1).Rule("r", "g", x => x with { PriceFloor = 40 }).Solve();

        Close.To(55, e.Market("r", "g").Price);
        Assert.Equal(0.0, e.Market("r", "g").BoughtAtFloor);
    }

    [Fact]
    public void A_problem_without_curves_has_an_empty_answer()
    {
        SpatialEquilibrium e = Draft.Solve(new SpatialProblem { Goods = [new Good("g")], Regions = ["a", "b"], Routes = [new Route(0, 1, 0, 5)] });

        Assert.All(e.Markets, m => Assert.False(m.IsTraded));
        Close.To(0, e.TotalSurplus!.Value);
    }

    [Fact]
    public void A_problem_put_together_wrongly_in_code_is_refused_by_name()
    {
        SpatialProblem p = new Draft().Demand("r", "g", Price, 100, -1).Problem();

        Assert.Contains("demand at index 0", Assert.Throws<ArgumentException>(() => SpatialSolver.Solve(p with { Demand = [p.Demand[0] with { Region = 7 }] })).Message, StringComparison.Ordinal);
        Assert.Contains("demand at index 0", Assert.Throws<ArgumentException>(() => SpatialSolver.Solve(p with { Demand = [p.Demand[0] with { Intercept = double.NaN }] })).Message, StringComparison.Ordinal);
        Assert.Contains("two of the same demand curve", Assert.Throws<ArgumentException>(() => SpatialSolver.Solve(p with { Demand = [p.Demand[0], p.Demand[0]] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => p.Market("s", "g"));
    }

    private static SpatialEquilibrium Glut(Func<MarketRule, MarketRule> rule) =>
        new Draft().Demand("r", "nd", Price, 180, -4).Demand("r", "ce", Price, 20, -0.5)
            .Activity("mining", "r", 10, 0.1, double.PositiveInfinity, ("nd", 0.2), ("ce", 0.5)).Rule("r", "ce", rule).Solve();
}
