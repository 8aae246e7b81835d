using Offtake.Reporting.ComparisonSections;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Comparisons;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting;

/// <summary>The page a comparison is read from: the verdict in thirty seconds, five figures, then one section for every question. One HTML file without script and without anything fetched from elsewhere.</summary>
public static class ComparisonReport
{
    /// <summary>The verdict in sentences, for the page, the terminal and the summary alike.</summary>
    public static IReadOnlyList<Statement> Verdict(ComparisonFindings findings) => [.. ComparisonVerdict.Statements(new ComparisonPage(findings))];

    /// <summary>Writes the page.</summary>
    /// <param name="findings">What was found. What could not be computed appears as such, never as 0.</param>
    /// <param name="to">Receives UTF-8 HTML.</param>
    public static void Write(ComparisonFindings findings, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(to);
        ComparisonPage page = new(findings);
        (string Id, string Heading, Markup Content)[] sections =
        [
            ("figures", "Five figures", WaterfallFigure.Write(page) + AdditionalityFigure.Write(page) + RationingFigure.Write(page) + MoneyFigure.Write(page) + EvidenceFigure.Write(page)),
            .. QuestionSections.All.Select(q => (q.Id, q.Heading, QuestionSections.Write(page, q))),
            ("money", "Equal money", MoneyFigure.Equalised(page)),
            ("reading", "How to read this", ComparisonMethod.Reading(page)),
            ("method", "Method", ComparisonMethod.Write(page)),
        ];
        (string Id, string Heading, Markup Content)[] written = [.. sections.Where(s => !s.Content.IsEmpty)];
        to.Write(Markup.Of($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\"><title>{page.Header.Title}</title>\n<style>\n{new Markup(Stylesheet.Css)}\n</style></head>\n<body><main>\n").Html);
        to.Write(ComparisonVerdict.Write(page).Html);
        to.Write(Markup.Of($"<nav class=\"contents\" aria-label=\"Contents\">{written.Select(s => Markup.Of($"<a href=\"#{s.Id}\">{s.Heading}</a>"))}</nav>\n").Html);
        foreach ((string id, string heading, Markup content) in written) to.Write(Report.Section(id, heading, content).Html);
        to.Write(Markup.Of($"<footer>Written by {page.Header.Program}. A model’s answer to stated assumptions; not a forecast, and no ranking of governments.</footer>\n</main></body></html>\n").Html);
    }
}
