using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Offtake.Equilibrium.Reading;

/// <summary>Turns a text into nodes. It accepts plain values, lists and maps, and nothing that stands for something else.</summary>
internal static class YamlText
{
    private const int DeepestNesting = 12;
    private const string Remedy = "check indentation, quotes, brackets and colons";

    /// <summary>The map the text is, or null and a fault.</summary>
    public static YamlMappingNode? Parse(string text, FaultList faults)
    {
        Place last = new(1, 1);
        try
        {
            if (!IsPlain(text, ref last, faults)) return null;
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return root;
            faults.Add(new Place(1, 1), "the file is not one list of 'key: value' lines", null, null, "start it with 'goods:'");
        }
        catch (YamlException failure)
        {
            string reason = (failure.InnerException ?? failure).Message.TrimEnd('.');
            faults.Add(new Place((int)failure.Start.Line, (int)failure.Start.Column), "this is not YAML:", reason, null, Remedy);
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
        {
            // The parser gives up on some unfinished lists without saying where; what it had understood tells.
            faults.Add(last, "after this place it is not YAML", null, null, Remedy);
        }

        return null;
    }

    // A look at the events before any node is built: an alias can stand for a billion nodes, deep nesting for a full stack.
    private static bool IsPlain(string text, ref Place last, FaultList faults)
    {
        Parser parser = new(new StringReader(text));
        int depth = 0;
        bool isPlain = true;
        while (parser.MoveNext())
        {
            ParsingEvent current = parser.Current!;
            last = new Place((int)current.Start.Line, (int)current.Start.Column);
            depth += current.NestingIncrease;
            if (depth > DeepestNesting)
            {
                faults.Add(last, "the file is nested too deeply", null, $"up to {DeepestNesting} levels", "write it flatter");
                return false;
            }

            bool isReference = current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false };
            if (!isReference && current is not NodeEvent { Tag.IsEmpty: false }) continue;
            isPlain = false;
            faults.Add(last, isReference ? "anchors and aliases are not accepted" : "tags are not accepted", null, null, "write the plain value");
        }

        return isPlain;
    }
}
