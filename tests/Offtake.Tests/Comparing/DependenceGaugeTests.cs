using Offtake.Results.Comparisons;
using Offtake.Results.Studies.Findings;
using Offtake.Tests.Cli;

namespace Offtake.Tests.Comparing;

/// <summary>Reliance, concentration and rationing on a chain in which the answers are plain.</summary>
public sealed class DependenceGaugeTests : IDisposable
{
    private readonly Shell _shell = WineComparison.In(new Shell());

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Who_makes_nothing_imports_all_and_who_ships_out_relies_on_nobody()
    {
        ComparisonFindings found = WineComparison.Find(_shell, 2, "rice-wine", "subsidy");

        Assert.Equal(1.0, Of(found, "relies-bottled-wine-rest-of-world", 0).Band.Median, 12);
        Assert.Equal(0.0, Of(found, "relies-bottled-wine-china", 0).Band.Median, 12);
    }

    [Fact]
    public void A_single_maker_has_a_concentration_of_one() =>
        Assert.Equal(1.0, Of(WineComparison.Find(_shell, 2, "rice-wine", "subsidy"), "makers", 0).Band.Median, 12);

    [Fact]
    public void Where_imports_stop_buyers_are_rationed_and_at_home_they_are_not()
    {
        ComparisonFindings found = WineComparison.Find(_shell, 2, "rice-wine", "stop");

        Assert.Equal(0.0, Of(found, "short-bottled-wine-rest-of-world", 1).MissingShare);
        Assert.Equal(1.0, Of(found, "short-bottled-wine-rest-of-world", 0).MissingShare);
        Assert.Equal(1.0, Of(found, "short-bottled-wine-china", 1).MissingShare);
    }

    [Fact]
    public void A_row_for_many_leaves_out_what_the_world_does_not_have() =>
        Assert.DoesNotContain(WineComparison.Find(_shell, 1, "rice-wine", "stop").Study.Header.Outcomes, o => o.Id == "short-paddy-rest-of-world");

    private static Level Of(ComparisonFindings found, string outcome, int policy)
    {
        int index = found.Study.Header.Outcomes.ToList().FindIndex(o => o.Id == outcome);
        Assert.True(index >= 0, outcome);
        return found.Study.Outcomes[index].Levels[policy];
    }
}
