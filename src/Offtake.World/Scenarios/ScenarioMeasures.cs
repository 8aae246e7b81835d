using Offtake.Model.Governance;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Scenarios;

/// <summary>Reads the measures a scenario adds, and takes away those it does without.</summary>
internal static class ScenarioMeasures
{
    /// <summary>The calendar after one scenario of a lineage has changed it.</summary>
    public static IReadOnlyList<DatedMeasure> Apply(IReadOnlyList<DatedMeasure> calendar, ScenarioText scenario, WorldDraft world)
    {
        List<DatedMeasure> result = [.. calendar];
        foreach ((string id, Place at) in scenario.Map.List("without")) Remove(id, at, result, world);
        foreach (YamlMap map in scenario.Map.Maps("measures", ScenarioText.MeasureKeys))
        {
            DatedMeasure added = new(Read(map, world), map.At);
            string id = added.Measure.Id;
            if (id.Length > 0 && result.Exists(m => m.Measure.Id == id))
                world.Problems.Error(
                    map.PlaceOf("id"), "repeated measure", id, null, "rename it, or name the other one under 'without' to replace it");
            else result.Add(added);
        }

        return result;
    }

    private static void Remove(string id, Place at, List<DatedMeasure> calendar, WorldDraft world)
    {
        if (calendar.RemoveAll(m => m.Measure.Id == id) > 0) return;
        string[] known = [.. calendar.Concat(world.Calendar).Select(m => m.Measure.Id).Distinct()];
        if (known.Contains(id))
            world.Problems.Warn(at, "this measure is not in force anyway:", id, null, "remove it from 'without'");
        else if (world[WorldShapes.Calendar].IsComplete)
            world.Problems.Error(at, "unknown measure", id, null, NearestName.Remedy(id, known));
    }

    private static Measure Read(YamlMap map, WorldDraft world)
    {
        string id = map.Required("id");
        PlainIds.Check(id, "id", map.PlaceOf("id"), world.Problems);
        InstrumentKind? instrument = InstrumentOf(map, world.Problems);
        if (instrument is { } lever) DatedInstrument.Check(lever, map.PlaceOf("instrument"), world.Problems);
        if (!map.Has("on")) map.Required("on");
        Measure measure = new(
            id,
            map.Required("title"),
            instrument ?? default,
            TargetText.Read(map.List("on"), map.Has("on") ? instrument : null, map.PlaceOf("on"), world),
            ScenarioStrength.Read(map, id, instrument, world) ?? WitnessBook.Unread,
            map.RequiredMonth("enacted"),
            map.RequiredMonth("start"),
            map.MonthOrNull("end"));
        MeasureDates.Check(measure, map.PlaceOf("start"), world.Problems);
        return measure;
    }

    private static InstrumentKind? InstrumentOf(YamlMap map, ProblemList problems)
    {
        string text = map.Required("instrument");
        if (EnumText.TryParse(text, out InstrumentKind instrument)) return instrument;
        if (text.Length > 0)
            problems.Error(
                map.PlaceOf("instrument"), "unknown instrument", text, null, NearestName.Remedy(text, EnumText.All<InstrumentKind>()));
        return null;
    }
}
