using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>Who supplies each stage.</summary>
internal static class DependenceSection
{
    /// <summary>Writes the section.</summary>
    public static Markup Write(Report report)
    {
        Markup content = Shares(report) + RelianceSection.Write(report);
        return content.IsEmpty ? Report.Missing("Dependence") : content;
    }

    private static Markup Shares(Report report)
    {
        RunReading run = report.Run;
        if (run.Flows.Focus is not { } element) return Markup.None;
        int[] years = [.. run.Horizon.FiveYears];
        List<Markup> pictures = [];
        var table = new HtmlTable("Concentration of supply by stage", ["Stage", .. years.Select(y => $"#HHI {y}"), "Largest supplier", $"#Its share {run.Horizon.Near}"]) { Trace = run.Trace(ChainVariable.Concentration, ChainVariable.Output) };
        var behind = new HtmlTable("Share of supply by stage and region", "Stage", "Region", "#Year", "#Median %", "#Low %", "#High %");
        HashSet<string> seen = [];
        foreach (string stage in run.Stages)
        {
            if (run.Supply.Leader(run.Horizon.Near, stage, element) is not { } leader) continue;
            Layer[] layers =
            [
                .. run.Regions.Select(r => new Layer(run.Name(r), run.StyleOfRegion(r), [.. years.Select(y => run.Mean(f => run.Supply.Share(f, y, stage, r, element)))]))
                    .Where(l => l.Values.Any(v => v > 0)),
            ];
            seen.UnionWith(layers.Select(l => l.Name));
            pictures.Add(new StackedBars { Title = run.Name(stage), Unit = $"% of the world’s {Prose.Inside(run.Name(element))} supplied, by region", Stacks = [.. years.Select(y => y.ToString("0000"))], Layers = layers, NamesInBars = true }.Draw());
            table.Row([run.Name(stage), .. years.Select(y => Rough2(run.Over(f => run.Supply.Hhi(f, y, stage, element)))), run.Name(leader),
                Ranges.InTable(run.Over(f => run.Supply.Share(f, run.Horizon.Near, stage, leader, element)), Measure.Percent) + " %"]);
            foreach (string region in run.Regions)
            {
                foreach (int year in run.Horizon.Years)
                {
                    Band band = run.Over(f => 100 * run.Supply.Share(f, year, stage, region, element));
                    if (band.High > 0) behind.Row(run.Name(stage), run.Name(region), year.ToString("0000"), Numeral.Exact(band.Median), Numeral.Exact(band.Low), Numeral.Exact(band.High));
                }
            }
        }

        if (pictures.Count == 0) return Markup.None;
        return report.Show(new FigureBlock
        {
            Caption = $"Who supplies each stage, by content of {Prose.Inside(run.Name(element))}.",
            Note = "What each region brings to market in goods of the stage, recycled material included. Mean over futures.",
            Legend = Legend.OfFills(run.Regions.Where(r => seen.Contains(run.Name(r))).Select(r => (run.Name(r), Style.Of(run.StyleOfRegion(r))))),
            Pictures = pictures,
            Trace = run.Trace(ChainVariable.Output),
            Source = report.SourceOf("flow"),
            Behind = behind,
        }) + Markup.Of($"<h3>Concentration</h3>\n") + Report.Paragraph("HHI: sum of squared shares of supply, 1 for a single supplier; above 0.25 a market counts as highly concentrated. Median and range over futures.") + table.Write();
    }

    private static string Rough2(Band band) => band.IsMissing ? Numeral.NotRecorded : Numeral.Rough(band.Median) + (Ranges.Ends(band) is var ends && ends != Numeral.Rough(band.Median) ? $" ({ends})" : "");
}
