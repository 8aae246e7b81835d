using Offtake.Model.Studies;
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
        Futures = [.. Whole()];
        Market = Table("market");
        Sector = Table("sector");
        Route = Table("route");
        Use = Table("use");
        City = Table("city");
        Finance = Table("finance");
        Programme = Table("programme");
        Element = Table("element");
        Flow = Table("flow");
        Stages = [.. Sector.Distinct("stage").Union(Market.Distinct("stage"))];
        Regions = [.. Market.Distinct("region").Union(Sector.Distinct("region")).Where(r => r.Length > 0)];
        Flows = new FlowReading(this);
        Chain = new ChainReading(this);
        Supply = new SupplyReading(this);
        Cities = new CityReading(this);
    }

    /// <summary>The command that traces variables of the model in this scenario.</summary>
    public string Trace(params ChainVariable[] variables) => Trace(TraceName.Of(variables));

    /// <summary>The command that traces a name in this scenario.</summary>
    public string Trace(string name) => TraceName.Command(name, Results.Manifest.Scenario);

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

    /// <summary>Debts, capital and defaults of owners and cities, by month; not there in worlds without rules of money.</summary>
    public TableReading Finance { get; }

    /// <summary>What institutions ordered and spent, by lever and month; not there where nobody decides.</summary>
    public TableReading Programme { get; }

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

    /// <summary>Indices of the futures that were walked to the end. What a stopped run recorded of the others is not a result.</summary>
    public IReadOnlyList<int> Futures { get; }

    /// <summary>Number of futures that were walked to the end.</summary>
    public int Completed => Futures.Count;

    /// <summary>The name for readers of an id; the id made readable when there is none. Knows <c>good@place</c> and <c>good/from/to</c>.</summary>
    public string Title(string id)
    {
        if (Results.Titles.TryGetValue(id, out string? title) && title.Length > 0) return title;
        if (id.Split('/') is [var good, var from, var to]) return $"{Name(good)}, {Name(from)} to {Name(to)}";
        if (FlowLink.Where(id) is { Length: > 0 } place) return $"{Name(FlowLink.What(id))}, {Name(place)}";
        string words = id.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The title without what stands in brackets, for charts and sentences.</summary>
    public string Name(string id)
    {
        string title = Title(id);
        return title.IndexOf('(') is var bracket and > 1 ? title[..bracket].TrimEnd() : title;
    }

    /// <summary>The name of goods that final users buy: those of the last stage as they are, materials as other uses of them.</summary>
    public string NameInUse(string commodity) =>
        Supply.StageOf(commodity) == Stages.LastOrDefault() || Supply.StageOf(commodity).Length == 0 ? Name(commodity) : $"Other uses of {Sections.Prose.Inside(Name(commodity))}";

    /// <summary>A region has the same style in every figure.</summary>
    public int StyleOfRegion(string region) => Regions.IndexOf(region) is var i and >= 0 ? i : 7;

    /// <summary>The band over futures of a value.</summary>
    public Band Over(Func<int, double> value) => Bands.Over(Futures, value);

    /// <summary>The mean over futures of a value; NaN when none has it.</summary>
    public double Mean(Func<int, double> value) => Futures.Select(value).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();

    /// <summary>The value in the first future that has it; 0 when none has.</summary>
    public double First(Func<int, double> value) => Futures.Select(value).FirstOrDefault(double.IsFinite);

    private IEnumerable<int> Whole()
    {
        Manifest manifest = Results.Manifest;
        int months = manifest.To - manifest.From + 1, most = Results.Panels.Values.Select(p => p.FutureCount).DefaultIfEmpty(0).Max();
        bool IsBrokenOff(int f) => manifest.Stopped && f < manifest.MonthDigests.Count && manifest.MonthDigests[f].Count < months;
        bool IsRecorded(int f) => Results.Panels.Values.Any(p => f < p.FutureCount
            && Enumerable.Range(0, p.Entities.Count).Any(e => p.PeriodCount > 0 && p.Row(f, p.PeriodCount - 1, e).ContainsAnyExcept(double.NaN)));
        return Enumerable.Range(0, most).Where(f => !IsBrokenOff(f) && IsRecorded(f));
    }

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
