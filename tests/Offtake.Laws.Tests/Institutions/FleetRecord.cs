using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.Model.Scenarios;
using Offtake.Simulation;
using Offtake.Simulation.Institutions;
using Offtake.Simulation.Nature;
using Offtake.Tests.Simulation.Chains;

namespace Offtake.Laws.Tests.Institutions;

/// <summary>A city fleet programme against the record of 25 cities: 26 to 36 % of announced fleets stood after about three years, 84 % of them public.</summary>
/// <remarks>
/// Imposed: the share realised and the private purchases drawn in; both are put in. Predicted: that orders become fleets, through rationing, stocks and prices,
/// without loss of more than the range of the record.
/// </remarks>
public class FleetRecord
{
    private const double PublicShare = 0.84;

    private static readonly Scenario Tiny = Programmes.Tiny(38);
    private static readonly Target Town = TinyChain.Use(Tiny.Chain, "motors-town");
    private static readonly Target Neighbours = TinyChain.Use(Tiny.Chain, "motors-home-use");

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Imposed_a_fleet_programme_orders_what_is_realised_and_predicted_its_fleets_are_bought_and_used(int? future)
    {
        Chance? chance = future is { } n ? new Chance(1, n) : null;
        (double ordered, double bought, double crowdedIn, double announced) = (0.0, 0.0, 0.0, 0.0);
        double fleet = 0.0;
        foreach (MonthEnd end in MonthlyWalk.Run(new ChainLayout(Programme.Chain), Programme, chance))
        {
            ProgrammeBook book = end.State.Programmes!;
            if (book.Strength[0] == 0.0) continue;
            ordered += book.Demand.Ordered[0].Value;
            announced += book.Demand.Ordered[0].Value * book.Ordered[0] / book.Strength[0];
            bought += book.Demand.Bought[0].Value;
            crowdedIn -= book.Demand.CrowdedOut[0].Value;
            fleet = Fleet(end.State);
        }

        Scenario without = Programme with { Institutions = [] };
        double fleetWithout = Fleet(MonthlyWalk.Run(new ChainLayout(without.Chain), without, chance).Last().State);

        Assert.InRange(bought / announced, 0.26, 0.36);
        Assert.Equal(PublicShare, bought / (bought + crowdedIn), 0.02);
        Assert.InRange((fleet - fleetWithout) / announced, 0.9 * 0.26, 0.36 / PublicShare);
        Assert.Equal(1.0, bought / ordered, 0.1);
    }

    private static Scenario Programme { get; } = Tiny.WithLever(InstrumentKind.OfftakeContract, 0.002, [Town], new InstrumentTerms
    {
        Realised = Parameter.Assumed("test/realised", new Assumption("test-realised", 0.31, Spread.Uniform(0.27, 0.35), "share", "Range of the record of 25 cities."), "test"),
        CrowdingOut = Programmes.Number("crowding-in", (PublicShare - 1.0) / PublicShare),
    });

    private static double Fleet(ChainState s) => s.Holdings.Amounts[s.Layout.InUse(Town.Index)].Value + s.Holdings.Amounts[s.Layout.InUse(Neighbours.Index)].Value;
}
