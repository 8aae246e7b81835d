using Offtake.Reporting.Backtests;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Backtests;

namespace Offtake.Reporting;

/// <summary>The page a history is judged by: verdict first, then every score beside its band, what was observed and what a naive forecast gives. One HTML file without script.</summary>
public static class BacktestReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="results">The backtest. Values that could not be told appear as such, never as 0.</param>
    /// <param name="to">Receives UTF-8 HTML.</param>
    public static void Write(BacktestResults results, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(to);
        var numbering = new FigureCount();
        (string Id, string Heading, Markup Content)[] sections =
        [
            ("scores", "Scores beside their bands", ScoreTables.Write(results)),
            ("unseen", "Years the fits had not seen", UnseenTable.Write(results)),
            ("prices", "Prices", SeriesCharts.Prices(results, numbering)),
            ("wedges", "Inside and outside prices", SeriesCharts.Wedges(results, numbering)),
            ("volumes", "Volumes", SeriesCharts.Volumes(results, numbering)),
            ("figures", "Every observed figure", PointTable.Write(results)),
            ("naive", "Naive forecasts and those of others", NaiveTables.Write(results)),
            ("ablations", "Mechanisms switched off", FitTables.Ablations(results)),
            ("fits", "Fits", FitTables.Fits(results)),
            ("numbers", "Fitted numbers", FitTables.Numbers(results)),
            ("imposed", "What comes from outside", FitTables.Imposed(results)),
            ("reading", "How to read this", Reading(results)),
        ];
        (string Id, string Heading, Markup Content)[] written = [.. sections.Where(s => !s.Content.IsEmpty)];
        to.Write(Markup.Of($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\"><title>{results.Title} – {results.WorldTitle}</title>\n<style>\n{new Markup(Stylesheet.Css)}\n</style></head>\n<body><main>\n").Html);
        to.Write(BacktestVerdict.Write(results).Html);
        to.Write(Markup.Of($"<nav class=\"contents\" aria-label=\"Contents\">{written.Select(s => Markup.Of($"<a href=\"#{s.Id}\">{s.Heading}</a>"))}</nav>\n").Html);
        foreach ((string id, string heading, Markup content) in written) to.Write(Report.Section(id, heading, content).Html);
        to.Write(Markup.Of($"<footer>Written by {results.Program}.</footer>\n</main></body></html>\n").Html);
    }

    private static Markup Reading(BacktestResults results) => Markup.Of($"""
        <ul>
        <li>The walk is free: it begins in {results.First.ToString()} and is never reset to what was observed. It gets from outside what is listed under “What comes from outside”, and nothing else.</li>
        <li>{Prose.Tag(Results.Standing.Imposed)} the figure is an input. {Prose.Tag(Results.Standing.Calibrated)} fits have seen it. {Prose.Tag(Results.Standing.Predicted)} fits have not seen it. Only the last kind is skill, and drivers and policies of those years are still known to the walk.</li>
        <li><b>Modelled</b> is the median over fits. <b>Fits</b> says how many of them meet the band alone. A band met by one fit only is not met in earnest.</li>
        <li>A line is the median, a band the range over all futures of all fits: each fit walked once without shocks and {results.FuturesPerFit} times with shocks and with drawn numbers where nothing was fitted.</li>
        <li>Log errors: 0.1 is about 10 %, 0.35 a factor of 1.4, 0.7 a factor of two.</li>
        <li>How each score is computed stands in docs/model/backtest.md.</li>
        </ul>
        """);
}

/// <summary>Counts the figures of a page.</summary>
internal sealed class FigureCount
{
    private int _shown;

    /// <summary>Writes a figure with the next number.</summary>
    public Markup Show(FigureBlock figure) => figure.Write(++_shown);
}
