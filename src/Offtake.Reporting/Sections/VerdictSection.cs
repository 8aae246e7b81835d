using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>The first screen: title, one sentence without numbers, and the findings behind it.</summary>
internal static class VerdictSection
{
    /// <summary>Writes title, verdict and cautions.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        Manifest m = run.Results.Manifest;
        Finding[] findings =
        [
            .. SurplusFindings.Write(run), .. PriceFindings.Write(run), .. DependenceFindings.Write(run), .. UseFindings.Write(run), .. EvidenceFinding.Write(run),
        ];
        string futures = run.Completed == 1 ? "1 future" : $"{Numeral.Count(run.Completed)} futures";
        return Markup.Of($"<header class=\"top\"><p class=\"eyebrow\">{m.WorldTitle}</p><h1>{m.ScenarioTitle}</h1><p class=\"facts\">{m.From.ToString()} to {m.To.ToString()} · {futures} · seed {m.Seed.ToString()} · {m.Program.Split('+')[0]}</p></header>\n")
            + Stopped(run)
            + Headline(run, findings)
            + Markup.Of($"<dl class=\"verdict\">\n{findings.Select(f => Markup.Of($"<div><dt>{f.Topic}</dt><dd>{f.Text}</dd></div>\n"))}</dl>\n")
            + TraceLine.Below(run.Trace(ChainVariable.Utilisation, ChainVariable.Cover, ChainVariable.Price, ChainVariable.Concentration, ChainVariable.ImportReliance, ChainVariable.Used))
            + Warnings(run);
    }

    private static Markup Headline(RunReading run, Finding[] findings)
    {
        string[] clauses = [.. findings.Select(f => f.Clause).Where(c => c.Length > 0)];
        return clauses.Length == 0 ? Markup.None : Markup.Of($"<p class=\"headline\">By {run.Horizon.Near} {Prose.List(clauses)}.</p>\n");
    }

    private static Markup Stopped(RunReading run) => run.Results.Manifest.Stopped
        ? Markup.Of($"<div class=\"notice\"><p><b>This run was stopped.</b> It holds {Numeral.Count(run.Completed)} of {Numeral.Count(run.Results.Manifest.FuturesAsked)} futures; each of them is whole.</p></div>\n")
        : Markup.None;

    private static Markup Warnings(RunReading run) => run.Results.Warnings.Count == 0
        ? Markup.None
        : Markup.Of($"<div class=\"notice\"><p><b>Read with care.</b></p><ul>{run.Results.Warnings.Select(w => Markup.Of($"<li>{w}</li>"))}</ul></div>\n");
}
