using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>Goods in use, and what becomes of them.</summary>
internal static class FleetSection
{
    /// <summary>Writes the section; nothing when no use keeps a fleet.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        string[] commodities = [.. run.Use.Distinct("commodity").Where(c => run.Use.Where("commodity", c).Any(u => InUse(run, u)))];
        if (commodities.Length == 0) return Markup.None;
        var charts = new ChartSet(run, "Goods in use, retired and collected", run.Horizon.Quarters);
        foreach (string commodity in commodities)
        {
            int[] uses = [.. run.Use.Where("commodity", commodity).Where(u => InUse(run, u))];
            string unit = run.Use.Key(uses[0], "unit");
            double Stock(int f, Window w) => uses.Sum(u => run.Use.End(f, w, u, "in_use_amount"));
            double PerYear(int f, Window w, string column) => uses.Sum(u => run.Use.Sum(f, w, u, column)) * 12 / w.Count;
            charts.Add($"{run.NameInUse(commodity)}: in use", Measure.OfAmount(charts.Largest([Stock]), unit), [new Curve("in use", 0, Stock)]);
            Measure flow = Measure.OfAmount(charts.Largest([(f, w) => PerYear(f, w, "used_amount"), (f, w) => PerYear(f, w, "retired_amount")]), unit);
            charts.Add($"{run.NameInUse(commodity)}: in and out", flow with { Unit = flow.Unit + " a year" },
            [
                new Curve("bought", 0, (f, w) => PerYear(f, w, "used_amount")),
                new Curve("retired", 1, (f, w) => PerYear(f, w, "retired_amount")),
                new Curve("collected", 2, (f, w) => PerYear(f, w, "collected_amount")),
            ]);
        }

        return report.Show(new FigureBlock
        {
            Caption = "Fleets, world.",
            Note = "What is retired and not collected goes to landfill with what it holds.",
            Legend = Legend.OfLines([("in use, bought", 0), ("retired", 1), ("collected for recycling", 2)], run.Completed > 1, observed: false),
            Pictures = charts.Pictures,
            Trace = run.Trace(ChainVariable.InUse, ChainVariable.Used),
            Source = report.SourceOf("use"),
            Behind = charts.Behind,
        });
    }

    private static bool InUse(RunReading run, int use) =>
        run.Futures.Any(f => run.Use.End(f, run.Horizon.Of(run.Horizon.First), use, "in_use_amount") >= 0
            && run.Use.End(f, run.Horizon.Of(run.Horizon.Last), use, "in_use_amount") > 0);
}
