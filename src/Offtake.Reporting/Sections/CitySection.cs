using Offtake.Model.Studies;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;

namespace Offtake.Reporting.Sections;

/// <summary>What cities spend, owe, cover and are refused.</summary>
internal static class CitySection
{
    private const int MostLines = 6;

    /// <summary>Writes the section; nothing when the world has no cities.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        if (!run.City.Exists) return Markup.None;
        int[] cities = [.. run.City.Entities.Take(MostLines)];
        var charts = new ChartSet(run, "City budgets", run.Horizon.Quarters);
        string Name(int c) => run.Name(run.City.Key(c, "city"));
        Curve[] Curves(Func<int, Window, int, double> value) => [.. cities.Select((c, i) => new Curve(Name(c), i, (f, w) => value(f, w, c)))];
        void Money(string title, string perYear, Func<int, Window, int, double> value)
        {
            Curve[] curves = Curves(value);
            Measure measure = Measure.OfUsd(charts.Largest(curves.Select(c => c.Value)));
            charts.Add(title, measure with { Unit = measure.Unit + perYear }, curves);
        }

        Money("Spent on buying and running", " a year", (f, w, c) => (run.City.Sum(f, w, c, "deployment_usd") + run.City.Sum(f, w, c, "running_cost_usd")) * 12 / w.Count);
        Money("Refused for want of money", " a year", (f, w, c) => run.City.Sum(f, w, c, "refused_amount_usd") * 12 / w.Count);
        Money("Debt", "", (f, w, c) => run.City.End(f, w, c, "debt_usd"));
        charts.Add("Service coverage", Measure.Percent with { Unit = "% of the service target" }, Curves((f, w, c) => run.City.End(f, w, c, "coverage_share")), atLeast: 100);
        return report.Show(new FigureBlock
        {
            Caption = "Cities: spending, refusals, debt and service.",
            Note = run.City.Entities.Count() > MostLines ? $"The first {MostLines} cities; all are in the results." : "",
            Legend = Legend.OfLines(cities.Select((c, i) => (Name(c), i)), run.Completed > 1, observed: false),
            Pictures = charts.Pictures,
            Trace = run.Trace(ChainVariable.CitySpending, ChainVariable.CityDebt, ChainVariable.Coverage),
            Source = report.SourceOf("city"),
            Behind = charts.Behind,
        }) + BudgetTable(run);
    }

    private static Markup BudgetTable(RunReading run)
    {
        var table = new HtmlTable("City budgets in numbers", "City", "#Year", "#Revenue, million USD", "#Buying and running, % of revenue", "#Refused, million USD", "#Debt, % of yearly revenue", "#Service coverage, %")
        {
            Trace = run.Trace(ChainVariable.CitySpending, ChainVariable.CityDebt, ChainVariable.Coverage),
        };
        var million = new Measure(1e-6, "");
        foreach (int city in run.City.Entities)
        {
            foreach (int year in run.Horizon.Milestones)
            {
                Window w = run.Horizon.Of(year);
                double Revenue(int f) => run.City.Sum(f, w, city, "revenue_usd");
                table.Row(
                    run.Name(run.City.Key(city, "city")), year.ToString("0000"), Ranges.InTable(run.Over(Revenue), million),
                    Ranges.InTable(run.Over(f => (run.City.Sum(f, w, city, "deployment_usd") + run.City.Sum(f, w, city, "running_cost_usd")) / Revenue(f)), Measure.Percent),
                    Ranges.InTable(run.Over(f => run.City.Sum(f, w, city, "refused_amount_usd")), million),
                    Ranges.InTable(run.Over(f => run.City.End(f, w, city, "debt_usd") / Revenue(f)), Measure.Percent),
                    Ranges.InTable(run.Over(f => run.City.End(f, w, city, "coverage_share")), Measure.Percent));
            }
        }

        return table.Write();
    }
}
