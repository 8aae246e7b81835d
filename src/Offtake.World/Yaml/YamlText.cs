using Offtake.World.Files;
using Offtake.World.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Offtake.World.Yaml;

/// <summary>Reads a YAML file as one map of text, lists and maps. It makes no objects of other kinds and follows no references.</summary>
internal static class YamlText
{
    private const int DeepestNesting = 16;
    private const string Remedy = "check indentation, quotes, brackets and colons";

    /// <summary>The map at the root of the file, or null and an error.</summary>
    public static YamlMap? Read(TextFile file, IReadOnlyList<string> knownKeys, ProblemList problems)
    {
        Place last = new(file.Label, 1, 1);
        try
        {
            if (!IsPlain(file, ref last, problems)) return null;
            YamlStream stream = [];
            stream.Load(new StringReader(file.Text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return YamlMap.Of(root, file.Label, knownKeys, problems);
            problems.Error(
                new Place(file.Label, 1, 1), "the file is not one list of 'key: value' lines", null, null,
                $"start it with '{knownKeys[0]}:'");
        }
        catch (YamlException failure)
        {
            problems.Error(PlaceOf(failure.Start, file.Label), $"this is not YAML: {Reason(failure)}", null, null, Remedy);
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
        {
            // The parser gives up on some unfinished lists without saying where; what it had understood tells.
            problems.Error(last, "after this place it is not YAML", null, null, Remedy);
        }

        return null;
    }

    internal static Place PlaceOf(Mark mark, string label) => new(label, (int)mark.Line, (int)mark.Column);

    // A look at the stream of events, before any node is built: an alias can stand for a billion nodes, and deep nesting for a full stack.
    private static bool IsPlain(TextFile file, ref Place last, ProblemList problems)
    {
        Parser parser = new(new StringReader(file.Text));
        int depth = 0;
        bool isPlain = true;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            depth += current.NestingIncrease;
            Place at = last = PlaceOf(current.Start, file.Label);
            if (depth > DeepestNesting)
            {
                problems.Error(at, "the file is nested too deeply", null, $"up to {DeepestNesting} levels", "write it flatter");
                return false;
            }

            if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
            {
                isPlain = false;
                problems.Error(at, "anchors and aliases are not accepted", null, null, "write the value out where it is needed");
            }
            else if (current is NodeEvent { Tag.IsEmpty: false } node)
            {
                isPlain = false;
                problems.Error(at, "tags are not accepted:", node.Tag.ToString(), null, "write the plain value");
            }
        }

        return isPlain;
    }

    private static string Reason(YamlException failure)
    {
        string text = (failure.InnerException ?? failure).Message.TrimEnd('.');
        return text.Length == 0 ? "unreadable" : char.ToLowerInvariant(text[0]) + text[1..];
    }
}
