using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Results;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>What an additional tonne costs and what debt cities are left with, and whether money was equalised.</summary>
internal static class MoneyFigure
{
    /// <summary>Writes the figure.</summary>
    public static Markup Write(ComparisonPage page)
    {
        ProgrammeFindings[] shown = [.. page.Findings.Programmes.Skip(1)];
        Measure perTonne = Measure.OfUsd(shown.Where(p => !p.UsdPerTonne.IsMissing).Select(p => Math.Abs(p.UsdPerTonne.High)).DefaultIfEmpty(0).Max());
        OutcomeFindings? debt = page.Findings.IndexOf(OutcomeRole.Debt) is { } d ? page.Findings.Study.Outcomes[d] : null;
        Measure usd = Measure.OfUsd((debt?.Comparisons ?? []).Where(c => c.Pairs > 0).Select(c => Math.Max(Math.Abs(c.Difference.Low), Math.Abs(c.Difference.High))).DefaultIfEmpty(0).Max());
        var table = new HtmlTable("Money", "Scenario", "#Outlay of demand instruments", "#Other outlay of institutions", $"#Demand outlay per additional tonne, {perTonne.Unit}", $"#Debt of cities beyond the reference, {usd.Unit}");
        foreach (ProgrammeFindings p in shown)
            table.Row(page.Scenario(p.Policy), Usd(p.DemandOutlay), Usd(p.OtherOutlay), p is { DemandOutlay.IsMissing: false, UsdPerTonne.IsMissing: true } ? "nothing additional" : Ranges.InTable(p.UsdPerTonne, perTonne), Ranges.InTable(Debt(p.Policy), usd));
        List<Markup> pictures = [];
        bool isCosted = shown.Any(p => !p.UsdPerTonne.IsMissing);
        if (isCosted) pictures.Add(new HorizontalBars { Title = "Outlay of demand instruments per additional tonne", Unit = perTonne.Unit, Bars = [.. shown.Select(p => new Bar(page.Short(p.Policy), p.UsdPerTonne.Times(perTonne.Factor), p.Policy))] }.Draw());
        if (debt is not null) pictures.Add(new HorizontalBars { Title = "Debt of cities beyond the reference", Unit = usd.Unit, Bars = [.. shown.Select(p => new Bar(page.Short(p.Policy), Debt(p.Policy).Times(usd.Factor), p.Policy))] }.Draw());
        if (pictures.Count == 0) return Report.Paragraph("Cost per additional tonne and debt: nothing is measured for it in this world.");
        return page.Show(new FigureBlock
        {
            Caption = "Cost of an additional tonne, and debt.",
            Note = (isCosted ? "" : "No scenario here has programmes that add a tonne, so no additional tonne has a price; that is absent, not zero. ")
                + "The cost of a tonne counts the outlay of instruments that buy or subsidise purchases alone; other outlay of institutions stands beside it in the numbers. Futures in which nothing is additional have no such cost. "
                + $"{(debt is null ? "" : page.Study.Outcome(debt.Outcome) + ", taken from the reference future by future. ")}Bar: median; whisker: {page.RangeInWords}.",
            Pictures = pictures,
            IsPaired = pictures.Count == 2,
            Trace = page.Trace(OutcomeRole.Outlay, OutcomeRole.DemandOutlay, OutcomeRole.Debt),
            Source = page.Source,
            Behind = table,
        });

        static string Usd(Band band) => band.IsMissing ? Numeral.NotRecorded : ComparisonPage.Between(band, Measure.OfUsd(band.Median));

        Band Debt(int policy) => debt?.Comparisons.First(c => c.Policy == policy).Difference ?? Bands.Missing;
    }

    /// <summary>Says how money was equalised.</summary>
    public static Markup Equalised(ComparisonPage page)
    {
        if (page.Findings.Money is not { } money)
            return Report.Paragraph("Money was not equalised: every scenario spends what it says. With --equal-money scenarios with programmes are walked once more with the outlay of the cheapest of them.");
        var table = new HtmlTable("Equal money", "Scenario", "#Factor on its money", "#Mean outlay sought", "#Mean outlay here", "#Outlay less that of the cheapest", "#Additional tonnes less", "#USD per additional tonne less", "#Debt of cities less")
        {
            Trace = page.Trace(OutcomeRole.Outlay, OutcomeRole.DemandOutlay, OutcomeRole.Programme, OutcomeRole.Debt),
        };
        foreach ((EqualMoney f, EqualMoneyPair pair) in money.Factors.Zip(money.Pairs))
            table.Row(page.Scenario(f.Policy), Numeral.Fine(f.Factor), Measure.OfUsd(f.Usd).Rough(f.Usd) + (f.IsEqual ? "" : $", off by {StudyPage.Percent(Math.Abs(f.Usd - money.Usd) / money.Usd)}"), Mean(page, f.Policy), Usd(pair.Usd), Less(pair.Additional, Measure.OfTonnes(pair.Additional.High)), Usd(pair.UsdPerTonne), Usd(pair.Debt));
        string missed = money.Factors.Any(f => !f.IsEqual) ? " Where a scenario is off by more than 1 %, no factor up to one was found that brings it nearer, and it is not at equal money." : "";
        return Report.Paragraph($"Money equalised at {Measure.OfUsd(money.Usd).Rough(money.Usd)}, the mean outlay of “{page.Scenario(money.Cheapest)}”, by one factor on strength and administration of the instruments that cost money; sought among the first {money.Futures} futures. Made equal: the mean outlay of institutions. Scaled: {Prose.List([.. money.Instruments])}. Not scaled: all others, such as laws, permits and vetoes.{missed}{string.Concat(money.LeftOut.Select(f => $" “{page.Scenario(f.Policy)}” is left out: what is not scaled costs {Measure.OfUsd(f.Usd).Rough(f.Usd)} already."))}")
            + (money.Factors.Count == 0 ? Markup.None : table.Write() + Report.Paragraph($"The last four columns are paired with “{page.Scenario(money.Cheapest)}”, future by future. A cost per tonne is that of demand instruments, in futures in which both add a tonne; a dash means that there is none."));

        static string Less(Band band, Measure measure) => band.IsMissing ? "–" : ComparisonPage.Between(band, measure);
        static string Usd(Band band) => Less(band, Measure.OfUsd(Math.Max(Math.Abs(band.Low), Math.Abs(band.High))));
    }

    private static string Mean(ComparisonPage page, int policy) =>
        page.Findings.IndexOf(OutcomeRole.Outlay) is { } o && page.Findings.Study.Outcomes[o].Levels[policy].Mean.Value is var usd ? Measure.OfUsd(usd).Rough(usd) : Numeral.NotRecorded;
}
