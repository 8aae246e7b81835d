using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Comparisons;
using Offtake.Results;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>What every demand instrument of every scenario bought, moved and cost.</summary>
internal static class InstrumentTable
{
    /// <summary>The table; nothing where no outcome is asked for it.</summary>
    public static Markup Write(ComparisonPage page)
    {
        if (!page.Findings.Asked.Any(a => a.Instrument.Length > 0)) return Markup.None;
        if (page.Findings.Instruments.Count == 0) return Report.Paragraph("No scenario here has an instrument that buys, deploys or subsidises, so no demand instrument has a cost.");
        Measure tonnes = Measure.OfTonnes(Largest(page.Findings.Instruments.Select(i => i.Bought))), usd = Measure.OfUsd(Largest(page.Findings.Instruments.Select(i => i.Outlay))), each = Measure.OfUsd(Largest(page.Findings.Instruments.Select(i => i.UsdPerTonne)));
        var table = new HtmlTable("By demand instrument", "Scenario", "Instrument", $"#Bought, {tonnes.Unit}", $"#Crowded out, {tonnes.Unit}", $"#Pulled forward, {tonnes.Unit}", $"#Additional, {tonnes.Unit}", $"#Outlay, {usd.Unit}", $"#Per additional tonne, {each.Unit}", "#Debt of its cities beyond the reference")
        {
            Trace = page.TraceByInstrument(OutcomeRole.Programme, OutcomeRole.CrowdedOut, OutcomeRole.PulledForward, OutcomeRole.DemandOutlay),
        };
        foreach (InstrumentFindings i in page.Findings.Instruments)
            table.Row([.. new[] { page.Short(i.Policy), i.Instrument, In(i.Bought, tonnes), In(i.CrowdedOut, tonnes), In(i.PulledForward, tonnes), In(i.Additional, tonnes), In(i.Outlay, usd), Cost(i, each), Debt(page, i.Policy) }.Select(QuestionSections.InTwoLines)]);
        return Markup.Of($"<h3>By demand instrument</h3>\n") + table.Write("instruments")
            + Report.Paragraph("Tonnes are those of the weighed stage inside goods; below zero an instrument drew others in, or what it pulled forward is missing again. Debt is that of the scenario’s cities, for all their instruments together. An instrument that orders nothing by itself, such as a credit, has outlay and no tonnes; what it moves is in “more in all the world”.");
    }

    private static string In(Band band, Measure measure) => band.IsMissing ? "–" : Ranges.InTable(band, measure, 2);

    private static string Cost(InstrumentFindings i, Measure each) => i.Bought.IsMissing ? "orders nothing itself" : i.UsdPerTonne.IsMissing ? "nothing additional"
        : In(i.UsdPerTonne, each) + (i.UsdPerTonne.Futures < i.Bought.Futures ? $" in {i.UsdPerTonne.Futures} of {i.Bought.Futures} futures" : "");

    private static string Debt(ComparisonPage page, int policy)
    {
        if (page.Findings.IndexOf(OutcomeRole.Debt) is not { } debt) return Numeral.NotRecorded;
        if (policy == 0) return "is the reference";
        Results.Studies.Findings.OutcomeFindings debts = page.Findings.Study.Outcomes[debt];
        Band band = debts.Comparisons.First(c => c.Policy == policy).Difference;
        return band.IsMissing ? Numeral.NotRecorded : Math.Max(Math.Abs(band.Low), Math.Abs(band.High)) < QuestionSections.Grain * Math.Abs(debts.Levels[0].Band.Median) ? Numeral.AboutZero : ComparisonPage.Between(band, Measure.OfUsd(Math.Max(Math.Abs(band.Low), Math.Abs(band.High))));
    }

    private static double Largest(IEnumerable<Band> bands) => bands.Where(b => !b.IsMissing).Select(b => Math.Max(Math.Abs(b.Low), Math.Abs(b.High))).DefaultIfEmpty(0.0).Max();
}
