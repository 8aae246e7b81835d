using Offtake.Model.Chain;
using Offtake.Model.Governance;
using Offtake.Simulation;

namespace Offtake.Laws.Tests.Twin;

/// <summary>A market by name.</summary>
internal sealed record NaiveMarket(string Good, string Place)
{
    public string Stock => $"sellers' stock of {Good} in {Place}";
}

/// <summary>A route by name.</summary>
internal sealed record NaiveRoute(string Good, string From, string To)
{
    public NaiveMarket Origin => new(Good, From);

    public NaiveMarket Destination => new(Good, To);

    public string UnderWay => $"{Good} under way from {From} to {To}";
}

/// <summary>Somebody who orders: a maker for one of its inputs, or a use.</summary>
internal sealed record NaiveBuyer(string Who, NaiveMarket Market, bool IsUse)
{
    public string Stock => $"stock of {Market.Good} held by {Who}";
}

/// <summary>A process in a region.</summary>
internal sealed record NaiveSector(string Process, string Place)
{
    public string Name => $"{Process}@{Place}";
}

/// <summary>The structure of a chain by names, looked up slowly each time.</summary>
internal sealed class NaiveNames(ValueChain chain)
{
    public ValueChain Chain { get; } = chain;

    public IReadOnlyList<string> Elements { get; } = [.. chain.Elements.Select(e => e.Id)];

    public IReadOnlyList<NaiveMarket> Markets { get; } = [.. chain.Markets.Select(m => new NaiveMarket(chain.Commodities[m.Commodity].Id, chain.Regions[m.Region].Id))];

    public IReadOnlyList<NaiveRoute> Routes { get; } =
        [.. chain.Routes.Select(q => new NaiveRoute(chain.Commodities[q.Commodity].Id, chain.Regions[q.From].Id, chain.Regions[q.To].Id))];

    public IReadOnlyList<NaiveSector> Sectors { get; } =
        [.. chain.Facilities.Select(f => new NaiveSector(chain.Processes[f.Process].Id, chain.Regions[f.Region].Id)).Distinct()];

    public IEnumerable<NaiveBuyer> Buyers => Sectors.Where(s => Of(s).Drive == Drive.Orders).SelectMany(BuyersOf).Concat(Chain.Uses.Select(BuyerOf));

    public Commodity Good(string id) => Chain.Commodities.Single(c => c.Id == id);

    public Process Of(NaiveSector sector) => Chain.Processes.Single(p => p.Id == sector.Process);

    public Market Of(NaiveMarket market) => Chain.Markets[Markets.ToList().IndexOf(market)];

    public Route Of(NaiveRoute route) => Chain.Routes[Routes.ToList().IndexOf(route)];

    public Region Region(string id) => Chain.Regions.Single(r => r.Id == id);

    public bool IsPosted(NaiveMarket market) => Good(market.Good).Pricing == Pricing.Posted;

    public IEnumerable<string> ElementsOf(string good) => Good(good).Elements.Select(e => Elements[e]);

    public IEnumerable<Facility> FacilitiesOf(NaiveSector sector) =>
        Chain.Facilities.Where(f => Chain.Processes[f.Process].Id == sector.Process && Chain.Regions[f.Region].Id == sector.Place);

    public NaiveSector SectorOf(Facility f) => new(Chain.Processes[f.Process].Id, Chain.Regions[f.Region].Id);

    public IEnumerable<NaiveBuyer> BuyersOf(NaiveSector sector) =>
        Of(sector).Inputs.Select(i => new NaiveBuyer(sector.Name, new NaiveMarket(Chain.Commodities[i.Commodity].Id, sector.Place), false));

    public NaiveBuyer BuyerOf(Use use) => new(use.Id, new NaiveMarket(Chain.Commodities[use.Commodity].Id, Chain.Regions[use.Region].Id), true);

    public string InUse(Use use) => $"{Chain.Commodities[use.Commodity].Id} in use for {use.Id}";

    /// <summary>The market a sector makes its main product for.</summary>
    public NaiveMarket ProductOf(NaiveSector sector) => new(Chain.Commodities[Of(sector).Output].Id, sector.Place);

    /// <summary>The pool a sector runs on.</summary>
    public NaiveMarket PoolOf(NaiveSector sector) => new(Chain.Commodities[Of(sector).Inputs[0].Commodity].Id, sector.Place);

    /// <summary>Everything a sector makes, in the order of its recipe.</summary>
    public IEnumerable<NaiveMarket> OutputsOf(NaiveSector sector)
    {
        Process p = Of(sector);
        IEnumerable<int> goods = p.IsExtraction ? [p.Output] : p.Shares.Select(s => s.Commodity).Concat(p.Yields.Select(y => y.Commodity)).Distinct();
        return goods.Select(c => new NaiveMarket(Chain.Commodities[c].Id, sector.Place));
    }

    public IEnumerable<NaiveSector> Makers(NaiveMarket market) => Sectors.Where(s => Of(s).Drive == Drive.Orders && ProductOf(s) == market);

    public IEnumerable<NaiveSector> Feeders(NaiveMarket pool) => Sectors.Where(s => Of(s).Drive == Drive.Feed && PoolOf(s) == pool);

    public static string SinkOf(Sink sink, string place) => $"{sink} of {place}";

    public IEnumerable<NaiveRoute> RoutesOf(Measure measure) => measure.Targets.Where(t => t.Kind == TargetKind.Route).Select(t => Routes[t.Index]);
}
