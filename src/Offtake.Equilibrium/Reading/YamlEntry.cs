using YamlDotNet.RepresentationModel;

namespace Offtake.Equilibrium.Reading;

/// <summary>A map of the file. Its methods read one key each and report what is wrong with it.</summary>
internal sealed class YamlEntry
{
    private readonly Dictionary<string, YamlNode> _valueOf = new(StringComparer.Ordinal);
    private readonly FaultList _faults;

    private YamlEntry(YamlMappingNode node, IReadOnlyList<string> knownKeys, FaultList faults)
    {
        _faults = faults;
        At = PlaceOf(node);
        foreach ((YamlNode keyNode, YamlNode value) in node.Children)
        {
            string key = (keyNode as YamlScalarNode)?.Value ?? "";
            if (knownKeys.Contains(key)) _valueOf[key] = value;
            else faults.Add(PlaceOf(keyNode), "unknown key", key, null, NearestName.Remedy(key, knownKeys));
        }
    }

    /// <summary>Where the map starts.</summary>
    public Place At { get; }

    /// <summary>The map the whole file is, or null and a fault.</summary>
    public static YamlEntry? Root(string text, IReadOnlyList<string> knownKeys, FaultList faults)
    {
        YamlMappingNode? root = PlainYaml.Read(text, knownKeys[0], out IReadOnlyList<YamlFault> found);
        foreach (YamlFault fault in found) faults.Add(new Place(fault.Line, fault.Column), fault.What, fault.Value, fault.Bound, fault.Remedy);
        return root is null ? null : new YamlEntry(root, knownKeys, faults);
    }

    public bool Has(string key) => _valueOf.ContainsKey(key);

    /// <summary>Where the value of a key stands, or the map when it has none.</summary>
    public Place PlaceOf(string key) => _valueOf.TryGetValue(key, out YamlNode? node) ? PlaceOf(node) : At;

    /// <summary>Reports a key that must be there.</summary>
    public bool Require(string key, string remedy)
    {
        if (Has(key)) return true;
        _faults.Add(At, "missing key", key, null, remedy);
        return false;
    }

    /// <summary>The text of a key, or null when it is absent or not a text, which is then a fault.</summary>
    public string? Text(string key) => Spot(key)?.Text;

    /// <summary>The text of a key and where its first character stands.</summary>
    public (string Text, Place At)? Spot(string key)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return null;
        if (node is YamlScalarNode { Value: { Length: > 0 } text } scalar) return (text.Trim(), TextPlace(scalar));
        _faults.Add(PlaceOf(key), $"'{key}' must be one value", null, null, "write it after the colon");
        return null;
    }

    /// <summary>The number of a key, or null when it is absent or wrong.</summary>
    public double? Number(string key, NumberRange range) =>
        Spot(key) is { } spot ? NumberText.Read(spot.Text, key, range, spot.At, _faults) : null;

    /// <summary>The texts of a list; one value counts as a list of one.</summary>
    public IReadOnlyList<(string Text, Place At)> List(string key)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return [];
        if (node is not YamlSequenceNode list) return Spot(key) is { } one ? [one] : [];
        List<(string, Place)> texts = [];
        foreach (YamlNode child in list.Children)
        {
            if (child is YamlScalarNode { Value: { Length: > 0 } text } scalar) texts.Add((text.Trim(), TextPlace(scalar)));
            else _faults.Add(PlaceOf(child), $"an entry of '{key}' must be one name", null, null, "write [a, b]");
        }

        return texts;
    }

    /// <summary>The maps of a list of maps.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key, IReadOnlyList<string> knownKeys)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return [];
        if (node is not YamlSequenceNode list)
        {
            _faults.Add(PlaceOf(key), $"'{key}' must be a list of entries", null, null, "start every entry with a dash");
            return [];
        }

        List<YamlEntry> entries = [];
        foreach (YamlNode child in list.Children)
        {
            if (child is YamlMappingNode map) entries.Add(new YamlEntry(map, knownKeys, _faults));
            else _faults.Add(PlaceOf(child), $"an entry of '{key}' must have keys", null, null, $"keys are {string.Join(", ", knownKeys)}");
        }

        return entries;
    }

    /// <summary>A map with the keys given, or null when the key is absent or no map.</summary>
    public YamlEntry? Map(string key, IReadOnlyList<string> knownKeys)
    {
        if (!_valueOf.TryGetValue(key, out YamlNode? node)) return null;
        if (node is YamlMappingNode map) return new YamlEntry(map, knownKeys, _faults);
        _faults.Add(PlaceOf(key), $"'{key}' must have keys", null, null, $"keys are {string.Join(", ", knownKeys)}");
        return null;
    }

    /// <summary>Whether the value of a key is a map.</summary>
    public bool IsMap(string key) => _valueOf.TryGetValue(key, out YamlNode? node) && node is YamlMappingNode;

    /// <summary>The names and values of a map whose keys are names; values may be maps again.</summary>
    public IReadOnlyList<(string Name, Place At, NamedValue Value)> Named(string key) =>
        _valueOf.TryGetValue(key, out YamlNode? node) ? new NamedValue(node, key, _faults).Children("") : [];

    /// <summary>The value of a key as a value that may be a number or a map of names.</summary>
    public NamedValue? Value(string key) => _valueOf.TryGetValue(key, out YamlNode? node) ? new NamedValue(node, key, _faults) : null;

    internal static Place PlaceOf(YamlNode node) => new((int)node.Start.Line, (int)node.Start.Column);

    // The text of a quoted scalar starts one further.
    internal static Place TextPlace(YamlScalarNode scalar) =>
        PlaceOf(scalar).Further(scalar.Style is YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted ? 1 : 0);
}
