using Offtake.Model.Chain;

namespace Offtake.Simulation;

/// <summary>Who belongs to whom, as plain lists of indices, so that a phase visits the places it works on and looks for none of them. Structure only.</summary>
/// <remarks>Every list is ascending. Indices are those of <see cref="ChainLayout"/>.</remarks>
internal sealed class LayoutLists
{
    public LayoutLists(ChainLayout layout)
    {
        ValueChain chain = layout.Chain;
        PostedMarkets = Where(layout.Markets.Length, m => layout.IsPosted[m]);
        FormulaMarkets = Where(layout.Markets.Length, m => !layout.IsPosted[m]);
        PostedRoutes = Where(layout.Routes.Length, q => layout.IsPosted[layout.RouteFrom[q]]);
        FormulaRoutes = Where(layout.Routes.Length, q => !layout.IsPosted[layout.RouteFrom[q]]);
        FeedSectors = Where(layout.Sectors.Length, s => layout.DriveOf(s) == Drive.Feed);
        OrderSectors = Where(layout.Sectors.Length, s => layout.DriveOf(s) == Drive.Orders);
        Mines = Where(layout.Facilities.Length, f => layout.DriveOf(layout.SectorOf[f]) == Drive.Margin);
        OtherFacilities = Where(layout.Facilities.Length, f => layout.DriveOf(layout.SectorOf[f]) != Drive.Margin);
        IsExpandable = [.. layout.Facilities.Select(f => f.IsExpandable)];
        OtherSectors = Where(layout.Sectors.Length, s => layout.DriveOf(s) != Drive.Margin);
        ExpandableSectors = Where(layout.Sectors.Length, s => layout.FacilitiesOfSector[s].Any(f => layout.Facilities[f].IsExpandable));
        RegionOfMarket = [.. layout.Markets.Select(m => m.Region)];
        DatedFacilities = Where(layout.Facilities.Length, f => layout.Facilities[f].Driver is not null);
        SeasonalFacilities = Where(layout.Facilities.Length, f => layout.Facilities[f].Season is not null);
        Fleets = Where(layout.Uses.Length, k => layout.Uses[k].Life is not null);
        SeasonalUses = Where(layout.Uses.Length, k => layout.Uses[k].Season is not null);
        FreeMines = [.. Mines.Where(f => layout.Facilities[f].Driver is null)];
        AnchoredByFeed = Where(layout.Markets.Length, m => layout.AnchorsOfMarket[m].Any(a => layout.DriveOf(a.Sector) == Drive.Feed));
        AnchoredByCost = Where(layout.Markets.Length, m => layout.AnchorsOfMarket[m].Any(a => layout.DriveOf(a.Sector) != Drive.Feed));
        MadeToOrder = Where(layout.Markets.Length, m => layout.MakersOfMarket[m].Length > 0);
        MakersBuyers = Where(layout.Buyers.Length, b => layout.Buyers[b].Sector >= 0);
        UsesOfCity = [.. Enumerable.Range(0, layout.Cities.Length).Select(c => Where(layout.Uses.Length, k => layout.Uses[k].City == c))];
        FleetsOfCity = [.. UsesOfCity.Select(uses => uses.Where(k => layout.Uses[k].Service is not null).ToArray())];
        RoutesOfCommodity = [.. Enumerable.Range(0, chain.Commodities.Count).Select(c => Where(layout.Routes.Length, q => layout.Routes[q].Commodity == c))];
        ReverseRoute = [.. Enumerable.Range(0, layout.Routes.Length).Select(q => layout.RoutesOut[layout.RouteTo[q]].FirstOrDefault(r => layout.RouteTo[r] == layout.RouteFrom[q], -1))];
        ThriftyBuyers = Where(layout.Buyers.Length, b => InputOf(layout, b)?.Thrift is not null);
        AnsweringBuyers = Where(layout.Buyers.Length, b => InputOf(layout, b) is { } input && (input.Thrift is not null || input.Elasticity is not null));
        MarketOfBuyer = [.. layout.Buyers.Select(b => b.Market)];
        DriverOfUse = [.. layout.Uses.Select(k => k.Driver)];
        RegionOfUse = [.. layout.Uses.Select(k => k.Region)];
        Origin = [.. layout.Routes.Select(q => q.From)];
        Destination = [.. layout.Routes.Select(q => q.To)];
        IsRefunded = [.. layout.Routes.Select(q => layout.Commodities[q.Commodity].VatRefunded)];
        AnchorsPrice = [.. layout.Sectors.Select((s, i) => layout.Processes[s.Process].AnchorsPrice && layout.DriveOf(i) != Drive.Margin)];
        ScrapMarket = [.. layout.Uses.Select(k => k.Life is { } life ? layout.MarketOf[life.Scrap, k.Region] : -1)];
        ScrapLane = [.. layout.Uses.Select(k => k.Life is { } life
            ? layout.ElementsOf[k.Commodity].Select(e => Array.IndexOf(layout.ElementsOf[life.Scrap], e)).ToArray() : [])];
        Valuers = [.. layout.Markets.Select(m => layout.MarketOf[m.Commodity, m.ValuesAt ?? m.Region] is >= 0 and var at ? layout.FeedersOfMarket[at] : [])];
        SectorsOfInnovation = chain.Research is { } research
            ? [.. research.Innovations.Select(i => Where(layout.Sectors.Length, s => layout.Sectors[s].Process == i.Process))] : [];
        SectorsAimedAt = [.. SectorsOfInnovation.SelectMany(s => s).Distinct().Order()];
        CapitalOfSector = chain.Finance is { Capital.Count: > 0 } finance
            ? [.. layout.Sectors.Select(s => finance.Capital.Where(c => c.Process == s.Process).OrderBy(c => c.Region is null).First(c => c.Region is null || c.Region == s.Region))] : [];
        ResidueSources = chain.Residues is { } inventory ? new Residues.ResidueSources(layout, inventory) : null;
        LanesOfElement = [.. Enumerable.Range(0, layout.ElementCount).Select(e => Where(layout.LaneCount, lane => layout.ElementOfLane[lane] == e))];
        ValuationRoute = [.. layout.Markets.Select((m, i) => layout.RoutesOut[i].FirstOrDefault(q => layout.Routes[q].To == m.ValuesAt, -1))];
    }

    /// <summary>The route the other way, by route; -1 where there is none.</summary>
    public int[] ReverseRoute { get; }

    /// <summary>Markets whose price sellers post.</summary>
    public int[] PostedMarkets { get; }

    /// <summary>Markets whose price a formula sets.</summary>
    public int[] FormulaMarkets { get; }

    /// <summary>Routes of goods with a posted price.</summary>
    public int[] PostedRoutes { get; }

    /// <summary>Contract routes.</summary>
    public int[] FormulaRoutes { get; }

    /// <summary>Sectors that run on a pool.</summary>
    public int[] FeedSectors { get; }

    /// <summary>Sectors that make to order.</summary>
    public int[] OrderSectors { get; }

    /// <summary>Facilities that mine.</summary>
    public int[] Mines { get; }

    /// <summary>Facilities that do not mine.</summary>
    public int[] OtherFacilities { get; }

    /// <summary>Whether a facility may add capacity.</summary>
    public bool[] IsExpandable { get; }

    /// <summary>Sectors that do not mine.</summary>
    public int[] OtherSectors { get; }

    /// <summary>Sectors with a facility that may add capacity.</summary>
    public int[] ExpandableSectors { get; }

    /// <summary>Region by market.</summary>
    public int[] RegionOfMarket { get; }

    /// <summary>Facilities whose capacity follows a driver.</summary>
    public int[] DatedFacilities { get; }

    /// <summary>Facilities that have a season.</summary>
    public int[] SeasonalFacilities { get; }

    /// <summary>Uses whose goods stay in use.</summary>
    public int[] Fleets { get; }

    /// <summary>Uses that have a season.</summary>
    public int[] SeasonalUses { get; }

    /// <summary>Facilities that mine and whose capacity is not dated from outside.</summary>
    public int[] FreeMines { get; }

    /// <summary>Markets whose price the joint cost of a feed sector anchors.</summary>
    public int[] AnchoredByFeed { get; }

    /// <summary>Markets whose price the cost of a maker to order anchors.</summary>
    public int[] AnchoredByCost { get; }

    /// <summary>Markets that somebody makes to order for.</summary>
    public int[] MadeToOrder { get; }

    /// <summary>Buyers that are makers.</summary>
    public int[] MakersBuyers { get; }

    /// <summary>Uses by city.</summary>
    public int[][] UsesOfCity { get; }

    /// <summary>Uses with a public fleet, by city.</summary>
    public int[][] FleetsOfCity { get; }

    /// <summary>Routes by commodity.</summary>
    public int[][] RoutesOfCommodity { get; }

    /// <summary>Buyers who learn to need less of what is dear.</summary>
    public int[] ThriftyBuyers { get; }

    /// <summary>Buyers whose rate answers to price, by learning or at once; that of all others stays what it is.</summary>
    public int[] AnsweringBuyers { get; }

    /// <summary>Market by buyer.</summary>
    public int[] MarketOfBuyer { get; }

    /// <summary>Driver by use.</summary>
    public int[] DriverOfUse { get; }

    /// <summary>Region by use.</summary>
    public int[] RegionOfUse { get; }

    /// <summary>Region a route leaves.</summary>
    public int[] Origin { get; }

    /// <summary>Region a route enters.</summary>
    public int[] Destination { get; }

    /// <summary>Whether value-added tax is paid back when goods leave on a route.</summary>
    public bool[] IsRefunded { get; }

    /// <summary>Whether the cost of a sector anchors prices.</summary>
    public bool[] AnchorsPrice { get; }

    /// <summary>Market of what is collected, by use; -1 without a life.</summary>
    public int[] ScrapMarket { get; }

    /// <summary>Lane of each of a use's elements among those of its scrap; -1 where scrap does not keep it.</summary>
    public int[][] ScrapLane { get; }

    /// <summary>Sectors that value a market's material (PRI-5); none when nobody separates it where it is valued.</summary>
    public int[][] Valuers { get; }

    /// <summary>Route to where a market's material is valued; -1 for none.</summary>
    public int[] ValuationRoute { get; }

    /// <summary>Sectors whose process an innovation is about, by innovation.</summary>
    public int[][] SectorsOfInnovation { get; }

    /// <summary>Sectors whose process any innovation is about.</summary>
    public int[] SectorsAimedAt { get; }

    /// <summary>What new capacity costs, by sector: the row of its region, or the one for all regions; empty where nobody says.</summary>
    public Capital[] CapitalOfSector { get; }

    /// <summary>Which facility leaves which residue where; null where the world has no table of residues.</summary>
    public Residues.ResidueSources? ResidueSources { get; }

    private static ProcessInput? InputOf(ChainLayout layout, int buyer) =>
        layout.Buyers[buyer] is { Sector: >= 0 } b ? layout.Processes[layout.Sectors[b.Sector].Process].Inputs[b.Input] : null;
    /// <summary>Lanes by element, those of sinks and nature included.</summary>
    public int[][] LanesOfElement { get; }

    private static int[] Where(int count, Func<int, bool> holds) => [.. Enumerable.Range(0, count).Where(holds)];
}
