using Offtake.Model.Evidence;
using Offtake.Model.Governance;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Scenarios;

/// <summary>Reads the strength of a measure in a scenario: a number with its source, or an assumption.</summary>
/// <remarks>
/// With <c>source</c> the rule of the tables holds. With <c>assumption</c> alone, value and range are the assumption's. With both
/// <c>assumption</c> and <c>strength</c> the scenario chooses a point inside the assumption's range, and that point is not drawn.
/// </remarks>
internal static class ScenarioStrength
{
    /// <summary>The parameter, or null when something is wrong with it, which has then been reported.</summary>
    public static Parameter? Read(YamlMap map, string id, InstrumentKind? instrument, WorldDraft world)
    {
        ProblemList problems = world.Problems;
        string unit = map.Required("unit");
        NumberKind kind = instrument is { } known ? InstrumentRule.Of(known).Strength(unit) : NumberKind.AtLeastZero(unit);
        Units.CheckWords(unit, map.PlaceOf("unit"), problems);
        if (instrument is { } named) Units.Require(unit, InstrumentRule.Of(named).UnitWord, EnumText.Of(named), map.PlaceOf("unit"), problems);
        string? text = map.TextOrNull("strength");
        Place at = map.PlaceOf("strength");
        double? value = text is null ? null : NumberText.Read(text, "strength", at, problems);
        bool isPossible = value is not { } v || kind.Require(v, text!, "strength", at, problems);
        WitnessedNumber? number = (map.Has("source"), map.Has("assumption")) switch
        {
            (true, false) => Sourced(map, value, text, kind, world),
            (false, true) => Assumed(map, value, text, kind, world),
            (true, true) => Complain("a strength names a source and an assumption", "keep the one it rests on"),
            _ => Complain("a strength has no witness", "name a 'source' or an 'assumption'"),
        };
        bool isRead = text is null || value is not null;
        return number is not null && isPossible && isRead ? world.Book.Register((number with { Id = $"measures/{id}/strength" }).ToParameter()) : null;

        WitnessedNumber? Complain(string what, string remedy)
        {
            problems.Error(map.At, what, text, null, remedy);
            return null;
        }
    }

    private static WitnessedNumber? Sourced(YamlMap map, double? value, string? text, NumberKind kind, WorldDraft world)
    {
        if (text is null) map.Required("strength");
        List<Source> sources = [];
        foreach ((string names, Place at) in map.List("source")) sources.AddRange(world.Book.Find(names, at));
        return value is { } v && sources.Count > 0 ? new WitnessedNumber("", v, null, sources, null, kind, map.PlaceOf("strength")) : null;
    }

    private static WitnessedNumber? Assumed(YamlMap map, double? value, string? text, NumberKind kind, WorldDraft world)
    {
        Place at = map.PlaceOf("assumption");
        if (map.TextOrNull("assumption") is not { } id || world.Book.FindAssumption(id.TrimStart('@'), at) is not { } assumption) return null;
        if (!NumberCell.Fits(assumption, kind, "strength", at, world.Problems)) return null;
        if (value is not { } chosen) return new WitnessedNumber("", assumption.Value, null, [], assumption, kind, at);
        if (chosen < assumption.Spread.Low || chosen > assumption.Spread.High)
        {
            string range = $"{assumption.Spread.Low} to {assumption.Spread.High}";
            world.Problems.Error(
                map.PlaceOf("strength"), $"'strength' lies outside the range of the assumption '{assumption.Id}':", text, range,
                "choose a point inside, or name another witness");
            return null;
        }

        return new WitnessedNumber("", chosen, null, [], assumption with { Value = chosen, Spread = Spread.None(chosen) }, kind, map.PlaceOf("strength"));
    }
}
