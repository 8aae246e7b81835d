using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>A market with posted pricing has an opening price, or a chain of main suppliers that ends at one.</summary>
internal static class LandedPrices
{
    public static void Check(WorldDraft world)
    {
        if (!world[WorldShapes.Routes].IsComplete) return;
        ILookup<(int, int), Route> into = world.Routes.ToLookup(r => (r.Commodity, r.To));
        Dictionary<(int, int), Market> marketOf = [];
        foreach (Market market in world.Markets) marketOf.TryAdd((market.Commodity, market.Region), market);
        for (int i = 0; i < world.Markets.Count; i++)
        {
            if (Unpriced(world.Markets[i], world)) Follow(world.Markets[i], world.PlaceOf(WorldShapes.Markets, i), into, marketOf, world);
        }
    }

    private static bool Unpriced(Market market, WorldDraft world) =>
        world.PricingOf(market.Commodity) == Pricing.Posted && market.OpeningPrice is null && market.Region != NameList.Nowhere;

    private static void Follow(Market start, Place at, ILookup<(int, int), Route> into, Dictionary<(int, int), Market> marketOf, WorldDraft world)
    {
        List<int> passed = [];
        for (Market? market = start; market is not null && Unpriced(market, world); market = Supplier(market, into, marketOf))
        {
            if (!into.Contains((market.Commodity, market.Region)))
            {
                if (market == start)
                    world.Problems.Error(
                        at, "a market has neither an opening price nor a route into it:", Name(market, world), null,
                        "state its price in markets.csv or add a route in routes.csv");
                return;
            }

            if (passed.Contains(market.Region))
            {
                string round = string.Join(" <- ", passed.Append(market.Region).Select(r => world.RegionNames.Names[r]));
                world.Problems.Error(at, "opening prices go round in a circle:", round, null, "state the price of one of these markets");
                return;
            }

            passed.Add(market.Region);
        }
    }

    private static Market? Supplier(Market market, ILookup<(int, int), Route> into, Dictionary<(int, int), Market> marketOf)
    {
        Route main = into[(market.Commodity, market.Region)].MaxBy(r => r.Weight.Value)!;
        return marketOf.GetValueOrDefault((main.Commodity, main.From));
    }

    private static string Name(Market market, WorldDraft world) =>
        $"{world.CommodityNames.Names[market.Commodity]}/{world.RegionNames.Names[market.Region]}";
}
