using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Offtake.Cli.Analyse;
using Offtake.Cli.Evidence;
using Offtake.Experiments;

namespace Offtake.Cli;

/// <summary>The program as seen from a shell: words in, an exit code out.</summary>
public static class CommandLine
{
    private const string Examples = """
          offtake run                                       the baseline: 8 futures, report in runs/
          offtake run baseline --futures 200 --out better   more futures, so that ranges become percentiles
          offtake run --to 2030-12 --json > summary.json    a shorter run, for another program to read
          offtake explore surplus                           thousands of futures: what matters, who wins, where it breaks
          offtake compare baseline hands-off                two scenarios in the same futures, and what differs
          offtake evidence weigh my-scenario --against baseline   what a difference rests on, and what would turn it
          offtake new world my-town                         blank forms for a chain of one's own, which run at once
          offtake check                                     every problem of every world and scenario
          offtake equilibrium market.yaml                   prices at which every market of a file clears
          offtake analyse prim futures.csv --where 'y > 3'  where things happen, in any table of futures
          offtake evidence list                             claims, who states them, what became of them
          offtake validate                                  answers known from elsewhere, beside the program's own
        """;

    /// <summary>Runs one command. It never throws and never ends the process.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="around">Where it reads and writes.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Surroundings around)
    {
        ArgumentNullException.ThrowIfNull(around);
        try
        {
            // A leading @ belongs to names here, not to files of arguments.
            ParseResult words = Root(around).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (IsQuestion(words.Action)) return words.Invoke(Plainly(around));
            if (words.Tokens.Count == 0)
            {
                Root(around).Parse(["--help"]).Invoke(Plainly(around with { Out = around.Error }));
                return ExitCodes.BadInput;
            }

            string[] strays = [.. Strays.In(words)];
            if (strays.Length == 0) return words.Invoke(Plainly(around));
            foreach (string stray in strays) around.Error.WriteLine($"error: {Printable.Line(stray)}");
            around.Error.WriteLine($"Run 'offtake{PathOf(words.CommandResult.Command)} --help' for usage.");
            return ExitCodes.BadInput;
        }
        catch (Exception fault)
        {
            around.Error.WriteLine($"{ProgramName.WithVersion} met a fault it does not know. Please report it with the lines below.");
            around.Error.WriteLine(fault);
            return ExitCodes.Failed;
        }
    }

    private static RootCommand Root(Surroundings around)
    {
        RootCommand root = new("Offtake walks a production network under governance month by month, from mine to product, in many futures at once.")
        {
            RunCommand.Describe(around),
            ExploreCommand.Describe(around),
            CompareCommand.Describe(around),
            EvidenceCommand.Describe(around),
            MergeCommand.Describe(around),
            CheckCommand.Describe(around),
            BacktestCommand.Describe(around),
            CalibrateCommand.Describe(around),
            AcceptCommand.Describe(around),
            EquilibriumCommand.Describe(around),
            ValidateCommand.Describe(around),
            AnalyseCommand.Describe(around),
            NewCommand.Describe(around),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, ExamplesOf);
        root.Options.OfType<VersionOption>().Single().Action = new VersionLine();
        return root;
    }

    private static string ExamplesOf(Command command) => command.Name switch
    {
        _ when command.Parents.OfType<Command>().Any(p => p.Name == EvidenceCommand.Name) => EvidenceCommand.Examples,
        RunCommand.Name => RunCommand.Examples,
        ExploreCommand.Name => ExploreCommand.Examples,
        CompareCommand.Name => CompareCommand.Examples,
        EvidenceCommand.Name => EvidenceCommand.Examples,
        MergeCommand.Name => MergeCommand.Examples,
        CheckCommand.Name => CheckCommand.Examples,
        EquilibriumCommand.Name => EquilibriumCommand.Examples,
        BacktestCommand.Name => BacktestCommand.Examples,
        CalibrateCommand.Name => CalibrateCommand.Examples,
        ValidateCommand.Name => ValidateCommand.Examples,
        AnalyseCommand.Name => AnalyseCommand.Examples,
        NewCommand.Name or "world" or "scenario" => NewCommand.Examples,
        _ => command.Parents.OfType<Command>().Any(p => p is not RootCommand) ? ExamplesOf(command.Parents.OfType<Command>().First()) : Examples,
    };

    private static string PathOf(Symbol command) => command is RootCommand ? "" : $"{string.Concat(command.Parents.Take(1).Select(PathOf))} {command.Name}";

    private static bool IsQuestion(CommandLineAction? action) => action is HelpWithExamples or VersionLine;

    private static InvocationConfiguration Plainly(Surroundings around) =>
        new() { Output = around.Out, Error = around.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private sealed class VersionLine : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(ProgramName.WithVersion);
            return ExitCodes.Done;
        }
    }
}
