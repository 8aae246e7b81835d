using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>Modelled figures beside observed ones.</summary>
internal static class ObservedSection
{
    /// <summary>Writes the section; nothing when there are no figures.</summary>
    public static Markup Write(Report report)
    {
        IReadOnlyList<Results.Figure> figures = report.Run.Results.Figures;
        if (figures.Count == 0) return Markup.None;
        Results.Figure[] ordered = [.. figures.OrderByDescending(f => f.Standing).ThenByDescending(f => f.Observed is not null)];
        Results.Figure[] yearly = [.. ordered.Where(IsYear)], others = [.. ordered.Where(f => !IsYear(f))];
        return Report.Paragraph("Only predicted figures are a test of the model. Imposed ones were put in, calibrated ones were fitted; they are shown so that nobody mistakes them for skill. "
                + "The error compares the median over futures with the observed value.")
            + (yearly.Length > 0 ? Table(report, yearly).Write() : Markup.None)
            + (others.Length == 0 ? Markup.None : Markup.Of($"<details><summary>{Numeral.Count(others.Length)} figures of months and other periods</summary>{Table(report, others).Write()}</details>\n"))
            + Errors(report, figures);
    }

    private static HtmlTable Table(Report report, IEnumerable<Results.Figure> figures)
    {
        var table = new HtmlTable("Modelled beside observed", "Figure", "Period", "#Modelled", "#Observed", "Unit", "#Error", "Standing", "Observed by") { Trace = report.Run.Trace(TraceName.Observed.TrimEnd('/')) };
        foreach (Results.Figure figure in figures)
        {
            Band modelled = Band.Of(figure.Modelled);
            Measure measure = MeasureOf(figure);
            table.RowOf(
                TraceName.Observed + figure.Id, Markup.Text(figure.Title), Markup.Text(figure.Period), Markup.Text(Ranges.InTable(modelled, measure)), Markup.Text(Observed(figure, measure)), Markup.Text(measure.Unit),
                Markup.Text(Error(figure, modelled.Median) is { } e ? Numeral.Signed(100 * e, Numeral.Rough) + "\u00A0%" : "–"),
                Prose.Tag(figure.Standing), Markup.Text(Witness(report, figure.Source)));
        }

        return table;
    }

    private static bool IsYear(Results.Figure figure) => figure.Period.Length == 4 && int.TryParse(figure.Period, out _);

    /// <summary>Publisher and year of a source, or the source as it is written.</summary>
    private static string Witness(Report report, string source) => source.Length == 0 ? "–" : string.Join("; ", source.Split(';', StringSplitOptions.TrimEntries).Select(id =>
        report.Run.Results.Evidence.Sources.FirstOrDefault(s => s.Id == id) is { } found ? found.Year.Length > 0 ? $"{found.Publisher}, {found.Year}" : found.Publisher : id));

    private static Markup Errors(Report report, IReadOnlyList<Results.Figure> figures)
    {
        Results.Figure[] tested = [.. figures.Where(f => f.Standing == Standing.Predicted && IsYear(f) && f.Observed is not null and not 0 && !Band.Of(f.Modelled).IsMissing)];
        if (tested.Length == 0) return Markup.None;
        (Results.Figure Figure, Band Error)[] errors =
            [.. tested.Select(f => (f, Band.Of([.. f.Modelled.Select(m => 100 * ((m / f.Observed!.Value) - 1))]))).OrderBy(e => e.Item2.Median)];
        var behind = new HtmlTable("Errors of predicted figures", "Figure", "#Error %", "#Low %", "#High %");
        foreach ((Results.Figure figure, Band error) in errors) behind.Row(figure.Title, Numeral.Exact(error.Median), Numeral.Exact(error.Low), Numeral.Exact(error.High));
        // Three columns that share an axis, so that a long list stays in sight.
        double widest = errors.SelectMany(e => new[] { Math.Abs(e.Error.Low), Math.Abs(e.Error.High) }).Max();
        int rows = errors.Length <= 8 ? errors.Length : (errors.Length + 2) / 3;
        IEnumerable<Markup> charts = errors.Chunk(rows).Select((part, i) => new HorizontalBars
        {
            Title = errors.Length <= rows ? "Error of predicted figures" : i == 0 ? "Error, lowest" : part[^1] == errors[^1] ? "Error, highest" : "Error, between",
            Unit = "% of the observed value",
            Bars = [.. part.Select(e => new Bar(e.Figure.Title, e.Error, 0, Numeral.Signed(e.Error.Median, Numeral.Rough)))],
            AtLeast = widest,
            AtMost = -Math.Min(100, widest),
        }.Draw());
        return report.Show(new FigureBlock
        {
            Caption = "Where the model can be held against what happened: predicted figures of whole years.",
            Note = "Bar: median over futures. Whisker: range over futures.",
            Pictures = [.. charts],
            Trace = report.Run.Trace(TraceName.Observed.TrimEnd('/')),
            Source = "this run; observed values from the sources named in the table above.",
            Behind = behind,
        });
    }

    private static Measure MeasureOf(Results.Figure figure) =>
        Measure.OfRecorded(figure.Unit, figure.Modelled.Append(figure.Observed ?? 0).Where(double.IsFinite).DefaultIfEmpty(0).Max());

    private static double? Error(Results.Figure figure, double modelled) =>
        figure.Observed is { } observed && observed != 0 && double.IsFinite(modelled) ? (modelled / observed) - 1 : null;

    private static string Observed(Results.Figure figure, Measure measure)
    {
        if (figure.Observed is not { } value) return "not observed";
        string text = Numeral.Fine(measure.Of(value));
        return figure is { ObservedLow: { } low, ObservedHigh: { } high } ? $"{text} ({Numeral.Fine(measure.Of(low))}–{Numeral.Fine(measure.Of(high))})" : text;
    }
}
