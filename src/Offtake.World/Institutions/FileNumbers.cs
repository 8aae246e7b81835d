using Offtake.Model.Evidence;
using Offtake.World.Numbers;
using Offtake.World.Problems;
using Offtake.World.Rows;
using Offtake.World.Yaml;

namespace Offtake.World.Institutions;

/// <summary>Reads the numbers of an institution's file, each with a witness: that of the number, of the map it stands in or of the whole file.</summary>
/// <remarks>
/// <c>@id</c> takes value and range of an assumption. A number under <c>assumption: id</c> is a point chosen inside the assumption's range and is not drawn.
/// Amounts in CNY are divided by the file's <c>cny-per-usd</c>, whose sources vouch for them too; the rate itself is no parameter: a wrong rate is a wrong amount, and the amount is drawn.
/// </remarks>
internal sealed class FileNumbers
{
    private const double LargestRate = 100.0;

    private readonly YamlMap _file;
    private readonly string _prefix;
    private readonly WorldDraft _world;
    private readonly OwnEvidence _own;
    private readonly WitnessedNumber? _cnyPerUsd;

    /// <summary>Prepares for the numbers of one file.</summary>
    /// <param name="file">The root of the file.</param>
    /// <param name="institution">Id of the institution, the start of its parameters' ids.</param>
    /// <param name="own">Evidence the file brings along.</param>
    /// <param name="world">Takes parameters and problems.</param>
    public FileNumbers(YamlMap file, string institution, OwnEvidence own, WorldDraft world)
    {
        _file = file;
        _prefix = $"institutions/{institution}/";
        _own = own;
        _world = world;
        Default = [.. file.List("source").SelectMany(s => Find(s.Text, s.At))];
        _cnyPerUsd = Read(file, "cny-per-usd", new NumberKind("CNY per USD", 0.0, LargestRate, IsLeastExcluded: true), isUnitStated: true);
    }

    private ProblemList Problems => _world.Problems;

    private IReadOnlyList<Source> Default { get; }

    /// <summary>A number that must be there; that it is missing has been reported when its map was read.</summary>
    public Parameter Number(YamlMap? map, string key, string path, NumberKind kind, bool isUnitStated = false) =>
        (map is null ? null : NumberOrNull(map, key, path, kind, isUnitStated)) ?? WitnessBook.Unread;

    /// <summary>A number, or null when it is not there or cannot be read, which has then been reported.</summary>
    public Parameter? NumberOrNull(YamlMap map, string key, string path, NumberKind kind, bool isUnitStated = false) =>
        Read(map, key, kind, isUnitStated) is { } number ? _world.Book.Register((number with { Id = _prefix + path }).ToParameter()) : null;

    private WitnessedNumber? Read(YamlMap map, string key, NumberKind kind, bool isUnitStated)
    {
        if (!map.Has(key)) return null;
        YamlMap? own = map.HoldsMap(key) ? map.Map(key, InstitutionFormat.Number) : null;
        string? text = map.HoldsMap(key) ? own?.TextOrNull("value") : map.TextOrNull(key);
        if (text is null) return null;
        Place at = own?.PlaceOf("value") ?? map.PlaceOf(key);
        if (text[0] == '@') return Assumed(text[1..], own, key, kind, at);
        return Quantity.Read(text, key, kind, isUnitStated, _cnyPerUsd?.Value, at, Problems) is { } value ? Witnessed(value, text, map, own, key, kind, isUnitStated, at) : null;
    }

    private WitnessedNumber? Assumed(string id, YamlMap? own, string key, NumberKind kind, Place at)
    {
        if (own is not null && (own.Has("low") || own.Has("high")))
            Problems.Error(own.At, $"'{key}' rests on an assumption and has a range of its own:", "@" + id, null, "keep the range of the assumption only");
        return FindAssumption(id, at) is { } assumption && NumberCell.Fits(assumption, kind, key, at, Problems)
            ? new WitnessedNumber("", assumption.Value, null, [], assumption, kind, at)
            : null;
    }

    private WitnessedNumber? Witnessed(double value, string text, YamlMap map, YamlMap? own, string key, NumberKind kind, bool isUnitStated, Place at)
    {
        YamlMap nearest = own is not null && (own.Has("source") || own.Has("assumption")) ? own : map;
        if (nearest.Has("source") && nearest.Has("assumption"))
        {
            Problems.Error(nearest.At, $"'{key}' names a source and an assumption", text, null, "keep the one it rests on");
            return null;
        }

        if (nearest.Has("assumption")) return Chosen(value, text, nearest, own, key, kind, at);
        IReadOnlyList<Source> sources = nearest.Has("source") ? [.. nearest.List("source").SelectMany(s => Find(s.Text, s.At))] : Default;
        bool hasRange = TryRange(own, key, value, kind, isUnitStated, out (double, double)? range);
        if (!nearest.Has("source") && !_file.Has("source"))
            Problems.Error(at, $"'{key}' has a number without a witness:", text, null, "name a 'source' beside it or for the whole file, or write @ and the id of an assumption");
        if (sources.Count == 0 || !hasRange) return null;
        if (Quantity.IsInCny(text)) sources = [.. sources.Union(_cnyPerUsd?.Sources ?? [])];
        return new WitnessedNumber("", value, range, sources, null, kind, at);
    }

    private WitnessedNumber? Chosen(double value, string text, YamlMap nearest, YamlMap? own, string key, NumberKind kind, Place at)
    {
        Place named = nearest.PlaceOf("assumption");
        if (own is not null && (own.Has("low") || own.Has("high")))
            Problems.Error(own.At, $"'{key}' is chosen inside an assumption and has a range of its own:", text, null, "keep one of the two");
        if (nearest.TextOrNull("assumption") is not { } id || FindAssumption(id.TrimStart('@'), named) is not { } assumption || !NumberCell.Fits(assumption, kind, key, named, Problems)) return null;
        if (value >= assumption.Spread.Low && value <= assumption.Spread.High)
            return new WitnessedNumber("", value, null, [], assumption with { Value = value, Spread = Spread.None(value) }, kind, at);
        Problems.Error(at, $"'{key}' lies outside the range of the assumption '{assumption.Id}':", text, $"{assumption.Spread.Low} to {assumption.Spread.High}", "choose a point inside, or name another witness");
        return null;
    }

    private bool TryRange(YamlMap? own, string key, double value, NumberKind kind, bool isUnitStated, out (double, double)? range)
    {
        range = null;
        if (own is null || (!own.Has("low") && !own.Has("high"))) return true;
        if (!own.Has("low") || !own.Has("high"))
        {
            Problems.Error(own.At, $"'{key}' has half a range", own.TextOrNull("low") ?? own.TextOrNull("high"), null, "write both 'low' and 'high', or neither");
            return false;
        }

        if (Bound("low") is not { } low || Bound("high") is not { } high || !RangeRule.Holds(low, value, high, key, own.At, Problems)) return false;
        range = (low, high);
        return true;

        double? Bound(string end) => own.TextOrNull(end) is { } text ? Quantity.Read(text, end, kind, isUnitStated, _cnyPerUsd?.Value, own.PlaceOf(end), Problems) : null;
    }

    // What another file brings along is not known to this one: it must be readable wherever it is used.
    private IReadOnlyList<Source> Find(string names, Place at)
    {
        string[] foreign = [.. names.Split(';', StringSplitOptions.TrimEntries).Where(n => _world.Book.IsAdded(n) && !_own.HoldsSource(n))];
        foreach (string name in foreign) Problems.Error(at, "unknown source", name, null, "another institution's file states it; state it under 'sources' here too");
        return foreign.Length > 0 ? [] : _world.Book.Find(names, at);
    }

    private Assumption? FindAssumption(string id, Place at)
    {
        if (!_world.Book.IsAdded("@" + id) || _own.HoldsAssumption(id)) return _world.Book.FindAssumption(id, at);
        Problems.Error(at, "unknown assumption", id, null, "another institution's file states it; state it under 'assumptions' here too");
        return null;
    }
}
