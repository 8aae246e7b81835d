using Offtake.Model.Evidence;
using Offtake.Simulation.Nature;

namespace Offtake.Tests.History;

/// <summary>EVI-2: numbers that somebody chose stand beside those that are drawn.</summary>
public sealed class ChosenNumberTests
{
    private static readonly Source Witness = new("w", "W", "2024", SourceKind.Measured, "W", "", "");
    private static readonly Assumption Guess = new("guess", 5, Spread.Uniform(0, 10), "t", "because");
    private static readonly Parameter One = Parameter.Assumed("table/one", Guess, "test:1");
    private static readonly Parameter Two = Parameter.Assumed("table/two", Guess, "test:2");
    private static readonly Parameter Three = Parameter.Sourced("table/three", 7, "t", Spread.Uniform(0, 10), [Witness], "test:3");
    private static readonly EvidenceLedger Ledger = new([Witness], [Guess], [], [One, Two, Three]);

    private static ParameterDraw With(Chance? chance, params (string, double)[] chosen) => ParameterDraw.With(Ledger, chosen.ToDictionary(c => c.Item1, c => c.Item2), chance);

    [Fact]
    public void A_chosen_assumption_holds_for_every_cell_that_rests_on_it()
    {
        ParameterDraw draw = With(null, ("@guess", 2));
        Assert.Equal((2, 2, 7), (draw.Of(One), draw.Of(Two), draw.Of(Three)));
    }

    [Fact]
    public void A_cell_chosen_by_its_own_name_leaves_the_others_alone()
    {
        ParameterDraw draw = With(null, ("@guess", 2), ("table/one", 3));
        Assert.Equal((3, 2), (draw.Of(One), draw.Of(Two)));
    }

    [Fact]
    public void What_is_not_chosen_is_drawn_as_without_any_choice()
    {
        Chance chance = new(4, 2);
        Assert.Equal(ParameterDraw.InFuture(Ledger, chance).Of(Three), With(chance, ("@guess", 2)).Of(Three));
        Assert.Equal(ParameterDraw.InFuture(Ledger, chance).Of(One), With(chance).Of(One));
    }

    [Fact]
    public void An_unknown_name_is_refused() =>
        Assert.Contains("table/four", Assert.Throws<ArgumentException>(() => With(null, ("table/four", 1))).Message, StringComparison.Ordinal);
}
