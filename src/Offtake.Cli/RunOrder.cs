using Offtake.Experiments;
using Offtake.Model.Quantities;
using Offtake.Model.Scenarios;
using Offtake.World;

namespace Offtake.Cli;

/// <summary>What a run is to be, once its words are understood.</summary>
/// <param name="From">First month; null for the scenario's.</param>
/// <param name="To">Last month; null for the scenario's.</param>
/// <param name="Plan">Seed, futures, workers.</param>
internal sealed record RunOrder(Month? From, Month? To, RunPlan Plan)
{
    private const int UsualFutures = 8;

    // All futures are held in memory until they are written, some megabytes each.
    private const int MostFutures = 10_000;

    /// <summary>Understands the words, or says all that is wrong with them.</summary>
    public static (RunOrder Order, IReadOnlyList<Problem> Problems) Read(RunWords words)
    {
        OptionText options = new();
        Month? from = options.MonthOf("--from", words.From), to = options.MonthOf("--to", words.To);
        ulong seed = options.SeedOf(words.Seed);
        int futures = options.CountOf("--futures", words.Futures, UsualFutures, MostFutures);
        int workers = options.WorkersOf(words.Workers);
        options.FolderOf(words.Out);
        if (from > to) options.Refuse("--to", "the last month lies before the first:", $"{to}", $"{from} or later", "correct --from or --to");
        return (new RunOrder(from, to, new RunPlan(seed, futures, workers)), options.Problems);
    }

    /// <summary>The scenario with the months that were asked for, or why it cannot be walked in them. Warnings do not stop it.</summary>
    public (Scenario Scenario, IReadOnlyList<Problem> Problems) Apply(Scenario scenario)
    {
        List<Problem> problems = [];
        Scenario asked = scenario with { From = From ?? scenario.From, To = To ?? scenario.To };
        Month least = scenario.Chain.First, most = scenario.Chain.Last;
        Require("--from", From, least, most);
        Require("--to", To, least, most);
        if (problems.Count == 0 && asked.To < asked.From)
        {
            // Only one of the two was given: two that contradict each other are refused before any file is read.
            (string option, Month month, string bound) = From is null
                ? ("--to", asked.To, $"{asked.From} to {most}")
                : ("--from", asked.From, $"{least} to {asked.To}");
            problems.Add(new Problem(Severity.Error, option, 0, null, "no month would be left to walk:", $"{month}", bound, "choose a month inside, or give the other end too"));
        }

        return (asked, problems);

        void Require(string option, Month? month, Month from, Month to)
        {
            if (month < from || month > to)
                problems.Add(new Problem(Severity.Error, option, 0, null, "the month lies outside those of the world:", $"{month}", $"{from} to {to}", "choose a month inside"));
        }
    }
}
