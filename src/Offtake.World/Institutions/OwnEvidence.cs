using Offtake.Model.Evidence;
using Offtake.World.Formats;
using Offtake.World.Lint;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Tables;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>Sources and assumptions that an institution's file brings along. Only its own numbers may rest on them, so that the file says all by itself.</summary>
internal sealed class OwnEvidence
{
    private readonly List<(Source Source, Place At)> _sources = [];
    private readonly List<(Assumption Assumption, Place At)> _assumptions = [];

    /// <summary>Reads the evidence of one file into the book of the world.</summary>
    public OwnEvidence(YamlMap file, WorldDraft world)
    {
        FileMap root = InstitutionFormat.Root;
        foreach (YamlMap map in file.Maps("sources", root.At("sources")))
        {
            if (ReadSource(map, world.Problems) is not { } source) continue;
            if (_sources.Exists(s => s.Source.Id == source.Id)) world.Problems.Error(map.PlaceOf("id"), "repeated source", source.Id, null, "name every source once");
            else if (world.Book.Add(source) is { } other) Differs("source", source.Id, other, map, world);
            else _sources.Add((source, map.PlaceOf("id")));
        }

        foreach (YamlMap map in file.Maps("assumptions", root.At("assumptions")))
        {
            if (ReadAssumption(map, world.Problems) is not { } assumption) continue;
            if (_assumptions.Exists(a => a.Assumption.Id == assumption.Id)) world.Problems.Error(map.PlaceOf("id"), "repeated assumption", assumption.Id, null, "name every assumption once");
            else if (world.Book.Add(assumption) is { } other) Differs("assumption", assumption.Id, other, map, world);
            else _assumptions.Add((assumption, map.PlaceOf("id")));
        }
    }

    /// <summary>Whether a name is that of a source here.</summary>
    public bool HoldsSource(string name) => _sources.Exists(s => s.Source.Id == name);

    /// <summary>Whether a name is that of an assumption here.</summary>
    public bool HoldsAssumption(string name) => _assumptions.Exists(a => a.Assumption.Id == name);

    /// <summary>Warns of evidence that no number rests on.</summary>
    public void WarnOfUnused(WorldDraft world)
    {
        foreach ((Assumption assumption, Place at) in _assumptions)
        {
            UnusedEvidence.Mention(assumption, at, world);
            if (!world.Book.IsUsed(assumption)) world.Problems.Warn(at, "no number rests on the assumption", assumption.Id, null, "use it or remove it");
        }

        foreach ((Source source, Place at) in _sources.Where(s => !world.Book.IsUsed(s.Source)))
            world.Problems.Warn(at, "no number rests on the source", source.Id, null, "cite it or remove it");
    }

    private static void Differs(string noun, string id, string other, YamlMap map, WorldDraft world) =>
        world.Problems.Error(map.PlaceOf("id"), $"{noun} that is stated otherwise elsewhere:", id, other, "state both alike, or rename one of them");

    private static Source? ReadSource(YamlMap map, ProblemList problems)
    {
        string id = IdOf(map, problems), year = map.TextOrNull("year") ?? "", kindText = map.TextOrNull("kind") ?? "";
        if (year.Length > 0 && !EvidenceRows.IsYear(year))
            problems.Error(map.PlaceOf("year"), "'year' is not a year of publication:", year, "a year from 1500 to 2199 such as 2024, several such as 2019-2024, or n.d.", "write the year");
        IReadOnlyCollection<string> kinds = InstitutionFormat.Root.At("sources").Keys.First(k => k.Name == "kind").Words;
        bool isKind = EnumText.TryParse(kindText, out SourceKind kind) && kinds.Contains(kindText);
        if (!isKind && kindText.Length > 0) problems.Error(map.PlaceOf("kind"), "unknown kind of source", kindText, null, NearestName.Remedy(kindText, kinds));
        Source source = new(id, map.TextOrNull("publisher") ?? "", year, kind, map.TextOrNull("title") ?? "", map.TextOrNull("address") ?? "", map.TextOrNull("licence") ?? "");
        return id.Length > 0 && isKind ? source : null;
    }

    private static Assumption? ReadAssumption(YamlMap map, ProblemList problems)
    {
        string id = IdOf(map, problems), unit = map.TextOrNull("unit") ?? "", reason = map.TextOrNull("reason") ?? "";
        Units.CheckWords(unit, map.PlaceOf("unit"), problems);
        double? value = Plain("value"), low = Plain("low"), high = Plain("high");
        string distribution = map.TextOrNull("distribution") ?? (low is null && high is null ? "fixed" : "triangular");
        if (value is not { } v || id.Length == 0) return null;
        return RangeRule.Stated(distribution, low, v, high, id, map.At, problems) is { } spread ? new Assumption(id, v, spread, unit, reason) : null;

        double? Plain(string key) => map.TextOrNull(key) is { } text ? NumberText.Read(text, key, map.PlaceOf(key), problems) : null;
    }

    private static string IdOf(YamlMap map, ProblemList problems)
    {
        string id = map.TextOrNull("id") ?? "";
        return PlainIds.Check(id, "id", map.PlaceOf("id"), problems) ? id : "";
    }
}
