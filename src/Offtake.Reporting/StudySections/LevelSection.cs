using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>Outcomes by policy, and whether there are enough futures to tell them.</summary>
internal static class LevelSection
{
    /// <summary>Writes the outcomes.</summary>
    public static Markup Write(StudyPage page)
    {
        var table = new HtmlTable("Outcomes by policy", "Outcome", "Policy", "#Low", "#25 %", "#Median", "#75 %", "#High", "#Mean", "Unit", "#No value in, %");
        foreach (OutcomeFindings o in page.Findings.Outcomes)
            foreach (Level l in o.Levels)
            {
                Measure m = page.Measure(o.Outcome);
                table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), page.Policy(l.Policy), Number(m.Of(l.Band.Low)), Number(m.Of(l.Quartiles.Low)), Number(m.Of(l.Band.Median)), Number(m.Of(l.Quartiles.High)), Number(m.Of(l.Band.High)), Number(m.Of(l.Mean.Value)), m.Unit, Missing(l));
            }

        return Report.Paragraph("Levels rest on everything the world assumes; differences between policies in the same futures are safer than levels.") + page.Show(new FigureBlock
        {
            Caption = "Every outcome under every policy.",
            Note = page.Findings.Independent < Bands.FuturesForPercentiles ? $"Line: {page.RangeInWords}; mark: median." : "Line: 5 to 95 % of futures; box: middle half; mark: median.",
            Pictures = [.. page.Findings.Outcomes.Select(o => QuantileStrips.Draw(page, o))],
            Trace = page.Trace(),
            Source = page.Source,
            Behind = table,
        });
    }

    /// <summary>Writes whether there are enough futures.</summary>
    public static Markup Enough(StudyPage page)
    {
        var table = new HtmlTable("Whether there are enough futures", "Outcome", "Policy", "#Mean (95 %)", "Unit", "For the mean", "For the median") { Trace = page.Trace() };
        foreach (OutcomeFindings o in page.Findings.Outcomes)
            foreach (Level l in o.Levels)
            {
                Measure m = page.Measure(o.Outcome);
                table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), page.Policy(l.Policy), BeliefSection.Interval(l.Mean, m.Factor), m.Unit, l.MeanEnough.Words, l.MedianEnough.Words);
            }

        Level[] all = [.. page.Findings.Outcomes.SelectMany(o => o.Levels)];
        int lacking = all.Count(l => l.MeanEnough.IsEnough == false || l.MedianEnough.IsEnough == false), untold = all.Count(l => l.MeanEnough.IsEnough is null);
        long most = all.Select(l => Math.Max(l.MeanEnough.Needed ?? 0, l.MedianEnough.Needed ?? 0)).DefaultIfEmpty(0).Max();
        string verdict = untold == all.Length ? "There are too few futures to tell."
            : lacking == 0 ? $"{Numeral.Count(page.Findings.Independent)} independent futures are enough for every mean and median."
            : $"For {lacking} of {all.Length} rows there are not enough; about {Numeral.Rough(most)} independent futures would do for all.";
        return Report.Paragraph($"{verdict} Enough means that the 95 % interval of the estimate is narrower than a tenth of the range over futures. Four times as many futures halve an interval; no number of futures mends a wrong model.")
            + Markup.Of($"<details><summary>Row by row</summary>{table.Write("numbers")}</details>\n");
    }

    private static string Number(double value) => double.IsNaN(value) ? "–" : Numeral.Exact(value);

    private static string Missing(Level l) => l.MissingShare == 0 ? "0" : StudyPage.Percent(l.MissingShare).Replace("\u00A0%", "");
}
