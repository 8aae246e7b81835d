using Offtake.Model.Studies;
using Offtake.Results.Studies.Findings;

namespace Offtake.Tests.Experiments.Findings;

/// <summary>Differences between policies and where they turn, against known answers (DIS-1 to DIS-3).</summary>
public class BreakEvenTests
{
    private static MadeUpStudy Turning(double at, Better better = Better.Higher) => new()
    {
        Outcomes = [(better, (p, x, chance) => (3 * x[1]) + (p * (x[0] - at)) + MadeUpStudy.Noise(chance, p, 0.5))],
    };

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.4)]
    [InlineData(0.65)]
    public void A_difference_that_grows_with_an_uncertainty_breaks_even_where_it_is_zero(double at)
    {
        Comparison found = Turning(at).Find().Outcomes[0].Comparisons.Single();
        BreakEven place = found.BreakEvens[0].Places.Single();

        Assert.Equal(BreakEvenVerdict.Found, found.BreakEvens[0].Verdict);
        Assert.Equal(at, place.Value, 0.03);
        Assert.InRange(at, place.Low, place.High);
        Assert.True(place.IsAheadAbove);
    }

    [Fact]
    public void Where_less_is_better_the_other_side_of_the_break_even_wins()
    {
        Comparison higher = Turning(0.4).Find().Outcomes[0].Comparisons.Single(), lower = Turning(0.4, Better.Lower).Find().Outcomes[0].Comparisons.Single();

        Assert.Equal(higher.BreakEvens[0].Places.Single().Value, lower.BreakEvens[0].Places.Single().Value, 1e-12);
        Assert.False(lower.BreakEvens[0].Places.Single().IsAheadAbove);
        Assert.Equal(1.0, higher.AheadShare + lower.AheadShare, 1e-12);
        Assert.Equal(higher.MeanDifference, lower.MeanDifference);
        Assert.Equal((Lead.Ahead, Lead.Behind), (higher.Lead, lower.Lead));
    }

    [Fact]
    public void An_uncertainty_the_difference_does_not_depend_on_has_no_break_even() =>
        Assert.All(new MadeUpStudy { Outcomes = [(Better.Higher, (p, x, chance) => x[0] + (0.3 * p) + MadeUpStudy.Noise(chance, p, 0.5))] }.Find().Outcomes[0].Comparisons.Single().BreakEvens, b =>
        {
            Assert.Equal(BreakEvenVerdict.AheadThroughout, b.Verdict);
            Assert.Empty(b.Places);
        });

    [Fact]
    public void A_difference_that_is_best_in_the_middle_turns_twice()
    {
        MadeUpStudy study = new() { Outcomes = [(Better.Higher, (p, x, chance) => (p * (0.04 - ((x[0] - 0.5) * (x[0] - 0.5)))) + MadeUpStudy.Noise(chance, p, 0.02))] };

        IReadOnlyList<BreakEven> places = study.Find().Outcomes[0].Comparisons.Single().BreakEvens[0].Places;

        Assert.Equal(2, places.Count);
        Assert.Equal(0.3, places[0].Value, 0.05);
        Assert.Equal(0.7, places[1].Value, 0.05);
        Assert.Equal((true, false), (places[0].IsAheadAbove, places[1].IsAheadAbove));
    }

    [Fact]
    public void Nothing_but_noise_is_too_close_to_call()
    {
        Comparison found = new MadeUpStudy { Outcomes = [(Better.Higher, (p, x, chance) => x[0] + MadeUpStudy.Noise(chance, p, 1))] }.Find().Outcomes[0].Comparisons.Single();

        Assert.Equal(Lead.TooClose, found.Lead);
        Assert.All(found.BreakEvens, b => Assert.NotEqual(BreakEvenVerdict.Found, b.Verdict));
    }

    [Fact]
    public void Policies_that_do_the_same_are_tied_in_every_future_and_nobody_leads()
    {
        OutcomeFindings found = new MadeUpStudy().Find().Outcomes[0];

        Assert.Equal((1.0, 0.0, Lead.Alike), (found.Comparisons.Single().TiedShare, found.Comparisons.Single().AheadShare, found.Comparisons.Single().Lead));
        Assert.True(found.Regret!.IsLeastMeanTooClose && found.Regret.IsMinimaxTooClose);
        Assert.All(found.Regret.ByPolicy, r => Assert.Equal((0.0, 1.0), (r.Highest, r.BestShare)));
    }

    [Theory]
    [InlineData(0.001, Lead.Alike)]
    [InlineData(-0.001, Lead.Alike)]
    [InlineData(0.05, Lead.Ahead)]
    [InlineData(-0.05, Lead.Behind)]
    public void A_known_difference_leads_only_if_it_matters_beside_the_range_over_futures(double difference, Lead lead)
    {
        OutcomeFindings found = new MadeUpStudy { Outcomes = [(Better.Higher, (p, x, _) => x[0] + (p * difference))] }.Find().Outcomes[0];

        Assert.Equal(lead, found.Comparisons.Single().Lead);
        Assert.Equal(lead == Lead.Alike, found.Regret!.IsLeastMeanTooClose);
    }

    [Fact]
    public void A_lever_pays_beyond_the_value_at_which_its_gain_passes_its_cost()
    {
        MadeUpStudy study = new()
        {
            Policies = ["as-is", "a", "b", "c"], Lever = [null, 0.5, 1.0, 2.0],
            Outcomes = [(Better.Higher, (p, x, _) => x[0] + (p == 0 ? 0 : new[] { 0, 0.5, 1.0, 2.0 }[p] - 1.25))],
        };

        LeverPath path = study.Find().Outcomes[0].LeverPaths.Single();

        Assert.Equal([0.5, 1.0, 2.0], path.Points.Select(p => p.Value));
        Assert.Equal(1.25, path.Places.Single().Value, 1e-9);
        Assert.True(path.Places.Single().IsAheadAbove);
    }

    [Fact]
    public void Too_few_futures_look_for_no_break_even_and_show_a_range()
    {
        OutcomeFindings found = (Turning(0.4) with { Futures = 12 }).Find().Outcomes[0];

        Assert.All(found.Comparisons.Single().BreakEvens, b => Assert.Equal(BreakEvenVerdict.TooFew, b.Verdict));
        Assert.Equal(Offtake.Results.BandKind.Range, found.Levels[0].Band.Kind);
        Assert.Null(found.Levels[0].MeanEnough.IsEnough);
    }
}
