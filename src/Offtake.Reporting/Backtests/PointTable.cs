using Offtake.Model.History;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Backtests;

namespace Offtake.Reporting.Backtests;

/// <summary>Every observed figure that was judged, beside the modelled one.</summary>
internal static class PointTable
{
    /// <summary>Writes one table a window, folded away.</summary>
    public static Markup Write(BacktestResults r)
    {
        Dictionary<SeriesName, SeriesBand> seriesOf = r.Series.GroupBy(s => s.Series).ToDictionary(g => g.Key, g => g.First());
        return Report.Paragraph("Error compares the median over all futures with the observed figure; in brackets the range over futures.")
            + Markup.Join(r.Windows.Select(w => Markup.Of($"<details><summary>{ScoreText.Window(w)}</summary>{Table(r, w, seriesOf)}</details>\n")));
    }

    private static Markup Table(BacktestResults r, string window, Dictionary<SeriesName, SeriesBand> seriesOf)
    {
        var table = new HtmlTable($"Figures, {ScoreText.Window(window)}", "Series", "Period", "#Modelled", "#Observed", "Unit", "#Error", "Observed by");
        foreach (PointResult p in r.Pooled(window).SelectMany(s => s.Points).DistinctBy(p => (p.Series, p.Period, p.Observed, p.Source)).OrderBy(p => p.Series.ToString(), StringComparer.Ordinal).ThenBy(p => p.Period.First))
        {
            SeriesBand series = seriesOf[p.Series];
            Measure measure = series.IsFlow ? Measure.OfAmount(p.Observed, series.Unit == "t REO" ? "t" : series.Unit) : Measure.OfRecorded(series.Unit, 0);
            double error = (p.Modelled.Median / p.Observed) - 1.0;
            table.Row(
                series.Title, p.Period.ToString(), Ranges.InTable(p.Modelled, measure), Numeral.Fine(measure.Of(p.Observed)), measure.Unit,
                double.IsFinite(error) ? Numeral.Signed(100 * error, Numeral.Rough) + "\u00A0%" : "–", p.Source);
        }

        return table.Write("numbers");
    }
}
