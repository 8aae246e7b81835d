using Offtake.Model.Chain;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>The driver of a facility alone dates its capacity, and leaves it room for what it runs at the opening.</summary>
internal static class DatedFacilities
{
    public static void Check(WorldDraft world)
    {
        for (int f = 0; f < world.Facilities.Count; f++)
        {
            if (world.Facilities[f].Driver is not { } driver || driver == NameList.Nowhere) continue;
            Place at = world.PlaceOf(WorldShapes.Facilities, f);
            CheckAlone(world.Facilities[f], at, world.Problems);
            CheckOpening(world.Facilities[f], world.Drivers[driver], at, world);
        }
    }

    private static void CheckAlone(Facility facility, Place at, ProblemList problems)
    {
        if (facility.Starts is not null || facility.Ends is not null)
            problems.Error(
                at, "a facility with a driver states 'starts' or 'ends':", $"{facility.Starts}{(facility.Ends is null ? "" : $"..{facility.Ends}")}", null,
                "leave both empty and let the driver be 0 before and after");
        if (facility.IsExpandable)
            problems.Error(at, "a facility with a driver is expandable:", facility.Id, "no", "its driver dates its capacity; what may be added is a row of its own");
    }

    private static void CheckOpening(Facility facility, Driver driver, Place at, WorldDraft world)
    {
        if (facility.CapacityPerYear == WitnessBook.Unread || facility.OpeningPerYear == WitnessBook.Unread || world.Text == WorldText.None) return;
        if (driver.Values.LastOrDefault(v => v.From <= world.Text.Opening) is not { } value) return;
        double most = facility.CapacityPerYear.Value * value.Value.Value;
        double opening = facility.OpeningPerYear.Value;
        if (opening > most)
            world.Problems.Error(
                at, "'opening_per_year' is above what the driver leaves of capacity:", $"{opening}", $"up to {most}",
                $"lower it, or raise capacity_per_year or the value of '{driver.Id}' for {value.When}");
        else if (opening < facility.TargetPressure.Value * most && facility.TargetPressure != WitnessBook.Unread)
            world.Problems.Warn(
                at, "'opening_per_year' is below the share of capacity that 'target_pressure' keeps running:", $"{opening}",
                $"at least {facility.TargetPressure.Value * most}", "output will jump in the first month; write what it ran at");
    }
}
