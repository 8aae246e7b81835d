using Offtake.Equilibrium;
using static Offtake.Equilibrium.CurveForm;

namespace Offtake.Tests.Equilibrium;

public class ActivityTests
{
    private const double Unlimited = double.PositiveInfinity;

    [Fact]
    public void A_chain_of_activities_passes_costs_on_to_the_last_buyer()
    {
        SpatialEquilibrium e = Chain().Solve();

        Assert.All(e.Activities.Take(2), a => Close.To(42, a.Level));
        Close.To(21, e.Activities[2].Level);
        Close.To(52, e.Market("r", "ore").Price);
        Close.To(114, e.Market("r", "metal").Price);
        Close.To(116, e.Market("r", "magnet").Price);
        Close.To(0.5 * 42 * 42, e.Activities[0].Profit);
        Close.To(0, e.Activities[1].Profit);
    }

    [Fact]
    public void A_chain_may_cross_a_border_at_any_stage()
    {
        SpatialEquilibrium e = new Draft().Activity("mine", "here", 10, 1, Unlimited, ("ore", 1)).Activity("smelt", "there", 5, 0, Unlimited, ("ore", -1), ("metal", 0.5))
            .Demand("there", "metal", Price, 200, -4).Route("here", "there", "ore", 6).Solve();

        double y = (100 - 21) / 2.0;
        Close.To(y, e.Flow("here", "there", "ore"));
        Close.To(y, e.Market("there", "ore").Used);
        Close.To(200 - (2 * y), e.Market("there", "metal").Price);
    }

    [Fact]
    public void A_capacity_that_binds_earns_the_margin()
    {
        SpatialEquilibrium e = new Draft().Activity("make", "r", 10, 0, 30, ("g", 1)).Demand("r", "g", Price, 100, -1).Solve();

        Close.To(30, e.Activities[0].Level);
        Close.To(60, e.Activities[0].CapacityRent);
        Close.To(1800, e.Activities[0].Profit);
    }

    [Fact]
    public void An_activity_that_does_not_pay_stands_still()
    {
        SpatialEquilibrium e = new Draft().Activity("dear", "r", 60, 0, Unlimited, ("g", 1)).Activity("cheap", "r", 20, 1, Unlimited, ("g", 1)).Demand("r", "g", Price, 70, -1).Solve();

        Assert.Equal(0.0, e.Activities[0].Level);
        Close.To(25, e.Activities[1].Level);
        Close.To(45, e.Market("r", "g").Price);
    }

    [Fact]
    public void Recycling_closes_a_loop_without_making_something_of_nothing()
    {
        SpatialEquilibrium e = new Draft().Supply("r", "metal", Price, 10, 1).Demand("r", "magnet", Price, 100, -1)
            .Activity("make", "r", 5, 0, Unlimited, ("metal", -1), ("magnet", 0.7), ("swarf", 0.3)).Activity("recycle", "r", 1, 0, Unlimited, ("swarf", -1), ("metal", 0.9)).Solve();

        double make = e.Activities[0].Level;
        Close.To(0.3 * make, e.Activities[1].Level);
        Close.To(make * (1 - 0.27), e.Market("r", "metal").Supply);
        Close.To((0.9 * e.Market("r", "metal").Price) - 1, e.Market("r", "swarf").Price);
    }

    [Fact]
    public void An_input_nobody_supplies_stops_the_chain()
    {
        SpatialEquilibrium e = new Draft().Activity("make", "r", 5, 0, Unlimited, ("ore", -1), ("metal", 1)).Demand("r", "metal", Price, 100, -1).Solve();

        Assert.Equal(0.0, e.Activities[0].Level);
        Assert.Equal(0.0, e.Market("r", "metal").Demand);
    }

    private static Draft Chain() => new Draft().Activity("mine", "r", 10, 1, Unlimited, ("ore", 1)).Activity("smelt", "r", 5, 0, Unlimited, ("ore", -1), ("metal", 0.5))
        .Activity("press", "r", 2, 0, Unlimited, ("metal", -1), ("magnet", 1)).Demand("r", "magnet", Price, 200, -4);
}
