using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>Who relies on imports, and for how long what sellers hold would last. Net exporters are left out.</summary>
internal static class RelianceSection
{
    /// <summary>Below this a region is not counted as relying on imports.</summary>
    private const double Worth = 0.005;

    /// <summary>Writes the part; nothing when nobody imports.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        IReadOnlyList<int> years = run.Horizon.Milestones;
        (string Region, string[] Commodities)[] importers =
        [
            .. run.Regions.Select(r => (r, run.Supply.Traded.Where(c => years.Any(y => run.Over(f => run.Supply.Reliance(f, y, c, r)).High > Worth)).ToArray()))
                .Where(r => r.Item2.Length > 0),
        ];
        if (importers.Length == 0) return Markup.None;

        int near = run.Horizon.Near;
        List<Markup> pictures = [];
        var table = new HtmlTable("Import reliance and cover by region and commodity",
            ["Region", "Commodity", .. years.Select(y => $"#Net imports {y}, %"), .. years.Select(y => $"#Cover {y}, months")]);
        foreach ((string region, string[] commodities) in importers)
        {
            int style = run.StyleOfRegion(region);
            pictures.Add(new HorizontalBars
            {
                Title = $"{run.Name(region)}: net imports in {near}",
                Unit = "% of production plus net imports",
                Bars = [.. commodities.Select(c => new Bar(run.Name(c), run.Over(f => 100 * run.Supply.Reliance(f, near, c, region)), style))],
                AtLeast = 100,
            }.Draw());
            pictures.Add(new HorizontalBars
            {
                Title = $"{run.Name(region)}: cover in {near}",
                Unit = "months of expected orders held by sellers",
                Bars = [.. commodities.Select(c => new Bar(run.Name(c), run.Over(f => run.Supply.CoverMonths(f, near, c, region)), style))],
            }.Draw());
            foreach (string commodity in commodities)
            {
                table.Row([Markup.Text(run.Name(region)), Markup.Text(run.Name(commodity)),
                    .. years.Select(y => Heat(run.Over(f => run.Supply.Reliance(f, y, commodity, region)))),
                    .. years.Select(y => Markup.Text(Ranges.InTable(run.Over(f => run.Supply.CoverMonths(f, y, commodity, region)), Measure.Months)))]);
            }
        }

        return Markup.Of($"<h3>Reliance on imports and months of cover</h3>\n")
            + Report.Paragraph("Net imports as a share of production plus net imports. Regions that import nothing net of a good are left out. Cover is what sellers in the region hold, in months of expected orders, as the mean of the year.")
            + report.Show(new FigureBlock
            {
                Caption = "Who would miss imports, and for how long stocks would last.",
                Note = "Bar: median over futures. Whisker: range over futures. In the table darker cells rely more on imports.",
                Pictures = pictures,
                IsPaired = true,
                Trace = run.Trace(ChainVariable.ImportReliance, ChainVariable.Cover),
                Source = report.SourceOf("market", "route"),
                Behind = table,
            });
    }

    private static Markup Heat(Band band)
    {
        string text = Ranges.InTable(band, Measure.Percent);
        if (band.IsMissing) return Markup.Text(text);
        double depth = Math.Round(Math.Clamp(band.Median, 0, 1) * 0.42, 2);
        return Markup.Of($"<span class=\"heat\" style=\"background:rgba(213,94,0,{new Markup(FormattableString.Invariant($"{depth}"))})\">{text}</span>");
    }
}
