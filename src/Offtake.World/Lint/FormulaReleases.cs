using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>The routes out of a market with formula pricing share out no more than the stock it releases.</summary>
internal static class FormulaReleases
{
    private const double Rounding = 1e-9;

    public static void Check(WorldDraft world)
    {
        var leaving = world.Routes.Select((route, index) => (Route: route, Index: index))
            .Where(r => world.PricingOf(r.Route.Commodity) == Pricing.Formula && r.Route.From != NameList.Nowhere)
            .GroupBy(r => (r.Route.Commodity, r.Route.From));
        foreach (var routes in leaving)
        {
            double sum = routes.Sum(r => r.Route.Weight.Value);
            if (sum <= 1.0 + Rounding) continue;
            string name = $"{world.CommodityNames.Names[routes.Key.Commodity]}/{world.RegionNames.Names[routes.Key.From]}";
            world.Problems.Error(
                world.PlaceOf(WorldShapes.Routes, routes.Last().Index),
                $"the routes out of {name} ship more than is released: weights sum to", $"{sum:0.####}", "up to 1",
                "lower the weights; for formula commodities they are shares of the released stock");
        }
    }
}
