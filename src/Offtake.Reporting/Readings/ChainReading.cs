using Offtake.Results;

namespace Offtake.Reporting.Readings;

/// <summary>How hard the stages of the chain run and how much they have not sold.</summary>
internal sealed class ChainReading(RunReading run)
{
    private readonly Dictionary<string, double> _contentPerActivity = [];

    /// <summary>
    /// Activity over usable capacity of a stage, in one region or in all. Processes are weighted by the content that one unit of their activity
    /// moved in the first year, so that makers of cars and of turbines can be added.
    /// </summary>
    public double Utilisation(int future, Window window, string stage, string? region = null)
    {
        double activity = 0, capacity = 0;
        foreach (int sector in Sectors(stage, region))
        {
            double weight = ContentPerActivity(run.Sector.Key(sector, "process"), stage);
            double may = run.Sector.Sum(future, window, sector, "capacity_amount"), did = run.Sector.Sum(future, window, sector, "activity_amount");
            if (!double.IsFinite(may) || !double.IsFinite(did)) continue;
            activity += weight * did;
            capacity += weight * may;
        }

        return capacity > 0 ? activity / capacity : double.NaN;
    }

    /// <summary>Sellers' stock at the end of a window in months of expected orders; goods are added up at the prices of the first year.</summary>
    public double Cover(int future, Window window, string stage, string? region = null)
    {
        double stock = 0, orders = 0;
        foreach (int market in Markets(stage, region))
        {
            double price = run.Market.Mean(future, FirstYear, market, "price_usd_per_unit");
            double held = run.Market.End(future, window, market, "stock_amount"), expected = run.Market.Mean(future, window, market, "expected_orders_amount");
            if (!double.IsFinite(price * held * expected)) continue;
            stock += price * held;
            orders += price * expected;
        }

        return orders > 0 ? stock / orders : double.NaN;
    }

    /// <summary>Value of sellers' stock at the end of a window at the prices of the first year, in USD.</summary>
    public double StockValue(int future, Window window, string stage)
    {
        double sum = 0;
        bool any = false;
        foreach (int market in Markets(stage, null))
        {
            double value = run.Market.Mean(future, FirstYear, market, "price_usd_per_unit") * run.Market.End(future, window, market, "stock_amount");
            if (!double.IsFinite(value)) continue;
            sum += value;
            any = true;
        }

        return any ? sum : double.NaN;
    }

    /// <summary>Regions with capacity at a stage, the largest first.</summary>
    public IReadOnlyList<string> RegionsOf(string stage) =>
        [.. run.Regions
            .Select(r => (Region: r, Capacity: Sectors(stage, r).Sum(s => ContentPerActivity(run.Sector.Key(s, "process"), stage) * run.First(f => run.Sector.Sum(f, LastYear, s, "capacity_amount")))))
            .Where(r => r.Capacity > 0).OrderByDescending(r => r.Capacity).Select(r => r.Region)];

    /// <summary>Band of the utilisation of a stage in a calendar year.</summary>
    public Band UtilisationIn(int year, string stage) => run.Over(f => Utilisation(f, run.Horizon.Of(year), stage));

    /// <summary>Band of the cover of a stage in a calendar year.</summary>
    public Band CoverIn(int year, string stage) => run.Over(f => Cover(f, run.Horizon.Of(year), stage));

    private Window FirstYear => run.Horizon.Of(run.Horizon.First);

    private Window LastYear => run.Horizon.Of(run.Horizon.Last);

    private IEnumerable<int> Sectors(string stage, string? region) =>
        run.Sector.Where("stage", stage).Where(s => region is null || run.Sector.Key(s, "region") == region);

    private IEnumerable<int> Markets(string stage, string? region) =>
        run.Market.Where("stage", stage).Where(m => region is null || run.Market.Key(m, "region") == region);

    /// <summary>Tonnes of content that leave for markets per unit of activity in the first year; 1 where it cannot be told and all processes then count alike.</summary>
    private double ContentPerActivity(string process, string stage)
    {
        if (_contentPerActivity.TryGetValue(process, out double known)) return known;
        string[] processes = [.. run.Sector.Where("stage", stage).Select(s => run.Sector.Key(s, "process")).Distinct()];
        double[] weights = [.. processes.Select(Measured)];
        bool usable = weights.All(w => w > 0 && double.IsFinite(w));
        for (int i = 0; i < processes.Length; i++)
        {
            double capacity = run.Sector.Where("process", processes[i]).Sum(s => run.First(f => run.Sector.Sum(f, FirstYear, s, "capacity_amount")));
            _contentPerActivity[processes[i]] = usable ? weights[i] : processes.Length == 1 || !(capacity > 0) ? 1 : 1 / capacity;
        }

        return _contentPerActivity[process];
    }

    private double Measured(string process)
    {
        double content = run.Flows.Links
            .Where(l => l.FromKind == FlowReading.Sector && l.ToKind == FlowReading.Market && FlowLink.What(l.From) == process)
            .Sum(l => run.First(f => run.Flows.Content(f, run.Horizon.First, l)));
        double activity = run.Sector.Where("process", process).Sum(s => run.First(f => run.Sector.Sum(f, FirstYear, s, "activity_amount")));
        return activity > 0 ? content / activity : double.NaN;
    }
}
