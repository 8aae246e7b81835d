using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>What institutions ordered and what of it was refused, blocked or left undone, under each scenario as such.</summary>
internal static class RefusedTable
{
    /// <summary>The table; where nothing is asked for it, a sentence.</summary>
    public static Markup Write(ComparisonPage page)
    {
        OutcomeFindings[] rows = [.. page.Findings.Study.Outcomes.Where(o => page.Findings.Asked[o.Outcome].Role == OutcomeRole.Refused)];
        if (rows.Length == 0) return Report.Paragraph("Orders that were refused are not counted in this comparison; the discount on what was announced stands in the first figure.");
        if (rows.All(o => o.Levels.All(l => l.Band is { IsMissing: false, Low: 0.0, High: 0.0 }))) return Report.Paragraph("No institution orders anything in these scenarios, so nothing was refused.");
        var table = new HtmlTable("Refused", ["What", "Unit", .. page.Columns]) { Trace = page.Trace(OutcomeRole.Refused) };
        foreach (OutcomeFindings o in rows)
            table.RowOf(page.NameOf(o.Outcome), [Markup.Text(page.Study.Outcome(o.Outcome)), Markup.Text(page.Header.Outcomes[o.Outcome].Unit), .. o.Levels.Select(l => Markup.Text(Ranges.InTable(l.Band, new Measure(1, ""))))]);
        return Markup.Of($"<h3>Ordered and refused</h3>\n") + table.Write()
            + Report.Paragraph($"Levels, not differences: in months of one lever pulled; a month in which half of an order is refused counts as half. What is left undone holds both what nobody carried out and what was announced and not realised. Middle future, and {page.RangeInWords}.");
    }
}
