using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Offtake.PlainText;

/// <summary>Reads a text as one YAML map of plain values, lists and maps. It makes no objects of other kinds and follows no references.</summary>
public static class PlainYaml
{
    /// <summary>Lists and maps may stand inside each other this deep.</summary>
    public const int DeepestNesting = 16;

    /// <summary>A text has at most so many values, lists and maps.</summary>
    public const int MostEvents = 1_000_000;

    private const int MostFaults = 1000;
    private const string Remedy = "check indentation, quotes, brackets and colons";

    /// <summary>The map at the root of a text, or null and why there is none.</summary>
    /// <param name="text">The content of a file.</param>
    /// <param name="firstKey">The key a file of this kind starts with, for the remedy.</param>
    /// <param name="faults">Everything that was found wrong; empty exactly when there is a map.</param>
    public static YamlMappingNode? Read(string text, string firstKey, out IReadOnlyList<YamlFault> faults)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<YamlFault> found = [];
        faults = found;
        YamlFault last = new(1, 1, "", null, null, Remedy);
        try
        {
            if (!IsPlain(text, ref last, found)) return null;
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return root;
            found.Add(new YamlFault(1, 1, "the file is not one list of 'key: value' lines", null, null, $"start it with '{firstKey}:'"));
        }
        catch (YamlException failure)
        {
            found.Add(new YamlFault((int)failure.Start.Line, (int)failure.Start.Column, $"this is not YAML: {Reason(failure)}", null, null, Remedy));
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
        {
            // The parser gives up on some unfinished lists without saying where; what it had understood tells.
            found.Add(last with { What = "after this place it is not YAML" });
        }

        return null;
    }

    // A look at the stream of events, before any node is built: an alias can stand for a billion nodes, and deep nesting for a full stack.
    private static bool IsPlain(string text, ref YamlFault last, List<YamlFault> found)
    {
        Parser parser = new(new StringReader(text));
        int depth = 0, events = 0;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            depth += current.NestingIncrease;
            if (++events > MostEvents || found.Count > MostFaults)
            {
                found.Add(last with { What = "the file holds more than can be read", Bound = $"up to {MostEvents} entries", Remedy = "split it, or leave out what is not needed" });
                return false;
            }

            last = last with { Line = (int)current.Start.Line, Column = (int)current.Start.Column };
            if (depth > DeepestNesting)
            {
                found.Add(last with { What = "the file is nested too deeply", Bound = $"up to {DeepestNesting} levels", Remedy = "write it flatter" });
                return false;
            }

            if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
                found.Add(last with { What = "anchors and aliases are not accepted", Remedy = "write the value out where it is needed" });
            else if (current is NodeEvent { Tag.IsEmpty: false } node)
                found.Add(last with { What = "tags are not accepted:", Value = node.Tag.ToString(), Remedy = "write the plain value" });
        }

        return found.Count == 0;
    }

    private static string Reason(YamlException failure)
    {
        string text = (failure.InnerException ?? failure).Message.TrimEnd('.');
        return text.Length == 0 ? "unreadable" : char.ToLowerInvariant(text[0]) + text[1..];
    }
}

/// <summary>One thing that keeps a text from being plain YAML.</summary>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Character from 1.</param>
/// <param name="What">What is wrong, without the value.</param>
/// <param name="Value">The text that was found, if it tells anything.</param>
/// <param name="Bound">What would be accepted; null when there is no such bound.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record YamlFault(int Line, int Column, string What, string? Value, string? Bound, string Remedy);
