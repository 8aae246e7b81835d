using Offtake.Reporting.Numbers;
using Offtake.Results;

namespace Offtake.Reporting.Readings;

/// <summary>A run as a report reads it. Everything it knows about places, goods and firms comes from the run's own ids and titles.</summary>
internal sealed class RunReading
{
    /// <summary>Opens a run.</summary>
    public RunReading(RunResults results)
    {
        Results = results;
        Horizon = new Horizon(results.Manifest);
        Market = Table("market");
        Sector = Table("sector");
        Route = Table("route");
        Use = Table("use");
        City = Table("city");
        Element = Table("element");
        Flow = Table("flow");
        Stages = [.. Sector.Distinct("stage").Union(Market.Distinct("stage"))];
        Regions = [.. Market.Distinct("region").Union(Sector.Distinct("region")).Where(r => r.Length > 0)];
        Flows = new FlowReading(this);
        Chain = new ChainReading(this);
        Supply = new SupplyReading(this);
        Cities = new CityReading(this);
    }

    /// <summary>The results themselves.</summary>
    public RunResults Results { get; }

    /// <summary>Which years to speak of.</summary>
    public Horizon Horizon { get; }

    /// <summary>Commodities in regions, by month.</summary>
    public TableReading Market { get; }

    /// <summary>Processes in regions, by month.</summary>
    public TableReading Sector { get; }

    /// <summary>Trade, by month.</summary>
    public TableReading Route { get; }

    /// <summary>Final demand and fleets, by month.</summary>
    public TableReading Use { get; }

    /// <summary>Cities, by month.</summary>
    public TableReading City { get; }

    /// <summary>Where each element is, by month.</summary>
    public TableReading Element { get; }

    /// <summary>Content moved along links, by year.</summary>
    public TableReading Flow { get; }

    /// <summary>Content by link, and what follows from it.</summary>
    public FlowReading Flows { get; }

    /// <summary>Use of capacity and stocks.</summary>
    public ChainReading Chain { get; }

    /// <summary>Who supplies whom.</summary>
    public SupplyReading Supply { get; }

    /// <summary>What cities take.</summary>
    public CityReading Cities { get; }

    /// <summary>Stages of the chain, in the order of the world's processes.</summary>
    public IReadOnlyList<string> Stages { get; }

    /// <summary>Stages between extraction and the last one.</summary>
    public IReadOnlyList<string> InnerStages => Stages.Count > 2 ? [.. Stages.Skip(1).SkipLast(1)] : Stages;

    /// <summary>Stages but the last, whose goods are worth far more than what they hold.</summary>
    public IReadOnlyList<string> MaterialStages => Stages.Count > 1 ? [.. Stages.SkipLast(1)] : Stages;

    /// <summary>Regions, in the order of the world's markets.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>Number of futures that were completed.</summary>
    public int Completed => Results.Manifest.Digests.Count > 0 && Results.Manifest.FuturesAsked <= 1000
        ? Results.Manifest.Digests.Count
        : Math.Max(Results.Manifest.Digests.Count, Market.Futures);

    /// <summary>The name for readers of an id; the id made readable when there is none.</summary>
    public string Title(string id)
    {
        if (Results.Titles.TryGetValue(id, out string? title) && title.Length > 0) return title;
        string words = id.Replace('-', ' ').Replace('_', ' ');
        return words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A region has the same style in every figure.</summary>
    public int StyleOfRegion(string region) => Regions.IndexOf(region) is var i and >= 0 ? i : 7;

    /// <summary>The band over futures of a value.</summary>
    public Band Over(Func<int, double> value) => Bands.Over(Futures, value);

    /// <summary>Number of futures that panels have room for.</summary>
    public int Futures => new[] { Market.Futures, Sector.Futures, Use.Futures, City.Futures, Flow.Futures }.Max();

    private TableReading Table(string name) => new(Results.Panels.GetValueOrDefault(name));
}

/// <summary>Small additions to lists.</summary>
internal static class ListExtensions
{
    /// <summary>Place of an item in a list, or -1.</summary>
    public static int IndexOf<T>(this IReadOnlyList<T> list, T item)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(list[i], item)) return i;
        }

        return -1;
    }
}
