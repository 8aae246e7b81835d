using System.CommandLine;
using Offtake.Equilibrium;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake equilibrium</c>: the prices at which every market of a file clears.</summary>
internal static class EquilibriumCommand
{
    public const string Name = "equilibrium";

    public const string Examples = """
          offtake equilibrium market.yaml                             tables of prices, trade and surplus
          offtake equilibrium validation/equilibrium/ka-1.yaml        one that is shipped; it states what should come out
          offtake equilibrium market.yaml --json                      for another program
        """;

    /// <summary>The command with its argument and option.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string> file = new("file") { Description = "A file in YAML or JSON; docs/equilibrium-format.md describes it." };
        Option<bool> json = new("--json") { Description = "Write the answer as JSON to standard output, and nothing else." };
        Command command = new(Name, "Solves a spatial price equilibrium: regions, goods, curves, routes, taxes, quotas, joint production.") { file, json };
        command.SetAction(words => Go(words.GetValue(file)!, words.GetValue(json), around));
        return command;
    }

    private static int Go(string file, bool json, Surroundings around)
    {
        // The address in messages stays as the user wrote it.
        EquilibriumReading reading = EquilibriumFile.Read(Path.Combine(around.Folder, file));
        foreach (FileFault fault in reading.Faults) around.Error.WriteLine($"error: {fault with { File = file }}");
        if (reading.Problem is not { } problem) return ExitCodes.BadInput;

        SpatialOutcome outcome = SpatialSolver.Solve(problem);
        if (json) around.Out.Write(EquilibriumReport.Json(outcome, reading.Expected));
        else if (outcome.Refusal is { } refusal) around.Error.WriteLine($"error: {Printable.Line(file)}: {refusal.Sentence}");
        else around.Out.Write(EquilibriumReport.Text(outcome, reading.Expected));

        if (outcome.Equilibrium is null) return ExitCodes.Failed;
        return EquilibriumReport.IsAsExpected(outcome, reading.Expected) ? ExitCodes.Done : ExitCodes.NotAsExpected;
    }
}
