using System.CommandLine;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake compare</c>. What it does is in <see cref="CompareWalk"/>.</summary>
internal static class CompareCommand
{
    public const string Name = "compare";

    public const string Examples = """
          offtake compare baseline hands-off                       two scenarios in the same futures; the first is the reference
          offtake compare baseline western-magnets export-stop     several, each beside the first
          offtake compare baseline+export-stop western-magnets+export-stop   the same overlay on both
          offtake compare baseline hands-off --futures 20 --json   for another program
        """;

    /// <summary>The command with its arguments and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string[]> scenarios = new("scenarios") { Description = "Ids of two or more scenarios, the reference first; 'a+b' lays b over a.", Arity = ArgumentArity.OneOrMore };
        Option<string?> futures = new("--futures") { HelpName = "N", Description = "Number of futures; every scenario is walked in each. [default: 200]" };
        Option<string?> seed = new("--seed") { HelpName = "N", Description = "Seed of all random numbers. [default: 1]" };
        Option<string?> workers = new("--workers") { HelpName = "N", Description = "Futures walked at the same time; changes the time, never a result. [default: all cores]" };
        Option<string?> folder = new("--out") { HelpName = "DIR", Description = "Folder to write, new or empty. [default: runs/compare-<time>]" };
        Option<bool> resume = new("--resume") { Description = "Go on with a comparison that was killed or met a full disk: that in the folder of --out, else the newest." };
        Option<bool> equal = new("--equal-money") { Description = "Walk every scenario with programmes once more, with its money brought to that of the cheapest." };
        Option<bool> json = new("--json") { Description = "Write the findings as JSON to standard output, and nothing else." };
        Command command = new(Name, "Walks several scenarios in the same futures and says what differs, by how much and in how many futures.")
        {
            scenarios, futures, seed, workers, folder, resume, equal, json,
        };
        command.SetAction(words => CompareWalk.Go(
            new CompareWords(
                words.GetValue(scenarios) ?? [], words.GetValue(futures), words.GetValue(seed), words.GetValue(workers), words.GetValue(folder), words.GetValue(resume), words.GetValue(equal), words.GetValue(json)),
            around));
        return command;
    }
}

/// <summary>What stands on the command line, not yet understood; null where nothing stands.</summary>
internal sealed record CompareWords(IReadOnlyList<string> Scenarios, string? Futures, string? Seed, string? Workers, string? Out, bool Resume, bool EqualMoney, bool Json);
