using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>The uses that close the balance of a commodity take up exactly all of what is left.</summary>
internal static class ClosingShares
{
    private const double Rounding = 1e-3;

    public static void Check(WorldDraft world)
    {
        if (!world[WorldShapes.Uses].IsComplete) return;
        var closing = world.Uses.Select((use, index) => (Use: use, Index: index))
            .Where(u => u.Use is { Closes: not (null or NameList.Nowhere), ClosingShare: not null })
            .GroupBy(u => u.Use.Closes!.Value);
        foreach (var uses in closing)
        {
            if (uses.Any(u => u.Use.ClosingShare == WitnessBook.Unread)) continue;
            double sum = uses.Sum(u => u.Use.ClosingShare!.Value);
            if (Math.Abs(sum - 1.0) <= Rounding) continue;
            world.Problems.Error(
                world.PlaceOf(WorldShapes.Uses, uses.Last().Index),
                $"the uses that close '{world.CommodityNames.Names[uses.Key]}' have closing shares that sum to", $"{sum:0.####}", "1",
                "make them sum to 1");
        }
    }
}
