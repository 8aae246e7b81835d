using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>What choosing a policy may cost against the one that turns out best.</summary>
internal static class RegretSection
{
    /// <summary>Writes the section; nothing where no policy can win.</summary>
    public static Markup Write(StudyPage page)
    {
        OutcomeFindings[] judged = [.. page.Findings.Outcomes.Where(o => o.Regret is not null)];
        if (judged.Length == 0) return Markup.None;
        var table = new HtmlTable("Regret", "Outcome", "Policy", "#Best in, % of futures", "#Mean", "#Nine of ten below", "#Largest", "Unit", "Remark") { Trace = page.Trace() };
        foreach (OutcomeFindings o in judged)
            foreach (Regret r in o.Regret!.ByPolicy)
            {
                Measure m = page.MeasureOfDifference(o.Outcome);
                table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), page.Policy(r.Policy), StudyPage.Percent(r.BestShare).Replace("\u00A0%", ""), Numeral.Fine(m.Of(r.Mean)), Numeral.Fine(m.Of(r.Ninety)), Numeral.Fine(m.Of(r.Highest)), m.Unit, Remark(o.Regret, r.Policy));
            }

        int rows = judged.Sum(o => o.Regret!.ByPolicy.Count);
        return Report.Paragraph("Regret is how much worse a policy does in a future than the policy that does best in that future. It is told outcome by outcome: outcomes are not added up, and there is no ranking over all of them. Too close to call: another policy does as well, or so nearly as well that it does not matter.")
            + Markup.Of($"<ul>{judged.Take(StudyPage.InSight).Select(o => Markup.Of($"<li>{Sentence(page, o)}</li>\n"))}</ul>\n")
            + (rows <= 2 * StudyPage.InSight ? table.Write() : Markup.Of($"<details><summary>All {rows} rows</summary>{table.Write("numbers")}</details>\n"));
    }

    private static string Sentence(StudyPage page, OutcomeFindings o)
    {
        RegretFindings r = o.Regret!;
        string outcome = $"{page.Outcome(o.Outcome)} ({(page.Header.Outcomes[o.Outcome].Better == Better.Lower ? "less" : "more")} is better)";
        if (r.ByPolicy.All(p => p.Highest == 0.0)) return $"{outcome}: all policies do the same in every future.";
        Regret minimax = r.ByPolicy[r.Minimax], mean = r.ByPolicy[r.LeastMean];
        Measure m = page.MeasureOfDifference(o.Outcome, Math.Max(minimax.Highest, mean.Mean));
        if (r is { IsMinimaxTooClose: false, IsLeastMeanTooClose: false } && r.Minimax == r.LeastMean)
            return minimax.Highest == 0.0 ? $"{outcome}: no policy ever beats “{page.Policy(r.Minimax)}”." : $"{outcome}: largest and mean regret are smallest with “{page.Policy(r.Minimax)}” ({m.Rough(minimax.Highest)} and {m.Rough(mean.Mean)}).";
        return $"{outcome}: the largest regret is smallest with “{page.Policy(r.Minimax)}” ({m.Rough(minimax.Highest)}){(r.IsMinimaxTooClose ? ", but too close to call" : "")}; the mean regret with “{page.Policy(r.LeastMean)}” ({m.Rough(mean.Mean)}){(r.IsLeastMeanTooClose ? ", but too close to call" : "")}.";
    }

    private static string Remark(RegretFindings r, int policy) => string.Join(", ", new[]
    {
        policy == r.Minimax ? r.IsMinimaxTooClose ? "smallest largest regret, too close to call" : "smallest largest regret" : "",
        policy == r.LeastMean ? r.IsLeastMeanTooClose ? "smallest mean, too close to call" : "smallest mean" : "",
    }.Where(w => w.Length > 0));
}
