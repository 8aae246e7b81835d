using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>What a stop of supply does under a scenario, as such and not beside the reference: who is short first, the peak price, what is not served, and how long it lasts.</summary>
/// <remarks>A stop is seen by what happens: of all that is looked at for rationing a third or more runs short in a third of futures or more, and was not short before. No scenario is known by name.</remarks>
internal static class StopSentences
{
    /// <summary>Share of futures in which rationing must be felt, and of what is looked at that must feel it.</summary>
    public const double FeltInShare = 1.0 / 3.0;

    private const double ShortBefore = 1.0;

    /// <summary>Whether a scenario shows a stop.</summary>
    public static bool IsSeen(ComparisonPage page, int policy) => Played(page, OutcomeRole.Rationing).Length is > 0 and var all && Felt(page, policy).Count() >= FeltInShare * all;

    /// <summary>The sentences; none where no stop is seen.</summary>
    public static IEnumerable<string> Write(ComparisonPage page, int policy)
    {
        if (!IsSeen(page, policy)) yield break;
        string[] first = [.. Felt(page, policy).GroupBy(o => page.Findings.Asked[o].Row).Select(row => First(page, policy, [.. row])).OrderBy(f => f.Month).Select(f => f.Words)];
        yield return $"Short first: {string.Join("; ", first)}.";
        if (Worst(page, policy, OutcomeRole.PeakPrice) is { } price)
            yield return $"Dearest: {Name(page, price)}, at its peak {Times(LevelOf(page, price, policy))} the price before.";
        if (Worst(page, policy, OutcomeRole.OutputLost) is { } lost)
            yield return $"Most lost: {Name(page, lost)}, {ComparisonPage.Between(LevelOf(page, lost, policy).Band, Measure.Percent)} of demand not served.";
        if (Worst(page, policy, OutcomeRole.Recovery) is { } dear)
            yield return $"Longest to recover: {Name(page, dear)}, {Ranges.Ends(LevelOf(page, dear, policy).Band)} dear months.";
    }

    /// <summary>Rationing that is felt under a scenario in a third of futures or more, and was not there before.</summary>
    private static IEnumerable<int> Felt(ComparisonPage page, int policy) => Played(page, OutcomeRole.Rationing)
        .Where(o => LevelOf(page, o, policy) is var l && !l.Band.IsMissing && 1.0 - l.MissingShare >= FeltInShare && l.Band.Median >= ShortBefore);

    // All that are short in the same month stand together.
    private static (double Month, string Words) First(ComparisonPage page, int policy, int[] row)
    {
        double month = row.Min(o => LevelOf(page, o, policy).Band.Median);
        int[] first = [.. row.Where(o => LevelOf(page, o, policy).Band.Median == month)];
        IEnumerable<string> things = first.GroupBy(o => page.Findings.Asked[o].Of).Select(g => $"{Prose.Inside(g.Key)} in {Prose.List([.. g.Select(o => page.Findings.Asked[o].In)])}");
        double[] shares = [.. first.Select(o => 1.0 - LevelOf(page, o, policy).MissingShare)];
        string futures = shares.Min() == shares.Max() ? StudyPage.Percent(shares.Min()) : $"{StudyPage.Percent(shares.Min())} to {StudyPage.Percent(shares.Max())}";
        return (month, $"{Prose.List([.. things])} in month {Numeral.Rough(month)} ({futures} of futures)");
    }

    private static int? Worst(ComparisonPage page, int policy, OutcomeRole role)
    {
        int[] known = [.. Played(page, role).Where(o => LevelOf(page, o, policy).Band is { IsMissing: false, Median: > 0.0 })];
        return known.Length == 0 ? null : known.MaxBy(o => LevelOf(page, o, policy).Band.Median);
    }

    private static string Name(ComparisonPage page, int outcome) => page.Findings.Asked[outcome] is { Of.Length: > 0 } a ? $"{Prose.Inside(a.Of)} in {a.In}" : Prose.Inside(page.Study.Outcome(outcome));

    private static string Times(Level level) => $"{Ranges.Ends(level.Band)} times";

    private static int[] Played(ComparisonPage page, OutcomeRole role) => [.. Enumerable.Range(0, page.Findings.Asked.Count).Where(o => page.Findings.Asked[o].Role == role)];

    private static Level LevelOf(ComparisonPage page, int outcome, int policy) => page.Findings.Study.Outcomes[outcome].Levels[policy];
}
