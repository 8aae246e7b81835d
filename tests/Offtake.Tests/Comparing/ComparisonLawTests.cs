using Offtake.Results.Comparisons;
using Offtake.Results.Studies.Findings;
using Offtake.Tests.Cli;

namespace Offtake.Tests.Comparing;

/// <summary>What must hold of scenarios in the same futures, whatever they are.</summary>
public sealed class ComparisonLawTests : IDisposable
{
    private const int Futures = 12;

    private readonly Shell _shell = WineComparison.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_scenario_beside_itself_differs_by_exactly_nothing()
    {
        ComparisonFindings found = WineComparison.Find(_shell, 6, "subsidy", "subsidy");

        Assert.All(found.Study.Outcomes.Select(o => Assert.Single(o.Comparisons)).Where(c => c.Pairs > 0), c =>
        {
            Assert.Equal((0.0, 0.0, 0.0), (c.Difference.Low, c.Difference.Median, c.Difference.High));
            Assert.Equal((1.0, Lead.Alike), (c.TiedShare, c.Lead));
        });
        Assert.Equal((0.0, 0.0), (found.Programmes[1].More.Low, found.Programmes[1].More.High));
        Assert.Equal(0, found.Programmes[1].Realised.Futures);
        Assert.Equal(0, found.Programmes[1].UsdPerTonne.Futures);
    }

    [Fact]
    public void The_order_of_scenarios_changes_no_number_of_a_pair()
    {
        ComparisonFindings one = WineComparison.Find(_shell, Futures, "rice-wine", "subsidy", "stop"), other = WineComparison.Find(_shell, Futures, "rice-wine", "stop", "subsidy");
        ComparisonFindings turned = WineComparison.Find(_shell, Futures, "subsidy", "rice-wine");

        for (int o = 0; o < one.Study.Outcomes.Count; o++)
        {
            Comparison here = one.Study.Outcomes[o].Comparisons[0], there = other.Study.Outcomes[o].Comparisons[1], back = turned.Study.Outcomes[o].Comparisons[0];
            Assert.Equal(here.Difference, there.Difference);
            Assert.Equal(here.MeanDifference, there.MeanDifference);
            Assert.Equal(here.AheadShare, there.AheadShare);
            if (here.Pairs == 0) continue;
            Assert.Equal(-here.Difference.Median, back.Difference.Median, 12);
            Assert.Equal(here.AheadShare, back.BehindShare, 12);
        }
    }

    [Fact]
    public void Pairing_lowers_the_spread_of_a_difference()
    {
        ComparisonFindings found = WineComparison.Find(_shell, 40, "rice-wine", "subsidy");
        OutcomeFindings drunk = found.Study.Outcomes[0];
        double paired = drunk.Comparisons[0].MeanDifference.High - drunk.Comparisons[0].MeanDifference.Low;
        double apart = Math.Sqrt(drunk.Levels.Sum(l => Math.Pow(l.Mean.High - l.Mean.Low, 2)));

        Assert.True(paired < apart / 2.0, $"{paired} beside {apart}");
        Assert.Equal(Lead.Ahead, drunk.Comparisons[0].Lead);
    }

    [Fact]
    public void Overlays_with_measures_of_their_own_walk_the_same_bits_in_either_order()
    {
        ComparisonFindings one = WineComparison.Find(_shell, 4, "rice-wine", "subsidy+stop"), other = WineComparison.Find(_shell, 4, "rice-wine", "stop+subsidy");

        Assert.Equal(one.Study.Digest, other.Study.Digest);
        Assert.NotEqual(one.Study.Digest, WineComparison.Find(_shell, 4, "rice-wine", "subsidy").Study.Digest);
    }

    [Fact]
    public void A_scenario_laid_over_what_it_extends_walks_as_it_does_alone() => Assert.Equal(
        WineComparison.Find(_shell, 3, "rice-wine", "stop").Study.Digest, WineComparison.Find(_shell, 3, "rice-wine", "rice-wine+stop").Study.Digest);
}
