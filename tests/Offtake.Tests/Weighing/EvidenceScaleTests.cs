using Offtake.Analysis;
using Offtake.Experiments.Weighing;
using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Results.Weighing;
using Offtake.Simulation;
using Offtake.Simulation.Nature;
using static Offtake.Tests.Weighing.WineWeighing;

namespace Offtake.Tests.Weighing;

/// <summary>EVI-4 and EVI-5: which number is in which group, and what changed beliefs do.</summary>
public sealed class EvidenceScaleTests
{
    [Fact]
    public void Every_number_is_in_one_group_and_claims_come_first()
    {
        Scenario scenario = Committee();
        EvidenceWeighing found = Weigh(Plan(scenario, pairs: 2));

        Assert.Equal(scenario.Chain.Evidence.Parameters.Select(p => p.Id).Distinct().Count(), found.Groups.Sum(g => g.Numbers));
        Assert.Equal(found.Groups.Sum(g => g.Numbers), found.Numbers.Values.Sum());
        Assert.True(found.Groups[(int)EvidenceGroup.Claims].Numbers >= scenario.Institutions[0].Reach.Count);
        Assert.Equal(0, found.Groups[(int)EvidenceGroup.Chance].Numbers);
    }

    [Fact]
    public void A_claim_that_is_confirmed_carries_nothing_into_the_group_of_claims()
    {
        Scenario scenario = Committee();
        Assert.Equal(0, Weigh(Plan(scenario.Claiming(Claim("YC-10", Verdict.Confirmed)), pairs: 2)).Groups[(int)EvidenceGroup.Claims].Numbers);
        Assert.NotEqual(0, Weigh(Plan(scenario.Claiming(Claim("YC-10", Verdict.Disputed)), pairs: 2)).Groups[(int)EvidenceGroup.Claims].Numbers);
    }

    [Theory]
    [InlineData(Verdict.Confirmed, false)]
    [InlineData(Verdict.Partly, true)]
    [InlineData(Verdict.Disputed, true)]
    [InlineData(Verdict.Unverified, true)]
    public void A_lever_that_a_claim_names_hangs_on_its_verdict_and_not_on_that_of_another_claim_of_the_institution(Verdict done, bool hangs)
    {
        Scenario scenario = Committee();
        Institution committee = scenario.Institutions[0];
        (ReachedInstrument named, ReachedInstrument unnamed) = (committee.Reach[0], committee.Reach[1]);
        Scenario listing = scenario.Claiming(Claim("A", done, named.AtMost.Id), Claim("B", Verdict.Unverified, "institutions/*/tempo/delay")) with { Institutions = [committee with { Claims = ["A", "B"] }] };
        HashSet<string> unverified = new ClaimCarriage([listing]).Unverified();

        Assert.Equal(hangs, unverified.Contains(named.AtMost.Id));
        Assert.All(named.Terms.Numbers(), n => Assert.Equal(hangs, unverified.Contains(n.Number.Id)));
        Assert.Contains(unnamed.AtMost.Id, unverified);
    }

    [Fact]
    public void A_claim_that_drives_numbers_moves_the_share_of_claims_by_theirs_and_taking_it_away_moves_it_back()
    {
        Scenario without = Baseline().Claiming();
        Scenario with = without.Claiming(Claim("FAKE", Verdict.Unverified, "uses/*/*"));
        EvidenceWeighing before = Weigh(Plan(without)), after = Weigh(Plan(with)), again = Weigh(Plan(without));

        Assert.Equal(0.0, Claims(before).Value);
        Assert.True(Claims(after).Value > 0.01, $"{Claims(after)}");
        Assert.True(after.Groups[(int)EvidenceGroup.Claims].Numbers > 0);
        Assert.Equal(WeighingFile.Text(before), WeighingFile.Text(again));

        static Interval Claims(EvidenceWeighing w) => w.Outcomes[0].Total[(int)EvidenceGroup.Claims];
    }

    [Fact]
    public void The_group_of_claims_falls_as_its_numbers_do_and_nothing_else_does()
    {
        Scenario scenario = Baseline().Claiming(Claim("FAKE", Verdict.Unverified, "uses/*/*"));
        WeighingPlan plan = Plan(scenario);
        EvidenceCells cells = new(plan.Scenarios, new ClaimCarriage(plan.Scenarios));
        ChainLayout layout = new(scenario.Chain);
        EvidenceLedger ledger = scenario.Chain.Evidence;
        HashSet<ulong> driven = [.. ledger.Parameters.Where(p => p.Id.StartsWith("uses/", StringComparison.Ordinal)).Select(ParameterDraw.KeyOf)];
        NumberGroups byHand = new(ledger, p => driven.Contains(ParameterDraw.KeyOf(p)) ? 1 : 0);
        OutcomeWalker walker = new(plan, scenario, layout);
        for (int n = 0; n < 3; n++)
        {
            Chance a = new(plan.Seed, 2 * n), b = new(plan.Seed, (2 * n) + 1);
            PairOutputs found = new PairWalk(plan, cells, [layout]).Of(n)![0];

            Assert.Equal(walker.Walk(a, ParameterDraw.InFuture(ledger, a))![0], found.A);
            Assert.Equal(walker.Walk(b, ParameterDraw.InFuture(ledger, b))![0], found.B);
            Assert.Equal(walker.Walk(a, ParameterDraw.Grouped(ledger, byHand, a, b, 0b10))![0], found.AB[(int)EvidenceGroup.Claims]);
            Assert.Equal(found.A, found.Along[0]);
            Assert.Equal(found.B, found.Along[^1]);
        }
    }

    [Fact]
    public void Numbers_of_one_assumption_are_one_unknown_and_never_in_two_groups()
    {
        EvidenceLedger ledger = Baseline().Chain.Evidence;
        IGrouping<string, Parameter> shared = ledger.Parameters.Where(p => p.Kind == SourceKind.Assumption && p.Spread.Shape != SpreadShape.Fixed).GroupBy(p => p.Witnesses[0]).First(g => g.Count() > 1);

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new NumberGroups(ledger, p => ReferenceEquals(p, shared.First()) ? 1 : 0));
        Assert.Contains("one unknown", refusal.Message, StringComparison.Ordinal);
        Scenario claimed = Baseline().Claiming(Claim("FAKE", Verdict.Open, shared.First().Id));
        EvidenceCells cells = new([claimed], new ClaimCarriage([claimed]));
        Assert.All(shared, p => Assert.Equal(EvidenceGroup.Claims, cells.GroupOf(p)));
    }

    [Fact]
    public void Workers_change_no_number()
    {
        (Scenario committee, Scenario baseline) = (Committee(), Baseline());
        string[] texts = [.. new[] { 1, 3 }.Select(w => WeighingFile.Text(Weigh(Plan(committee, baseline, 6, Used, Outlay), w)))];

        Assert.Equal(texts[0], texts[1]);
    }

    [Fact]
    public void Shares_sum_as_theory_says()
    {
        WeighedOutcome found = Weigh(Plan(Baseline(), pairs: 40)).Outcomes[0];

        Assert.Equal("", found.WhyNot);
        Assert.Equal(1.0, found.Shapley.Sum(s => s.Value), 10);
        Assert.True(found.FirstSum.Low <= 1.0 && found.TotalSum.High >= 1.0);
        Assert.All(found.Total, t => Assert.True(t.Value >= 0.0));
    }

    [Fact]
    public void Without_the_one_claim_that_carries_a_programme_nothing_of_its_outlay_is_left()
    {
        WeighedOutcome outlay = Weigh(Plan(Committee(), Baseline(), 2, Outlay)).Outcomes[0];

        Assert.True(outlay.AsIs.Value > 0.0);
        WeighedChange claim = Assert.Single(outlay.Changes, c => c.Kind == "claim" && c.Id == "YC-10");
        Assert.Equal(Fate.Vanishes, claim.Fate);
        Assert.Equal(0.0, claim.Mean.Value);
    }

    [Fact]
    public void A_claim_beside_others_takes_away_only_the_levers_it_names()
    {
        Scenario scenario = Committee();
        string lever = scenario.Institutions[0].Reach[0].AtMost.Id;
        Scenario two = scenario.Claiming(Claim("YC-10", Verdict.Unverified), Claim("YC-99", Verdict.Unverified, lever));
        Scenario listing = two with { Institutions = [scenario.Institutions[0] with { Claims = ["YC-10", "YC-99"] }] };
        ClaimCarriage carriage = new([listing]);

        Assert.Equal([lever], carriage.LeversOf(listing.Chain.Evidence.Claims[1]).Select(l => l.AtMost.Id));
        Assert.Empty(carriage.LeversOf(listing.Chain.Evidence.Claims[0]));
    }

    [Fact]
    public void What_is_the_same_in_all_futures_is_said_not_to_be_weighed()
    {
        WeighedOutcome outlay = Weigh(Plan(Baseline(), null, 3, Outlay)).Outcomes[0];

        Assert.Equal("it is the same in all futures", outlay.WhyNot);
        Assert.Empty(outlay.Shapley);
    }
}
