using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>Findings in plain sentences, for the page, the terminal and the summary alike.</summary>
internal static class StudyWords
{
    /// <summary>All sentences.</summary>
    public static StudyProse Of(StudyPage page) => new(
        [.. StudyVerdict.Statements(page)],
        [.. page.Findings.Conditions.Select(c => (IReadOnlyList<string>)[.. c.ByPolicy.Select(p => Box(page, c.Condition, p))])]);

    /// <summary>How often a condition comes about and where.</summary>
    public static string Box(StudyPage page, int condition, ConditionUnderPolicy found)
    {
        string title = page.Header.Conditions[condition].Title;
        if (found.Box is not { } box) return $"{Prose.Sentence(title)} in {StudyPage.Percent(found.Share.Value)} of futures{(found.Absent is { } why ? $"; no box: {why}" : "")}.";
        return $"In {StudyPage.Percent(box.Density)} of the futures where {Limits(page, box.Limits)}, {Prose.Inside(title)} ({StudyPage.Percent(box.Coverage)} of all such futures); elsewhere in {StudyPage.Percent(box.DensityElsewhere)}."
            + (box.IsDense ? "" : " No box is as dense as 80 %.");
    }

    /// <summary>Bounds of a box, joined by <c>and</c>.</summary>
    public static string Limits(StudyPage page, IEnumerable<BoxLimit> limits) => Prose.List([.. limits.Select(l => (l.From, l.Below) switch
    {
        ({ } from, { } below) => $"{Name(page, l)} lies between {page.Value(l.Uncertainty, from, 3)} and {page.Value(l.Uncertainty, below, 3)}",
        ({ } from, _) => $"{Name(page, l)} is {page.Value(l.Uncertainty, from, 3)} or more",
        (_, { } below) => $"{Name(page, l)} is below {page.Value(l.Uncertainty, below, 3)}",
        _ => $"{Name(page, l)} is anything",
    })]);

    /// <summary>What one must believe of an uncertainty for the policy in question to be ahead; empty when it makes no difference.</summary>
    public static string Belief(StudyPage page, BreakEvens found) => string.Join("; ", found.Places.Select(b =>
        $"{(b.IsAheadAbove ? "above" : "below")} {page.Value(found.Uncertainty, b.Value, 3)} ({Between(page, found.Uncertainty, b)})"));

    /// <summary>What a comparison says, such as <c>A is better than B in 93 % of futures, typically by 1.2 months</c>.</summary>
    public static string Comparison(StudyPage page, int outcome, Comparison c)
    {
        (string one, string other) = (page.Policy(c.Policy), page.Policy(c.Against));
        if (c.Pairs == 0) return $"“{one}” and “{other}” have no future in which both have a value";
        if (c.TiedShare == 1.0) return $"“{one}” does the same as “{other}” in every future";
        Measure measure = page.Measure(outcome, Math.Max(Math.Abs(c.Difference.Low), Math.Abs(c.Difference.High)));
        bool isDirected = page.Header.Outcomes[outcome].Better != Better.Unsaid;
        string by = $"{Change(measure, c.Difference.Median)} in the middle future ({Ranges.OverFutures(c.Difference, measure, signed: true)})";
        return c.Lead switch
        {
            Lead.Alike => $"“{one}” hardly differs from “{other}”",
            Lead.TooClose => $"“{one}” against “{other}” is too close to call: {(isDirected ? "better" : "higher")} in {StudyPage.Percent(c.AheadShare)} of futures, {by}",
            Lead.Ahead => $"“{one}” is {(isDirected ? "better" : "higher")} than “{other}” on average, and in {StudyPage.Percent(c.AheadShare)} of futures, {by}",
            _ => $"“{one}” is {(isDirected ? "worse" : "lower")} than “{other}” on average; {(isDirected ? "better" : "higher")} in {StudyPage.Percent(c.AheadShare)} of futures, {by}",
        };
    }

    private static string Change(Measure measure, double median) => median == 0.0 ? "no change" : $"{measure.Rough(Math.Abs(median))} {(median > 0.0 ? "more" : "less")}";

    private static string Name(StudyPage page, BoxLimit limit) => Prose.Inside(page.Input(limit.Uncertainty));

    private static string Between(StudyPage page, int uncertainty, BreakEven b) => (double.IsFinite(b.Low), double.IsFinite(b.High)) switch
    {
        (true, true) => $"{page.Value(uncertainty, b.Low, 3)} to {page.Value(uncertainty, b.High, 3)}",
        (false, true) => $"anywhere below {page.Value(uncertainty, b.High)}",
        (true, false) => $"anywhere above {page.Value(uncertainty, b.Low)}",
        _ => "anywhere",
    };
}
