using Offtake.Reporting.Numbers;
using Offtake.Results;

namespace Offtake.Reporting.Readings;

/// <summary>Who supplies whom: shares of supply by stage and region, reliance on imports, cover.</summary>
internal sealed class SupplyReading(RunReading run)
{
    private readonly Dictionary<string, string> _stageOf = StagesOf(run.Market);
    private readonly Dictionary<(string Stage, string Region), FlowLink[]> _links = [];

    /// <summary>Content of an element that a region brought to market in goods of a stage in a year, in tonnes.</summary>
    public double Supply(int future, int year, string stage, string region, string element)
    {
        double sum = 0;
        foreach (FlowLink link in LinksOf(stage, region)) sum += run.Flows.Content(future, year, link, element);
        return sum;
    }

    /// <summary>A region's share of the supply of a stage.</summary>
    public double Share(int future, int year, string stage, string region, string element)
    {
        double all = run.Regions.Sum(r => Supply(future, year, stage, r, element));
        return all > 0 ? Supply(future, year, stage, region, element) / all : double.NaN;
    }

    /// <summary>Concentration of the supply of a stage over regions.</summary>
    public double Hhi(int future, int year, string stage, string element) => Concentration.Hhi(run.Regions.Select(r => Supply(future, year, stage, r, element)));

    /// <summary>The region with the largest share of a stage; null when nothing was recorded.</summary>
    public string? Leader(int year, string stage, string element)
    {
        (string Region, Band Share)[] shares = [.. run.Regions.Select(r => (r, run.Over(f => Share(f, year, stage, r, element)))).Where(s => !s.Item2.IsMissing)];
        return shares.Length == 0 ? null : shares.MaxBy(s => s.Share.Median).Region;
    }

    /// <summary>Net import reliance of a region for a commodity in a year.</summary>
    public double Reliance(int future, int year, string commodity, string region)
    {
        Window window = run.Horizon.Of(year);
        int market = MarketOf(commodity, region);
        double production = market < 0 ? 0 : run.Market.Sum(future, window, market, "produced_amount");
        return Concentration.NetImportReliance(production, Shipped(future, window, commodity, "to", region), Shipped(future, window, commodity, "from", region));
    }

    /// <summary>Months of cover of sellers in a market, the mean over a year.</summary>
    public double CoverMonths(int future, int year, string commodity, string region) =>
        MarketOf(commodity, region) is var market and >= 0 ? run.Market.Mean(future, run.Horizon.Of(year), market, "cover_months") : double.NaN;

    /// <summary>Commodities that are traded between regions, along the chain.</summary>
    public IReadOnlyList<string> Traded => [.. run.Market.Distinct("commodity").Intersect(run.Route.Distinct("commodity")).OrderBy(c => run.Stages.IndexOf(StageOf(c)))];

    /// <summary>The region that made most of a commodity in the first year, or null.</summary>
    public string? MainMaker(string commodity) => MostOf(commodity, "produced_amount", except: null);

    /// <summary>The region outside the main maker's that orders most of a commodity, or null.</summary>
    public string? MainCustomer(string commodity) => MostOf(commodity, "expected_orders_amount", MainMaker(commodity));

    /// <summary>Row of the market panel for a commodity in a region, or -1.</summary>
    public int MarketOf(string commodity, string region)
    {
        foreach (int market in run.Market.Entities)
        {
            if (run.Market.Key(market, "commodity") == commodity && run.Market.Key(market, "region") == region) return market;
        }

        return -1;
    }

    /// <summary>Stage of a commodity; empty when unknown.</summary>
    public string StageOf(string commodity) => _stageOf.GetValueOrDefault(commodity, "");

    private FlowLink[] LinksOf(string stage, string region)
    {
        if (_links.TryGetValue((stage, region), out FlowLink[]? links)) return links;
        return _links[(stage, region)] =
        [
            .. run.Flows.Links.Where(l => l.Region == region && l.ToKind == FlowReading.Market && l.FromKind is FlowReading.Mine or FlowReading.Sector)
                .Where(l => StageOf(FlowLink.What(l.To)) == stage),
        ];
    }

    private string? MostOf(string commodity, string column, string? except)
    {
        Window first = run.Horizon.Of(run.Horizon.First);
        (string Region, Band Amount)[] markets =
            [.. run.Market.Where("commodity", commodity).Where(m => run.Market.Key(m, "region") != except)
                .Select(m => (run.Market.Key(m, "region"), run.Over(f => run.Market.Sum(f, first, m, column)))).Where(m => !m.Item2.IsMissing)];
        return markets.Length == 0 ? null : markets.MaxBy(m => m.Amount.Median).Region;
    }

    private double Shipped(int future, Window window, string commodity, string end, string region) => run.Route
        .Where("commodity", commodity).Where(r => run.Route.Key(r, end) == region).Sum(r => run.Route.Sum(future, window, r, "shipped_amount"));

    private static Dictionary<string, string> StagesOf(TableReading market)
    {
        Dictionary<string, string> stages = [];
        foreach (int m in market.Entities) stages[market.Key(m, "commodity")] = market.Key(m, "stage");
        return stages;
    }
}
