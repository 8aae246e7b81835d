using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>What one must believe for one policy to beat another: who is ahead, how often, by how much, and where along each uncertainty that turns.</summary>
internal static class BeliefSection
{
    private const int MostPictures = 12;

    /// <summary>The comparison an outcome hangs on: the best policy beside the first; where the first is best, its nearest rival.</summary>
    public static Comparison? InQuestion(OutcomeFindings o) => o.Best is null ? null
        : o.Comparisons.FirstOrDefault(c => c.Policy == o.Best) ?? o.Comparisons.Where(c => c.Pairs > 0).MinBy(c => Math.Abs(c.MeanDifference.Value));

    /// <summary>Writes the section; nothing with a single policy.</summary>
    public static Markup Write(StudyPage page) => page.Header.Policies.Count < 2 ? Markup.None
        : Report.Paragraph($"Every policy was walked in the same futures, so differences are taken future by future, always beside “{page.Policy(0)}”. Policies hardly differ when the whole interval of the mean lies within 1\u00A0% of the range over futures. A break-even is the value of one uncertainty at which the expected difference changes its sign, while all others vary as they do; in brackets where it may lie (95\u00A0%).")
            + Differences(page) + Turns(page) + Levers(page);

    private static Markup Differences(StudyPage page)
    {
        HtmlTable all = Table(page, (_, _) => true, out int rows);
        if (rows <= 2 * StudyPage.InSight) return all.Write();
        Markup first = Table(page, (o, c) => c == InQuestion(o), out int shown).Write(shown > 2 * StudyPage.InSight ? "numbers" : "");
        return (shown == 0 ? Markup.None : Report.Paragraph("The policy in question for each outcome: the best, or the nearest to the first where that is the best.") + first)
            + Markup.Of($"<details><summary>All {rows} differences</summary>{all.Write("numbers")}</details>\n");
    }

    private static HtmlTable Table(StudyPage page, Func<OutcomeFindings, Comparison, bool> fits, out int rows)
    {
        rows = 0;
        var table = new HtmlTable("Differences between policies", "Outcome", "Policy", "#Better in, % of futures", "#Same in, %", $"#Difference: middle future ({page.RangeInWords})", "#Mean (95\u00A0%)", "Unit", "Verdict") { Trace = page.Trace() };
        foreach (OutcomeFindings o in page.Findings.Outcomes)
            foreach (Comparison c in o.Comparisons.Where(c => fits(o, c)))
            {
                Measure m = page.MeasureOfDifference(o.Outcome, Math.Max(Math.Abs(c.Difference.Low), Math.Abs(c.Difference.High)));
                rows++;
                table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), page.Policy(c.Policy), Share(c.AheadShare), Share(c.TiedShare), Ranges.InTable(c.Difference, m), Interval(c.MeanDifference, m.Factor), m.Unit, Lead(page, o, c));
            }

        return table;
    }

    private static Markup Turns(StudyPage page)
    {
        var turning = new HtmlTable("Where the order turns", "Outcome", "Policy in question", "is ahead where", "lies", "Standing") { Trace = page.Trace() };
        int turns = 0;
        var table = new HtmlTable("Break-evens", "Outcome", "Policy", "Uncertainty", "Ahead where it is", "#Range in the futures");
        List<Markup> pictures = [];
        foreach (OutcomeFindings o in page.Findings.Outcomes)
        {
            Comparison? shown = InQuestion(o);
            foreach (Comparison c in o.Comparisons.Where(c => c.BreakEvens.Count > 0))
            {
                foreach (BreakEvens b in c.BreakEvens)
                    table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), $"{page.Policy(c.Policy)} beside {page.Policy(c.Against)}", page.Input(b.Uncertainty), InWords(page, b), $"{page.Value(b.Uncertainty, b.From)} to {page.Value(b.Uncertainty, b.To)}");
                if (c != shown) continue;
                foreach (BreakEvens b in c.BreakEvens.Where(b => b.Places.Count > 0))
                {
                    turns++;
                    turning.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), $"{page.Policy(c.Policy)} beside {page.Policy(c.Against)}", page.Input(b.Uncertainty), StudyWords.Belief(page, b), b.Verdict == BreakEvenVerdict.Found ? "established" : "known on one side only");
                }

                if (c.BreakEvens.Any(b => b.Places.Count > 0) && pictures.Count < MostPictures) pictures.Add(BreakEvenStrips.Draw(page, o.Outcome, c));
            }
        }

        int searched = page.Findings.Outcomes.Count(o => o.Comparisons.Any(c => c.BreakEvens.Count > 0));
        if (searched == 0) return Markup.None;
        if (turns == 0) return Markup.Of($"<h3>Break-evens</h3>\n") + Report.Paragraph("No uncertainty taken by itself turns the order of the policies in question inside its range, as far as the futures can tell.") + Markup.Of($"<details><summary>All searches</summary>{table.Write("numbers")}</details>\n");
        return Markup.Of($"<h3>Break-evens</h3>\n") + (turns <= 2 * StudyPage.InSight ? turning.Write() : Markup.Of($"<details><summary>All {turns} break-evens</summary>{turning.Write("numbers")}</details>\n")) + page.Show(new FigureBlock
        {
            Caption = "What you must believe of each uncertainty.",
            Note = (pictures.Count == MostPictures ? $"The first {MostPictures} outcomes with a break-even. " : "") + "Each line is the range of an uncertainty in the futures. Filled: values at which the policy in question is expected to be ahead. Grey: values at which the order is not known. Mark: the break-even. No mark: no break-even inside the range.",
            Pictures = pictures,
            Trace = page.Trace(),
            Source = page.Source,
            Behind = table,
        });
    }

    private static Markup Levers(StudyPage page)
    {
        var table = new HtmlTable("Levers", "Outcome", "Lever", "Setting", "#Mean difference (95\u00A0%)", "Unit", "Turns at") { Trace = page.Trace() };
        int rows = 0;
        foreach (OutcomeFindings o in page.Findings.Outcomes)
            foreach (LeverPath path in o.LeverPaths)
                foreach (LeverPoint point in path.Points)
                {
                    Measure m = page.MeasureOfDifference(o.Outcome);
                    rows++;
                    table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), page.Header.Levers[path.Lever].Title, Numeral.Exact(point.Value), Interval(point.MeanDifference, m.Factor), m.Unit,
                        point == path.Points[0] ? string.Join("; ", path.Places.Select(b => $"better {(b.IsAheadAbove ? "above" : "below")} about {Numeral.Rough(b.Value)}")) : "");
                }

        return rows == 0 ? Markup.None : Markup.Of($"<h3>Levers</h3>\n") + Report.Paragraph($"Policies that differ in one lever only, beside “{page.Policy(0)}”.")
            + (rows <= 2 * StudyPage.InSight ? table.Write() : Markup.Of($"<details><summary>All {rows} settings</summary>{table.Write("numbers")}</details>\n"));
    }

    /// <summary>A break-even search in words.</summary>
    public static string InWords(StudyPage page, BreakEvens b) => b.Verdict switch
    {
        BreakEvenVerdict.Found => StudyWords.Belief(page, b),
        BreakEvenVerdict.Possible => StudyWords.Belief(page, b) + ", not established",
        BreakEvenVerdict.AheadThroughout => "anything: no break-even inside its range",
        BreakEvenVerdict.BehindThroughout => "never: no break-even inside its range",
        BreakEvenVerdict.Unclear => "too close to call everywhere",
        _ => "too few futures to look",
    };

    /// <summary>A mean with its interval for a table.</summary>
    public static string Interval(Interval i, double factor) => !double.IsFinite(i.Value) ? Numeral.NotRecorded
        : double.IsNaN(i.Low) ? Numeral.Fine(i.Value * factor) : $"{Numeral.Fine(i.Value * factor)} ({Numeral.Fine(i.Low * factor)} to {Numeral.Fine(i.High * factor)})";

    private static string Share(double share) => StudyPage.Percent(share).Replace("\u00A0%", "");

    private static string Lead(StudyPage page, OutcomeFindings o, Comparison c) => c.Pairs == 0 ? "no future in common"
        : c.TiedShare == 1.0 ? "the same"
        : c.Lead == Results.Studies.Findings.Lead.Alike ? "hardly any difference"
        : c.Lead == Results.Studies.Findings.Lead.TooClose ? "too close to call"
        : (page.Header.Outcomes[o.Outcome].Better == Model.Studies.Better.Unsaid ? (c.Lead == Results.Studies.Findings.Lead.Ahead ? "higher" : "lower")
        : c.Lead == Results.Studies.Findings.Lead.Ahead ? "better" : "worse") + (c.IsAgainstMostFutures ? " on average, not in most futures" : "");
}
