using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>Use of capacity and unsold stock, stage by stage.</summary>
internal static class CapacitySection
{
    /// <summary>Writes the section.</summary>
    public static Markup Write(Report report) =>
        report.Run.Sector.Exists || report.Run.Market.Exists ? Use(report) + Cover(report) + Value(report) : Report.Missing("Capacity and stocks");

    private static Markup Use(Report report)
    {
        RunReading run = report.Run;
        if (!run.Sector.Exists) return Report.Missing("Use of capacity");
        var charts = new ChartSet(run, "Use of capacity by stage and region", run.Horizon.Quarters);
        HashSet<string> regions = [];
        foreach (string stage in run.Sector.Distinct("stage"))
        {
            string[] shown = [.. run.Chain.RegionsOf(stage).Take(3)];
            regions.UnionWith(shown);
            charts.Add(run.Name(stage), Measure.Percent with { Unit = "% of usable capacity" },
                [.. shown.Select(r => new Curve(run.Name(r), run.StyleOfRegion(r), (f, w) => run.Chain.Utilisation(f, w, stage, r)))], atLeast: 100);
        }

        return report.Show(new FigureBlock
        {
            Caption = "How much of the usable capacity runs.",
            Note = "Processes of a stage are weighted by the content they move, so that cars and turbines can be added. Quarterly means.",
            Legend = Legend.OfLines(run.Regions.Where(regions.Contains).Select(r => (run.Name(r), run.StyleOfRegion(r))), run.Completed > 1, observed: false),
            Pictures = charts.Pictures,
            Trace = run.Trace(ChainVariable.Utilisation),
            Source = report.SourceOf("sector", "flow"),
            Behind = charts.Behind,
        });
    }

    private static Markup Cover(Report report)
    {
        RunReading run = report.Run;
        if (!run.Market.Exists) return Report.Missing("Unsold stock");
        var charts = new ChartSet(run, "Sellers’ stock in months of orders", run.Horizon.Quarters);
        HashSet<string> regions = [];
        foreach (string stage in run.Stages)
        {
            string[] shown = [.. run.Regions.Where(r => !run.Over(f => run.Chain.Cover(f, run.Horizon.Of(run.Horizon.First), stage, r)).IsMissing).Take(3)];
            if (shown.Length == 0) continue;
            regions.UnionWith(shown);
            charts.Add(run.Name(stage), Measure.Months with { Unit = "months of expected orders" },
                [.. shown.Select(r => new Curve(run.Name(r), run.StyleOfRegion(r), (f, w) => run.Chain.Cover(f, w, stage, r)))]);
        }

        return charts.Pictures.Count == 0 ? Markup.None : report.Show(new FigureBlock
        {
            Caption = "How long what sellers hold would last.",
            Note = "Goods of a stage are added up at the prices of the first year. End of quarter.",
            Legend = Legend.OfLines(run.Regions.Where(regions.Contains).Select(r => (run.Name(r), run.StyleOfRegion(r))), run.Completed > 1, observed: false),
            Pictures = charts.Pictures,
            Trace = run.Trace(ChainVariable.Cover),
            Source = report.SourceOf("market"),
            Behind = charts.Behind,
        });
    }

    private static Markup Value(Report report)
    {
        RunReading run = report.Run;
        Window[] windows = [.. run.Horizon.Quarters];
        string[] stages = [.. run.MaterialStages.Where(s => !run.Over(f => run.Chain.StockValue(f, run.Horizon.Of(run.Horizon.First), s)).IsMissing)];
        if (windows.Length < 2 || stages.Length == 0) return Markup.None;
        var behind = new HtmlTable("Unsold and disposed of", "Chart", "Part", "#Year", "#Mean", "#Low", "#High", "Unit");
        Markup value = Area(run, windows, behind, "Value of sellers’ stock", "", stages, run.Name, run.Chain.StockValue, Measure.OfUsd);

        string[] disposed = [.. run.Market.Where("unit", "t").Select(m => run.Market.Key(m, "commodity")).Distinct()
            .Where(c => run.Horizon.Years.Any(y => run.Over(f => Disposed(run, f, run.Horizon.Of(y), c)).High > 0)).Take(8)];
        Markup lost = disposed.Length == 0 ? Markup.None
            : Area(run, windows, behind, "Disposed of as unsaleable", " a year", disposed, run.Name, (f, w, c) => Disposed(run, f, w, c) * 12 / w.Count, Measure.OfTonnes);
        return report.Show(new FigureBlock
        {
            Caption = lost.IsEmpty ? "What unsold stock is worth at the prices of the first year." : "What unsold stock is worth at the prices of the first year, and what sellers give up selling.",
            Note = $"Mean over futures, since only means add up; ranges are in the table.{(run.Stages.Count > 1 ? $" Without {Prose.Inside(run.Name(run.Stages[^1]))}, whose value is not in what they hold." : "")}",
            Pictures = lost.IsEmpty ? [value] : [value, lost],
            Trace = run.Trace(ChainVariable.Stock, ChainVariable.Disposed, ChainVariable.Price),
            Source = report.SourceOf("market"),
            Behind = behind,
        });
    }

    private static double Disposed(RunReading run, int future, Window window, string commodity) =>
        run.Market.Where("commodity", commodity).Sum(m => run.Market.Sum(future, window, m, "disposed_amount"));

    private static Markup Area(
        RunReading run, Window[] windows, HtmlTable behind, string title, string per, string[] parts, Func<string, string> name,
        Func<int, Window, string, double> value, Func<double, Measure> measureOf)
    {
        double Mean(string part, Window w) => run.Mean(f => value(f, w, part));
        Measure measure = measureOf(windows.Max(w => parts.Sum(p => Mean(p, w))));
        foreach (string part in parts)
        {
            foreach (int year in run.Horizon.Years)
            {
                Results.Band band = run.Over(f => measure.Of(value(f, run.Horizon.Of(year), part)));
                behind.Row(title, name(part), year.ToString("0000"), Numeral.Exact(measure.Of(Mean(part, run.Horizon.Of(year)))), Numeral.Exact(band.Low), Numeral.Exact(band.High), measure.Unit + per);
            }
        }

        return new StackedArea
        {
            Title = title,
            Unit = measure.Unit + per,
            Years = [.. windows.Select(w => w.Year)],
            Layers = [.. parts.Select((p, i) => new Layer(name(p), i, [.. windows.Select(w => measure.Of(Mean(p, w)))]))],
        }.Draw();
    }
}
