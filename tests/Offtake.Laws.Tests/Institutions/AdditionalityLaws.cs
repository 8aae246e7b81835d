using Offtake.Laws.Tests.Metamorphic;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Institutions;

/// <summary>What a programme buys is not what it adds: part of it others would have bought, or the same users later.</summary>
public class AdditionalityLaws
{
    private static readonly Scenario Tiny = Programmes.Tiny();
    private static readonly Target Town = TinyChain.Use(Tiny.Chain, "motors-town");
    private static readonly Target Neighbours = TinyChain.Use(Tiny.Chain, "motors-home-use");

    public static TheoryData<InstrumentKind, double> DemandLevers => new()
    {
        { InstrumentKind.OfftakeContract, 0.02 }, { InstrumentKind.UrbanDeployment, 0.3 }, { InstrumentKind.DemandSubsidy, 0.2 },
    };

    [Theory]
    [MemberData(nameof(DemandLevers))]
    public void Without_strength_nothing_changes_and_with_it_something_does(InstrumentKind kind, double strength)
    {
        InstrumentTerms terms = Programmes.Terms(0.3, 0.5, 6.0, 3.0, 0.9);

        Likeness.MustBeNone(Likeness.Difference(Portrait.Walk(Tiny, 1), Portrait.Walk(Tiny.WithLever(kind, 0.0, [Town], terms), 1)));
        Assert.NotNull(Likeness.Difference(Portrait.Walk(Tiny, 1), Portrait.Walk(Tiny.WithLever(kind, strength, [Town], terms), 1)));
    }

    [Theory]
    [MemberData(nameof(DemandLevers))]
    public void What_is_bought_is_additional_or_crowded_out_or_pulled_forward(InstrumentKind kind, double strength)
    {
        double with = Wanted(Tiny.WithLever(kind, strength, [Town], Programmes.Terms(0.3, 0.5, 6.0), months: 1), 3, out DemandBook book);
        double without = Wanted(Tiny, 3, out _);

        Assert.True(book.Ordered[0].Value > 0.0);
        Assert.Equal(0.3 * book.Ordered[0].Value, book.CrowdedOut[0].Value, 1e-9);
        Assert.Equal(0.5 * book.Ordered[0].Value, book.PulledForward[0].Value, 1e-9);
        Assert.Equal(book.Ordered[0].Value - book.CrowdedOut[0].Value, with - without, 1e-6);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.4)]
    [InlineData(0.0)]
    [InlineData(-0.5)]
    public void Crowding_out_in_full_leaves_the_regions_wants_as_they_were_and_crowding_in_raises_them_further(double crowdingOut)
    {
        Scenario pulled = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.02, [Town], Programmes.Terms(crowdingOut));

        double added = Wanted(pulled, 3, out DemandBook book) - Wanted(Tiny, 3, out _);

        Assert.Equal((1.0 - crowdingOut) * book.Ordered[0].Value, added, 1e-6);
    }

    [Fact]
    public void What_others_do_not_want_cannot_be_displaced_and_is_said_so()
    {
        Scenario pulled = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.02, [Town, Neighbours with { }], Programmes.Terms(0.5));

        // The lever may not name a use no city pays for: it is refused with its name and a remedy.
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => Programmes.Walk(pulled, s => 0));
        Assert.Contains("board/lever", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("motors-home-use", refusal.Message, StringComparison.Ordinal);

        Scenario flood = Tiny.WithLever(InstrumentKind.OfftakeContract, 5.0, [Town], Programmes.Terms(1.0));
        Wanted(flood, 3, out DemandBook book);
        double others = Programmes.Walk(Tiny with { To = Tiny.From + 2 }, s => s.Months.Wanting[Neighbours.Index].Value)[2];
        Assert.Equal(others, book.CrowdedOut[0].Value, 1e-6);
        Assert.Equal(book.Ordered[0].Value - others, book.NotDisplaced[0].Value, 1e-6);
    }

    [Fact]
    public void All_that_was_pulled_forward_with_a_short_memory_leaves_no_extra_fleet_but_what_could_not_be_repaid()
    {
        Scenario world = Programmes.Tiny(40);
        Scenario pulled = world.WithLever(InstrumentKind.OfftakeContract, 0.005, [Town], Programmes.Terms(0.0, 1.0, 1.0), months: 6);
        List<(double Ordered, double Repaid, double Owed, double Wanted)> months = Programmes.Walk(pulled, s =>
        {
            DemandBook book = s.Programmes!.Demand;
            return (book.Ordered[0].Value, book.Repaid[0].Value, book.Owed[0].Value, s.Months.Wanting[Town.Index].Value);
        });

        double ordered = months.Sum(m => m.Ordered);
        Assert.True(ordered > 0.0);
        Assert.Equal(ordered, months.Sum(m => m.Repaid) + months[^1].Owed, 1e-9);
        Assert.Equal(0.0, months[^1].Owed, 1e-9 * ordered);
        double without = Programmes.Walk(world, s => s.Months.Wanting[Town.Index].Value).Sum();
        Assert.Equal(1.0, months.Sum(m => m.Wanted) / without, 2e-3);
    }

    [Fact]
    public void Nobody_repays_more_than_he_wants_and_the_rest_stays_owed()
    {
        Scenario pulled = Programmes.Tiny(12).WithLever(InstrumentKind.OfftakeContract, 20.0, [Town], Programmes.Terms(0.0, 1.0, 1.0), months: 1);
        foreach ((double wanted, double owed, double repaid) in Programmes.Walk(pulled, s => (
            s.Months.Wanting[Town.Index].Value, s.Programmes!.Demand.Owed[0].Value, s.Programmes.Demand.Repaid[0].Value)).Skip(3))
        {
            Assert.Equal(0.0, wanted);
            Assert.True(owed > 0.0 && repaid > 0.0);
        }
    }

    /// <summary>What is wanted of motors at home in the n-th month of the walk.</summary>
    private static double Wanted(Scenario scenario, int months, out DemandBook book)
    {
        ChainState state = MonthlyWalk.Run(new ChainLayout(scenario.Chain), scenario with { To = scenario.From + (months - 1) }, null).Last().State;
        book = state.Programmes?.Demand!;
        return state.Months.Wanting[Town.Index].Value + state.Months.Wanting[Neighbours.Index].Value;
    }
}
