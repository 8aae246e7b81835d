using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
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
        var table = new HtmlTable("Money", "Scenario", "#Outlay of programmes", $"#Outlay per additional tonne, {perTonne.Unit}", $"#Debt of cities beyond the reference, {usd.Unit}");
        foreach (ProgrammeFindings p in shown)
            table.Row(page.Scenario(p.Policy), p.Outlay.IsMissing ? Numeral.NotRecorded : ComparisonPage.Between(p.Outlay, Measure.OfUsd(p.Outlay.Median)), Ranges.InTable(p.UsdPerTonne, perTonne), Ranges.InTable(Debt(p.Policy), usd));
        List<Markup> pictures = [];
        bool isCosted = shown.Any(p => !p.UsdPerTonne.IsMissing);
        if (isCosted) pictures.Add(new HorizontalBars { Title = "Outlay per additional tonne", Unit = perTonne.Unit, Bars = [.. shown.Select(p => new Bar(page.Short(p.Policy), p.UsdPerTonne.Times(perTonne.Factor), p.Policy))] }.Draw());
        if (debt is not null) pictures.Add(new HorizontalBars { Title = "Debt of cities beyond the reference", Unit = usd.Unit, Bars = [.. shown.Select(p => new Bar(page.Short(p.Policy), Debt(p.Policy).Times(usd.Factor), p.Policy))] }.Draw());
        if (pictures.Count == 0) return Report.Paragraph("Cost per additional tonne and debt: nothing is measured for it in this world.");
        return page.Show(new FigureBlock
        {
            Caption = "Cost of an additional tonne, and debt.",
            Note = (isCosted ? "" : "No scenario here has programmes whose outlay is counted, so no additional tonne has a price; that is absent, not zero. ")
                + $"{(debt is null ? "" : page.Study.Outcome(debt.Outcome) + ", taken from the reference future by future. ")}Bar: median; whisker: {page.RangeInWords}.",
            Pictures = pictures,
            IsPaired = pictures.Count == 2,
            Source = page.Source,
            Behind = table,
        });

        Band Debt(int policy) => debt?.Comparisons.First(c => c.Policy == policy).Difference ?? Bands.Missing;
    }

    /// <summary>Says how money was equalised.</summary>
    public static Markup Equalised(ComparisonPage page)
    {
        if (page.Findings.Money is not { } money)
            return Report.Paragraph("Money was not equalised: every scenario spends what it says. With --equal-money scenarios with programmes are walked once more with the outlay of the cheapest of them.");
        var table = new HtmlTable("Equal money", "Scenario", "#Factor on its money", "#Mean outlay");
        foreach (EqualMoney f in money.Factors) table.Row(page.Scenario(f.Policy), Numeral.Fine(f.Factor), Measure.OfUsd(f.Usd).Rough(f.Usd));
        return Report.Paragraph($"Money equalised at {Measure.OfUsd(money.Usd).Rough(money.Usd)}, the mean outlay of the cheapest, by one factor on the strength of all instruments that cost money; sought among {money.Futures} futures.") + table.Write();
    }
}
