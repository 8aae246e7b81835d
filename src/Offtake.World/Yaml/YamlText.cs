using Offtake.World.Files;
using Offtake.World.Formats;
using Offtake.World.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Offtake.World.Yaml;

/// <summary>Reads a YAML file as one map of text, lists and maps.</summary>
internal static class YamlText
{
    /// <summary>The map at the root of the file, or null and an error.</summary>
    public static YamlMap? Read(TextFile file, IReadOnlyList<string> knownKeys, ProblemList problems) =>
        RootOf(file, knownKeys[0], problems) is { } root ? YamlMap.Of(root, file.Label, knownKeys, problems) : null;

    /// <summary>The map at the root of a file of a format, or null and an error.</summary>
    public static YamlMap? Read(TextFile file, FileMap format, ProblemList problems) =>
        RootOf(file, format.Names[0], problems) is { } root ? YamlMap.Of(root, file.Label, format, problems) : null;

    private static YamlMappingNode? RootOf(TextFile file, string firstKey, ProblemList problems)
    {
        YamlMappingNode? root = PlainYaml.Read(file.Text, firstKey, out IReadOnlyList<YamlFault> faults);
        foreach (YamlFault fault in faults) problems.Error(new Place(file.Label, fault.Line, fault.Column), fault.What, fault.Value, fault.Bound, fault.Remedy);
        return root;
    }

    internal static Place PlaceOf(Mark mark, string label) => new(label, (int)mark.Line, (int)mark.Column);
}
