using System.CommandLine;

namespace Offtake.Cli.Evidence;

/// <summary>The words of <c>offtake evidence</c>.</summary>
internal static class EvidenceCommand
{
    public const string Name = "evidence";

    public const string Examples = """
          offtake evidence list                          claims of every world: said, done, caused, by whom, what they drive
          offtake evidence list my-scenario --json       claims as one scenario carries them, for another program
          offtake evidence trace YC-03                   a claim to its sources, and to the numbers it drives
          offtake evidence trace my-figure               a figure of a report (an id in summary.json) to the numbers it rests on
          offtake evidence trace modelled/price/my-good/my-region   what is modelled to the equations and numbers nearest to it
          offtake evidence trace outcomes/my-outcome my-scenario    an outcome of a comparison; studies/STUDY/ID for one of a study
          offtake evidence trace '@my-assumption' my-scenario   an assumption to all numbers that rest on it
          offtake evidence check                         every question to the records, with its arithmetic; sets nothing
          offtake evidence check my-check --set          the same for one of them, and its verdict kept with the date of today
          offtake evidence record notices.json           what a procurement package, trade table or list holds, before a question is put to it
          offtake evidence plans                         announced against realised, and the chance of what is still open
          offtake evidence weigh my-scenario --against baseline   how much of the difference hangs on which evidence, and what would turn it
        """;

    /// <summary>The command with its parts.</summary>
    public static Command Describe(Surroundings around) =>
        new(Name, "Shows what a conclusion rests on: claims and what became of them, where a number comes from and what it moves, checks against records, plans against what came of them.")
        {
            List(around), Trace(around), Check(around), Record(around), Plans(around), WeighCommand.Describe(around),
        };

    private static Command List(Surroundings around)
    {
        Argument<string?> scenario = new("scenario") { Description = "Scenario whose institutions and numbers count. [default: all of every world]", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> world = new("--world") { HelpName = "ID", Description = "Only claims of this world." };
        Option<bool> json = Json();
        Command command = new("list", "Lists all claims with their verdicts on said, done and caused.") { scenario, world, json };
        command.SetAction(words => EvidenceList.Go(words.GetValue(scenario), words.GetValue(world), words.GetValue(json), around));
        return command;
    }

    private static Command Trace(Surroundings around)
    {
        Argument<string> name = new("name") { Description = "Parameter, pattern or table of parameters, @assumption, source, claim, observed/FIGURE, modelled/VARIABLE[/OF][/IN], outcomes/ID, studies/STUDY/ID, events/KIND, ledger or facts/name." };
        Argument<string?> scenario = new("scenario") { Description = "Scenario it is looked for in. [default: baseline; of a study its first]", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> json = Json();
        Command command = new("trace", "Follows a number back to who vouches for it, and forward to what it moves.") { name, scenario, json };
        command.SetAction(words => EvidenceTraceText.Go(words.GetValue(name)!, words.GetValue(scenario), words.GetValue(json), around));
        return command;
    }

    private static Command Check(Surroundings around)
    {
        Argument<string?> check = new("check") { Description = "Id of a check, the name of its file in checks/. [default: all]", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> set = new("--set") { Description = "Keep the verdicts in verdicts/, with the date of today; reports then show them." };
        Option<bool> json = Json();
        Command command = new("check", "Checks claims against records and shows the arithmetic.") { check, set, json };
        command.SetAction(words => EvidenceCheck.Go(words.GetValue(check), words.GetValue(set), words.GetValue(json), around));
        return command;
    }

    private static Command Record(Surroundings around)
    {
        Argument<string> file = new("file") { Description = "A record, wherever it is." };
        Option<string?> form = new("--form") { HelpName = "FORM", Description = "ocds, trade or list. [default: by its ending and first line]" };
        Option<bool> json = Json();
        Command command = new("record", "Shows what a record holds, row by row, as checks see it.") { file, form, json };
        command.SetAction(words => EvidenceRecord.Go(words.GetValue(file)!, words.GetValue(form), words.GetValue(json), around));
        return command;
    }

    private static Command Plans(Surroundings around)
    {
        Option<string?> world = new("--world") { HelpName = "ID", Description = "Only plans of this world." };
        Option<bool> json = Json();
        Command command = new("plans", "Lists what was announced and what came of it, and how likely open plans are by that record.") { world, json };
        command.SetAction(words => EvidencePlans.Go(words.GetValue(world), words.GetValue(json), around));
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = "Write JSON to standard output, and nothing else." };
}
