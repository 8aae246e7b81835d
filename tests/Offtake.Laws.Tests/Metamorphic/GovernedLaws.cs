using Offtake.Experiments;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>Whose institution it is makes no difference: two regions that exchange names or places exchange results, with levers of every family at work.</summary>
public class GovernedLaws
{
    private const int Months = 48;
    private const double Rounding = 1e-9;

    private static Scenario Governed()
    {
        ValueChain chain = MoneyRules.In(TinyChain.Draft(scatter: 0.05).Build(), 1.0);
        Target there = TinyChain.Route(chain, "motor", TinyChain.Home, TinyChain.Abroad), back = TinyChain.Route(chain, "motor", TinyChain.Abroad, TinyChain.Home);
        Target oxide = TinyChain.Market(chain, "a-oxide", TinyChain.Home);
        Office home = new Office("home") { Delay = 2, Compliance = 0.8 }.Sees(StatisticKind.TradeBarrier, back, TargetSide.Attain, 0.3, lag: 1, noise: 0.1, bias: 0.1)
            .Pulls(InstrumentKind.Tariff, 0.3, n => new InstrumentTerms { CostUsdPerYear = n(2e5), Payer = new Target(TargetKind.Region, 0) }, back)
            .Pulls(InstrumentKind.ProductionCredit, 0.2, TinyChain.Facility(chain, "pit"), TinyChain.Facility(chain, "motors-home"))
            .Pulls(InstrumentKind.Restructuring, 0.1, n => new InstrumentTerms { Compensation = n(0.5) }, TinyChain.Facility(chain, "hill"))
            .Pulls(InstrumentKind.Stockpile, 300, oxide).Pulls(InstrumentKind.ReserveRelease, 0.05, oxide)
            .ClosesTheGap(0.1);
        Office abroad = new Office("abroad").Sees(StatisticKind.TradeBarrier, back, TargetSide.HoldBelow, 0.05)
            .Pulls(InstrumentKind.Embargo, 0.2, there).Pulls(InstrumentKind.ReserveDuty, 1.0, TinyChain.Market(chain, "motor", TinyChain.Abroad)).Retaliates(6);
        return Office.Govern(TinyChain.Scenario(chain, Months), home, abroad);
    }

    [Fact]
    public void Two_regions_that_exchange_names_exchange_results_whoever_governs_them()
    {
        Scenario scenario = Governed();
        var plan = new RunPlan(1, 2, 1);

        RunResults before = new Ensemble(scenario, plan).Run(), after = new Ensemble(scenario.WithNamesSwapped(0, 1), plan).Run();

        Assert.Equal(before.Manifest.Digests, after.Manifest.Digests);
    }

    [Fact]
    public void Regions_with_institutions_may_be_listed_in_any_order()
    {
        Scenario scenario = Governed();
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario), Portrait.Walk(scenario.WithPlacesSwapped(0, 1)), Rounding));
        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(scenario, 1), Portrait.Walk(scenario.WithPlacesSwapped(0, 1), 1), Rounding));
    }

    [Fact]
    public void What_institutions_do_is_felt() =>
        Assert.NotNull(Likeness.Difference(Portrait.Walk(Governed() with { Institutions = [] }), Portrait.Walk(Governed()), Rounding));
}
