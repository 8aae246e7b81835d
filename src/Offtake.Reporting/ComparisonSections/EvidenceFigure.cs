using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;
using Offtake.Results.Comparisons;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>What each scenario rests on, and the claims its institutions make executable.</summary>
internal static class EvidenceFigure
{
    /// <summary>Writes the figure.</summary>
    public static Markup Write(ComparisonPage page)
    {
        var table = new HtmlTable("Numbers and assumptions", "Scenario", "#Numbers", "#Assumptions", "#Only here", "#Assumptions among these", "#Institutions", "Others answer");
        foreach (EvidenceFindings e in page.Findings.Evidence)
            table.Row(page.Scenario(e.Policy), Numeral.Count(e.Numbers), Numeral.Count(e.Assumptions), Numeral.Count(e.OwnNumbers), Numeral.Count(e.OwnAssumptions), Numeral.Count(e.Institutions), e.Retaliates ? $"by a rule, {Answers.Triggered(e)}" : "absent");
        ClaimVerdict[] claims = [.. page.Findings.Evidence.SelectMany(e => e.Claims).DistinctBy(c => c.Id).OrderBy(c => c.Id, StringComparer.Ordinal)];
        var known = new HtmlTable("Claims", "Claim", "Stated", "Verdict", "In") { Trace = claims.Length > 0 ? page.Trace(claims[0].Id) : "" };
        foreach (ClaimVerdict c in claims)
            known.Row(c.Id, c.Text.Length > 0 ? c.Text : "not among the evidence of this world", c.Verdict.Length > 0 ? c.Verdict : Numeral.NotRecorded, string.Join(", ", page.Findings.Evidence.Where(e => e.Claims.Any(x => x.Id == c.Id)).Select(e => page.Short(e.Policy))));
        return page.Show(new FigureBlock
        {
            Caption = "How much of it is assumed.",
            Note = "Share of all numbers with a witness that are assumptions; those that only one scenario has stand in the table." + (page.Findings.Weighed.Count > 0 ? "" : $" Which claim flips the order of scenarios is not yet weighed, so none is named here; offtake evidence weigh {page.Header.Policies[^1].Id} --against {page.Header.Policies[0].Id} does it."),
            Pictures = [new HorizontalBars { Title = "Assumptions", Unit = "% of numbers", AtLeast = 100, Bars = [.. page.Findings.Evidence.Select(e => new Bar(page.Short(e.Policy), Band.Of([100.0 * e.AssumedShare]), e.Policy))] }.Draw()],
            Trace = page.Trace(TraceName.Ledger),
            Source = "the evidence ledger of world and scenarios.",
            Behind = table,
        }) + (claims.Length == 0 ? Markup.None : Markup.Of($"<details><summary>{ComparisonPage.Counted(claims.Length, "claim", "claims")} that institutions here make executable</summary>{known.Write("numbers")}</details>\n"))
            + Markup.Join(page.Findings.Weighed.Select(WeighReport.Kept));
    }
}
