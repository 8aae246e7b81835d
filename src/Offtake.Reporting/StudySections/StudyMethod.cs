using System.Globalization;
using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Sections;
using Offtake.Results.Studies;

namespace Offtake.Reporting.StudySections;

/// <summary>What the study varied and compared, what its ranges rest on, and what it takes to run it again.</summary>
internal static class StudyMethod
{
    private const int MostSettings = 20;

    /// <summary>Uncertainties, correlations, levers and policies.</summary>
    public static Markup Evidence(StudyPage page)
    {
        StudyHeader h = page.Header;
        int ledger = h.Uncertainties.Count(u => u.IsOfLedger);
        var uncertainties = new HtmlTable("Uncertainties", "Uncertainty", "#Low", "#Central", "#High", "Unit", "Distribution", "Range is") { Trace = page.Trace() };
        foreach (UncertaintyEntry u in h.Uncertainties)
            uncertainties.RowOf(string.Join(TraceName.And, u.Moves.Take(1)), u.Title, Numeral.Exact(u.Low), Numeral.Exact(u.Central), Numeral.Exact(u.High), u.Unit, u.Shape, u.IsOfLedger ? "the evidence ledger’s" : "this study’s own");
        var policies = new HtmlTable("Policies", "Policy", "Scenario", "Levers that are set") { Trace = page.Trace() };
        foreach (PolicyEntry p in h.Policies)
            policies.Row(p.Title, p.Scenario.Length > 0 ? p.Scenario : "–", p.Settings.Count == 0 ? "none" : p.Settings.Count > MostSettings ? $"{p.Settings.Count} levers; their values stand in the table policy_lever of study.sqlite" : string.Join("; ", p.Settings.Select(s => $"{h.Levers[s.Lever].Title} = {Numeral.Exact(s.Value)} {(h.Levers[s.Lever].Unit == "times" ? "times what the scenario says" : h.Levers[s.Lever].Unit)}")));
        Markup together = h.Correlations.Count == 0 ? Markup.None : Report.Paragraph("These go together: " + Prose.List([.. h.Correlations.Select(c => $"{Prose.Inside(page.Input(c.One))} and {Prose.Inside(page.Input(c.Other))} (rank correlation {Numeral.Rough(c.Rank)})")]) + ".");
        return (h.Uncertainties.Count == 0 ? Report.Paragraph("The study names no uncertainty.") : Report.Paragraph($"{ledger} of {h.Uncertainties.Count} ranges are those of the evidence ledger, with sources or as stated assumptions; the others are this study’s own and only as good as its reasons. A finding says nothing about values outside these ranges. {(h.OthersVary ? "All other uncertain numbers of the world vary too, over the ledger’s ranges." : "All other uncertain numbers keep their central values.")}") + uncertainties.Write())
            + together + Markup.Of($"<h3>Policies</h3>\n") + (h.Policies.Count <= 2 * StudyPage.InSight ? policies.Write() : Markup.Of($"<details><summary>All {h.Policies.Count} policies</summary>{policies.Write("numbers")}</details>\n"));
    }

    /// <summary>How to read the page.</summary>
    public static Markup Reading(StudyPage page) => Markup.Of($"""
        <ul>
        <li><b>A future</b> is one draw of everything that is uncertain, shocks included; every policy is walked in it. Ranges are {page.RangeInWords}: what the model cannot rule out, given its assumptions. They are no forecast.</li>
        <li><b>95 %</b> intervals say how well the futures that were walked stand for all that could be drawn. They say nothing about whether the model is right, and each is judged by itself: of twenty differences that are none, one looks like one.</li>
        <li><b>Too close to call</b> means that the interval of the mean difference spans zero.</li>
        <li><b>{Numeral.NotRecorded}</b> and <b>–</b> mean that there is no number. They never stand for 0. A future in which an outcome has no value is left out of what is said about it.</li>
        <li>{(page.Header.Sampling.Indices == IndexDesign.None ? "Every future is a draw of its own." : $"Futures lie in blocks. {Numeral.Count(page.Findings.Independent)} of {Numeral.Count(page.Findings.Futures)} are draws of their own; the others differ from these in one input and serve the indices only.")}</li>
        <li><b>Trace</b> names the command that follows the numbers above it to equations, sources and assumptions. Where a row has a name of its own, it shows when a pointer rests on its head.</li>
        <li>How everything is computed stands in docs/model/discovery.md and docs/model/sensitivity.md.</li>
        </ul>
        """);

    /// <summary>What was run.</summary>
    public static Markup Write(StudyPage page)
    {
        StudyHeader h = page.Header;
        (string Name, Markup Value)[] lines =
        [
            ("Command", Markup.Of($"<code>{string.Create(CultureInfo.InvariantCulture, $"offtake explore {h.Id} --futures {h.Futures} --seed {h.Seed}")}</code>")),
            ("Program", Markup.Text(h.Program)),
            ("Study", Markup.Of($"{h.Title} (<code>{h.Id}</code>), SHA-256 of all its files <code>{h.Sha256}</code>")),
            ("Model", Markup.Text(h.World.Length > 0 ? h.World : h.Model)),
            ("Futures", Markup.Text($"{Numeral.Count(page.Findings.Futures)}, of which {Numeral.Count(page.Findings.Refused.Count)} could not be walked")),
            ("Sampling", Markup.Text(h.Sampling.Method switch { SamplingMethod.LatinHypercube => "Latin hypercube", SamplingMethod.MonteCarlo => "independent random points", SamplingMethod.Factorial => $"every combination of {h.Sampling.Levels} levels", _ => "scrambled Sobol’ sequence" }
                + (h.Sampling.Indices switch { IndexDesign.Total => ", in pairs for first-order and total indices", IndexDesign.SecondOrder => ", in pairs for indices up to second order", _ => "" }))),
            ("Seed", Markup.Text(h.Seed.ToString(CultureInfo.InvariantCulture))),
            ("Digest", Markup.Of($"<code>{page.Findings.Digest}</code>")),
        ];
        return Markup.Of($"<dl class=\"manifest\">\n{lines.Select(l => Markup.Of($"<dt>{l.Name}</dt><dd>{l.Value}</dd>\n"))}</dl>\n")
            + Report.Paragraph("The same program with the same files, seed and number of futures gives the same digest on any number of workers, in one piece or in slices. All futures stand in study.sqlite and outcomes.csv, all findings in summary.json.");
    }
}
