using Offtake.Tests.World;

namespace Offtake.Tests.Cli;

/// <summary>What is wrong on the command line or in files is said in sentences, and nothing is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose()
    {
        Assert.Empty(_shell.Names);
        _shell.Dispose();
    }

    [Theory]
    [InlineData("--futures", "0", "whole numbers from 1 to")]
    [InlineData("--futures", "-4", "whole numbers from 1 to")]
    [InlineData("--futures", "many", "whole numbers from 1 to")]
    [InlineData("--futures", "2.5", "whole numbers from 1 to")]
    [InlineData("--futures", "99999999999", "whole numbers from 1 to")]
    [InlineData("--workers", "0", "whole numbers from 1 to")]
    [InlineData("--seed", "-1", "whole numbers from 0 to")]
    [InlineData("--seed", "18446744073709551616", "whole numbers from 0 to")]
    [InlineData("--from", "2025", "YYYY-MM")]
    [InlineData("--to", "2025-13", "YYYY-MM")]
    [InlineData("--to", "2024-12", "2025-01 to 2040-12")]
    [InlineData("--to", "2041-01", "2025-01 to 2040-12")]
    [InlineData("--from", "2024-12", "2025-01 to 2040-12")]
    [InlineData("--out", " ", "leave --out away")]
    public void A_value_that_cannot_be_meant_is_refused_with_its_bound(string option, string value, string bound) =>
        _shell.Run("run", option, value).Refused(option + ": ", $"'{value}'", bound);

    [Fact]
    public void Months_that_contradict_each_other_are_refused() =>
        _shell.Run("run", "--from", "2030-01", "--to", "2029-12").Refused("--to", "'2029-12'", "2030-01 or later");

    [Fact]
    public void All_values_are_looked_at_before_refusing()
    {
        Said said = _shell.Run("run", "--futures", "0", "--workers", "x", "--from", "soon");

        foreach (string option in new[] { "--futures", "--workers", "--from" }) said.Refused(option + ": ");
        said.Refused("Nothing was run: 3 errors");
    }

    [Fact]
    public void A_misspelt_scenario_is_refused_with_the_nearest_one() => _shell.Run("run", "baselin").Refused("unknown scenario", "'baselin'", "did you mean 'baseline'?");

    [Fact]
    public void A_scenario_is_a_name_and_not_a_path() => _shell.Run("run", "../scenarios/baseline").Refused("'../scenarios/baseline'");

    [Fact]
    public void An_unknown_option_is_refused_with_the_known_ones()
    {
        Said said = _shell.Run("run", "--futurs", "3");

        said.Refused("--futurs: unknown option", "--futures", "--out");
        said.Refused("offtake run --help");
    }

    [Fact]
    public void An_unknown_command_is_refused_with_the_known_ones() => _shell.Run("rn").Refused("rn: unknown command", "run", "check");

    [Fact]
    public void A_word_too_many_is_refused() => _shell.Run("run", "baseline", "hands-off").Refused("hands-off: one word too many");

    [Theory]
    [InlineData("run", "--futures")]
    [InlineData("run", "--seed", "1", "--seed", "2")]
    public void An_option_wants_exactly_one_value(params string[] args) => _shell.Run(args).Refused("error: ", args[1]);

    [Fact]
    public void Without_a_command_the_help_is_shown_on_standard_error()
    {
        Said said = _shell.Run();

        said.Refused("offtake check");
    }

    [Fact]
    public void All_problems_of_the_files_are_shown_and_nothing_is_written()
    {
        using TinyWorld world = new();
        world.Replace("facilities.csv", "1000,800,@cost,0.5", "1000,lots,@cost,0.5").Replace("routes.csv", "home,abroad,300", "home,nowhere,300");

        Said said = _shell.GoTo(world).Run("run");

        said.Refused($"facilities.csv:{world.LineOf("facilities.csv", "lots")}", "'lots'");
        said.Refused($"routes.csv:{world.LineOf("routes.csv", "nowhere")}", "'nowhere'");
        Assert.Equal(["scenarios", "worlds"], Directory.EnumerateFileSystemEntries(_shell.Folder).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_end_alone_may_leave_no_month_to_walk()
    {
        using TinyWorld world = new();
        world.WriteScenario("late", "scenario: late\ntitle: Late\nworld: tiny\ncalendar: none\nfrom: 2027-01\nuntil: 2028-12\n");

        _shell.GoTo(world).Run("run", "late", "--to", "2026-06").Refused("--to", "'2026-06'", "2027-01 to 2030-12");
        _shell.GoTo(world).Run("run", "late", "--from", "2029-01").Refused("--from", "'2029-01'", "2025-01 to 2028-12");
    }
}
