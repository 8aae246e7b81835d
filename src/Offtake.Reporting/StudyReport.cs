using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Reporting.StudySections;
using Offtake.Results.Studies.Findings;

namespace Offtake.Reporting;

/// <summary>The page a study is read from: verdict first, then what one must believe, what outcomes depend on, where conditions come about, who wins where. One HTML file without script and without anything fetched from elsewhere.</summary>
public static class StudyReport
{
    /// <summary>The findings in sentences.</summary>
    public static StudyProse Prose(StudyFindings findings) => StudyWords.Of(new StudyPage(findings));

    /// <summary>Writes the page.</summary>
    /// <param name="findings">What was found. What could not be computed appears as such, never as 0.</param>
    /// <param name="prose">The same in sentences.</param>
    /// <param name="to">Receives UTF-8 HTML.</param>
    public static void Write(StudyFindings findings, StudyProse prose, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(prose);
        ArgumentNullException.ThrowIfNull(to);
        var page = new StudyPage(findings);
        (string Id, string Heading, Markup Content)[] sections =
        [
            ("beliefs", "What you must believe", BeliefSection.Write(page)),
            ("influences", "What it depends on", InfluenceSection.Write(page)),
            ("conditions", "When it happens", BoxSection.Write(page)),
            ("maps", "Who wins where", MapSection.Write(page)),
            ("regret", "Regret", RegretSection.Write(page)),
            ("outcomes", "Outcomes", LevelSection.Write(page)),
            ("enough", "Are the futures enough?", LevelSection.Enough(page)),
            ("evidence", "What it rests on", StudyMethod.Evidence(page)),
            ("reading", "How to read this", StudyMethod.Reading(page)),
            ("method", "Method", StudyMethod.Write(page)),
            ("story", "Story", string.IsNullOrWhiteSpace(findings.Header.Story) ? Markup.None : Markup.Of($"<div class=\"story\">{Markdown.Render(findings.Header.Story)}</div>\n")),
        ];
        (string Id, string Heading, Markup Content)[] written = [.. sections.Where(s => !s.Content.IsEmpty)];
        to.Write(Markup.Of($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\"><title>{findings.Header.Title}</title>\n<style>\n{new Markup(Stylesheet.Css)}\n</style></head>\n<body><main>\n").Html);
        to.Write(StudyVerdict.Write(page, prose).Html);
        to.Write(Markup.Of($"<nav class=\"contents\" aria-label=\"Contents\">{written.Select(s => Markup.Of($"<a href=\"#{s.Id}\">{s.Heading}</a>"))}</nav>\n").Html);
        foreach ((string id, string heading, Markup content) in written) to.Write(Report.Section(id, heading, content).Html);
        to.Write(Markup.Of($"<footer>Written by {findings.Header.Program}. A model’s answer to stated assumptions; not a forecast.</footer>\n</main></body></html>\n").Html);
    }
}
