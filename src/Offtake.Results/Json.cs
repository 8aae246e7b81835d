using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Offtake.Results;

/// <summary>How results are put into JSON: members in the order given, indented, a number that does not exist as null.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A number, or null when it is not finite.</summary>
    public static JsonNode? Number(double? value) => value is { } v && double.IsFinite(v) ? JsonValue.Create(v) : null;

    /// <summary>Texts in their order.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)JsonValue.Create(t))]);

    /// <summary>Counts by name, in the order of the names.</summary>
    public static JsonObject Counts(IEnumerable<KeyValuePair<string, int>> counts) =>
        new(counts.OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(c.Value))));

    /// <summary>The text of a document, with a line break at its end.</summary>
    public static string Text(JsonObject document) => document.ToJsonString(Layout) + "\n";

    /// <summary>Writes a document under exactly the name given, in UTF-8.</summary>
    public static void Fill(JsonObject document, string path) =>
        File.WriteAllText(path, Text(document), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
