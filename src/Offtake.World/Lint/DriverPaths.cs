using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>
/// A driver goes forward in time. That of a use reaches from before the oldest goods in use to the end of the world, that of a facility begins by the opening. Years and months between may be left out.
/// A year is given as a whole or by months: with both, its values would have no order.
/// </summary>
internal static class DriverPaths
{
    private const int FirstYear = 2010;

    public static void Check(WorldDraft world)
    {
        if (!world[WorldShapes.Drivers].IsComplete || world.Text == WorldText.None) return;
        ILookup<string, Row> rowsOf = world[WorldShapes.Drivers].Rows.ToLookup(r => r.Text("driver"));
        for (int d = 0; d < world.Drivers.Count; d++)
        {
            Driver driver = world.Drivers[d];

            // A row that could not be read has been reported; the path may reach farther than it seems.
            Row[] rows = [.. rowsOf[driver.Id]];
            if (driver.Values.Count != rows.Length) continue;
            if (!IsInOrder(driver.Values, rows, world.Problems)) continue;
            if (world.Uses.Any(u => u.Driver == d) || world.CityFinance.Any(c => c.Driver == d)) CheckReach(driver, rows[0].At, world);
            if (world.Facilities.Any(f => f.Driver == d) && driver.Values[0].From > world.Text.Opening)
                world.Problems.Error(
                    rows[0].At, $"the path of driver '{driver.Id}' begins after the opening:", driver.Values[0].When, $"{world.Text.Opening} or earlier",
                    "state what its facilities can run at in the opening month; absent is not zero");
        }
    }

    private static bool IsInOrder(IReadOnlyList<DriverValue> values, Row[] rows, ProblemList problems)
    {
        // A value that stands there twice has been reported as a repeated row.
        if (values.DistinctBy(v => v.When).Count() < values.Count) return false;
        bool isInOrder = true;
        for (int i = 1; i < values.Count; i++)
        {
            (DriverValue before, DriverValue value) = (values[i - 1], values[i]);
            bool isMixed = before.From.Year == value.From.Year && before.IsOfYear != value.IsOfYear;
            if (before.From < value.From && !isMixed) continue;
            isInOrder = false;
            if (isMixed)
                problems.Error(
                    rows[i].At, "a year is given as a whole and by months:", value.When, $"{(before.IsOfYear ? "a year" : "months")}, as the row before",
                    "keep the year or its months");
            else
                problems.Error(rows[i].At, "the values of a driver go back in time:", value.When, $"after {before.When}", "put its rows in order of time");
        }

        return isInOrder;
    }

    private static void CheckReach(Driver driver, Place at, WorldDraft world)
    {
        int last = world.Text.Last.Year;
        (DriverValue from, DriverValue to) = (driver.Values[0], driver.Values[^1]);
        if (from.From.Year > FirstYear || to.From.Year < last)
            world.Problems.Error(
                at, $"the path of driver '{driver.Id}' is too short:", $"{from.When} to {to.When}", $"from {FirstYear} or earlier to {last} or later",
                "add the first and last years");
    }
}
