using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Rows;

namespace Offtake.World.Lint;

/// <summary>An input stands in for another input of its recipe, in a process that orders them, and no input is part of two such pairs.</summary>
internal static class InputSubstitutions
{
    public static void Check(WorldDraft world)
    {
        foreach (RecipeRow row in world.Recipes.Where(r => r is { Flow: Flow.In, Displaces: not null } && r.Process != NameList.Nowhere && r.Commodity != NameList.Nowhere))
            CheckOne(row, row.Displaces!.Commodity, world);
    }

    private static void CheckOne(RecipeRow row, int other, WorldDraft world)
    {
        Process process = world.Processes[row.Process];
        string name = world.CommodityNames.Names[other];
        if (other == row.Commodity || process.Inputs.All(i => i.Commodity != other))
            world.Problems.Error(
                row.At, $"'instead_of' names no other input of process '{process.Id}':", name, "another 'in' row of the process", "name one, or leave it empty");
        if (process.Drive != Drive.Orders)
            world.Problems.Error(row.At, "an input is substituted in a process that takes what comes:", process.Id, "drive orders", "leave 'instead_of' empty");
        bool isShared = process.Inputs.Where(i => i.Displaces is not null && i.Commodity != row.Commodity)
            .Any(i => i.Commodity == other || i.Displaces!.Commodity == other || i.Displaces.Commodity == row.Commodity);
        if (isShared)
            world.Problems.Error(
                row.At, "an input is part of two substitutions:", name, "one pair an input", "keep the more important pair; the work of three inputs is not modelled");
    }
}
