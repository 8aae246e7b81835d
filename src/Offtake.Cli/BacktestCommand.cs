using System.CommandLine;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake backtest</c>. What it does is in <see cref="HistoryBacktest"/>.</summary>
internal static class BacktestCommand
{
    public const string Name = "backtest";

    public const string Examples = """
          offtake backtest                              the only backtest there is, with every fit it has
          offtake backtest my-history --fits to-2016    only fits that saw nothing after 2016
          offtake backtest my-history --fits none       the world's own numbers
          offtake backtest --json > backtest.json       for another program
          offtake backtest --strict                     exit status 4 when a score is missed
        """;

    /// <summary>The command with its argument and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string?> backtest = new("backtest") { Description = "Id of a backtest: the name of its folder in backtests/. [default: the only one]", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> fits = new("--fits") { HelpName = "WINDOW", Description = "Walk fits of this window only, such as full or to-2016; none for the world's own numbers. [default: all fits]" };
        Option<string?> futures = new("--futures") { HelpName = "N", Description = "Futures with shocks and drawn numbers for each fit, besides its central one. [default: 8]" };
        Option<string?> seed = new("--seed") { HelpName = "N", Description = "Seed of these futures. [default: 1]" };
        Option<string?> workers = new("--workers") { HelpName = "N", Description = "Walks at the same time; changes the time, never a result. [default: all cores]" };
        Option<string?> folder = new("--out") { HelpName = "DIR", Description = "Folder to write, new or empty. [default: runs/<backtest>-<time>; none with --json]" };
        Option<bool> json = new("--json") { Description = "Write the results as JSON to standard output, and nothing else." };
        Option<bool> strict = new("--strict") { Description = "Exit with status 4 when a score over all variants is missed." };
        Command command = new(Name, "Walks a history freely from its first month and holds it against what happened.")
        {
            backtest, fits, futures, seed, workers, folder, json, strict,
        };
        command.SetAction(words => HistoryBacktest.Go(
            new BacktestWords(
                words.GetValue(backtest), words.GetValue(fits), words.GetValue(futures), words.GetValue(seed), words.GetValue(workers), words.GetValue(folder),
                words.GetValue(json), words.GetValue(strict)),
            around));
        return command;
    }
}

/// <summary>What stands on the command line, not yet understood; null where nothing stands.</summary>
internal sealed record BacktestWords(string? Backtest, string? Fits, string? Futures, string? Seed, string? Workers, string? Out, bool Json, bool Strict);
