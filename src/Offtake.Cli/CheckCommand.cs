using System.CommandLine;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake check</c>. What it does is in <see cref="FileCheck"/>.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    public const string Examples = """
          offtake check                   every world, scenario, backtest and study
          offtake check my-scenario       one scenario, and the world it is about
          offtake check my-study          one study, and the scenarios it compares
          offtake check --quick           without walking futures: only what stands in the files
          offtake check --json            for an editor or another program
          offtake check --schema my-schemas   what editors need to complete and check institutions and scenarios
        """;

    /// <summary>The command with its argument and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string?> name = new("name") { Description = "Id of a world, a scenario, a backtest or a study. [default: all]", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> json = new("--json") { Description = "Write problems and summary as JSON to standard output, and nothing else." };
        Option<bool> quick = new("--quick") { Description = "Leave out which share of each outcome rests on assumptions: no future is walked." };
        Option<string?> schema = new("--schema") { HelpName = "FOLDER", Description = "Check nothing, but write the JSON schemas of institutions and scenarios and the page that describes institutions into this folder." };
        Command command = new(Name, "Shows all problems of worlds, scenarios, backtests and studies at once, each with file, line, value, bound and remedy, and what a world and its outcomes rest on.") { name, json, quick, schema };
        command.SetAction(words => words.GetValue(schema) is { } folder
            ? FormatFiles.Write(folder, around)
            : FileCheck.Go(words.GetValue(name), words.GetValue(json), words.GetValue(quick), around));
        return command;
    }
}
