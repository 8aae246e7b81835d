using System.CommandLine;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake explore</c>. What it does is in <see cref="StudyWalk"/>.</summary>
internal static class ExploreCommand
{
    public const string Name = "explore";

    public const string Examples = """
          offtake explore surplus                           a study of studies/, as it says
          offtake explore surplus --futures 10000           more futures
          offtake explore surplus --resume                  go on with the last one that was stopped
          offtake explore surplus --shard 3/8 --out slices  one slice of eight, for a job array
          offtake merge slices                              the slices together
        """;

    /// <summary>The command with its argument and options.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string> study = new("study") { Description = "Id of a study: the name of its folder in studies/." };
        Option<string?> futures = new("--futures") { HelpName = "N", Description = "Number of futures; every policy is walked in each. [default: what the study says]" };
        Option<string?> seed = new("--seed") { HelpName = "N", Description = "Seed of all random numbers. [default: what the study says]" };
        Option<string?> workers = new("--workers") { HelpName = "N", Description = "Futures walked at the same time; changes the time, never a result. [default: all cores]" };
        Option<string?> folder = new("--out") { HelpName = "DIR", Description = "Folder to write, new or empty. [default: runs/<study>-<time>]" };
        Option<bool> resume = new("--resume") { Description = "Go on with what was stopped or killed, in --out or else the newest of runs/." };
        Option<string?> shard = new("--shard") { HelpName = "I/N", Description = "Walk slice I of N only; needs --out, which slices may share." };
        Option<bool> json = new("--json") { Description = "Write the findings as JSON to standard output, and nothing else." };
        Command command = new(Name, "Walks thousands of futures under the policies of a study, stores what it measures and says what it found.")
        {
            study, futures, seed, workers, folder, resume, shard, json,
        };
        command.SetAction(words => StudyWalk.Go(
            new ExploreWords(
                words.GetValue(study)!, words.GetValue(futures), words.GetValue(seed), words.GetValue(workers), words.GetValue(folder), words.GetValue(resume),
                words.GetValue(shard), words.GetValue(json)),
            around));
        return command;
    }
}

/// <summary>What stands on the command line, not yet understood; null where nothing stands.</summary>
internal sealed record ExploreWords(string Study, string? Futures, string? Seed, string? Workers, string? Out, bool Resume, string? Shard, bool Json);
