using System.CommandLine;
using Offtake.Validation;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake validate</c>: every answer known from elsewhere, beside what the program gives.</summary>
internal static class ValidateCommand
{
    public const string Name = "validate";

    public const string Examples = """
          offtake validate                          every known answer: expected, result, met or missed
          offtake validate --json > answers.json    for another program
        """;

    /// <summary>The command with its option.</summary>
    public static Command Describe(Surroundings around)
    {
        Option<bool> json = new("--json") { Description = "Write the answers as JSON to standard output, and nothing else." };
        Command command = new(Name, "Asks the program for every answer that is known from elsewhere and shows both.") { json };
        command.SetAction(words => Go(words.GetValue(json), around));
        return command;
    }

    private static int Go(bool json, Surroundings around)
    {
        if (KnownAnswers.FolderFrom(around.Folder) is not { } folder)
        {
            around.Error.WriteLine($"error: {Printable.Line(around.Folder)}: neither here nor in a folder above nor beside the program is there a folder validation/; change to a folder that holds one.");
            return ExitCodes.BadInput;
        }

        ValidationOutcome outcome = KnownAnswers.Run(folder);
        foreach (Problem problem in outcome.Problems) around.Error.WriteLine($"error: {problem.Sentence}");
        if (json) ValidateReport.Json(outcome, around.Out);
        else ValidateReport.Text(outcome, around.Out, around.Width);
        if (outcome.Problems.Count > 0) return ExitCodes.BadInput;
        return outcome.Checks.All(c => c.IsMet) ? ExitCodes.Done : ExitCodes.NotAsExpected;
    }
}
