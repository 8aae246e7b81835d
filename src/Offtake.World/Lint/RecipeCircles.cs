using Offtake.Model.Chain;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Nothing made to order is needed, through any number of steps, to make itself. Recycling is no circle: it runs on feed.</summary>
internal static class RecipeCircles
{
    public static void Check(WorldDraft world)
    {
        List<Process> makers = [.. world.Processes.Where(p => p.Drive == Drive.Orders)];
        for (int i = 0; i < world.Processes.Count; i++)
        {
            Process process = world.Processes[i];
            if (process.Drive != Drive.Orders || !Needs(process.Output, process.Output, makers, [])) continue;
            world.Problems.Error(
                world.PlaceOf(WorldShapes.Processes, i), "a good made to order is needed to make itself:", process.Id, "no circle of 'in' rows",
                "remove one of the 'in' rows that lead back to it from recipes.csv");
        }
    }

    private static bool Needs(int good, int wanted, List<Process> makers, HashSet<int> seen) =>
        seen.Add(good) && makers.Where(m => m.Output == good)
            .Any(m => m.Inputs.Any(i => i.Commodity == wanted || Needs(i.Commodity, wanted, makers, seen)));
}
