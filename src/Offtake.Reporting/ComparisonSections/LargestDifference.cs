using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>What a scenario changes where the tonnes put to use do not: the largest clear difference in dependence, and in what is built and run.</summary>
internal static class LargestDifference
{
    /// <summary>A sentence.</summary>
    public static string Write(ComparisonPage page, int policy)
    {
        string[] found = [.. new[] { Largest(page, policy, Question.Dependence), Largest(page, policy, Question.Speed) ?? Largest(page, policy, Question.Surplus) ?? Largest(page, policy, Question.Persistence) }.OfType<string>()];
        return found.Length == 0 ? "Nothing looked at moves clearly: neither dependence nor capacity and its use." : $"What it does move most: {string.Join("; ", found)}.";
    }

    private static string? Largest(ComparisonPage page, int policy, Question question)
    {
        OutcomeFindings[] clear =
        [
            .. page.Findings.Study.Outcomes.Where(o => page.Findings.Asked[o.Outcome] is var a && a.Role is null && a.Question == question && (question != Question.Surplus || page.Header.Outcomes[o.Outcome].Better != Better.Unsaid)
                && ComparisonPage.CallOf(Of(o, policy)) is Call.Ahead or Call.Behind),
        ];
        if (clear.Length == 0) return null;
        OutcomeFindings largest = clear.MaxBy(o => Size(o, policy))!;
        Comparison c = Of(largest, policy);
        Measure measure = page.Study.MeasureOfDifference(largest.Outcome, Math.Max(Math.Abs(c.Difference.Low), Math.Abs(c.Difference.High)));
        string often = StudyPage.Percent(Math.Max(c.AheadShare, c.BehindShare));
        return $"{Prose.Inside(page.Study.Outcome(largest.Outcome))}, {Ranges.Ends(ComparisonPage.Tidy(c.Difference).Times(measure.Factor), signed: true)}{(measure.Unit.Length > 0 ? $"\u00A0{measure.Unit}" : "")} ({page.Words(largest.Outcome, ComparisonPage.CallOf(c))} in {often} of futures; under the reference {page.Study.Measure(largest.Outcome).Rough(largest.Levels[0].Band.Median)})";
    }

    // Beside what it is without the scenario and how far that varies: a double of nearly nothing is not large.
    private static double Size(OutcomeFindings o, int policy) => o.Levels[0].Band is var b ? Math.Abs(Of(o, policy).Difference.Median) / (Math.Abs(b.Median) + b.High - b.Low) : 0.0;

    private static Comparison Of(OutcomeFindings o, int policy) => o.Comparisons.First(c => c.Policy == policy);
}
