using System.Text.Json.Nodes;

namespace Offtake.World.Records;

/// <summary>Reads texts and numbers of the objects of a contracting process.</summary>
internal static class OcdsText
{
    /// <summary>The objects of a list; none where there is no such list.</summary>
    public static IEnumerable<JsonObject> Entries(JsonObject? of, string name) => (of?[name] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<string> List(JsonObject? of, string name) => (of?[name] as JsonArray ?? []).OfType<JsonValue>().Select(v => v.ToString());

    /// <summary>The text of a member; empty where there is none.</summary>
    public static string One(JsonObject? of, string name) => of?[name] is JsonValue value ? value.ToString() : "";

    /// <summary>The texts of some members in all their languages.</summary>
    public static IEnumerable<string> All(JsonObject? of, params string[] names)
    {
        if (of is null) return [];
        return names.SelectMany(n => of.Where(m => m.Value is JsonValue && (m.Key == n || m.Key.StartsWith(n + "_", StringComparison.Ordinal)))).Select(m => m.Value!.ToString()).Where(t => t.Length > 0);
    }

    /// <summary>The description and the codes of a classification, each code also as <c>scheme:code</c>.</summary>
    public static IEnumerable<string> Codes(JsonObject? classification)
    {
        string code = One(classification, "id"), scheme = One(classification, "scheme");
        if (code.Length == 0) return All(classification, "description");
        return scheme.Length > 0 ? [.. All(classification, "description"), code, $"{scheme}:{code}"] : [.. All(classification, "description"), code];
    }

    /// <summary>What an item, or a tender as a whole, says it is about: description and classifications.</summary>
    public static IEnumerable<string> About(JsonObject? of, params string[] words) =>
        [.. All(of, words), .. Codes(of?["classification"] as JsonObject), .. Entries(of, "additionalClassifications").SelectMany(Codes)];

    /// <summary>A number; null where there is none.</summary>
    public static double? Number(JsonObject? of, string name) => of?[name] is JsonValue value && value.TryGetValue(out double number) ? number : null;

    /// <summary>An amount of money; null where none is stated.</summary>
    public static (double? Amount, string Currency) Money(JsonObject? of, string name) => of?[name] is JsonObject value ? (Number(value, "amount"), One(value, "currency")) : (null, "");
}
