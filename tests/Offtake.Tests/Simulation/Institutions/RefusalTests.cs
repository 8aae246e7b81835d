using Offtake.Experiments;
using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Results;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Institutions;

/// <summary>INS-7: what is beyond reach, against the law, vetoed, left undone or not paid for is an event with its amount, and nothing lacks in silence.</summary>
public sealed class RefusalTests
{
    private static readonly ValueChain Chain = FullChain.Build();

    private static readonly Target Route = TinyChain.Route(Chain, "motor", TinyChain.Home, TinyChain.Abroad);

    private static RunEvent Only(string kind, params Office[] offices)
    {
        Scenario scenario = Office.Govern(TinyChain.Scenario(Chain, 24), offices);
        return new Ensemble(scenario, new RunPlan(1, 1, 1)).Run().Events.First(e => e.Kind == kind);
    }

    [Fact]
    public void A_wish_beyond_reach_is_an_event()
    {
        Office office = new Office("office").Pulls(InstrumentKind.Tariff, 0.3, Route).Sees(StatisticKind.TradeBarrier, Route, TargetSide.Attain, 0.5).Sprints(12, 1.4);
        RunEvent told = Only("refused-beyond-reach", office);
        Assert.Equal(("office", 0.4), (told.Subject, Math.Round(told.Amount, 12)));
    }

    [Fact]
    public void What_the_law_does_not_allow_is_an_event()
    {
        RunEvent told = Only("refused-by-law", new Office("office").Pulls(InstrumentKind.Tariff, 0.3, n => new InstrumentTerms { LawfulAtMost = n(0.1) }, Route));
        Assert.Equal(("office/Tariff-0", 0.2), (told.Subject, Math.Round(told.Amount, 12)));
    }

    [Fact]
    public void What_nobody_carries_out_is_an_event()
    {
        RunEvent told = Only("left-undone", new Office("office") { Compliance = 0.6 }.Pulls(InstrumentKind.Tariff, 0.3, Route));
        Assert.Equal(0.12, told.Amount, 1e-12);
    }

    [Fact]
    public void What_a_higher_level_blocks_is_an_event()
    {
        Office above = new Office("above").Pulls(InstrumentKind.Veto, 0.25, new Target(TargetKind.Institution, 1));
        RunEvent told = Only("vetoed", above, new Office("office").Pulls(InstrumentKind.Tariff, 0.3, Route));
        Assert.Equal(("office/Tariff-0", 0.075), (told.Subject, Math.Round(told.Amount, 12)));
    }

    [Fact]
    public void A_new_head_leaves_part_undone()
    {
        Office change = new Office("change").Pulls(InstrumentKind.ExecutiveTurnover, 0.5, new Target(TargetKind.Institution, 1));
        RunEvent told = Only("left-undone", change, new Office("office") { Compliance = 0.8 }.Pulls(InstrumentKind.Tariff, 0.3, Route));
        Assert.Equal(0.3 * (1.0 - (0.8 * 0.5)), told.Amount, 1e-12);
    }

    // The month in which the money runs out is still paid for; the next one is refused, until January.
    [Fact]
    public void A_budget_that_is_spent_refuses_until_the_year_is_over()
    {
        Target pit = TinyChain.Facility(Chain, "pit");
        Office office = new Office("office").Pulls(InstrumentKind.ProductionCredit, 0.1, n => new InstrumentTerms { BudgetUsdPerYear = n(4e5) }, pit);
        RunEvent told = Only("refused-by-budget", office);
        Assert.Equal(0.1, told.Amount, 1e-12);

        Scenario scenario = Office.Govern(TinyChain.Scenario(Chain, 24), office);
        double[] strength = [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Select(e => e.State.Programmes!.Strength[0])];
        Assert.Equal(0.0, strength[11]);
        Assert.Equal(0.1, strength[12]);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.3, 1.0)]
    [InlineData(0.3, 0.5)]
    public void A_programme_and_its_offices_cost_the_budget_of_a_year_and_no_more(double officesShare, double pull)
    {
        const double budget = 1e6;
        Target pit = TinyChain.Facility(Chain, "pit");
        Office office = new Office("office").Pulls(
            InstrumentKind.GuidanceFund, 4.0 * budget, n => new InstrumentTerms { BudgetUsdPerYear = n(budget), CostUsdPerYear = n(officesShare * budget) }, pit).Follows((new Month(0), pull));
        Scenario scenario = Office.Govern(TinyChain.Scenario(Chain, 24), office);

        (double Month, double Year, double Strength, double Refused)[] months = [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Select(e => e.State.Programmes!)
            .Select(b => (b.Outlay[0].Value, b.OutlayThisYear[0].Value, b.Strength[0], b.RefusedByBudget[0]))];

        Assert.Equal(budget, months[23].Year, 1e-3);
        Assert.All(months, m => Assert.InRange(m.Year, 0.0, budget * (1.0 + 1e-12)));
        Assert.True(months[23].Refused > 0.0 && months[23].Strength == 0.0);

        // Offices are paid to the last month, also when nothing is left to spend.
        Assert.Equal(officesShare * budget * pull / 12.0, months[23].Month, 1e-6);
        Assert.DoesNotContain(new Ensemble(scenario, new RunPlan(1, 1, 1)).Run().Events, e => e.Kind == "budget-overdrawn");
    }

    [Fact]
    public void What_users_who_fill_their_stock_cost_beyond_the_budget_is_an_event_with_its_amount()
    {
        const double budget = 1e5;
        ValueChain tiny = TinyChain.Draft().Build();
        Office office = new Office("office").Pulls(
            InstrumentKind.OfftakeContract, 0.02,
            n => new InstrumentTerms { BudgetUsdPerYear = n(budget), CrowdingOut = n(0.0), PullForward = n(0.0), PullForwardMonths = n(1.0) }, TinyChain.Use(tiny, "motors-town"));
        Scenario scenario = Office.Govern(TinyChain.Scenario(tiny, 24), office);

        RunEvent told = new Ensemble(scenario, new RunPlan(1, 1, 1)).Run().Events.First(e => e.Kind == "budget-overdrawn");

        double[] year = [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, new Chance(1, told.Future)).Select(e => e.State.Programmes!.OutlayThisYear[0].Value)];
        Assert.Equal("office/OfftakeContract-0", told.Subject);
        Assert.Equal(year[told.Month - scenario.From] - budget, told.Amount, 1e-6);
        Assert.True(told.Amount > 0.0);
    }

    [Theory]
    [InlineData(InstrumentKind.PermitTrack, "capital.csv")]
    [InlineData(InstrumentKind.ResearchGrant, "research_regions.csv")]
    [InlineData(InstrumentKind.TalentHousing, "skilled labour")]
    [InlineData(InstrumentKind.TargetEvaluation, "target_pressure")]
    [InlineData(InstrumentKind.QuotaResponse, "production-quota")]
    public void A_lever_that_has_nothing_to_act_on_is_refused_with_a_remedy(InstrumentKind kind, string remedy)
    {
        ValueChain bare = TinyChain.Draft().Build();
        Scenario scenario = Office.Govern(TinyChain.Scenario(bare), new Office("office").Pulls(kind, 0.1, FullChain.TargetsOf(kind, bare)));
        string told = Assert.Throws<InvalidOperationException>(() => new Future(new ChainLayout(scenario.Chain), scenario, null)).Message;
        Assert.Contains(remedy, told, StringComparison.Ordinal);
        Assert.Contains($"office/{kind}-0", told, StringComparison.Ordinal);
    }
}
