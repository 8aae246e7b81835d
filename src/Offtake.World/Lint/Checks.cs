using Offtake.World.Rows;

namespace Offtake.World.Lint;

/// <summary>The checks of a world that look at more than one cell. Each is a small class of its own and says in one sentence what it wants.</summary>
internal static class Checks
{
    private static readonly Action<WorldDraft>[] All =
    [
        PlainIds.Check,
        SpreadsheetFormulas.Check,
        StrangeFiles.Check,
        PackageDescription.Check,
        EmptyTables.Check,
        PlaceNames.Check,
        WeighedStage.Check,
        OutcomesAsInputs.Check,
        MissingMarkets.Check,
        RecipeFlows.Check,
        RecipeShares.Check,
        RecipeCircles.Check,
        ByProducts.Check,
        InputSubstitutions.Check,
        LandedPrices.Check,
        FormulaReleases.Check,
        ClosingShares.Check,
        DriverPaths.Check,
        DatedFacilities.Check,
        TwoOwners.Check,
        BehaviourPairs.Check,
        FinanceTables.Check,
        LagStability.Check,
        Units.Check,
        InvisibleCharacters.Check,
        LonelyNames.Check,
        PlanRows.Check,
    ];

    /// <summary>Runs every check but those on what is left unused.</summary>
    public static void Run(WorldDraft world)
    {
        foreach (Action<WorldDraft> check in All) check(world);
    }

    /// <summary>Looks for what is left unused, once a scenario has used its part too. Not while there are errors: what they broke off only seems unused.</summary>
    public static void RunOnUnused(WorldDraft world)
    {
        if (world.Problems.HasErrors || world.IsJoined) return;
        UnusedEntries.Check(world);
        UnusedEvidence.Check(world);
    }
}
