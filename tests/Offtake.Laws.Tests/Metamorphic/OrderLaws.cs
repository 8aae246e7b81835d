using Offtake.Experiments;
using Offtake.Laws.Tests.Chains;
using Offtake.Model.Scenarios;
using Offtake.Results;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>Nothing depends on what things are called or in which order they are listed.</summary>
public class OrderLaws
{
    private const int Months = 36;

    // Sums are taken in another order, and three years of rounding follow.
    private const double Rounding = 1e-9;

    private static readonly string[] RegionKeys = ["region", "from", "to"];

    [Fact]
    public void Two_regions_that_exchange_their_names_exchange_their_results()
    {
        Scenario scenario = ShippedWorld.First(Months).Bare();
        string a = scenario.Chain.Regions[0].Id;
        string b = scenario.Chain.Regions[1].Id;
        var plan = new RunPlan(1, 1, 1);

        RunResults before = new Ensemble(scenario, plan).Run();
        RunResults after = new Ensemble(scenario.WithNamesSwapped(0, 1), plan).Run();

        foreach (string name in (string[])["market", "sector", "facility", "route", "use", "city", "account"])
        {
            (Panel old, Panel now) = (before.Panels[name], after.Panels[name]);
            for (int e = 0; e < old.Entities.Count; e++)
            {
                Assert.Equal(old.Entities[e].Select((key, k) => RegionKeys.Contains(old.Keys[k]) ? Swapped(key, a, b) : key), now.Entities[e]);
                for (int month = 0; month < Months; month++) Assert.Equal(old.Row(0, month, e), now.Row(0, month, e));
            }
        }
    }

    [Fact]
    public void Facilities_markets_uses_and_routes_may_be_listed_in_any_order()
    {
        Scenario scenario = ShippedWorld.First(Months).Bare();

        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario), Portrait.Walk(scenario.InReverse()), Rounding));
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario, 2), Portrait.Walk(scenario.InReverse(), 2), Rounding));
    }

    [Fact]
    public void Regions_may_be_listed_in_any_order()
    {
        Scenario scenario = ShippedWorld.First(Months).Bare();

        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario), Portrait.Walk(scenario.WithPlacesSwapped(0, 1)), Rounding));
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario), Portrait.Walk(scenario.WithPlacesSwapped(1, 2)), Rounding));
    }

    [Fact]
    public void Order_does_not_matter_on_any_chain() => Plans.Hold(20, plan =>
    {
        Scenario scenario = RandomChain.Scenario(plan, Months);
        int? future = plan.Seed % 2 == 0 ? 1 : null;
        return Likeness.Difference(Portrait.Walk(scenario, future), Portrait.Walk(scenario.InReverse(), future), Rounding);
    });

    private static string Swapped(string key, string a, string b) => key == a ? b : key == b ? a : key;
}
