using Offtake.Model.Chain;
using Offtake.Model.Quantities;
using Offtake.Simulation;

namespace Offtake.Experiments.Recording;

/// <summary>All links along which content moves: mine to market, market to market, market to sector and back, market to use, and what is lost or recovered.</summary>
internal static class FlowLinks
{
    private const string Loss = "loss";

    public static IReadOnlyList<FlowLink> Of(ChainLayout layout) =>
        [.. Mines(layout), .. Routes(layout), .. IntoSectors(layout), .. OutOfSectors(layout), .. Uses(layout)];

    private static IEnumerable<FlowLink> Mines(ChainLayout layout)
    {
        foreach (int s in Enumerable.Range(0, layout.Sectors.Length).Where(s => layout.DriveOf(s) == Drive.Margin))
        {
            int market = layout.OutputMarket(s);
            foreach (int f in layout.FacilitiesOfSector[s])
            {
                double[] basket = [.. layout.Chain.Ores[layout.Chain.Facilities[f].Ore!.Value].Shares.Select(p => p.Value)];
                double sum = basket.Sum();
                yield return new FlowLink(layout.Chain.Facilities[f].Id, "mine", MarketName(layout, market), "market", RegionOf(layout, market), StageOf(layout, s), (state, row) =>
                {
                    for (int e = 0; e < basket.Length; e++) row[e] += state.Months.Activity[f].Value * basket[e] / sum;
                });
            }
        }
    }

    private static IEnumerable<FlowLink> Routes(ChainLayout layout)
    {
        for (int q = 0; q < layout.RouteFrom.Length; q++)
        {
            int account = layout.UnderWay(q);
            yield return new FlowLink(
                MarketName(layout, layout.RouteFrom[q]), "market", MarketName(layout, layout.RouteTo[q]), "market",
                RegionOf(layout, layout.RouteTo[q]), layout.Chain.Commodities[layout.Chain.Routes[q].Commodity].Stage,
                (state, row) => AddLanes(state, account, state.Holdings.Journal.ContentIn, row));
        }
    }

    private static IEnumerable<FlowLink> IntoSectors(ChainLayout layout)
    {
        for (int s = 0; s < layout.Sectors.Length; s++)
        {
            int sector = s;
            if (layout.DriveOf(s) == Drive.Feed)
            {
                int pool = layout.FeedMarket(s);
                yield return new FlowLink(MarketName(layout, pool), "market", layout.SectorName(s), "sector", RegionOf(layout, pool), StageOf(layout, s), (state, row) =>
                {
                    for (int e = 0; e < row.Length; e++) row[e] += state.Months.Entering[(sector * row.Length) + e].Value;
                });
            }

            foreach (int b in layout.BuyersOfSector[s])
            {
                int account = layout.Buyer(b);
                int market = layout.Buyers[b].Market;
                yield return new FlowLink(
                    MarketName(layout, market), "market", layout.SectorName(s), "sector", RegionOf(layout, market), StageOf(layout, s),
                    (state, row) => AddLanes(state, account, state.Holdings.Journal.ContentOut, row));
            }
        }
    }

    private static IEnumerable<FlowLink> OutOfSectors(ChainLayout layout)
    {
        for (int s = 0; s < layout.Sectors.Length; s++)
        {
            if (layout.DriveOf(s) == Drive.Margin) continue;
            int sector = s;
            SectorRecipe recipe = layout.Recipes[s];
            string region = layout.Chain.Regions[layout.Sectors[s].Region].Id;
            for (int o = 0; o < recipe.OutputMarkets.Length; o++)
            {
                int output = o;
                string kind = layout.IsPosted[recipe.OutputMarkets[o]] || layout.DriveOf(s) == Drive.Feed ? "market" : "recovery";
                yield return new FlowLink(layout.SectorName(s), "sector", MarketName(layout, recipe.OutputMarkets[o]), kind, region, StageOf(layout, s), (state, row) =>
                {
                    int[] elements = layout.ElementsOf[recipe.OutputCommodities[output]];
                    foreach (int e in elements) row[e] += state.Months.Leaving[sector][(output * row.Length) + e].Value;
                });
            }

            yield return new FlowLink(layout.SectorName(s), "sector", Loss, Loss, region, StageOf(layout, s), (state, row) =>
            {
                for (int e = 0; e < row.Length; e++)
                {
                    row[e] += state.Months.Entering[(sector * row.Length) + e].Value;
                    for (int o = 0; o < recipe.OutputMarkets.Length; o++) row[e] -= state.Months.Leaving[sector][(o * row.Length) + e].Value;
                }
            });
        }
    }

    private static IEnumerable<FlowLink> Uses(ChainLayout layout)
    {
        for (int k = 0; k < layout.Chain.Uses.Count; k++)
        {
            int use = k;
            Use of = layout.Chain.Uses[k];
            int buyer = layout.Buyer(layout.BuyerOfUse[k]);
            int market = layout.Buyers[layout.BuyerOfUse[k]].Market;
            string stage = layout.Chain.Commodities[of.Commodity].Stage;
            yield return new FlowLink(
                MarketName(layout, market), "market", of.Id, "use", RegionOf(layout, market), stage,
                (state, row) => AddLanes(state, buyer, state.Holdings.Journal.ContentOut, row));
            if (of.Life is not { } life) continue;
            int inUse = layout.InUse(k);
            yield return new FlowLink(of.Id, "use", MarketName(layout, layout.MarketOf[life.Scrap, of.Region]), "recovery", RegionOf(layout, market), stage, (state, row) => AddRetired(state, use, inUse, row, collected: true));
            yield return new FlowLink(of.Id, "use", Loss, Loss, RegionOf(layout, market), stage, (state, row) => AddRetired(state, use, inUse, row, collected: false));
        }
    }

    private static void AddRetired(ChainState state, int use, int account, Span<double> row, bool collected)
    {
        double retired = state.Months.Retired[use].Value;
        if (retired <= 0.0) return;
        double share = state.Months.Collected[use].Value / retired;
        if (!collected) share = 1.0 - share;
        ChainLayout layout = state.Layout;
        for (int lane = layout.LaneStart[account]; lane < layout.LaneStart[account + 1]; lane++)
            row[layout.ElementOfLane[lane]] += state.Holdings.Journal.ContentOut[lane].Value * share;
    }

    private static void AddLanes(ChainState state, int account, Tonnes[] journal, Span<double> row)
    {
        ChainLayout layout = state.Layout;
        for (int lane = layout.LaneStart[account]; lane < layout.LaneStart[account + 1]; lane++)
            row[layout.ElementOfLane[lane]] += journal[lane].Value;
    }

    private static string MarketName(ChainLayout layout, int market) =>
        $"{layout.Chain.Commodities[layout.Chain.Markets[market].Commodity].Id}@{RegionOf(layout, market)}";

    private static string RegionOf(ChainLayout layout, int market) => layout.Chain.Regions[layout.Chain.Markets[market].Region].Id;

    private static string StageOf(ChainLayout layout, int sector) => layout.Chain.Processes[layout.Sectors[sector].Process].Stage;
}
