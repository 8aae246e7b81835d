using Offtake.Model.Chain;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>The stage whose goods reports weigh is a stage of goods that are counted in tonnes.</summary>
internal static class WeighedStage
{
    public static void Check(WorldDraft world)
    {
        if (world.Text.Weighed is not { } weighed || !world[WorldShapes.Commodities].IsComplete) return;
        string[] stages = [.. world.Commodities.Where(c => c.Basis != Basis.Units).Select(c => c.Stage).Distinct()];
        if (!stages.Contains(weighed.Stage))
            world.Problems.Error(
                weighed.At, "no goods counted in tonnes leave this stage:", weighed.Stage, string.Join(", ", stages), NearestName.Remedy(weighed.Stage, stages));
    }
}
