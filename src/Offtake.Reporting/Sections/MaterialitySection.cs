using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>Each purchase of each city set against the world: tonnes that move, and whether they matter.</summary>
internal static class MaterialitySection
{
    /// <summary>Writes the section; nothing when no city buys anything.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        if (run.Cities.Uses.Count == 0) return Markup.None;
        int near = run.Horizon.Near;
        int[] others = [.. run.Horizon.Milestones.Where(y => y != near)];
        return Report.Paragraph($"A purchase below {Limit} % of world use is called immaterial for the market of its elements. It may still matter to the makers next door: the last column of numbers says how much of the capacity they leave idle it fills. "
                + "Flows of a calendar year; median and range over futures.")
            + Weighed(run, near)
            + Picture(report, near)
            + Table(run, [near]).Write()
            + (others.Length == 0 ? Markup.None : Markup.Of($"<details><summary>The same for {Prose.List([.. others.Select(y => y.ToString("0000"))])}</summary>{Table(run, others).Write()}</details>\n"));
    }

    private static string Limit => Numeral.Exact(100 * CityReading.MaterialShare);

    /// <summary>The mass of the goods this world weighs, by city and product, against all final uses; nothing when it weighs none.</summary>
    private static Markup Weighed(RunReading run, int year)
    {
        if (run.Cities.WeighedName is not { } name) return Markup.None;
        var table = new HtmlTable($"{name}: what cities’ purchases of {year} hold against world demand", "City", "Goods", "#Bought", "#Mass, t", "#Share of world demand, %") { Trace = run.Trace(ChainVariable.Used, ChainVariable.Embodied) };
        int[] uses = [.. run.Cities.Uses.Where(u => run.Over(f => run.Cities.Weighed(f, year, u)).High > 0)];
        foreach (int use in uses)
        {
            table.Row(run.Name(run.Use.Key(use, "city")), run.Name(run.Use.Key(use, "commodity")),
                Ranges.InTable(run.Over(f => run.Use.Sum(f, run.Horizon.Of(year), use, "used_amount")), new Measure(1, ""), 2),
                Ranges.InTable(run.Over(f => run.Cities.Weighed(f, year, use)), new Measure(1, "t"), 2), Ranges.InTable(run.Over(f => run.Cities.ShareOfWeighed(f, year, use)), Measure.Percent, 2));
        }

        table.Row("All cities", "", "", Ranges.InTable(run.Over(f => uses.Sum(u => run.Cities.Weighed(f, year, u))), new Measure(1, "t"), 2),
            Ranges.InTable(run.Over(f => uses.Sum(u => run.Cities.ShareOfWeighed(f, year, u))), Measure.Percent, 2));
        table.Row("World", "", "", Ranges.InTable(run.Over(f => run.Cities.WorldWeighed(f, year)), new Measure(1, "t"), 2), "100");
        return table.Write();
    }

    private static Markup Picture(Report report, int year)
    {
        RunReading run = report.Run;
        string[] cities = [.. run.Cities.Uses.Select(u => run.Use.Key(u, "city")).Distinct()];
        Bar[] bars =
        [
            .. run.Cities.Uses.Select(u => new Bar($"{run.Name(run.Use.Key(u, "city"))}: {Prose.Inside(run.Name(run.Use.Key(u, "commodity")))}",
                run.Over(f => 100 * run.Cities.ShareOfWorld(f, year, u)), cities.IndexOf(run.Use.Key(u, "city")))).Where(b => b.Value.Median > 0).OrderByDescending(b => b.Value.Median),
        ];
        if (bars.Length == 0) return Markup.None;
        var behind = new HtmlTable("Share of world use by purchase", "Purchase", "#Median %", "#Low %", "#High %");
        foreach (Bar bar in bars) behind.Row(bar.Name, Numeral.Exact(bar.Value.Median), Numeral.Exact(bar.Value.Low), Numeral.Exact(bar.Value.High));
        return report.Show(new FigureBlock
        {
            Caption = $"City purchases of {year} on the scale of the world.",
            Note = "Elements held by the goods as a share of what all users in the world took of the same elements. Each step of the axis is a multiple, so dots far to the left are very small.",
            Pictures = [new HorizontalBars { Title = "Share of world use", Unit = "% of world use of the elements held", Bars = bars, Limit = (100 * CityReading.MaterialShare, $"material from {Limit} %") }.Draw()],
            Trace = run.Trace(ChainVariable.Used, ChainVariable.Embodied),
            Source = report.SourceOf("use", "flow"),
            Behind = behind,
        });
    }

    private static HtmlTable Table(RunReading run, IReadOnlyList<int> years)
    {
        string focus = run.Flows.Focus is { } element ? Prose.Inside(run.Name(element)) : "the main element";
        string[] year = years.Count > 1 ? ["#Year"] : [];
        var table = new HtmlTable("What each city takes, to scale",
            ["City", "Goods", .. year, $"#Bought{(years.Count == 1 ? $" in {years[0]}" : "")}", "#Elements held, kg", $"#of which {focus}, kg", "#Share of world use of these elements, %", "#Share of world sales of the goods, %", "#Share of makers’ idle capacity, %", "Effect on market"])
        {
            Trace = run.Trace(ChainVariable.Used, ChainVariable.Embodied, ChainVariable.Idle),
        };
        foreach (int y in years)
        {
            foreach (int use in run.Cities.Uses)
            {
                Band bought = run.Over(f => run.Use.Sum(f, run.Horizon.Of(y), use, "used_amount")), share = run.Over(f => run.Cities.ShareOfWorld(f, y, use));
                string[] when = years.Count > 1 ? [y.ToString("0000")] : [];
                table.Row(
                [
                    run.Name(run.Use.Key(use, "city")), run.Name(run.Use.Key(use, "commodity")), .. when, Ranges.InTable(bought, new Measure(1, ""), 2),
                    Kilograms(run.Over(f => run.Cities.Content(f, y, use))),
                    run.Flows.Focus is { } e ? Kilograms(run.Over(f => run.Cities.Content(f, y, use, e))) : Numeral.NotRecorded,
                    Percent(share), Percent(run.Over(f => run.Cities.ShareOfProduct(f, y, use))), Percent(run.Over(f => run.Cities.ShareOfIdle(f, y, use))), Effect(share),
                ]);
            }
        }

        return table;
    }

    private static string Percent(Band share) => share.High * 100 < 0.001 ? "less than 0.001" : Ranges.InTable(share, Measure.Percent, 2);

    private static string Kilograms(Band tonnes) => Ranges.InTable(tonnes, new Measure(1000, "kg"), 2);

    private static string Effect(Band share) => share switch
    {
        { IsMissing: true } => Numeral.NotRecorded,
        _ when share.IsBelow(CityReading.MaterialShare) => "none",
        _ when share.IsAbove(CityReading.MaterialShare) => "material",
        _ => "too close to call",
    };
}
