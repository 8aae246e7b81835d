using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>Modelled paths with what was observed: prices by month, volumes by year.</summary>
internal static class SeriesCharts
{
    /// <summary>Prices by month.</summary>
    public static Markup Prices(BacktestResults r, FigureCount numbering) => Section(
        r, numbering, r.Series.Where(s => s.Unit.StartsWith("USD/", StringComparison.Ordinal)), "Prices by month, with every observed figure at the middle of its period.",
        "Real US dollars of 2024; a price inside a region that levies value-added tax includes it. The axis is logarithmic where a price spans more than a factor of ten.");

    /// <summary>Volumes by year.</summary>
    public static Markup Volumes(BacktestResults r, FigureCount numbering) => Section(
        r, numbering, r.Series.Where(s => s.IsFlow), "Volumes by year.", "Volumes of years. What a scenario imposes follows the observed figures by construction; the table of scores says which that is.");

    /// <summary>Outside over inside prices by month.</summary>
    public static Markup Wedges(BacktestResults r, FigureCount numbering) => Section(
        r, numbering, r.Series.Where(s => s.Unit == "ratio"), "One price over another, by month.", "A ratio of one is one market; what lies above is duty, quota rent, licence and freight.");

    private static Markup Section(BacktestResults r, FigureCount numbering, IEnumerable<SeriesBand> chosen, string caption, string text)
    {
        IGrouping<string, SeriesBand>[] charts = [.. chosen.GroupBy(s => s.Title)];
        if (charts.Length == 0) return Markup.None;
        var behind = new HtmlTable(caption, "Chart", "Fits", "#Year", "#Median", "#Low", "#High", "#Observed", "Unit");
        Markup[] pictures = [.. charts.Select(c => Chart(r, [.. c], behind))];
        return Report.Paragraph(text) + numbering.Show(new FigureBlock
        {
            Caption = caption,
            Legend = Legend.OfLines(r.Windows.Select((w, i) => (ScoreText.Window(w), i)), true, true),
            Pictures = pictures,
            Source = "this backtest; observed figures from the sources named in the world’s observed.csv.",
            Behind = behind,
        });
    }

    private static Markup Chart(BacktestResults r, SeriesBand[] windows, HtmlTable behind)
    {
        SeriesBand first = windows[0];
        double largest = windows.SelectMany(w => w.Years).Select(y => y.Value.Median).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        Measure measure = first.IsFlow ? Measure.OfAmount(largest, first.Unit == "t REO" ? "t" : first.Unit) : Measure.OfRecorded(first.Unit, 0);
        ObservedPoint[] observed = [.. first.Observed.Select(o => PointOf(o, first, measure)).OfType<ObservedPoint>()];
        foreach (SeriesBand window in windows)
        {
            foreach ((int year, Band value) in window.Years)
            {
                double? seen = first.Observed.FirstOrDefault(o => o.Period == $"{year:0000}")?.Value;
                behind.Row(
                    window.Title, window.Window, $"{year:0000}", Numeral.Exact(measure.Of(value.Median)), Numeral.Exact(measure.Of(value.Low)), Numeral.Exact(measure.Of(value.High)),
                    seen is { } v ? Numeral.Exact(measure.Of(v)) : "–", measure.Unit);
            }
        }

        return new LineChart
        {
            Title = first.Title,
            Unit = first.IsFlow ? measure.Unit + " a year" : measure.Unit,
            Series = [.. windows.Select(w => new LineSeries(w.Window, Array.IndexOf([.. r.Windows], w.Window), [.. PointsOf(w, measure)]))],
            Observed = observed,
            MayBeLog = first.Unit.StartsWith("USD/", StringComparison.Ordinal),
        }.Draw();
    }

    private static IEnumerable<LinePoint> PointsOf(SeriesBand series, Measure measure) => series.IsFlow
        ? series.Years.Select(y => new LinePoint(y.Year + 0.5, y.Value.Times(measure.Factor)))
        : series.Months.Select((band, m) => new LinePoint((series.First + m).YearPosition, band.Times(measure.Factor)));

    /// <summary>A mark for an observed figure; none for a volume of less than a year, which would stand too low.</summary>
    private static ObservedPoint? PointOf(ObservedFigure figure, SeriesBand series, Measure measure)
    {
        if (!Period.TryParse(figure.Period, out Period period) || period.First < series.First || period.Last > series.First + (series.Months.Count - 1)) return null;
        if (series.IsFlow && period.Length != PeriodLength.Year) return null;
        return new ObservedPoint(period.YearPosition, measure.Of(figure.Value), measure.Of(figure.Low), measure.Of(figure.High));
    }
}
