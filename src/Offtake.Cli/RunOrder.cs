using System.Globalization;
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
    private const int MostWorkers = 1024;

    /// <summary>Understands the words, or says all that is wrong with them.</summary>
    public static (RunOrder Order, IReadOnlyList<Problem> Problems) Read(RunWords words)
    {
        List<Problem> problems = [];
        Month? from = MonthOf("--from", words.From), to = MonthOf("--to", words.To);
        ulong seed = 1;
        if (words.Seed is { } s && !ulong.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
            Refuse("--seed", "this is not a seed:", s, $"whole numbers from 0 to {ulong.MaxValue}", "give such a number, such as 7");
        int futures = CountOf("--futures", words.Futures, UsualFutures, MostFutures);
        int workers = CountOf("--workers", words.Workers, Environment.ProcessorCount, MostWorkers);
        if (words.Out is { } folder && string.IsNullOrWhiteSpace(folder))
            Refuse("--out", "this is not a folder:", folder, null, "name a new or empty folder, or leave --out away");
        if (from > to) Refuse("--to", "the last month lies before the first:", $"{to}", $"{from} or later", "correct --from or --to");
        return (new RunOrder(from, to, new RunPlan(seed, futures, workers)), problems);

        void Refuse(string option, string what, string value, string? bound, string remedy) =>
            problems.Add(new Problem(Severity.Error, option, 0, null, what, value, bound, remedy));

        Month? MonthOf(string option, string? text)
        {
            if (text is null) return null;
            if (Month.TryParse(text, out Month month)) return month;
            Refuse(option, "this is not a month:", text, "YYYY-MM", "write it such as 2030-12");
            return null;
        }

        int CountOf(string option, string? text, int usual, int most)
        {
            if (text is null) return usual;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1 && count <= most) return count;
            Refuse(option, "this cannot be a number of " + option[2..] + ":", text, $"whole numbers from 1 to {most}", $"give such a number, such as {usual}, or leave {option} away");
            return usual;
        }
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
