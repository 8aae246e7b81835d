using Offtake.Model.Studies;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>What is left two and five years after programmes end: goods put to use, and goods in use.</summary>
internal static class LeftTable
{
    private static readonly OutcomeRole[] Roles = [OutcomeRole.Left, OutcomeRole.LeftLater, OutcomeRole.FleetLeft];

    /// <summary>The table; nothing where no outcome is asked for it.</summary>
    public static Markup Write(ComparisonPage page)
    {
        OutcomeFindings[] all = [.. page.Findings.Study.Outcomes.Where(o => page.Findings.Asked[o.Outcome].Role is { } r && Roles.Contains(r))];
        if (all.Length == 0) return Markup.None;
        OutcomeFindings[] shown = [.. all.Where(o => page.Findings.Asked[o.Outcome].Role != OutcomeRole.FleetLeft || o.Comparisons.Any(c => ComparisonPage.CallOf(c) is not (Call.Same or Call.NoMaterialEffect or Call.Nothing)))];
        int same = all.Length - shown.Length;
        return Markup.Of($"<h3>Left two and five years after programmes end</h3>\n") + QuestionSections.Table(page, shown).Write("wide")
            + (same == 0 ? Markup.None : Report.Paragraph($"{ComparisonPage.Counted(same, "fleet is", "fleets are")} alike under all scenarios and left out here."));
    }
}
