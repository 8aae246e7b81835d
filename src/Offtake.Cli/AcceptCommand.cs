using System.CommandLine;
using Offtake.Experiments;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>The words of <c>offtake accept</c>, and what it does: the only way a golden result moves.</summary>
internal static class AcceptCommand
{
    private const string GoldenFile = "golden.json";
    private const string Changelog = "CHANGELOG.md";

    /// <summary>The command with its argument and option.</summary>
    public static Command Describe(Surroundings around)
    {
        Argument<string> scenario = new("scenario") { Description = "Id of a scenario: the name of its folder in scenarios/." };
        Option<string> reason = new("--reason") { HelpName = "WHY", Description = "Why results moved; goes into the changelog.", Required = true };
        Command command = new("accept", "For developers: accepts what a scenario gives now as its golden result, and says why in the changelog.") { scenario, reason };
        command.SetAction(words => Go(words.GetValue(scenario)!, words.GetValue(reason)!, around));
        return command;
    }

    private static int Go(string id, string reason, Surroundings around)
    {
        if (FileFinder.Scenarios(around.Folder) is not { } scenarios || FileFinder.Worlds(around.Folder) is not { } worlds)
        {
            ProblemText.Write([MissingFolder.In(around.Folder)], around.Error);
            return ExitCodes.BadInput;
        }

        Reading<Scenario> reading = ScenarioReader.Read(scenarios, id, worlds);
        if (!reading.Succeeded || string.IsNullOrWhiteSpace(reason))
        {
            ProblemText.Write(reading.Problems, around.Error);
            if (string.IsNullOrWhiteSpace(reason)) around.Error.WriteLine("error: the reason is empty; say in one line why results moved.");
            return ExitCodes.BadInput;
        }

        Golden fresh = Golden.Of(new Ensemble(reading.Value, new RunPlan(Golden.Seed, Golden.Futures, Environment.ProcessorCount)).Run());
        string golden = Path.Combine(scenarios, id, GoldenFile);
        IReadOnlyList<string> moved = File.Exists(golden) ? GoldenComparison.Differences(Golden.Read(golden), fresh, reading.Value.From) : ["accepted for the first time."];
        foreach (string sentence in moved) around.Out.WriteLine(sentence);
        if (moved.Count == 0) around.Out.WriteLine("Nothing moved; nothing was written.");
        GoldenComparison.Accept(fresh, golden, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(scenarios))!, Changelog), id, reason, reading.Value.From);
        return ExitCodes.Done;
    }
}
