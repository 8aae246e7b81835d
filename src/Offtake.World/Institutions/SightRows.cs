using Offtake.Model.Governance;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Scenarios;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>The statistics an institution sees, and the names its targets know them by.</summary>
/// <param name="Seen">The statistics, in file order.</param>
/// <param name="Ids">Their names; empty where one could not be read.</param>
internal sealed record SightRows(IReadOnlyList<SeenStatistic> Seen, IReadOnlyList<string> Ids)
{
    private const double LongestLag = 120.0;

    private static readonly NumberKind Lag = new("months", 0.0, LongestLag);
    private static readonly NumberKind Noise = NumberKind.Share;
    private static readonly NumberKind Bias = new("share of the figure", -1.0, 1.0);

    /// <summary>Reads them; what is wrong has been reported.</summary>
    public static SightRows Read(YamlMap file, FileNumbers numbers, WorldDraft world)
    {
        List<SeenStatistic> seen = [];
        List<string> ids = [];
        foreach (YamlMap map in file.Maps("sight", InstitutionFormat.Root.At("sight")))
        {
            StatisticKind? statistic = StatisticOf(map, world.Problems);
            string id = map.TextOrNull("id") ?? (statistic is { } kind ? EnumText.Of(kind) : "");
            PlainIds.Check(id, "id", map.PlaceOf("id"), world.Problems);
            if (id.Length > 0 && ids.Contains(id))
                world.Problems.Error(map.PlaceOf(map.Has("id") ? "id" : "statistic"), "repeated statistic", id, null, "give one of them an 'id' of its own");
            seen.Add(new SeenStatistic(
                statistic ?? default,
                TargetText.Read(map.List("of"), statistic is { } named ? EnumText.Of(named) : "", statistic is { } s && map.Has("of") ? StatisticRule.For(s).Of : null, map.PlaceOf("of"), world),
                numbers.Number(map, "lag", $"sight/{id}/lag", Lag),
                numbers.Number(map, "noise", $"sight/{id}/noise", Noise),
                numbers.Number(map, "reporting-bias", $"sight/{id}/reporting-bias", Bias)));
            CheckServices(map, seen[^1], world);
            ids.Add(statistic is null ? map.TextOrNull("id") ?? "" : id);
        }

        return new SightRows(seen, ids);
    }

    private static StatisticKind? StatisticOf(YamlMap map, ProblemList problems)
    {
        if (map.TextOrNull("statistic") is not { } text) return null;
        if (EnumText.TryParse(text, out StatisticKind statistic)) return statistic;
        problems.Error(map.PlaceOf("statistic"), "unknown statistic", text, null, NearestName.Remedy(text, EnumText.All<StatisticKind>()));
        return null;
    }

    private static void CheckServices(YamlMap map, SeenStatistic seen, WorldDraft world)
    {
        if (seen.Statistic != StatisticKind.Coverage || !map.Has("statistic")) return;
        foreach (Target use in seen.Of.Where(t => t.Kind == TargetKind.Use && world.Uses[t.Index].Service is null))
            world.Problems.Error(map.PlaceOf("of"), "coverage is counted of uses whose service a fleet covers; this is none:", $"use:{world.UseNames.Names[use.Index]}", "use: with target_amount", "name another use");
    }
}
