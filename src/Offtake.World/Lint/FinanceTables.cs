using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Capacity that is paid for has somebody who lends, and the limits of money are the right way round.</summary>
internal static class FinanceTables
{
    public static void Check(WorldDraft world)
    {
        if (world[WorldShapes.Capital].IsPresent && world.Finance is null)
            world.Problems.Error(
                new Place(world[WorldShapes.Capital].Label, 0), "capacity is to be paid for, but nothing says how owners are financed", null, WorldShapes.Treasury.File,
                $"add {WorldShapes.Treasury.File}, or leave {WorldShapes.Capital.File} out");
        if (world.Finance?.Rules is not { } rules) return;
        Compare(rules.OwnerCloseRatio, rules.OwnerReopenRatio, "owner.close-ratio", "owner.reopen-ratio", world.Problems);
        Compare(rules.OwnerCloseMonths, rules.OwnerExitMonths, "owner.close-months", "owner.exit-months", world.Problems);
        for (int c = 0; c < world.Cities.Count; c++)
        {
            Parameter ceiling = world.Cities[c].DebtCeilingShare;
            if (ceiling == WitnessBook.Unread || rules.CityDefaultDebtShare == WitnessBook.Unread || ceiling.Value <= rules.CityDefaultDebtShare.Value) continue;
            world.Problems.Warn(
                world.PlaceOf(WorldShapes.Cities, c), "'debt_ceiling_share' is above the debt at which a city is bailed out:", $"{ceiling.Value}",
                $"up to {rules.CityDefaultDebtShare.Value} (city.default-debt-share)", "a city that may still borrow would be bailed out; correct one of them");
        }
    }

    private static void Compare(Parameter low, Parameter high, string lowName, string highName, ProblemList problems)
    {
        if (low == WitnessBook.Unread || high == WitnessBook.Unread || low.Value < high.Value) return;
        problems.Error(
            Place.Of(low.Address), $"'{lowName}' is not below '{highName}':", $"{low.Value}", $"below {high.Value}", "correct one of them");
    }
}
