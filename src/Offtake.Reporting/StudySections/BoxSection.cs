using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>Where among the uncertainties the study's conditions come about.</summary>
internal static class BoxSection
{
    private const int MostPictures = 4;

    /// <summary>Writes the section; nothing without conditions.</summary>
    public static Markup Write(StudyPage page) => page.Findings.Conditions.Count == 0 ? Markup.None
        : Report.Paragraph("A box is a set of bounds on a few uncertainties inside which a condition comes about often (patient rule induction). Density: how much of the box meets the condition. Coverage: how much of all that meets it lies in the box. A box describes the futures of this study; it does not prove a cause.")
            + Markup.Join(page.Findings.Conditions.Select(c => One(page, c)));

    private static Markup One(StudyPage page, ConditionFindings c)
    {
        Markup sentences = Markup.Of($"<ul>{c.ByPolicy.Take(StudyPage.InSight).Select(p => Markup.Of($"<li>“{page.Policy(p.Policy)}”: {StudyWords.Box(page, c.Condition, p)}{Opinion(page, p)}</li>\n"))}</ul>\n")
            + (c.ByPolicy.Count > StudyPage.InSight ? Report.Paragraph($"The other {c.ByPolicy.Count - StudyPage.InSight} policies stand in the summary.") : Markup.None);
        ConditionUnderPolicy[] drawn = [.. c.ByPolicy.Where(p => p.Box is not null).Take(MostPictures)];
        Markup figure = drawn.Length == 0 ? Markup.None : page.Show(new FigureBlock
        {
            Caption = $"{page.Header.Conditions[c.Condition].Title}: the peeling.",
            Note = "From all futures (right) to the smallest box (left); each dot gives up some futures for a denser box. Diamond: the box that was taken. The more dimensions a box has, the harder it is to read.",
            Pictures = [.. drawn.Select(p => PeelingChart.Draw(page.Policy(p.Policy), p.Box!))],
            Trace = page.Trace(),
            Source = page.Source,
            Behind = Trajectories(page, drawn),
        });
        return Markup.Of($"<h3>{page.Header.Conditions[c.Condition].Title}</h3>\n") + sentences + Bounds(page, c) + figure + Separations(page, c);
    }

    private static string Opinion(StudyPage page, ConditionUnderPolicy p) => p.Tree is { HasSameInputs: false } t
        ? $" A classification tree puts it elsewhere: {StudyPage.Percent(t.Density)} where {StudyWords.Limits(page, t.Limits)} ({StudyPage.Percent(t.Coverage)} of all such futures)."
        : p.Tree is { } same ? $" A classification tree limits the same {(same.Limits.Count == 1 ? "uncertainty" : "uncertainties")}." : "";

    private static Markup Bounds(StudyPage page, ConditionFindings c)
    {
        var table = new HtmlTable("Boxes", "Policy", "#Futures that meet it, % (95 %)", "#Density, %", "#Coverage, %", "#Mass, %", "Bound", "#Chance it is an accident") { Trace = page.Trace() };
        int rows = 0;
        foreach (ConditionUnderPolicy p in c.ByPolicy.Where(p => p.Box is not null))
            foreach (BoxLimit l in p.Box!.Limits)
            {
                rows++;
                table.Row(page.Policy(p.Policy), BeliefSection.Interval(p.Share, 100), Numeral.Fine(100 * p.Box.Density), Numeral.Fine(100 * p.Box.Coverage), Numeral.Fine(100 * p.Box.Mass), StudyWords.Limits(page, [l]), Chance(l.Chance));
            }

        return rows == 0 ? Markup.None : rows <= StudyPage.InSight ? table.Write() : Markup.Of($"<details><summary>All {rows} bounds</summary>{table.Write("numbers")}</details>\n");
    }

    private static Markup Separations(StudyPage page, ConditionFindings c)
    {
        if (c.ByPolicy.All(p => p.Separations.Count == 0)) return Markup.None;
        var table = new HtmlTable("Uncertainties one by one", "Policy", "Uncertainty", "#Distance of the distributions (0 to 1)", "#Farthest apart at", "#Chance of it by accident") { Trace = page.Trace() };
        foreach (ConditionUnderPolicy p in c.ByPolicy)
            foreach (Separation s in p.Separations.OrderByDescending(s => s.Distance))
                table.Row(page.Policy(p.Policy), page.Input(s.Uncertainty), Numeral.Rough(s.Distance), s.At is { } at ? page.Value(s.Uncertainty, at) : "–", Chance(s.Chance));
        return Markup.Of($"<details><summary>Uncertainties one by one: futures that meet the condition beside the others (Kolmogorov and Smirnov)</summary>{table.Write("numbers")}</details>\n");
    }

    private static HtmlTable Trajectories(StudyPage page, ConditionUnderPolicy[] drawn)
    {
        var table = new HtmlTable("Peeling", "Policy", "#Step", "#Coverage", "#Density", "#Mass", "#Dimensions") { Trace = page.Trace() };
        foreach (ConditionUnderPolicy p in drawn)
            foreach ((PeelingStep s, int n) in p.Box!.Trajectory.Select((s, n) => (s, n)))
                table.Row(page.Policy(p.Policy), Numeral.Count(n), Numeral.Exact(s.Coverage), Numeral.Exact(s.Density), Numeral.Exact(s.Mass), Numeral.Count(s.Dimensions));
        return table;
    }

    private static string Chance(double chance) => chance < 0.001 ? "below 0.001" : Numeral.Rough(chance);
}
