using Offtake.Model.Chain;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>What a maker to order leaves besides its product is a formula commodity: how much of it there is follows from other orders, so no posted price could balance it at the opening.</summary>
internal static class ByProducts
{
    public static void Check(WorldDraft world)
    {
        for (int i = 0; i < world.Processes.Count; i++)
        {
            Process process = world.Processes[i];
            if (process.Drive != Drive.Orders) continue;
            foreach (int by in process.Shares.Select(s => s.Commodity).Distinct().Where(c => c != process.Output && world.PricingOf(c) == Pricing.Posted))
                world.Problems.Error(
                    world.PlaceOf(WorldShapes.Processes, i), $"'{process.Id}' is driven by orders and leaves a commodity with a posted price besides its output:",
                    world.CommodityNames.Names[by], "formula", "price it by formula in commodities.csv and let a process driven by feed make something of it");
        }
    }
}
