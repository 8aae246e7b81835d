using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.StudySections;

/// <summary>Which inputs the outcomes depend on.</summary>
internal static class InfluenceSection
{
    private const int MostBars = 10;
    private const int MostPictures = 24;

    /// <summary>Writes the section; nothing without uncertainties.</summary>
    public static Markup Write(StudyPage page)
    {
        if (page.Header.Uncertainties.Count == 0) return Markup.None;
        Influences[] all = [.. page.Findings.Outcomes.SelectMany(o => o.Influences)];
        if (all.Length == 0) return Markup.None;
        InfluenceMethod method = all.Max(i => i.Method);
        var table = new HtmlTable("Influence of inputs on outcomes", "Outcome", "Policy", "Input", "#Alone (95 %)", "#Alone and with others (95 %)", "#Shapley effect (95 %)", "#Rank correlation", "#Used", "#Left out", "Remark");
        foreach (OutcomeFindings o in page.Findings.Outcomes)
            foreach (Influences i in o.Influences)
                foreach (Influence x in i.ByInput)
                    table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), page.Policy(i.Policy), page.Input(x.Uncertainty), Cell(x.First), Cell(x.Total), Cell(x.Shapley),
                        double.IsNaN(x.RankCorrelation) ? "–" : StudyPage.Hundredths(x.RankCorrelation), Numeral.Count(i.Used), Numeral.Count(i.LeftOut), i.Absent ?? "");

        return Explanation(page, method, all) + page.Show(new FigureBlock
        {
            Caption = method switch
            {
                InfluenceMethod.Sobol => $"Share of the variance of each outcome that an input explains, alone and with others (total index), under “{page.Policy(0)}”.",
                InfluenceMethod.Shapley => $"Fair share of the variance of each outcome (Shapley effect), under “{page.Policy(0)}”.",
                _ => $"Rank correlation of each uncertainty with each outcome, under “{page.Policy(0)}”.",
            },
            Note = (page.Findings.Outcomes.Count > MostPictures ? $"The first {MostPictures} outcomes; the others stand in the numbers behind. " : "") + (method == InfluenceMethod.RankCorrelation ? "1: the outcome rises whenever the uncertainty does; −1: it falls." : "Whisker: 95 % interval. In brackets the rank correlation: + where the outcome rises with the input, − where it falls."),
            Pictures = [.. page.Findings.Outcomes.Where(o => o.Influences.Count > 0).Take(MostPictures).Select(o => Chart(page, o.Outcome, o.Influences[0]))],
            Trace = page.Trace(),
            Source = page.Source,
            Behind = table,
        }) + Together(page);
    }

    /// <summary>How large an influence is, 0 to about 1, by the best measure there is.</summary>
    public static double Size(Influence x) => x.Total?.Value ?? x.Shapley?.Value ?? Math.Abs(x.RankCorrelation);

    /// <summary>Whether it is more than chance.</summary>
    public static bool IsClear(Influence x, int futures) => (x.Total ?? x.Shapley) is { } i ? !(i.Low <= 0.0) : Math.Abs(x.RankCorrelation) * Math.Sqrt(futures) > 2.0;

    /// <summary>An influence in a few words.</summary>
    public static string InWords(InfluenceMethod method, Influence x) => method switch
    {
        InfluenceMethod.Sobol => $"{Share(x)} of the variance, alone and with others",
        InfluenceMethod.Shapley => $"{Share(x)} of the variance",
        _ => $"rank correlation {StudyPage.Hundredths(x.RankCorrelation)}",
    };

    // An estimate may lie a little beyond what a share can be; the table behind the figure has it as it is.
    private static string Share(Influence x) => Size(x) >= 1.0 ? "all" : StudyPage.Percent(Math.Max(0.0, Size(x)));

    private static Markup Explanation(StudyPage page, InfluenceMethod method, Influences[] all)
    {
        int leftOut = all.Where(i => i.Method == InfluenceMethod.Sobol).Select(i => i.LeftOut).DefaultIfEmpty(0).Max(), used = all.Select(i => i.Used).Max();
        string unnamed = page.Header.OthersVary ? " “Everything that is not named, and chance” is one input: all other uncertain numbers of the world and the shocks of its months." : " Numbers that are not named keep their central values; the last input is chance alone.";
        return Report.Paragraph(method switch
        {
            InfluenceMethod.Sobol => $"Sobol’ indices from {Numeral.Count(used)} blocks of futures laid out in pairs.{unnamed} Totals may add up to more than 100 %, where inputs act together.{(leftOut > 0 ? $" Blocks in which a future has no value are left out, up to {Numeral.Count(leftOut)} for one outcome." : "")}",
            InfluenceMethod.Shapley => "Uncertainties of this study go together, so no variance belongs to one of them alone, and there are no Sobol’ indices. Shapley effects give each its fair share; they are found from nearest neighbours among the futures. The last bar is what none of them explains: chance, what is not named, and what neighbours are too far apart to tell, so it is rather too long than too short.",
            _ => "The futures are not laid out in pairs, so there are no Sobol’ indices (sampling with “indices: total” gives them). Rank correlations stand in: they see a rise or a fall, but nothing that turns round.",
        });
    }

    private static Markup Chart(StudyPage page, int outcome, Influences i)
    {
        bool isShare = i.Method != InfluenceMethod.RankCorrelation;
        Influence[] shown = [.. i.ByInput.Where(x => double.IsFinite(Size(x))).OrderByDescending(Size).Take(MostBars)];
        return new HorizontalBars
        {
            Title = page.Outcome(outcome),
            Unit = i.Method switch { InfluenceMethod.Sobol => "total index, share of variance", InfluenceMethod.Shapley => "Shapley effect, share of variance", _ => i.Absent is { } why ? $"rank correlation; no indices: {why}" : "rank correlation" },
            Bars = shown.Length == 0 ? [new Bar("No input: it does not vary", Bands.Missing, 6)] : [.. shown.Select(x => new Bar(page.Input(x.Uncertainty), BandOf(x), x.Uncertainty is null ? 6 : 0, isShare ? StudyPage.Hundredths(Size(x)) + Sign(x) : StudyPage.Hundredths(x.RankCorrelation)))],
            AtLeast = isShare || shown.Any(x => x.RankCorrelation > 0) ? 1 : null,
            AtMost = !isShare && shown.Any(x => x.RankCorrelation < 0) ? -1 : null,
        }.Draw();
    }

    private static string Sign(Influence x) => Math.Abs(x.RankCorrelation) >= 0.1 ? x.RankCorrelation > 0 ? " (+)" : " (−)" : "";

    private static Band BandOf(Influence x) => (x.Total ?? x.Shapley) is { } i
        ? new Band(i.Value, double.IsNaN(i.Low) ? i.Value : i.Low, double.IsNaN(i.High) ? i.Value : i.High, BandKind.Percentiles, double.IsNaN(i.Low) ? 1 : 2)
        : new Band(x.RankCorrelation, x.RankCorrelation, x.RankCorrelation, BandKind.Range, 1);

    private static Markup Together(StudyPage page)
    {
        var table = new HtmlTable("Inputs that act together", "Outcome", "Policy", "Two inputs", "#Beyond each alone (95 %)") { Trace = page.Trace() };
        int rows = 0, all = 0;
        foreach (OutcomeFindings o in page.Findings.Outcomes)
            foreach (Influences i in o.Influences)
            {
                all += i.Together.Count;
                foreach (JointInfluence t in i.Together.Where(t => t.Share.Low > 0).OrderByDescending(t => t.Share.Value))
                {
                    rows++;
                    table.RowOf(page.NameOf(o.Outcome), page.Outcome(o.Outcome), page.Policy(i.Policy), $"{page.Input(t.One)} × {Prose.Inside(page.Input(t.Other))}", Cell(t.Share));
                }
            }

        if (all == 0) return Markup.None;
        return Markup.Of($"<h3>Inputs that act together</h3>\n") + (rows == 0 ? Report.Paragraph("No pair explains anything beyond what each of its inputs explains alone, as far as the futures can tell.")
            : Report.Paragraph("Pairs whose second-order index is above zero.") + (rows <= StudyPage.InSight ? table.Write() : Markup.Of($"<details><summary>All {rows} pairs</summary>{table.Write("numbers")}</details>\n")));
    }

    private static string Cell(Interval? share) => share is not { } s ? "–" : double.IsNaN(s.Low) ? StudyPage.Hundredths(s.Value) : $"{StudyPage.Hundredths(s.Value)} ({StudyPage.Hundredths(s.Low)} to {StudyPage.Hundredths(s.High)})";
}
