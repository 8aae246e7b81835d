using Offtake.Reporting;
using Offtake.Results;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies.Findings;

namespace Offtake.Tests.Comparing;

/// <summary>What a comparison counts of institutions, and what its verdict says of it, in shipped scenarios.</summary>
public sealed class ProgrammeOutcomeTests(ShippedComparison compared) : IClassFixture<ShippedComparison>
{
    private const int Reference = 0;
    private const int Committees = 1;
    private const int Toolkit = 2;
    private const int Answered = 3;
    private const int Stop = 4;

    private ComparisonFindings Found => compared.Arrangements;

    [Fact]
    public void Committees_announce_more_tonnes_than_they_buy_and_a_scenario_without_institutions_announces_none()
    {
        Assert.True(Found.Programmes[Committees].Announced.Median > Found.Programmes[Committees].Realised.Median);
        Assert.True(Found.Programmes[Committees].Realised.Median > 0.0);
        Assert.Equal((0.0, 0.0), (Found.Programmes[Reference].Announced.Low, Found.Programmes[Reference].Announced.High));
    }

    [Fact]
    public void Demand_instruments_add_up_to_the_programmes_of_their_scenario()
    {
        InstrumentFindings[] parts = [.. Found.Instruments.Where(i => i.Policy == Committees)];
        ProgrammeFindings whole = Found.Programmes[Committees];

        Assert.Equal(["offtake-contract", "urban-deployment"], parts.Select(p => p.Instrument).Order());
        Assert.Equal(whole.Realised.Median, parts.Sum(p => p.Bought.Median), 9);
        Assert.Equal(whole.Additional.Median, parts.Sum(p => p.Additional.Median), 9);
        Assert.InRange(parts.Sum(p => p.Outlay.Median) / whole.DemandOutlay.Median, 1.0 - 1e-12, 1.0 + 1e-12);
        Assert.Equal(whole.DemandOutlay.Median / whole.Additional.Median, whole.UsdPerTonne.Median, 6);
        Assert.Equal(Level("outlay", Committees).Median, whole.DemandOutlay.Median + whole.OtherOutlay.Median, 3);
    }

    [Fact]
    public void An_instrument_that_orders_nothing_by_itself_has_outlay_and_no_cost_per_tonne()
    {
        InstrumentFindings credit = Assert.Single(Found.Instruments, i => i.Policy == Toolkit && i.Instrument == "input-tax-credit");

        Assert.Equal((0, 0), (credit.Bought.Futures, credit.UsdPerTonne.Futures));
        Assert.Equal(1, credit.Outlay.Futures);
    }

    [Theory]
    [InlineData(Reference)]
    [InlineData(Committees)]
    [InlineData(Toolkit)]
    [InlineData(Answered)]
    public void What_is_refused_blocked_and_left_undone_is_never_more_than_what_is_ordered(int policy)
    {
        double ordered = Level("levers-ordered", policy).Median, refused = new[] { "by-law", "by-veto", "undone", "by-budget" }.Sum(id => Level(id, policy).Median);

        Assert.Equal(policy != Reference, ordered > 0.0);
        Assert.Equal(policy != Reference, refused > 0.0);
        Assert.True(refused <= ordered, $"{refused} of {ordered}");
    }

    [Fact]
    public void Every_verdict_states_what_is_moved_as_a_share_of_the_surplus_and_of_world_demand() => Assert.All(
        Said(Found).Skip(1).SkipLast(1), s => Assert.Matches("of the surplus.*world demand", s.Text));

    [Fact]
    public void A_rule_by_which_others_answer_is_said_to_be_there_and_whether_it_was_triggered()
    {
        Assert.Equal([false, false, false, true, false], Found.Evidence.Select(e => e.Retaliates));
        string trust = Said(Found)[^1].Text;

        Assert.Contains("aligned-west+retaliation carries a rule by which others answer, triggered in ", trust, StringComparison.Ordinal);
        Assert.DoesNotContain("No scenario carries a rule", trust, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_is_seen_by_what_happens_and_leads_the_verdict_of_every_scenario_under_it()
    {
        IReadOnlyList<Statement> arrangements = Said(Found);
        foreach (int policy in new[] { Reference, Committees, Toolkit }) Assert.DoesNotContain("Short first", arrangements[policy].Text, StringComparison.Ordinal);
        Assert.Matches("Short first: .* in month .*Dearest: .* times the price before.*not served.*dear months.*of the surplus", arrangements[Stop].Text);
        Assert.All(Said(compared.Stopped).SkipLast(1), s => Assert.Contains("Short first", s.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_laid_over_all_scenarios_is_said_once()
    {
        IReadOnlyList<Statement> said = Said(compared.Stopped);

        Assert.Equal("yuecheng", said[1].Topic);
        Assert.Contains("All with: Exports of magnets", said[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exports of magnets", said[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_tonnes_do_not_move_the_verdict_says_what_does_or_that_nothing_looked_at_moves_clearly() =>
        Assert.Matches("Nothing looked at moves clearly|What it does move most", Said(Found)[Toolkit].Text);

    private static IReadOnlyList<Statement> Said(ComparisonFindings found) => ComparisonReport.Verdict(found);

    private Band Level(string id, int policy)
    {
        int outcome = Found.Study.Header.Outcomes.ToList().FindIndex(o => o.Id == id);
        return Found.Study.Outcomes[outcome].Levels[policy].Band;
    }
}
