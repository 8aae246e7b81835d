using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Tables;

namespace Offtake.World.Rows;

/// <summary>Reads how processes grow cheaper by doing.</summary>
internal static class LearningRows
{
    // A process that lost nine tenths of its cost with every doubling would soon cost nothing.
    private const double MostRate = 0.9;

    public static IReadOnlyList<LearningCurve> Read(WorldDraft world) => [.. world[WorldShapes.Learning].Rows.Select(row => new LearningCurve(
        row.Refer("process", world.ProcessNames),
        world.Book.Number(row, "rate_per_doubling", new NumberKind("share per doubling", 0.0, MostRate)),
        world.Book.Number(row, "cumulative_activity", NumberKind.AboveZero("units of activity"))))];
}
