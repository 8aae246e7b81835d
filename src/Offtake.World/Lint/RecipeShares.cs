using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;

namespace Offtake.World.Lint;

/// <summary>Of no element does more leave a process than entered it.</summary>
internal static class RecipeShares
{
    private const double Rounding = 1e-9;

    public static void Check(WorldDraft world)
    {
        foreach (IGrouping<int, RecipeRow> rows in world.Recipes.Where(r => r.Flow == Flow.Share && r.Process != NameList.Nowhere).GroupBy(r => r.Process))
            CheckOne(rows.Key, [.. rows], world);
    }

    private static void CheckOne(int process, IReadOnlyList<RecipeRow> rows, WorldDraft world)
    {
        if (rows.Any(r => r.Value == WitnessBook.Unread || r.Commodity == NameList.Nowhere || r.Element == NameList.Nowhere)) return;
        List<string> tooMuch = [];
        double worst = 1.0;
        Place at = rows[0].At;
        for (int element = 0; element < world.Elements.Count; element++)
        {
            RecipeRow[] taking = [.. rows.Where(r => r.Element is { } own ? own == element : world.Commodities[r.Commodity].Elements.Contains(element))];
            double sum = taking.Sum(r => r.Value.Value);
            if (sum <= 1.0 + Rounding) continue;
            tooMuch.Add(world.ElementNames.Names[element]);
            worst = Math.Max(worst, sum);
            at = taking[^1].At;
        }

        if (tooMuch.Count == 0) return;
        string what = $"more leaves process '{world.ProcessNames.Names[process]}' than enters it ({string.Join(", ", tooMuch)}): shares sum to";
        world.Problems.Error(at, what, $"{worst:0.####}", "up to 1", "lower the shares; what is not shared out is posted as process loss");
    }
}
