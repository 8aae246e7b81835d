using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>A driver reaches from before the oldest goods in use to the end of the world. Years between may be left out; they are interpolated.</summary>
internal static class DriverPaths
{
    private const int FirstYear = 2010;

    public static void Check(WorldDraft world)
    {
        if (!world[WorldShapes.Drivers].IsComplete || world.Text == WorldText.None) return;
        ILookup<string, Row> rowsOf = world[WorldShapes.Drivers].Rows.ToLookup(r => r.Text("driver"));
        foreach (Driver driver in world.Drivers)
        {
            // A row that could not be read has been reported; the path may reach farther than it seems.
            if (driver.Values.Count == rowsOf[driver.Id].Count()) Check(driver, rowsOf[driver.Id].First().At, world);
        }
    }

    private static void Check(Driver driver, Place at, WorldDraft world)
    {
        int last = world.Text.Last.Year;
        (int from, int to) = (driver.Values[0].Year, driver.Values[^1].Year);
        if (from > FirstYear || to < last)
            world.Problems.Error(
                at, $"the path of driver '{driver.Id}' is too short:", $"{from} to {to}", $"from {FirstYear} or earlier to {last} or later",
                "add the first and last years");
    }
}
