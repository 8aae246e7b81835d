using Offtake.World.Files;
using Offtake.World.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Offtake.World.Yaml;

/// <summary>Reads a YAML file as one map of text, lists and maps.</summary>
internal static class YamlText
{
    /// <summary>The map at the root of the file, or null and an error.</summary>
    public static YamlMap? Read(TextFile file, IReadOnlyList<string> knownKeys, ProblemList problems)
    {
        YamlMappingNode? root = PlainYaml.Read(file.Text, knownKeys[0], out IReadOnlyList<YamlFault> faults);
        foreach (YamlFault fault in faults) problems.Error(new Place(file.Label, fault.Line, fault.Column), fault.What, fault.Value, fault.Bound, fault.Remedy);
        return root is null ? null : YamlMap.Of(root, file.Label, knownKeys, problems);
    }

    internal static Place PlaceOf(Mark mark, string label) => new(label, (int)mark.Line, (int)mark.Column);
}
