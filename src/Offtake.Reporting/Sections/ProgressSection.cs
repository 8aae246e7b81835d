using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>Projects, skilled workers and learning: what became of them, year by year.</summary>
internal static class ProgressSection
{
    /// <summary>Writes the section; nothing when the world has none of the tables.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        var innovation = new TableReading(run.Results.Panels.GetValueOrDefault("innovation"));
        var skill = new TableReading(run.Results.Panels.GetValueOrDefault("skill"));
        var learning = new TableReading(run.Results.Panels.GetValueOrDefault("learning"));
        return Projects(run, innovation) + Skills(run, skill) + Learned(run, learning);
    }

    private static Markup Projects(RunReading run, TableReading innovation)
    {
        if (!innovation.Exists) return Markup.None;
        Horizon h = run.Horizon;
        var table = new HtmlTable(
            "Projects", "Project or kind of project", "Region", "Aimed at", $"#Futures that have deployed one by {h.Near}, %", $"#By {h.Last}, %", $"#Adopted at home in {h.Last}, %", "#Given up by then")
        {
            Trace = run.Trace(ChainVariable.ProjectsDeployed),
        };
        foreach (int i in innovation.Entities)
        {
            double Deployed(int f, int year) => innovation.End(f, h.Of(year), i, "deployed_count") > 0 ? 100 : 0;
            table.Row(
                run.Name(innovation.Key(i, "innovation")), run.Name(innovation.Key(i, "region")), run.Name(innovation.Key(i, "process")),
                Numeral.Rough(run.Mean(f => Deployed(f, h.Near))), Numeral.Rough(run.Mean(f => Deployed(f, h.Last))),
                Ranges.InTable(run.Over(f => innovation.End(f, h.Of(h.Last), i, "adopted_share")), Measure.Percent, 2),
                Ranges.InTable(run.Over(f => innovation.End(f, h.Of(h.Last), i, "failed_count")), new Measure(1, ""), 2));
        }

        return Report.Paragraph("Projects on their way from laboratory to plant. Most do not arrive; those that do are adopted at home first.") + table.Write();
    }

    private static Markup Skills(RunReading run, TableReading skill)
    {
        if (!skill.Exists) return Markup.None;
        Horizon h = run.Horizon;
        var table = new HtmlTable("Skilled workers", "Region", $"#In {h.First}", $"#In {h.Last}", "#Months short of workers", "#Least share of capacity staffed, %") { Trace = run.Trace("skills") };
        foreach (int r in skill.Entities.Where(r => run.Futures.Any(f => skill.End(f, h.Of(h.Last), r, "need_persons") > 0)))
        {
            IEnumerable<double> Staffed(int f) => h.Months.Select(w => skill.At(f, w.Start, r, "staffed_share"));
            table.Row(
                run.Name(skill.Key(r, "region")), Ranges.InTable(run.Over(f => skill.End(f, h.Of(h.First), r, "pool_persons")), new Measure(1, "")),
                Ranges.InTable(run.Over(f => skill.End(f, h.Of(h.Last), r, "pool_persons")), new Measure(1, "")),
                Ranges.InTable(run.Over(f => Staffed(f).Count(s => s < 1)), new Measure(1, ""), 2), Ranges.InTable(run.Over(f => Staffed(f).Min()), Measure.Percent, 2));
        }

        return Report.Paragraph("Skilled workers, counted where their processes run. Capacity without them stands idle.") + table.Write();
    }

    private static Markup Learned(RunReading run, TableReading learning)
    {
        if (!learning.Exists) return Markup.None;
        Horizon h = run.Horizon;
        var table = new HtmlTable("Learning by doing", "Process", $"#Processing cost in {h.Near}, % of the opening", $"#In {h.Last}, %") { Trace = run.Trace("learning") };
        foreach (int p in learning.Entities)
            table.Row(
                run.Name(learning.Key(p, "process")), Ranges.InTable(run.Over(f => learning.End(f, h.Of(h.Near), p, "cost_ratio")), Measure.Percent),
                Ranges.InTable(run.Over(f => learning.End(f, h.Of(h.Last), p, "cost_ratio")), Measure.Percent));
        return Report.Paragraph("What doing alone takes off processing cost; the price of the material is not learned away.") + table.Write();
    }
}
