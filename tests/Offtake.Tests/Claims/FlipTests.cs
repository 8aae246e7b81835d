using Offtake.Model.Scenarios;

namespace Offtake.Tests.Claims;

/// <summary>No conclusion is hard-wired: whoever believes otherwise about the evidence behind a mechanism concludes otherwise.</summary>
public class FlipTests
{
    [Theory]
    [InlineData(-0.3, +1)]
    [InlineData(1.2, -1)]
    public void Whether_a_city_adds_drones_to_its_region_hangs_on_what_it_crowds_out(double crowdingOut, int sign)
    {
        double added = AddedDrones(("@public-crowding-out", crowdingOut), ("@public-pull-forward", 0.0));
        Assert.True(added * sign > 0.0, $"crowding out {crowdingOut} adds {added}");
    }

    [Fact]
    public void What_a_city_pulls_forward_it_does_not_add() =>
        Assert.True(AddedDrones(("@public-pull-forward", 0.0)) > AddedDrones(("@public-pull-forward", 0.9)));

    [Theory]
    [InlineData("command-chain", "inspection-tightens/campaign", true)]
    [InlineData("inspection-deters", "inspection-deters/campaign", false)]
    public void Whether_an_inspection_makes_state_firms_run_more_hangs_on_how_it_is_read(string scenario, string campaign, bool runsMore)
    {
        Scenario with = MechanismWalk.Shipped(scenario);
        int mine = with.Chain.Facilities.ToList().FindIndex(f => f.Id == "bayan-obo");
        double more = with.Sum((s, _) => s.Months.Activity[mine].Value) - with.Without(campaign).Sum((s, _) => s.Months.Activity[mine].Value);
        Assert.Equal(runsMore, more > 0.0);
    }

    [Theory]
    [InlineData(0.0, false)]
    [InlineData(0.85, true)]
    public void Money_that_is_announced_and_never_realised_pays_for_no_plant_in_the_West(double realised, bool pays) =>
        Assert.Equal(pays, PaidByLoans(("@west-realised", realised), ("@programme-cost", 0.0)) > 0.0);

    [Fact]
    public void An_agency_that_takes_longer_has_paid_less_by_the_same_year() =>
        Assert.True(PaidByLoans(("@agency-delay", 6.0)) > PaidByLoans(("@agency-delay", 24.0)));

    private static double AddedDrones(params (string, double)[] beliefs)
    {
        Scenario with = MechanismWalk.Shipped("yuecheng");
        int[] uses = [.. Enumerable.Range(0, with.Chain.Uses.Count).Where(k => with.Chain.Commodities[with.Chain.Uses[k].Commodity].Id == "drone")];
        IReadOnlyDictionary<string, double> believed = with.Believing(beliefs);
        return Drones(with) - Drones(with.Without("yuecheng-low-altitude/guaranteed-purchase", "yuecheng-low-altitude/urban-services"));

        double Drones(Scenario scenario) => scenario.Sum((s, _) => uses.Sum(k => s.Months.Used[k].Value), believed);
    }

    private static double PaidByLoans(params (string, double)[] beliefs)
    {
        Scenario with = MechanismWalk.Shipped("western-toolkit");
        return with.Sum((s, _) => s.Programmes!.Outlay[s.Programmes.Names.ToList().IndexOf("us-defence-loans/plants")].Value, with.Believing(beliefs));
    }
}
