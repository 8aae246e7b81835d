using Offtake.PlainText;
using Offtake.World;

namespace Offtake.Tests.World;

public class MessageTests
{
    [Fact]
    public void A_misspelt_process_is_reported_with_its_line_and_the_nearest_name()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "works,The works,Firm,separation", "works,The works,Firm,seperation");

        Problem problem = Expect.OnlyError(world.Read(), "facilities.csv", 3, "seperation");

        Assert.Equal(
            "worlds/tiny/facilities.csv:3: unknown process 'seperation'; did you mean 'separation'? Run 'offtake check' to see all problems.",
            problem.ToString());
    }

    [Fact]
    public void A_line_after_a_cell_with_a_line_break_is_counted_right()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "yard,The yard,Yard,recycling", "yard,The yard,Yard,recyclin");

        Expect.OnlyError(world.Read(), "facilities.csv", 7, "did you mean 'recycling'?");
    }

    [Fact]
    public void A_bound_stands_in_the_sentence()
    {
        using TinyWorld world = new();
        world.Replace("processes.csv", "mixture,0.8", "mixture,1.8");

        Problem problem = Expect.OnlyError(world.Read(), "processes.csv", 2);

        Assert.Equal("worlds/tiny/processes.csv:2: 'recovery' is out of range: '1.8' (allowed: above 0, up to 1); check value and unit.", problem.Sentence);
        Assert.Equal(("1.8", "above 0, up to 1"), (problem.Value, problem.Bound));
    }

    [Fact]
    public void All_problems_of_all_files_come_at_once_by_file_and_line()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "mining,vein", "minning,vain").Replace("markets.csv", "50000", "fifty")
            .Replace("routes.csv", "scrap,abroad,home,50,1", "scrap,abroad,hume,50,7").Delete("claims.csv");

        Reading<Offtake.Model.Chain.ValueChain> reading = world.Read();

        Expect.Error(reading, "claims.csv", 0, "missing");
        Expect.Error(reading, "facilities.csv", 2, "unknown process 'minning'");
        Expect.Error(reading, "facilities.csv", 2, "unknown ore 'vain'");
        Expect.Error(reading, "markets.csv", 3, "fifty");
        Expect.Error(reading, "routes.csv", 4, "unknown region 'hume'");
        Expect.Error(reading, "routes.csv", 4, "'7'", "1 to 3");
        Assert.Equal(reading.Problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line), reading.Problems);
    }

    [Fact]
    public void When_no_name_is_near_the_known_ones_are_listed()
    {
        using TinyWorld world = new();
        world.Replace("routes.csv", "motor,abroad", "motor,atlantis");

        Expect.Error(world.Read(), "routes.csv", 3, "unknown region 'atlantis'; known are home, abroad.");
    }

    [Fact]
    public void A_lost_table_does_not_make_every_reference_to_it_a_problem()
    {
        using TinyWorld world = new();
        world.Delete("processes.csv");

        Expect.OnlyError(world.Read(), "processes.csv", 0, "the file is missing");
    }

    [Fact]
    public void A_lost_row_does_not_make_references_to_it_a_problem()
    {
        using TinyWorld world = new();
        world.Replace("regions.csv", "abroad,Abroad,0,bureau", "abroad,Abroad,0,bureau,and more");

        Expect.OnlyError(world.Read(), "regions.csv", 3, "number of cells is '5' (allowed: 4)");
    }

    [Fact]
    public void A_value_cannot_steer_a_terminal_or_fill_the_screen()
    {
        Problem problem = new(Severity.Error, "f", 1, null, "unknown", "\u001b[31m" + new string('x', 500), null, "look");

        Assert.DoesNotContain('\u001b', problem.ToString());
        Assert.True(problem.ToString().Length < 200);
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("Same", "same", 0)]
    [InlineData("ab", "ba", 2)]
    public void The_distance_of_two_names_is_the_number_of_changed_letters(string left, string right, int distance) =>
        Assert.Equal(distance, NearestName.Distance(left, right));

    [Fact]
    public void A_short_name_is_not_mistaken_for_any_other_short_name() => Assert.Null(NearestName.Of("nd", ["pr", "la"]));
}
