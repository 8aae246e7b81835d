using Offtake.Model.Chain;
using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads processes and puts their recipes into them.</summary>
internal static class ProcessRows
{
    public static IReadOnlyList<Process> Read(WorldDraft world)
    {
        ILookup<int, RecipeRow> recipeOf = world.Recipes.Where(r => r.Commodity != NameList.Nowhere).ToLookup(r => r.Process);
        return [.. world[WorldShapes.Processes].Rows.Select((row, index) => ReadOne(row, [.. recipeOf[index]], world))];
    }

    private static Process ReadOne(Row row, IReadOnlyList<RecipeRow> recipe, WorldDraft world)
    {
        Parameter? recovery = world.Book.NumberOrNull(row, "recovery", NumberKind.ShareAboveZero);
        Drive drive = row.Choice<Drive>("drive");
        CheckKind(row, drive, recovery is not null, world.Problems);
        return new Process(
            row.Required("id"),
            row.Required("title"),
            row.Required("stage"),
            drive,
            row.YesNo("anchors_price"),
            row.Refer("output", world.CommodityNames),
            recovery,
            [.. recipe.Where(r => r.Flow == Flow.In).Select(r => new ProcessInput(r.Commodity, r.Value, r.Closes, r.Elasticity, r.Thrift, r.Displaces))],
            [.. recipe.Where(r => r.Flow == Flow.Share).Select(r => new ContentShare(r.Commodity, r.Element, r.Value))],
            [.. recipe.Where(r => r.Flow == Flow.Yield).Select(r => new ProcessYield(r.Commodity, r.Value))],
            world.Book.NumberOrNull(row, "lead_months", NumberKind.AboveZero("months")));
    }

    private static void CheckKind(Row row, Drive drive, bool hasRecovery, ProblemList problems)
    {
        string kind = row.Required("kind");
        string[] known = ["extraction", "conversion"];
        if (!known.Contains(kind))
        {
            if (kind.Length > 0) problems.Error(row.At, "unknown kind", kind, null, NearestName.Remedy(kind, known));
            return;
        }

        bool extracts = kind == "extraction";
        if (extracts && !hasRecovery)
            problems.Error(
                row.At, "an extraction has no 'recovery'", null, "above 0, up to 1",
                "state which share of the mined content reaches the concentrate");
        if (!extracts && hasRecovery)
            problems.Error(
                row.At, "'recovery' is stated for a conversion:", row.Text("recovery"), null,
                "leave it empty and state 'share' rows in recipes.csv");
        if (extracts != (drive == Drive.Margin) && EnumText.TryParse<Drive>(row.Text("drive"), out _))
            problems.Error(
                row.At, $"{(extracts ? "an extraction" : "a conversion")} cannot be driven by", EnumText.Of(drive),
                extracts ? "margin" : "feed or orders", "correct kind or drive");
    }
}
