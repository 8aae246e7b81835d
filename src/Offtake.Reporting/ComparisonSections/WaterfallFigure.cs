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
        Measure measure = Measure.OfTonnes(Largest(shown.SelectMany(Bands)));
        var table = new HtmlTable("From announced to left", "Scenario", $"#Announced, {measure.Unit}", $"#Realised, {measure.Unit}", $"#Additional, {measure.Unit}", $"#More in all, {measure.Unit}", $"#Left two years on, {measure.Unit}", $"#Left five years on, {measure.Unit}", "#Additional, % of realised");
        foreach (ProgrammeFindings p in shown)
            table.Row([.. new[] { page.Scenario(p.Policy), Cell(p.Announced), Cell(p.Realised), Cell(p.Additional), Cell(p.More), Cell(p.Left), Cell(p.LeftLater), Ranges.InTable(p.AdditionalShare, Measure.Percent) }.Select(QuestionSections.InTwoLines)]);
        string left = string.Join("; ", new[] { OutcomeRole.Left, OutcomeRole.LeftLater }.Select(page.Findings.IndexOf).OfType<int>().Select(o => Sections.Prose.Inside(page.Study.Outcome(o))));
        bool isAbsent = shown.All(p => p.Realised.IsMissing);
        return page.Show(new FigureBlock
        {
            Caption = "Announced, realised, additional, left.",
            Note = $"Tonnes of the weighed stage inside goods, all beside “{page.Scenario(0)}” but those announced, realised and additional, which are the programmes’ own; scenarios whose programmes buy nothing have no picture of them. Realised less what others did not buy for it and what was only bought sooner is additional. “More in all” is what the whole world put to use beyond the reference, whoever bought it. Left: {(left.Length > 0 ? left : "nothing is measured for it")}; beyond the reference. Bar: median; whisker: {page.RangeInWords}."
                + (isAbsent ? " No outcome here counts what programmes buy; those bars are absent, not zero." : ""),
            Pictures = [.. shown.Where(Buys).Select(p => Picture($"{page.Short(p.Policy)}: its programmes", [Announced(p), Realised(p), Additional(p)])), .. shown.Select(p => Picture($"{page.Short(p.Policy)}: the world", [More(p), Left(p), LeftLater(p)]))],
            Trace = page.Trace(OutcomeRole.Absorbed, OutcomeRole.Announced, OutcomeRole.Programme, OutcomeRole.CrowdedOut, OutcomeRole.PulledForward, OutcomeRole.Left, OutcomeRole.LeftLater),
            Source = page.Source,
            Behind = table,
        });

        string Cell(Band band) => Ranges.InTable(band, measure);
    }

    // What programmes buy and what the whole world does differ by orders of magnitude, so each has pictures, and units, of its own.
    private static Markup Picture(string title, Bar[] bars)
    {
        Measure own = Measure.OfTonnes(Largest(bars.Select(b => b.Value)));
        return new HorizontalBars { Title = title, Unit = own.Unit, Bars = [.. bars.Select(b => b with { Value = b.Value.Times(own.Factor) })] }.Draw();
    }

    private static bool Buys(ProgrammeFindings p) => new[] { p.Announced, p.Realised, p.Additional }.Any(b => !b.IsMissing && b.High > 0.0);

    private static Bar Announced(ProgrammeFindings p) => new("Announced", p.Announced, 6);

    private static Bar Realised(ProgrammeFindings p) => new("Realised", p.Realised, 0);

    private static Bar Additional(ProgrammeFindings p) => new("Additional", p.Additional, 2);

    private static Bar More(ProgrammeFindings p) => new("More in all", p.More, 5);

    private static Bar Left(ProgrammeFindings p) => new("Left two years on", p.Left, 4);

    private static Bar LeftLater(ProgrammeFindings p) => new("Left five years on", p.LeftLater, 4);

    private static double Largest(IEnumerable<Band> bands) => bands.Where(b => !b.IsMissing).Select(b => Math.Max(Math.Abs(b.Low), Math.Abs(b.High))).DefaultIfEmpty(0).Max();

    private static Band[] Bands(ProgrammeFindings p) => [p.Announced, p.Realised, p.Additional, p.More, p.Left, p.LeftLater];
}
