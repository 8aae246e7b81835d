using System.CommandLine;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake calibrate</c>. What it does is in <see cref="CalibrationRun"/>.</summary>
internal static class CalibrateCommand
{
    public const string Name = "calibrate";

    public const string Examples = """
          offtake calibrate my-history                        fits that see every figure, three seeds in every variant
          offtake calibrate my-history --until 2016-12        fits that see nothing after 2016, for validation
          offtake calibrate my-history --variant dated --seeds 1 --generations 50
          offtake calibrate my-history --ablations            every mechanism switched off, as fitted and fitted anew
        """;

    /// <summary>The command with its argument and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string?> backtest = new("backtest") { Description = "Id of a backtest: the name of its folder in backtests/. [default: the only one]", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> variant = new("--variant") { HelpName = "ID", Description = "Fit this variant only. [default: all]" };
        Option<string?> until = new("--until") { HelpName = "YYYY-MM", Description = "Look at nothing that was observed after this month. [default: look at everything]" };
        Option<string?> seeds = new("--seeds") { HelpName = "N", Description = "Number of searches in each variant. [default: 3]" };
        Option<string?> seed = new("--seed") { HelpName = "N", Description = "Seed of the first search; the next one has the next number. [default: 1]" };
        Option<string?> generations = new("--generations") { HelpName = "G", Description = "Rounds of each search. [default: 200]" };
        Option<string?> population = new("--population") { HelpName = "P", Description = "Points kept side by side. [default: 64]" };
        Option<string?> workers = new("--workers") { HelpName = "N", Description = "Walks at the same time; changes the time, never a result. [default: all cores]" };
        Option<string?> off = new("--switch-off") { HelpName = "MECHANISM", Description = "Fit without a mechanism of mechanisms.csv and show the loss; writes no fit." };
        Option<bool> again = new("--continue") { Description = "Begin at the best fit of the same variant and window instead of the world's own numbers." };
        Option<bool> ablations = new("--ablations") { Description = "Switch off each mechanism in turn, as fitted and fitted anew, and write ablations.csv." };
        Command command = new(Name, "Searches for the free numbers of a backtest that come closest to what was observed, and writes them as fits beside it.")
        {
            backtest, variant, until, seeds, seed, generations, population, workers, off, again, ablations,
        };
        command.SetAction(words => CalibrationRun.Go(
            new CalibrateWords(
                words.GetValue(backtest), words.GetValue(variant), words.GetValue(until), words.GetValue(seeds), words.GetValue(seed), words.GetValue(generations),
                words.GetValue(population), words.GetValue(workers), words.GetValue(off), words.GetValue(again), words.GetValue(ablations)),
            around));
        return command;
    }
}

/// <summary>What stands on the command line, not yet understood; null where nothing stands.</summary>
internal sealed record CalibrateWords(
    string? Backtest, string? Variant, string? Until, string? Seeds, string? Seed, string? Generations, string? Population, string? Workers, string? SwitchOff, bool Continue, bool Ablations);
