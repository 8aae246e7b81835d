using System.CommandLine;
using System.CommandLine.Parsing;

namespace Offtake.Cli;

/// <summary>Words on the command line that mean nothing, as sentences.</summary>
internal static class Strays
{
    /// <summary>A sentence for each; none when all words can be understood.</summary>
    public static IEnumerable<string> In(ParseResult words)
    {
        Command command = words.CommandResult.Command;
        string[] arguments = [.. words.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value)];
        string[] unknown = [.. arguments.Concat(words.UnmatchedTokens).Where(w => w.Length > 1 && w[0] == '-')];

        // What follows an unknown option is most likely its value, and no news.
        if (unknown.Length > 0) return unknown.Select(w => $"{w}: unknown option; known here are {OptionsOf(command)}.");
        return words.UnmatchedTokens.Select(w => TooMuch(w, command))
            .Concat(words.Errors.Where(e => !words.UnmatchedTokens.Any(w => e.Message.Contains($"'{w}'"))).Select(e => e.Message)
                .Where(_ => words.UnmatchedTokens.Count == 0));
    }

    private static string TooMuch(string word, Command command) => command.Subcommands.Count > 0
        ? $"{word}: unknown command; known are {string.Join(", ", command.Subcommands.Select(c => c.Name))}."
        : $"{word}: one word too many; '{command.Name}' takes at most one {command.Arguments[0].Name}, and names with blanks need quotes.";

    private static string OptionsOf(Command command) => string.Join(", ", command.Options.Select(o => o.Name).Append("--help"));
}
