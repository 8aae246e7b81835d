using Offtake.Model.Chain;

namespace Offtake.Tests.World;

/// <summary>An input that can stand in for another, as a recipe states it.</summary>
public class InputSubstitutionRowTests
{
    private const string Oxide = "motor-making,in,alpha-oxide,,0.002,t per unit,no,,,bureau";

    private static TinyWorld World(string beta)
    {
        TinyWorld world = new();
        string[] lines = world.Text("recipes.csv").TrimEnd('\n').Split('\n');
        string[] wider = [.. lines.Select((l, i) => l.Insert(l.LastIndexOf(','), i == 0 ? ",instead_of,displaces" : ",,"))];
        return world.Write("recipes.csv", string.Join('\n', wider) + "\n").Replace("recipes.csv", Oxide, $"{Oxide}\n{beta}")
            .Replace("commodities.csv", "motor,Motor,units,unit,products,alpha,", "motor,Motor,units,unit,products,alpha;beta,")
            .Append("markets.csv", "beta-oxide,abroad,,3,0.7,,,,bureau").Append("routes.csv", "beta-oxide,home,abroad,10,1,1,bureau");
    }

    [Fact]
    public void An_input_names_what_it_can_stand_in_for()
    {
        using TinyWorld world = World("motor-making,in,beta-oxide,,0.001,t per unit,no,alpha-oxide,2,bureau");
        ProcessInput input = world.Chain().Processes[2].Inputs[1];
        Assert.Equal((1, 2.0), (input.Displaces!.Commodity, input.Displaces.Amount.Value));
        Assert.Equal("recipes/motor-making/in/beta-oxide/displaces", input.Displaces.Amount.Id);
        Assert.Null(world.Chain().Processes[2].Inputs[0].Displaces);
    }

    [Theory]
    [InlineData("motor-making,in,beta-oxide,,0.001,t per unit,no,alpha-oxide,,bureau", "stated by half; empty is 'displaces'")]
    [InlineData("motor-making,in,beta-oxide,,0.001,t per unit,no,,2,bureau", "stated by half; empty is 'instead_of'")]
    [InlineData("motor-making,in,beta-oxide,,0.001,t per unit,no,alpha-oxid,2,bureau", "did you mean 'alpha-oxide'?")]
    [InlineData("motor-making,in,beta-oxide,,0.001,t per unit,no,alpha-oxide,0,bureau", "'displaces' is out of range: '0' (allowed: above 0)")]
    [InlineData("motor-making,in,beta-oxide,,0.001,t per unit,no,scrap,2,bureau", "names no other input of process 'motor-making': 'scrap'")]
    [InlineData("motor-making,in,beta-oxide,,0.001,t per unit,no,beta-oxide,2,bureau", "names no other input of process 'motor-making': 'beta-oxide'")]
    [InlineData("motor-making,share,beta-oxide,,0.001,share,no,alpha-oxide,2,bureau", "'instead_of' is stated for a row of flow 'share'")]
    public void A_substitution_that_makes_no_sense_is_refused(string beta, string sentence)
    {
        using TinyWorld world = World(beta);
        Expect.Error(world.Read(), "recipes.csv", 6, sentence);
    }

    [Fact]
    public void An_input_is_part_of_one_pair_only()
    {
        using TinyWorld world = World("motor-making,in,beta-oxide,,0.001,t per unit,no,alpha-oxide,2,bureau\nmotor-making,in,scrap,,0.001,t per unit,no,alpha-oxide,2,bureau");
        Expect.Error(world.Read(), "recipes.csv", 6, "an input is part of two substitutions: 'alpha-oxide'");
        Expect.Error(world.Read(), "recipes.csv", 7, "an input is part of two substitutions: 'alpha-oxide'");
    }

    [Fact]
    public void A_process_that_takes_what_comes_has_nothing_to_substitute()
    {
        using TinyWorld world = World("separation,in,scrap,,0.1,t per t,no,mixture,1,bureau");
        Expect.Error(world.Read(), "recipes.csv", 6, "substituted in a process that takes what comes: 'separation'");
    }
}
