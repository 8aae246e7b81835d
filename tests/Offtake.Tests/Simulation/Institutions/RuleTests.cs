using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Tests.Simulation.Institutions;

/// <summary>INS-2 and INS-4 at work on the tiny chain: gaps are closed or overshot, years are sprinted through, calendars and contracts are kept.</summary>
public sealed class RuleTests
{
    private static readonly ValueChain Chain = TinyChain.Draft().Build();

    private static readonly Target Route = TinyChain.Route(Chain, "motor", TinyChain.Home, TinyChain.Abroad);

    // An office that taxes a route moves the one figure it watches, the barrier on it, exactly as far as it pulls.
    private static Office Closer(int lag = 0, int delay = 0, double compliance = 1.0) =>
        new Office("closer") { Delay = delay, Compliance = compliance }.Pulls(InstrumentKind.Tariff, 1.0, Route)
            .Sees(StatisticKind.TradeBarrier, Route, TargetSide.Attain, 0.5, lag);

    private static double[] ClosedIn(Office office, int months, Exogenous exogenous = Exogenous.Moving) =>
        [.. Walk(office, months, exogenous).Select(s => s.Policies.Tariff[Route.Index])];

    private static IEnumerable<ChainState> Walk(Office office, int months, Exogenous exogenous = Exogenous.Moving)
    {
        Scenario scenario = Office.Govern(TinyChain.Scenario(Chain, months, exogenous), office);
        return MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Select(e => e.State);
    }

    // The shortfall is 1 - 2 p, so the loop gain is twice the gain; dead time is lag, delay and half a month, nine and a half months here.
    [Fact]
    public void A_gap_closed_slowly_enough_for_its_lag_is_closed_without_overshoot()
    {
        double[] closed = ClosedIn(Closer(lag: 4, delay: 5).ClosesTheGap(0.5 * 0.3 / 9.5), 300);
        Assert.True(closed.Max() <= 0.5 + 1e-9, $"overshot to {closed.Max()}");
        Assert.InRange(closed[^1], 0.499, 0.5);
    }

    [Fact]
    public void A_gap_closed_faster_is_overshot_and_then_settles()
    {
        double[] closed = ClosedIn(Closer(lag: 4, delay: 5).ClosesTheGap(0.5 * 1.0 / 9.5), 400);
        Assert.InRange(closed.Max(), 0.55, 1.0);
        Assert.InRange(closed[^1], 0.49, 0.51);
    }

    [Fact]
    public void A_gap_closed_too_fast_for_its_lag_swings_ever_wider_until_reach_stops_it()
    {
        double[] closed = ClosedIn(Closer(lag: 4, delay: 5).ClosesTheGap(0.5 * 1.8 / 9.5), 600);
        double Swing(int from, int months) => closed[from..(from + months)].Max() - closed[from..(from + months)].Min();
        Assert.True(Swing(500, 100) > Swing(60, 100) || Swing(500, 100) > 0.99, $"{Swing(60, 100)} then {Swing(500, 100)}");
        Assert.True(Swing(500, 100) > 0.9);
        Assert.All(closed, c => Assert.InRange(c, 0.0, 1.0));
    }

    [Fact]
    public void A_sprint_pulls_in_the_last_months_of_a_year_only()
    {
        double[] closed = ClosedIn(Closer().Sprints(2, 0.3), 36);
        for (int m = 0; m < closed.Length; m++) Assert.Equal(m % 12 >= 10, closed[m] > 0.0);
    }

    // Decided every half year, felt a month later.
    [Fact]
    public void A_schedule_is_followed_step_by_step_at_the_tempo_of_the_institution()
    {
        Month first = Month.Of(2025, 1);
        Office office = new Office("planner") { Every = 6, Delay = 1 }.Pulls(InstrumentKind.Tariff, 0.8, Route).Follows((first + 3, 0.5), (first + 12, 1.0));
        double[] closed = ClosedIn(office, 24);
        Assert.Equal([.. Enumerable.Repeat(0.0, 7), .. Enumerable.Repeat(0.4, 6), .. Enumerable.Repeat(0.8, 11)], closed);
    }

    [Fact]
    public void A_contract_that_was_signed_runs_its_term_after_the_programme_ends()
    {
        Month first = Month.Of(2025, 1);
        Office office = new Office("buyer") { Until = first + 9 }.Pulls(InstrumentKind.Tariff, 0.5, n => new InstrumentTerms { TermMonths = n(5) }, Route);
        double[] closed = ClosedIn(office, 24);
        Assert.Equal(14, closed.Count(c => c > 0.0));
        Assert.All(closed[..14], c => Assert.Equal(0.5, c));
    }

    [Fact]
    public void Nobody_decides_in_a_frozen_world() =>
        Assert.All(ClosedIn(new Office("planner").Pulls(InstrumentKind.Tariff, 0.8, Route), 12, Exogenous.Frozen), c => Assert.Equal(0.0, c));

    // What is aimed at needs more than is carried out: the pull goes on rising.
    [Fact]
    public void Of_what_is_ordered_compliance_is_done_and_the_rest_is_posted_as_undone()
    {
        Office office = new Office("planner") { Compliance = 0.6 }.Pulls(InstrumentKind.Tariff, 0.5, Route);
        ChainState last = Walk(office, 6).Last();
        ProgrammeBook book = last.Programmes!;
        Assert.Equal(0.5, book.Ordered[0]);
        Assert.Equal(0.3, book.Strength[0], 1e-15);
        Assert.Equal(0.2, book.Undone[0], 1e-15);
        Assert.Equal(0.3, last.Policies.Tariff[Route.Index], 1e-15);
    }

    // A tariff in the second year. It is law from month 12 on, closes with it, arrives three months later and is felt another two after.
    [Fact]
    public void A_tariff_is_answered_after_lag_and_delay_and_as_long_as_the_answer_lasts()
    {
        Month first = Month.Of(2025, 1);
        Target back = TinyChain.Route(Chain, "motor", TinyChain.Abroad, TinyChain.Home);
        Measure tariff = TinyChain.Measure(Chain, InstrumentKind.Tariff, 0.2, 12, Route) with { End = first + 17 };
        Office answer = new Office("answer") { Delay = 2 }.Sees(StatisticKind.TradeBarrier, Route, TargetSide.HoldBelow, 0.0, lag: 3).Pulls(InstrumentKind.Tariff, 0.1, back).Retaliates(4);
        Scenario scenario = Office.Govern(TinyChain.Scenario(Chain, 48, Exogenous.Moving, tariff), answer);
        double[] answered = [.. MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario, null).Select(e => e.State.Policies.Tariff[back.Index])];
        int from = 12 + 1 + 3 + 2;
        for (int m = 0; m < answered.Length; m++) Assert.Equal(m >= from && m < from + 6 + 4 ? 0.1 : 0.0, answered[m]);
    }
}
