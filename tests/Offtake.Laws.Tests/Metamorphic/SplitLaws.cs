using Offtake.Model.Chain;
using Offtake.Model.Scenarios;

namespace Offtake.Laws.Tests.Metamorphic;

/// <summary>Two halves of a facility are the facility.</summary>
public class SplitLaws
{
    private const int Months = 36;

    public static TheoryData<string> Facilities => [.. ShippedWorld.Baseline.Chain.Facilities.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Facilities))]
    public void A_facility_in_two_halves_makes_what_the_whole_made(string id)
    {
        Scenario scenario = ShippedWorld.First(Months);
        int facility = scenario.Chain.Facilities.ToList().FindIndex((Facility f) => f.Id == id);

        Likeness.MustBeNone(Likeness.Difference(Reference.Value, Portrait.Walk(scenario.WithHalves(facility)), 1e-9));
    }

    private static readonly Lazy<List<Dictionary<Trait, double>>> Reference = new(() => Portrait.Walk(ShippedWorld.First(Months)));
}
