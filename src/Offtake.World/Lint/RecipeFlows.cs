using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>A recipe has the rows its drive needs: feed must go somewhere, makers need something to make it from, mines take from the ground only.</summary>
internal static class RecipeFlows
{
    public static void Check(WorldDraft world)
    {
        if (!world[WorldShapes.Recipes].IsComplete) return;
        HashSet<int> damaged = [.. world.Recipes.Where(r => r.Commodity == NameList.Nowhere).Select(r => r.Process)];
        for (int i = 0; i < world.Processes.Count; i++)
        {
            bool isKnown = EnumText.TryParse<Drive>(world[WorldShapes.Processes].Rows[i].Text("drive"), out _);
            if (isKnown && !damaged.Contains(i)) CheckOne(world.Processes[i], world.PlaceOf(WorldShapes.Processes, i), world);
        }

        foreach (RecipeRow row in world.Recipes.Where(r => r.Commodity != NameList.Nowhere)) CheckRow(row, world);
    }

    private static void CheckOne(Process process, Place at, WorldDraft world)
    {
        ProblemList problems = world.Problems;
        bool takes = process.Inputs.Count > 0, gives = process.Shares.Count + process.Yields.Count > 0;
        if (process.Drive == Drive.Margin)
        {
            if (takes)
                problems.Error(
                    at, "a mine takes something in:", process.Id, "no 'in' rows",
                    "a mine's feed is its ore; remove its 'in' rows from recipes.csv");
            return;
        }

        string drive = process.Drive == Drive.Orders ? "orders" : "feed";
        if (!takes)
            problems.Error(
                at, $"a process driven by {drive} takes nothing in:", process.Id, "at least one 'in' row",
                "state its inputs in recipes.csv");
        if (!gives)
            problems.Error(
                at, $"a process driven by {drive} has neither yield nor share:", process.Id, "at least one 'yield' or 'share' row",
                "state in recipes.csv where the content goes");
        bool makesOutput = process.Shares.Any(s => s.Commodity == process.Output) || process.Yields.Any(y => y.Commodity == process.Output);
        if (gives && !makesOutput && process.Output != NameList.Nowhere)
            problems.Error(
                at, "no row of the recipe leads to the main output", world.CommodityNames.Names[process.Output], null,
                "add its 'share' or 'yield' row to recipes.csv, or correct 'output'");
    }

    private static void CheckRow(RecipeRow row, WorldDraft world)
    {
        Commodity commodity = world.Commodities[row.Commodity];
        bool hasBasis = EnumText.TryParse<Basis>(world[WorldShapes.Commodities].Rows[row.Commodity].Text("basis"), out _);
        if (row.Flow == Flow.Yield && commodity.Basis == Basis.Reo && hasBasis)
            world.Problems.Error(
                row.At, "a yield is stated for a commodity counted by its content:", commodity.Id, "gross or units only",
                "its amount follows from the 'share' rows; remove the yield");
        if (row.Flow == Flow.Share && row.Element is >= 0 and int element && !commodity.Elements.Contains(element))
            world.Problems.Error(
                row.At, $"a share sends an element into a commodity that cannot contain it ('{commodity.Id}'):",
                world.ElementNames.Names[element], null, "add the element in commodities.csv or remove the row");
    }
}
