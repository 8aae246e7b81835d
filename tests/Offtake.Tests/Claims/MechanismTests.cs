using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;

namespace Offtake.Tests.Claims;

/// <summary>Every mechanism claim is something the model does: take the mechanism away and the figure that shows it moves back. Whether the claim is true is not tested here.</summary>
public class MechanismTests
{
    [Theory]
    [InlineData("YC-03", "yuecheng", "yuecheng-low-altitude/guaranteed-purchase", "used", "drone-yuecheng", +1)]
    [InlineData("YC-04", "yuecheng", "yuecheng-low-altitude/industry-fund", "funded", "yuecheng-low-altitude/industry-fund", +1)]
    [InlineData("YC-05", "yuecheng", "yuecheng-*/matching", "failures-avoided", "china", +1)]
    [InlineData("YC-06", "yuecheng", "yuecheng-low-altitude/talent-housing", "training", "china", +1)]
    [InlineData("YC-07", "yuecheng", "yuecheng-*/land-and-permit", "permit-months-saved", "drone-maker-yuecheng", +1)]
    [InlineData("YC-10", "yuecheng", "yuecheng-rice-wine/*", "used", "wine-yuecheng", +1)]
    [InlineData("YC-13", "yuecheng", "*/urban-services", "coverage", "drone-yuecheng", +1)]
    [InlineData("BT-01", "baotou", "baotou-science-bureau/research-spending", "research-outlay", "china", +1)]
    [InlineData("BT-04", "baotou", "baotou-development/green-smelting", "unit-cost", "huamei", +1)]
    [InlineData("BT-07", "baotou", "baotou-development/city-fleets", "used", "drone-baotou", +1)]
    [InlineData("BT-09", "baotou", "baotou-science-bureau/pilot-platforms", "pilot-places", "china", +1)]
    [InlineData("SG-04", "nanshan-zhanggong", "nanshan-zhanggong-base/services", "stage-time", "china", -1)]
    [InlineData("SA-01", "state-assets", "state-asset-regulator/scores", "activity", "bayan-obo", +1)]
    [InlineData("SA-02", "state-assets", "state-asset-reform/mergers", "capacity", "other-light-separation-china", -1)]
    [InlineData("SA-04", "full-system", "central-government/fair-competition-review", "used", "drone-yuecheng", -1)]
    [InlineData("PD-02", "command-chain", "inspection-tightens/campaign", "activity", "bayan-obo", +1)]
    [InlineData("WS-01", "western-toolkit", "us-defence-loans/plants", "funded", "us-defence-loans/plants", +1)]
    [InlineData("WS-03", "aligned-west", "aligned-board-*/origin-rule", "arrived", "magnet-standard@europe", -1)]
    public void A_mechanism_moves_its_figure_and_without_it_the_figure_moves_back(string claim, string scenario, string levers, string figure, string of, int sign)
    {
        Scenario with = MechanismWalk.Shipped(scenario);
        Assert.Contains(with.Institutions, i => i.Claims.Contains(claim));
        double moved = Figure(with, figure, of), back = Figure(with.Without(levers), figure, of);
        Assert.True((moved - back) * sign > 0.0, $"{claim}: {figure} of {of} is {moved} with {levers} and {back} without it.");
    }

    [Fact]
    public void Central_quotas_bind_mines_as_claimed_in_SA_03()
    {
        Scenario with = MechanismWalk.Shipped("baseline");
        Scenario without = with with { Calendar = [.. with.Calendar.Where(m => m.Instrument != Model.Governance.InstrumentKind.ProductionQuota)] };
        Assert.True(Figure(with, "activity", "bayan-obo") < Figure(without, "activity", "bayan-obo"));
    }

    private static double Figure(Scenario scenario, string figure, string of)
    {
        int Facility() => Place(scenario.Chain.Facilities, f => f.Id == of);
        int Use() => Place(scenario.Chain.Uses, u => u.Id == of);
        int Region() => Place(scenario.Chain.Regions, r => r.Id == of);
        int Market() => Place(scenario.Chain.Markets, m => $"{scenario.Chain.Commodities[m.Commodity].Id}@{scenario.Chain.Regions[m.Region].Id}" == of);
        Func<ChainState, Month, double> probe = figure switch
        {
            "used" when Use() is var k => (s, _) => s.Months.Used[k].Value,
            "coverage" when Use() is var k => (s, _) => s.ServiceCoverage[k],
            "activity" when Facility() is var f => (s, _) => s.Months.Activity[f].Value,
            "capacity" when Facility() is var f => (s, _) => s.Capacity[f].Value,
            "unit-cost" when Facility() is var f => (s, _) => s.UnitCost[f].Value,
            "permit-months-saved" when Facility() is var f => (s, _) => s.Policies.PermitMonthsSaved[f],
            "failures-avoided" when Region() is var r => (s, _) => s.Policies.Support.FailuresAvoided[r],
            "stage-time" when Region() is var r => (s, _) => s.Policies.Support.StageTimeFactor[r],
            "research-outlay" when Region() is var r => (s, _) => s.Policies.Support.OutlayFactor[r],
            "pilot-places" when Region() is var r => (s, _) => s.Projects!.Places[r],
            "training" when Region() is var r => (s, _) => s.Policies.Support.TrainingFactor[r],
            "arrived" when Market() is var m => (s, _) => s.Months.Arrived[m].Value,
            "funded" => (s, _) => Outlay(s, of),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure, "This figure has no probe; add one here."),
        };
        return scenario.Sum(probe);
    }

    private static double Outlay(ChainState state, string lever)
    {
        int d = Place(state.Programmes!.Names, n => n == lever, isOptional: true);
        return d < 0 ? 0.0 : state.Programmes.Outlay[d].Value;
    }

    private static int Place<T>(IReadOnlyList<T> list, Func<T, bool> isIt, bool isOptional = false)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (isIt(list[i])) return i;
        }

        return isOptional ? -1 : throw new InvalidOperationException("Nothing of this name.");
    }
}
