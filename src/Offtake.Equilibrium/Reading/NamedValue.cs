using YamlDotNet.RepresentationModel;

namespace Offtake.Equilibrium.Reading;

/// <summary>A value that is either a number or a map from names to values.</summary>
internal sealed class NamedValue(YamlNode node, string key, FaultList faults)
{
    /// <summary>Where it stands.</summary>
    public Place At => YamlEntry.PlaceOf(node);

    /// <summary>Whether it is a map.</summary>
    public bool IsMap => node is YamlMappingNode;

    /// <summary>The number, or null and a fault.</summary>
    public double? Number(NumberRange range)
    {
        if (node is YamlScalarNode { Value: { } text } scalar) return NumberText.Read(text.Trim(), key, range, YamlEntry.TextPlace(scalar), faults);
        faults.Add(At, $"'{key}' must hold a number here", null, null, "write one number");
        return null;
    }

    /// <summary>The text, or null when it is not one.</summary>
    public string? Text => (node as YamlScalarNode)?.Value?.Trim();

    /// <summary>Names and values of the map, or nothing and a fault.</summary>
    /// <param name="remedy">What to write instead.</param>
    public IReadOnlyList<(string Name, Place At, NamedValue Value)> Children(string remedy)
    {
        if (node is YamlMappingNode map)
            return [.. map.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", YamlEntry.PlaceOf(c.Key), new NamedValue(c.Value, key, faults)))];
        faults.Add(At, $"'{key}' must hold names and values here", null, null, remedy.Length > 0 ? remedy : "write {name: value}");
        return [];
    }
}
