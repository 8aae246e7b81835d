using System.Globalization;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies;

namespace Offtake.Reporting.ComparisonSections;

/// <summary>How to read the page, and what it takes to run the comparison again.</summary>
internal static class ComparisonMethod
{
    /// <summary>How to read the page.</summary>
    public static Markup Reading(ComparisonPage page) => Markup.Of($"""
        <ul>
        <li><b>A future</b> is one draw of everything that is uncertain, shocks included. All scenarios are walked in the same futures, so a difference is one of scenarios and not of luck. Ranges are {page.RangeInWords}; they are no forecast.</li>
        <li><b>Bold</b> differences are clear. A question mark is too close to call: the range spans zero and neither is ahead in two thirds of futures, or the mean may be nothing (95 %). “About 0” is no material effect: the whole interval of the mean lies within 1 % of the range over futures.</li>
        <li><b>↑</b> more is better, <b>↓</b> less is better, as the file of the comparison says; without an arrow nobody says. Outcomes are never added up and scenarios never ranked.</li>
        <li><b>{Numeral.NotRecorded}</b> and <b>–</b> mean that there is no number. They never stand for 0. A future without a value counts nowhere.</li>
        <li><b>Trace</b> names the command that follows the numbers above it to equations, sources and assumptions. It names the first scenario after the reference; any other of this page may stand in its place. Where a row has a name of its own, it shows when a pointer rests on its head.</li>
        <li>What is measured stands in comparisons/; how it is computed in docs/model/discovery.md; docs/compare.md is the tutorial.</li>
        </ul>
        """);

    /// <summary>What was run.</summary>
    public static Markup Write(ComparisonPage page)
    {
        StudyHeader h = page.Header;
        string names = string.Join(' ', h.Policies.Where(p => p.Settings.Count == 0).Select(p => p.Scenario));
        (string Name, Markup Value)[] lines =
        [
            ("Command", Markup.Of($"<code>{string.Create(CultureInfo.InvariantCulture, $"offtake compare {names} --futures {h.Futures} --seed {h.Seed}{(page.Findings.Money is null ? "" : " --equal-money")}")}</code>")),
            ("Program", Markup.Text(h.Program)),
            ("Scenarios", Markup.Join(h.Policies.Select(p => Markup.Of($"<code>{p.Id}</code> {p.Title}<br>")))),
            ("Files", Markup.Of($"SHA-256 of all <code>{h.Sha256}</code>")),
            ("Futures", Markup.Text($"{Numeral.Count(page.Findings.Study.Futures)}, of which {Numeral.Count(page.Findings.Study.Refused.Count)} could not be walked")),
            ("Seed", Markup.Text(h.Seed.ToString(CultureInfo.InvariantCulture))),
            ("Digest", Markup.Of($"<code>{page.Findings.Study.Digest}</code>")),
        ];
        return Markup.Of($"<dl class=\"manifest\">\n{lines.Select(l => Markup.Of($"<dt>{l.Name}</dt><dd>{l.Value}</dd>\n"))}</dl>\n")
            + Report.Paragraph("The same program with the same files, seed and number of futures gives the same digest on any number of workers. All futures stand in study.sqlite and outcomes.csv, all differences in differences.csv, all findings in compare.json.");
    }
}
