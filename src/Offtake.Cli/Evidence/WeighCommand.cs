using System.CommandLine;

namespace Offtake.Cli.Evidence;

/// <summary>The words of <c>offtake evidence weigh</c>. What it does is in <see cref="WeighRun"/>.</summary>
internal static class WeighCommand
{
    /// <summary>The command with its arguments and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string> scenario = new("scenario") { Description = "Id of a scenario; 'a+b' lays b over a." };
        Option<string?> against = new("--against") { HelpName = "SCENARIO", Description = "Weigh the difference from this scenario in the same futures, instead of levels." };
        Option<string[]> outcomes = new("--outcome") { HelpName = "ID", Description = "Outcome of comparisons/<world>.yaml; may be given again. [default: those of absorption, surplus, outlay and debt]", AllowMultipleArgumentsPerToken = false };
        Option<string?> futures = new("--futures") { HelpName = "N", Description = "Pairs of futures; each pair is walked about 20 times for every scenario. [default: 128]" };
        Option<string?> seed = new("--seed") { HelpName = "N", Description = "Seed of all random numbers. [default: 1]" };
        Option<string?> workers = new("--workers") { HelpName = "N", Description = "Futures walked at the same time; changes the time, never a result. [default: all cores]" };
        Option<string?> folder = new("--out") { HelpName = "DIR", Description = "Folder to write, new or empty. [default: runs/weigh-<scenario>-<time>]" };
        Option<bool> json = new("--json") { Description = "Write the findings as JSON to standard output, and nothing else." };
        Command command = new("weigh", "Says which share of an outcome's spread rests on which evidence, and which belief would turn a difference.")
        {
            scenario, against, outcomes, futures, seed, workers, folder, json,
        };
        command.SetAction(words => WeighRun.Go(
            new WeighWords(
                words.GetValue(scenario) ?? "", words.GetValue(against), words.GetValue(outcomes) ?? [], words.GetValue(futures), words.GetValue(seed), words.GetValue(workers),
                words.GetValue(folder), words.GetValue(json)),
            around));
        return command;
    }
}

/// <summary>What stands on the command line, not yet understood; null where nothing stands.</summary>
internal sealed record WeighWords(
    string Scenario, string? Against, IReadOnlyList<string> Outcomes, string? Futures, string? Seed, string? Workers, string? Out, bool Json);
