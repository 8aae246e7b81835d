using System.CommandLine;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake run</c>. What it does is in <see cref="ScenarioRun"/>.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    public const string Examples = """
          offtake run                                     the baseline
          offtake run my-scenario --futures 200           another scenario, 200 futures
          offtake run --from 2025-01 --to 2026-12         two years only
          offtake run --seed 7 --workers 2 --out seven    another draw, two processor cores, a folder of one's own
          offtake run --json > summary.json               for another program
        """;

    /// <summary>The command with its argument and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string?> scenario = new("scenario") { Description = "Id of a scenario: the name of its folder in scenarios/. [default: baseline]", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> from = new("--from") { HelpName = "YYYY-MM", Description = "First month to show; the walk always begins with the world's first month. [default: what the scenario says]" };
        Option<string?> to = new("--to") { HelpName = "YYYY-MM", Description = "Last month to walk. [default: what the scenario says]" };
        Option<string?> seed = new("--seed") { HelpName = "N", Description = "Seed of all random numbers. [default: 1]" };
        Option<string?> futures = new("--futures") { HelpName = "N", Description = "Number of futures to walk; from 20 on, ranges are percentiles. [default: 8]" };
        Option<string?> workers = new("--workers") { HelpName = "N", Description = "Futures walked at the same time; changes the time, never a result. [default: all cores]" };
        Option<string?> folder = new("--out") { HelpName = "DIR", Description = "Folder to write, new or empty. [default: runs/<scenario>-<time>]" };
        Option<bool> json = new("--json") { Description = "Write the summary as JSON to standard output, and nothing else." };
        Command command = new(Name, "Walks the futures of one scenario and writes a folder with report, results, summary and manifest.")
        {
            scenario, from, to, seed, futures, workers, folder, json,
        };
        command.SetAction(words => ScenarioRun.Go(
            new RunWords(
                words.GetValue(scenario) ?? "baseline", words.GetValue(from), words.GetValue(to), words.GetValue(seed), words.GetValue(futures),
                words.GetValue(workers), words.GetValue(folder), words.GetValue(json)),
            around));
        return command;
    }
}

/// <summary>What stands on the command line, not yet understood; null where nothing stands.</summary>
internal sealed record RunWords(string Scenario, string? From, string? To, string? Seed, string? Futures, string? Workers, string? Out, bool Json);
