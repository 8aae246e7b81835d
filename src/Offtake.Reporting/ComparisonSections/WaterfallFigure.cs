using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;
using Offtake.Results.Comparisons;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>From what is announced to what is left: announced, realised, additional, left when programmes end.</summary>
internal static class WaterfallFigure
{
    /// <summary>Writes the figure.</summary>
    public static Markup Write(ComparisonPage page)
    {
        ProgrammeFindings[] shown = [.. page.Findings.Programmes.Skip(1)];
        Measure measure = Measure.OfTonnes(Largest(shown));
        var table = new HtmlTable("From announced to left", "Scenario", $"#Announced, {measure.Unit}", $"#Realised, {measure.Unit}", $"#Additional, {measure.Unit}", $"#More in all, {measure.Unit}", $"#Left two years on, {measure.Unit}", $"#Left five years on, {measure.Unit}", "#Additional, % of realised");
        foreach (ProgrammeFindings p in shown)
            table.Row(page.Scenario(p.Policy), Cell(p.Announced), Cell(p.Realised), Cell(p.Additional), Cell(p.More), Cell(p.Left), Cell(p.LeftLater), Ranges.InTable(p.AdditionalShare, Measure.Percent));
        string left = string.Join("; ", new[] { OutcomeRole.Left, OutcomeRole.LeftLater }.Select(page.Findings.IndexOf).OfType<int>().Select(o => Sections.Prose.Inside(page.Study.Outcome(o))));
        bool isAbsent = shown.All(p => p.Realised.IsMissing);
        return page.Show(new FigureBlock
        {
            Caption = "Announced, realised, additional, left.",
            Note = $"Tonnes of the weighed stage inside goods, all beside “{page.Scenario(0)}” but those announced, realised and additional, which are the programmes’ own. Realised less what others did not buy for it and what was only bought sooner is additional. “More in all” is what the whole world put to use beyond the reference, whoever bought it. Left: {(left.Length > 0 ? left : "nothing is measured for it")}; beyond the reference. Bar: median; whisker: {page.RangeInWords}."
                + (isAbsent ? " No outcome here counts what programmes buy; those bars are absent, not zero." : ""),
            Pictures = [.. shown.Select(p => new HorizontalBars { Title = page.Short(p.Policy), Unit = Own(p).Unit, Bars = Bars(p, Own(p)) }.Draw())],
            Trace = page.Trace(OutcomeRole.Absorbed, OutcomeRole.Announced, OutcomeRole.Programme, OutcomeRole.CrowdedOut, OutcomeRole.PulledForward, OutcomeRole.Left, OutcomeRole.LeftLater),
            Source = page.Source,
            Behind = table,
        });

        Bar[] Bars(ProgrammeFindings p, Measure own) =>
        [
            new("Announced", p.Announced.Times(own.Factor), 6), new("Realised", p.Realised.Times(own.Factor), 0), new("Additional", p.Additional.Times(own.Factor), 2),
            new("More in all the world", p.More.Times(own.Factor), 5), new("Left two years on", p.Left.Times(own.Factor), 4), new("Left five years on", p.LeftLater.Times(own.Factor), 4),
        ];

        string Cell(Band band) => Ranges.InTable(band, measure);
    }

    // Every picture has the unit its own bars read well in.
    private static Measure Own(ProgrammeFindings p) => Measure.OfTonnes(Largest([p]));

    private static double Largest(IEnumerable<ProgrammeFindings> shown) => shown.SelectMany(Bands).Where(b => !b.IsMissing).Select(b => Math.Max(Math.Abs(b.Low), Math.Abs(b.High))).DefaultIfEmpty(0).Max();

    private static Band[] Bands(ProgrammeFindings p) => [p.Announced, p.Realised, p.Additional, p.More, p.Left, p.LeftLater];
}
