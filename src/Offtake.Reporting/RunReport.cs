using Offtake.Model.Studies;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Reporting.Sections;
using Offtake.Results;
using Offtake.Results.Weighing;

namespace Offtake.Reporting;

/// <summary>
/// The page a run is judged by: one HTML file with its figures inside, without script and without anything fetched from elsewhere.
/// It reads results and nothing else; it cannot run anything again.
/// </summary>
public static class RunReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="results">The run. Values that were not recorded appear as such, never as 0.</param>
    /// <param name="to">Receives UTF-8 HTML.</param>
    /// <param name="weighed">The newest weighing of the same scenario; null when there is none.</param>
    public static void Write(RunResults results, TextWriter to, KeptWeighing? weighed = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(to);
        var report = new Report(new RunReading(results));
        Markup verdict = VerdictSection.Write(report);
        (string Id, string Heading, Markup Content)[] sections =
        [
            ("observed", "Modelled beside observed", ObservedSection.Write(report)),
            ("plans", "Announced against realised", new PlanTables(results.Plans, ["In this run"], report.Run.Trace(TraceName.Plans.TrimEnd('/'))).Write()),
            ("prices", "Prices", PriceSection.Write(report)),
            ("capacity", "Capacity and unsold stock", CapacitySection.Write(report)),
            ("flows", "Flows", FlowSection.Write(report)),
            ("dependence", "Dependence", DependenceSection.Write(report)),
            ("fleets", "Fleets", FleetSection.Write(report)),
            ("cities", "Cities", CitySection.Write(report)),
            ("institutions", "What institutions did", InstitutionSection.Write(report)),
            ("residues", "What stays behind", ResidueSection.Write(report)),
            ("progress", "Methods and skills", ProgressSection.Write(report)),
            ("money", "Money", MoneySection.Write(report)),
            ("materiality", "Materiality", MaterialitySection.Write(report)),
            ("events", "Events", EventSection.Write(report)),
            ("evidence", "What it rests on", EvidenceSection.Write(report) + WeighReport.Kept(weighed)),
            ("reading", "How to read this", MethodSection.Reading(report)),
            ("method", "Method", MethodSection.Write(report)),
            ("story", "Story", Story(results)),
        ];
        (string Id, string Heading, Markup Content)[] written = [.. sections.Where(s => !s.Content.IsEmpty)];
        to.Write(Markup.Of($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\"><title>{results.Manifest.ScenarioTitle} – {results.Manifest.WorldTitle}</title>\n<style>\n{new Markup(Stylesheet.Css)}\n</style></head>\n<body><main>\n").Html);
        to.Write(verdict.Html);
        to.Write(Markup.Of($"<nav class=\"contents\" aria-label=\"Contents\">{written.Select(s => Markup.Of($"<a href=\"#{s.Id}\">{s.Heading}</a>"))}</nav>\n").Html);
        foreach ((string id, string heading, Markup content) in written) to.Write(Report.Section(id, heading, content).Html);
        to.Write(Markup.Of($"<footer>Written by {results.Manifest.Program}. A model’s answer to stated assumptions; not a forecast.</footer>\n</main></body></html>\n").Html);
    }

    private static Markup Story(RunResults results) =>
        string.IsNullOrWhiteSpace(results.Story) ? Markup.None : Markup.Of($"<div class=\"story\">{Markdown.Render(results.Story)}</div>\n");
}
