using Offtake.Model.Studies;
using Offtake.Reporting.Figures;
using Offtake.Reporting.Numbers;
using Offtake.Reporting.Page;
using Offtake.Reporting.Readings;
using Offtake.Results;

namespace Offtake.Reporting.Sections;

/// <summary>Prices of everything that has a posted price, inside and outside its main region.</summary>
internal static class PriceSection
{
    private const string Column = "price_usd_per_unit";

    /// <summary>Writes the section.</summary>
    public static Markup Write(Report report)
    {
        RunReading run = report.Run;
        if (!run.Market.Exists) return Report.Missing("Prices");
        var charts = new ChartSet(run, "Prices by commodity and region", run.Horizon.Months);
        HashSet<string> regions = [];
        bool anyObserved = false;
        foreach (string stage in run.Stages)
        {
            string[] commodities = [.. run.Market.Where("stage", stage).Where(m => run.Market.Key(m, "pricing") != "formula").Select(m => run.Market.Key(m, "commodity")).Distinct()];
            if (commodities.Length == 0) continue;
            foreach (string commodity in commodities)
            {
                int[] markets = [.. Markets(run, commodity)];
                Measure measure = Measure.OfPrice(run.Market.Key(markets[0], "unit"));
                ObservedPoint[] observed = [.. Observed(run, commodity, markets, measure)];
                anyObserved |= observed.Length > 0;
                regions.UnionWith(markets.Select(m => run.Market.Key(m, "region")));
                charts.Add(run.Name(commodity), measure, [.. markets.Select(m => CurveOf(run, m))], mayBeLog: true, observed);
            }
        }

        if (charts.Pictures.Count == 0) return Report.Missing("Posted prices");
        return Report.Paragraph("Real US dollars of 2024. A price inside a region that levies value-added tax includes it. Where a price spans more than a factor of ten the axis is logarithmic. "
                + "Levels after the first years are only as good as the range around them.")
            + report.Show(new FigureBlock
            {
                Caption = "Prices where most is made and where most is bought from outside.",
                Note = $"Each chart has its own scale.{(anyObserved ? " A diamond marks an observed mean, at the middle of its year or month." : "")}",
                Legend = Legend.OfLines(run.Regions.Where(regions.Contains).Select(r => (run.Name(r), run.StyleOfRegion(r))), run.Completed > 1, anyObserved),
                Pictures = charts.Pictures,
                Trace = run.Trace(ChainVariable.Price),
                Source = report.SourceOf("market") + (anyObserved ? " Observed: see the table above." : ""),
                Behind = charts.Behind,
            });
    }

    /// <summary>The market of the main maker and that of its main customer.</summary>
    private static IEnumerable<int> Markets(RunReading run, string commodity)
    {
        string? maker = run.Supply.MainMaker(commodity), customer = run.Supply.MainCustomer(commodity);
        int[] found = [.. new[] { maker, customer }.OfType<string>().Distinct().Select(r => run.Supply.MarketOf(commodity, r)).Where(m => m >= 0)];
        return found.Length > 0 ? found : run.Market.Where("commodity", commodity).Take(2);
    }

    private static Curve CurveOf(RunReading run, int market)
    {
        string region = run.Market.Key(market, "region");
        return new Curve(run.Name(region), run.StyleOfRegion(region), (f, w) => run.Market.Mean(f, w, market, Column));
    }

    /// <summary>
    /// Observed prices of this commodity. A mark is drawn only where the modelled figure beside the observation is the mean of a line in the
    /// chart, since otherwise the two may differ in basis, tax or place.
    /// </summary>
    private static IEnumerable<ObservedPoint> Observed(RunReading run, string commodity, int[] markets, Measure shown)
    {
        foreach (Results.Figure figure in run.Results.Figures)
        {
            if (figure.Observed is not { } value || !Names(figure.Id, commodity) || run.Horizon.Find(figure.Period) is not { } window) continue;
            Measure measure = Measure.OfRecorded(figure.Unit, 0);
            double modelled = measure.Of(Band.Of(figure.Modelled).Median);
            bool isLine = measure.Unit == shown.Unit
                && markets.Any(m => Math.Abs((shown.Of(run.Over(f => run.Market.Mean(f, window, m, Column)).Median) / modelled) - 1) < 0.01);
            if (isLine) yield return new ObservedPoint(window.Year, measure.Of(value), measure.Of(figure.ObservedLow), measure.Of(figure.ObservedHigh));
        }
    }

    /// <summary>Whether a figure such as <c>price-x-2025</c> is about commodity <c>x</c> or <c>x-oxide</c>.</summary>
    private static bool Names(string figure, string commodity)
    {
        const string price = "price-";
        if (!figure.StartsWith(price, StringComparison.Ordinal)) return false;
        string rest = figure[price.Length..] + "-";
        return rest.StartsWith(commodity + "-", StringComparison.Ordinal) || commodity.StartsWith(rest[..rest.IndexOf('-')] + "-", StringComparison.Ordinal);
    }
}
