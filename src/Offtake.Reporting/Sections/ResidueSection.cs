using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>What stays behind where things are made: by region and city, in all, and per tonne of what each stage makes.</summary>
internal static class ResidueSection
{
    /// <summary>Writes the section; nothing when the world has no table of residues.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        var residue = new TableReading(run.Results.Panels.GetValueOrDefault("residue"));
        if (!residue.Exists) return Markup.None;
        return Report.Paragraph(
            "Counted at the place of each plant: activity times what a unit of it leaves. What lay there before the first month, and what power plants and suppliers outside this chain leave, is not in it.")
            + Figure(report, residue) + Places(run, residue) + PerTonne(run, residue);
    }

    private static Markup Figure(Report report, TableReading residue)
    {
        RunReading run = report.Run;
        var charts = new ChartSet(run, "Left behind a year by residue and region", run.Horizon.Quarters);
        foreach (string id in residue.Distinct("residue"))
        {
            Curve[] curves = [.. residue.Where("residue", id).Select(e => residue.Key(e, "region")).Distinct()
                .Select(r => new Curve(run.Name(r), run.StyleOfRegion(r), (f, w) => InRegion(residue, id, r).Sum(e => residue.Sum(f, w, e, "left_amount")) * 12 / w.Count))];
            Measure measure = Measure.OfAmount(charts.Largest(curves.Select(c => c.Value)), UnitOf(residue, id));
            charts.Add(run.Name(id), measure with { Unit = measure.Unit + " a year" }, curves);
        }

        return report.Show(new FigureBlock
        {
            Caption = "What making leaves behind, by region.",
            Note = "Plants in modelled cities are part of their region.",
            Legend = Legend.OfLines(run.Regions.Where(residue.Distinct("region").Contains).Select(r => (run.Name(r), run.StyleOfRegion(r))), run.Completed > 1, observed: false),
            Pictures = charts.Pictures,
            Trace = run.Trace(ChainVariable.ResidueLeft),
            Source = report.SourceOf("residue"),
            Behind = charts.Behind,
        });
    }

    private static Markup Places(RunReading run, TableReading residue)
    {
        Horizon h = run.Horizon;
        var table = new HtmlTable(
            "Left behind by place", "Residue", "Region", "City", $"#In {h.First}", $"#In {h.Last}", $"#From the first month to the end of {h.Last}", "Unit")
        {
            Trace = run.Trace(ChainVariable.ResidueLeft),
        };
        foreach (string id in residue.Distinct("residue"))
        {
            foreach (string region in InRegions(residue, id))
            {
                int[] all = [.. InRegion(residue, id, region)];
                Row(table, run, residue, id, run.Name(region), "all", all);
                foreach (int city in all.Where(e => residue.Key(e, "city").Length > 0))
                    Row(table, run, residue, id, run.Name(region), run.Name(residue.Key(city, "city")), [city]);
            }

            Row(table, run, residue, id, "World", "all", [.. residue.Where("residue", id)]);
        }

        return table.Write();
    }

    private static void Row(HtmlTable table, RunReading run, TableReading residue, string id, string region, string city, int[] entities)
    {
        Horizon h = run.Horizon;
        double InYear(int f, int year) => entities.Sum(e => residue.Sum(f, h.Of(year), e, "left_amount"));
        double Since(int f) => entities.Sum(e => residue.End(f, h.Of(h.Last), e, "since_start_amount"));
        Measure measure = Measure.OfAmount(run.Over(Since).High, UnitOf(residue, id));
        table.Row(
            run.Name(id), region, city, Ranges.InTable(run.Over(f => InYear(f, h.First)), measure), Ranges.InTable(run.Over(f => InYear(f, h.Last)), measure),
            Ranges.InTable(run.Over(Since), measure), measure.Unit);
    }

    /// <summary>The whole chain's residue over what one stage makes: a joint figure, shared out to no product.</summary>
    private static Markup PerTonne(RunReading run, TableReading residue)
    {
        Horizon h = run.Horizon;
        var table = new HtmlTable("Left behind by the whole chain per tonne", "Residue", "Per tonne of", $"#In {h.First}", $"#In {h.Last}", "Unit") { Trace = run.Trace(ChainVariable.ResidueLeft, ChainVariable.Output) };
        foreach (string id in residue.Distinct("residue"))
        {
            foreach (string stage in run.MaterialStages)
            {
                int[] goods = [.. run.Market.Where("stage", stage).Where(m => run.Market.Key(m, "unit") == "t" && run.Market.Key(m, "pricing") == "posted")];
                double PerYear(int f, int year) => residue.Where("residue", id).Sum(e => residue.Sum(f, h.Of(year), e, "left_amount"))
                    / goods.Sum(m => run.Market.Sum(f, h.Of(year), m, "produced_amount"));
                if (goods.Length == 0 || run.Over(f => PerYear(f, h.First)).IsMissing) continue;
                table.Row(
                    run.Name(id), Prose.Inside(run.Name(stage)), Ranges.InTable(run.Over(f => PerYear(f, h.First)), new Measure(1, "")),
                    Ranges.InTable(run.Over(f => PerYear(f, h.Last)), new Measure(1, "")), $"{UnitOf(residue, id)} per t");
            }
        }

        return Report.Paragraph("The next table divides what the whole chain leaves by the tonnes that a stage makes. Nothing is shared out between products that come together, so the rows of a residue must not be added.")
            + table.Write();
    }

    private static IEnumerable<string> InRegions(TableReading residue, string id) => residue.Where("residue", id).Select(e => residue.Key(e, "region")).Distinct();

    private static IEnumerable<int> InRegion(TableReading residue, string id, string region) =>
        residue.Where("residue", id).Where(e => residue.Key(e, "region") == region);

    private static string UnitOf(TableReading residue, string id) => residue.Key(residue.Where("residue", id).First(), "unit");
}
