using Offtake.Model.Quantities;
using Offtake.World.Formats;
using Offtake.World.Problems;
using YamlDotNet.RepresentationModel;

namespace Offtake.World.Yaml;

/// <summary>A map of a YAML file. Its methods read one key each and report what is wrong with it, with line and column.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _valueOf;
    private readonly string _label;
    private readonly ProblemList _problems;

    private YamlMap(Dictionary<string, YamlNode> valueOf, Place at, string label, ProblemList problems)
    {
        _valueOf = valueOf;
        At = at;
        _label = label;
        _problems = problems;
    }

    /// <summary>Where the map starts.</summary>
    public Place At { get; }

    public static YamlMap Of(YamlMappingNode node, string label, IReadOnlyList<string> knownKeys, ProblemList problems)
    {
        Dictionary<string, YamlNode> valueOf = new(StringComparer.Ordinal);
        foreach ((YamlNode keyNode, YamlNode value) in node.Children)
        {
            string key = keyNode is YamlScalarNode { Value: { } text } ? text : "";
            if (knownKeys.Contains(key)) valueOf[key] = value;
            else problems.Error(YamlText.PlaceOf(keyNode.Start, label), "unknown key", key, null, NearestName.Remedy(key, knownKeys));
        }

        return new YamlMap(valueOf, YamlText.PlaceOf(node.Start, label), label, problems);
    }

    /// <summary>A map with the keys of a format; what is missing has been reported.</summary>
    public static YamlMap Of(YamlMappingNode node, string label, FileMap format, ProblemList problems)
    {
        YamlMap map = Of(node, label, format.Names, problems);
        foreach (string key in format.Required.Where(k => !map.Has(k))) map.Required(key);
        return map;
    }

    public bool Has(string key) => _valueOf.ContainsKey(key);

    /// <summary>Where the value of a key stands, or where the map starts when it has none.</summary>
    public Place PlaceOf(string key) => _valueOf.TryGetValue(key, out YamlNode? node) ? YamlText.PlaceOf(node.Start, _label) : At;

    /// <summary>The text of a key, or null when the key is absent.</summary>
    public string? TextOrNull(string key)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return null;
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            if (text.Trim().FirstOrDefault(Lint.InvisibleCharacters.IsHidden) is var found and not '\0')
                _problems.Error(PlaceOf(key), $"'{key}' holds a character that cannot be seen (U+{(int)found:X4}):", text, null, "type it anew, on one line");
            return text.Trim();
        }

        _problems.Error(PlaceOf(key), $"'{key}' must be one value", null, null, "write it on one line after the colon");
        return null;
    }

    /// <summary>The text of a key that must be there; empty when it is not, which has then been reported.</summary>
    public string Required(string key)
    {
        if (!Has(key)) _problems.Error(At, "missing key", key, null, "add it; absent is not zero");
        return TextOrNull(key) ?? "";
    }

    /// <summary>Whether a map stands under a key.</summary>
    public bool HoldsMap(string key) => _valueOf.GetValueOrDefault(key) is YamlMappingNode;

    /// <summary>The map under a key, or null when the key is absent or holds something else, which has then been reported.</summary>
    public YamlMap? Map(string key, FileMap format)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return null;
        if (node is YamlMappingNode map) return Of(map, _label, format, _problems);
        _problems.Error(PlaceOf(key), $"'{key}' must have keys", (node as YamlScalarNode)?.Value, null, $"write {{{string.Join(", ", format.Names)}}}");
        return null;
    }

    /// <summary>A month, or null when the key is absent.</summary>
    public Month? MonthOrNull(string key)
    {
        if (TextOrNull(key) is not { } text) return null;
        if (Month.TryParse(text, out Month month)) return MonthBounds.Require(month, key, PlaceOf(key), _problems);
        _problems.Error(
            PlaceOf(key), $"'{key}' is not a month:", text, "year and month such as 2025-04", "write the month with four and two digits");
        return null;
    }

    /// <summary>A month that must be there.</summary>
    public Month RequiredMonth(string key)
    {
        if (!Has(key)) Required(key);
        return MonthOrNull(key) ?? default;
    }

    /// <summary>The entries of a list with their places; a single value counts as a list of one.</summary>
    public IReadOnlyList<(string Text, Place At)> List(string key)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return [];
        if (node is YamlScalarNode) return TextOrNull(key) is { } one ? [(one, PlaceOf(key))] : [];
        List<(string, Place)> entries = [];
        foreach (YamlNode entry in (node as YamlSequenceNode)?.Children ?? [])
        {
            Place at = YamlText.PlaceOf(entry.Start, _label);
            if (entry is YamlScalarNode { Value: { Length: > 0 } text }) entries.Add((text.Trim(), at));
            else _problems.Error(at, $"an entry of '{key}' must be one value", null, null, "write one id an entry");
        }

        if (node is not YamlSequenceNode) _problems.Error(PlaceOf(key), $"'{key}' must be a list", null, null, "write it as [a, b]");
        return entries;
    }

    /// <summary>The maps of a list of maps.</summary>
    public IReadOnlyList<YamlMap> Maps(string key, IReadOnlyList<string> knownKeys) =>
        Maps(key, knownKeys, node => Of(node, _label, knownKeys, _problems));

    /// <summary>The maps of a list of maps, each with the keys of a format.</summary>
    public IReadOnlyList<YamlMap> Maps(string key, FileMap format) => Maps(key, format.Names, node => Of(node, _label, format, _problems));

    private IReadOnlyList<YamlMap> Maps(string key, IReadOnlyList<string> knownKeys, Func<YamlMappingNode, YamlMap> read)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return [];
        if (node is not YamlSequenceNode list)
        {
            _problems.Error(PlaceOf(key), $"'{key}' must be a list of entries", null, null, "start every entry with a dash");
            return [];
        }

        List<YamlMap> maps = [];
        foreach (YamlNode entry in list.Children)
        {
            if (entry is YamlMappingNode map) maps.Add(read(map));
            else _problems.Error(
                YamlText.PlaceOf(entry.Start, _label), $"an entry of '{key}' must have keys", null, null,
                $"write {{{string.Join(", ", knownKeys)}}}");
        }

        return maps;
    }
}
