using Offtake.Reporting.StudySections;
using Offtake.Results.Comparisons;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>Whether others answer, by a rule that a scenario carries, and in how many futures they did.</summary>
internal static class Answers
{
    /// <summary>For all scenarios.</summary>
    public static string InWords(ComparisonPage page)
    {
        EvidenceFindings[] with = [.. page.Findings.Evidence.Where(e => e.Retaliates)];
        if (with.Length == 0) return "No scenario carries a rule by which others answer, so the response of the other side is absent.";
        string carried = string.Join("; ", with.Select(e => $"{page.Short(e.Policy)} carries a rule by which others answer, {Triggered(e)}"));
        return with.Length == page.Findings.Evidence.Count ? $"{carried}." : $"{carried}. The others carry none, so that the response of the other side is absent there.";
    }

    /// <summary>Whether the rule of one scenario was triggered.</summary>
    public static string Triggered(EvidenceFindings e) => e.AnsweredShare switch
    {
        double.NaN => "whether it was triggered is not recorded",
        0.0 => "triggered in no future",
        _ => $"triggered in {StudyPage.Percent(e.AnsweredShare)} of futures",
    };
}
