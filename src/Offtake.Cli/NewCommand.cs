using System.CommandLine;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake new</c>. What it does is in <see cref="BlankForms"/>.</summary>
internal static class NewCommand
{
    public const string Name = "new";

    public const string Examples = """
          offtake new world my-town                       a tiny working chain in worlds/my-town, and a scenario of that name
          offtake new scenario my-question --world my-town   a question about a world, in scenarios/my-question
          offtake new institution my-committee            somebody who decides during a run, in institutions/my-committee.yaml
        """;

    /// <summary>The command with its two kinds of form.</summary>
    public static Command Describe(Surroundings around) =>
        new(Name, "Writes blank forms to fill in: tables that open in a spreadsheet and run at once. It never overwrites.") { World(around), Scenario(around), Institution(around) };

    private static Command World(Surroundings around)
    {
        Argument<string> name = new("name") { Description = "Name of the new folder in worlds/: lower-case letters, digits and hyphens." };
        Command command = new("world", "Writes a tiny working chain with forms for capacity, demand, money, gates and targets, and a scenario that runs it.") { name };
        command.SetAction(words => BlankForms.World(words.GetValue(name)!, around));
        return command;
    }

    private static Command Scenario(Surroundings around)
    {
        Argument<string> name = new("name") { Description = "Name of the new folder in scenarios/: lower-case letters, digits and hyphens." };
        Option<string?> world = new("--world") { HelpName = "ID", Description = "World it is about. [default: the only one there is]" };
        Command command = new("scenario", "Writes a scenario with a commented form for a measure, and a page for its story.") { name, world };
        command.SetAction(words => BlankForms.Scenario(words.GetValue(name)!, words.GetValue(world), around));
        return command;
    }

    private static Command Institution(Surroundings around)
    {
        Argument<string> name = new("name") { Description = "Name of the new file in institutions/: lower-case letters, digits and hyphens." };
        Command command = new("institution", "Writes a commented form for an institution: mandate, sight, reach, tempo, grip and rule.") { name };
        command.SetAction(words => BlankForms.Institution(words.GetValue(name)!, around));
        return command;
    }
}
