using Offtake.Model.Chain;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;

namespace Offtake.World.Lint;

/// <summary>Whatever a facility takes or makes, a use buys or sheds and a route moves has a market where that happens.</summary>
internal static class MissingMarkets
{
    public static void Check(WorldDraft world)
    {
        HashSet<(int Commodity, int Region)> known = [.. world.Markets.Select(m => (m.Commodity, m.Region))];
        if (!world[WorldShapes.Markets].IsComplete) return;
        foreach ((int commodity, int region, Place at, string who) in Needs(world))
        {
            if (commodity == NameList.Nowhere || region == NameList.Nowhere || !known.Add((commodity, region))) continue;
            string name = $"{world.CommodityNames.Names[commodity]}/{world.RegionNames.Names[region]}";
            world.Problems.Error(at, $"{who} needs a market that is not there:", name, null, "add its row to markets.csv");
        }
    }

    private static IEnumerable<(int Commodity, int Region, Place At, string Who)> Needs(WorldDraft world)
    {
        for (int i = 0; i < world.Facilities.Count; i++)
        {
            Facility facility = world.Facilities[i];
            Place at = world.PlaceOf(WorldShapes.Facilities, i);
            foreach (int commodity in CommoditiesOf(facility.Process, world)) yield return (commodity, facility.Region, at, $"facility '{facility.Id}'");
        }

        for (int i = 0; i < world.Uses.Count; i++)
        {
            Use use = world.Uses[i];
            Place at = world.PlaceOf(WorldShapes.Uses, i);
            yield return (use.Commodity, use.Region, at, $"use '{use.Id}'");
            if (use.Life is { } life) yield return (life.Scrap, use.Region, at, $"the scrap of use '{use.Id}'");
        }

        for (int i = 0; i < world.Routes.Count; i++)
        {
            Route route = world.Routes[i];
            Place at = world.PlaceOf(WorldShapes.Routes, i);
            yield return (route.Commodity, route.From, at, "the route");
            yield return (route.Commodity, route.To, at, "the route");
        }
    }

    private static IEnumerable<int> CommoditiesOf(int index, WorldDraft world)
    {
        if (index == NameList.Nowhere) return [];
        Process process = world.Processes[index];
        return process.Inputs.Select(i => i.Commodity)
            .Append(process.Output)
            .Concat(process.Shares.Select(s => s.Commodity))
            .Concat(process.Yields.Select(y => y.Commodity))
            .Distinct();
    }
}
